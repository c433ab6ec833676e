"""What a queue says, and what it would be at the ends of its assumptions."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_sentences_name_what_they_assume():
    said = sc.queues.abandonment(45, 10, 4, 2).sentences()
    assert said[0].startswith(
        "Clients wait 4.47 weeks on average: 45 come for 40 places a year; 84% of them have to wait"
    )
    assert said[1] == "7.74 clients a year (17.2%) give up before they are served."
    assert said[-1].startswith("Assumed: clients are ready to wait 6 months on average")
    assert "nobody leaves the list" in sc.queues.delay(40, 10, 5).sentences()[-1]
    assert any("approximation (Allen and Cunneen)" in each for each in sc.queues.delay(40, 10, 5, cv2=2).sentences())
    assert sc.queues.delay(45, 10, 4).sentences()[0] == (
        "At 113% of capacity (45 clients for 40 places a year) the list grows by about 5 a year; there is no steady "
        "waiting time."
    )


def test_a_unit_is_a_name_for_the_same_numbers():
    weekly, yearly = sc.queues.delay(40 / 52, 10 / 52, 5, unit="week"), sc.queues.delay(40, 10, 5)
    assert weekly.mean_wait == pytest.approx(yearly.mean_wait * 52)
    assert "2.88 weeks" in weekly.sentences()[0]
    assert "2.88 weeks" in yearly.sentences()[0]


def test_the_distribution_ends_where_hardly_anybody_waits_longer():
    for found in (sc.queues.delay(40, 10, 5), sc.queues.abandonment(60, 10, 5, 2), sc.queues.loss(40, 10, 5, limit=9)):
        table = found.distribution()
        assert table["longer"].iloc[0] == pytest.approx(found.wait_probability)
        assert 0 <= table["longer"].iloc[-1] <= 0.005
        assert np.trapezoid(table["longer"], table.index) == pytest.approx(found.mean_wait, rel=0.03)


def test_assumptions_are_listed_with_their_ranges():
    table = sc.queues.abandonment(45, 10, 4, 2).assumptions
    assert table.loc["patience", ["value", "low", "high"]].tolist() == pytest.approx([0.5, 3.5 / 12, 2])
    assert set(table["mark"]) == {"assumed"}
    weekly = sc.queues.abandonment(45 / 52, 10 / 52, 4, 2 / 52, unit="week").assumptions
    assert weekly.loc["patience", "high"] == pytest.approx(104)


def test_a_sweep_solves_anew_at_the_ends_of_each_range():
    found = sc.queues.abandonment(45, 10, 4, 2)
    table = found.sweep(what="lost")
    assert table.index.tolist() == ["service_rate", "patience_rate"]
    assert table.loc["patience_rate", "low"] == pytest.approx(sc.queues.abandonment(45, 10, 4, 0.5).lost)
    assert (table["base"] == found.lost).all()
    own = found.sweep(ranges={"servers": (4, 6)})
    assert own.loc["servers", ["low", "high"]].tolist() == pytest.approx([found.mean_wait, 0.031247 / 2], abs=1e-6)
    assert sc.queues.delay(40, 10, 5).sweep().loc["service_rate", "low"] == np.inf
    assert sc.queues.loss(40, 10, 5).sweep(what="blocked").index.tolist() == ["service_rate"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"what": "wait"}, "what must be one of"),
        ({"ranges": {"patience": (1, 2)}}, "did you mean 'patience_rate'"),
        ({"ranges": {"servers": 4}}, "a range is a pair"),
        ({"ranges": {"servers": (4, 4.5)}}, "half a post"),
    ],
)
def test_a_sweep_of_what_there_is_not_is_refused(options, told):
    with pytest.raises(InputError, match=told):
        sc.queues.abandonment(45, 10, 4, 2).sweep(**options)


def test_pictures_of_the_assumptions_and_of_the_wait():
    found = sc.queues.abandonment(45, 10, 4, 2)
    assert "rate of giving up: " in found.plot().layout.meta["alt"]
    assert (
        found.plot_distribution(language="lt")
        .layout.meta["alt"]
        .startswith("Vidutinis klientų laukimas – 4,47 savaitės. Ilgiau nei 0: 84")
    )
    assert sc.queues.delay(40, 10, 5).plot().layout.meta["alt"]
    assert "nothing to show" in sc.queues.delay(45, 10, 4).plot_distribution().layout.meta["alt"]
    assert sc.queues.delay(45, 10, 4).plot().layout.meta["alt"]
