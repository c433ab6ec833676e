"""What simulated clients say."""

import pickle

import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.development.chains.test_simulate import at_the_desk, desk, in_town
from tests.development.chains.towns import STEPS


def test_sentences_name_all_that_is_assumed():
    said = " ".join(in_town(season=sc.queues.school_year(1.2), holidays=sc.queues.school_year(1)).sentences())
    for told in (
        "clients wait; of", "gave up or found nobody (medians of 60 simulated histories)", "The longest list is at C2",
        "a server serves 10 a year", "ready to wait 6 months on average", "the list is empty at the beginning",
        "shared out by what the next actors can serve", "arrivals follow the stated year", "servers are away as stated",
    ):  # fmt: skip
        assert told in said
    some = " ".join(in_town(draws=2, patience_rate={"psychologist": 2}).sentences())
    assert "nobody leaves the list at C1, C2, V1 and V2." in some
    plain = " ".join(at_the_desk(draws=1, start={"P": 3}).sentences())
    assert "One draw shows one possibility" in plain
    assert "nobody leaves the list" in plain
    assert "empty" not in plain
    assert "shared out" not in plain
    assert "as long as it takes" in " ".join(at_the_desk(draws=2, patience_rate=1, never_leave=0.2).sentences())


def test_servers_are_never_busy_for_longer_than_they_are_there():
    found = at_the_desk(desk(4), service_rate=2, horizon=2, draws=20, holidays=[(0.5, 1), (0.5, 0.25)])
    assert 0.9 < found.utilisation["P"] <= 1
    paused = at_the_desk(desk(4), service_rate=2, horizon=2, draws=20, holidays=[(0.5, 1), (0.5, 0)])
    assert 0.9 < paused.utilisation["P"] <= 1


def test_tables():
    found = in_town()
    assert found.to_frame().loc["arrived", "defined"] == 1
    table = found.by_station()
    assert table.index.tolist() == ["C1", "C2", "P1", "P2", "V1", "V2"]
    assert (table["utilisation"] <= 1).all()
    over = found.over_time()
    assert over.index[0] == 0
    assert over.index[-1] == 3
    assert over["mean"].iloc[-1] == pytest.approx(found.waiting.mean())
    assert found.assumptions.loc["patience", "value"] == 0.5
    by_step = [found.over_time(step=step)["mean"] for step in STEPS[1:]]
    assert sum(by_step).tolist() == pytest.approx(over["mean"].tolist())
    with pytest.raises(InputError, match="step must be one of 'case manager'"):
        found.over_time(step="school")


def test_only_simulations_of_the_same_clients_are_compared():
    with pytest.raises(InputError, match="with one seed"):
        in_town().minus(in_town(draws=20))


def test_a_picture_of_the_list_with_the_summers():
    figure = in_town(season=sc.queues.school_year(1.2)).plot(language="lt")
    assert len(figure.layout.shapes) == 3
    assert figure.layout.xaxis.title.text == "laikas metais"


def test_a_sweep_simulates_the_same_clients_under_other_assumptions():
    found = in_town(draws=20)
    table = found.sweep()
    assert table.index.tolist() == ["service_rate", "patience", "cv2"]
    assert (table["base"] == found.lost.mean()).all()
    assert table.loc["service_rate", "low"] > found.lost.mean() > table.loc["service_rate", "high"]
    patient = in_town(draws=20, patience_rate=1 / 2)
    assert table.loc["patience", "high"] == patient.lost.mean()
    assert at_the_desk(draws=2).sweep(what="waiting").index.tolist() == ["service_rate", "cv2"]
    assert "patience: " in in_town(draws=3).plot_sweep().layout.meta["alt"]
    assert "kantrybė" in in_town(draws=3).plot_sweep(what="mean_wait", language="lt").layout.meta["alt"]


def test_it_travels_with_what_it_needs_to_be_asked_again():
    found = pickle.loads(pickle.dumps(in_town(draws=3)))
    assert found.sweep().equals(in_town(draws=3).sweep())


def test_those_who_were_there_are_told_from_those_who_came():
    found = at_the_desk(demand=0, start={"P": 15}, draws=20)
    said = found.sentences()[0]
    assert "15 were on the list or in service at the start, 0 came" in said
    assert "15 who came" not in said
    assert (found.arrived == 15).all()


def test_the_title_says_how_many_wait_and_that_nobody_comes_where_nobody_does():
    assert "clients wait" in in_town().plot().layout.title.text
    nobody = at_the_desk(demand=1e-9, draws=2).plot().layout.title.text
    assert "clients wait" not in nobody
