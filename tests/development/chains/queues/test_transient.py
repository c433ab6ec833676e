"""A list over time: computed by matrix exponential and by an ODE, and simulated 20,000 times."""

import pytest

import socluster as sc
from socluster.core.errors import InputError

# arrivals, horizon, start, waiting at the horizon (service 40, two servers)
TABLE = [
    (100, 1, 0, 22.198851),
    (100, 2, 0, 42.364017),
    (80, 1, 0, 8.179627),
    (76, 1, 0, 6.279414),
    (76, 2, 0, 8.691384),
    (76, 5, 0, 12.242967),
    (64, 1, 0, 2.542801),
    (60, 1, 32, 11.463742),
]


@pytest.mark.parametrize(("arrivals", "horizon", "start", "waiting"), TABLE)
def test_table(arrivals, horizon, start, waiting):
    found = sc.queues.transient(arrivals, 40, 2, horizon=horizon, start=start)
    assert found.waiting == pytest.approx(waiting, abs=1e-6)
    assert found.arrived + start == pytest.approx(found.served + found.number)
    assert found.truncated_at < 200


def test_after_five_years_the_list_is_still_far_from_steady():
    steady = sc.queues.delay(76, 40, 2).queue
    assert steady == pytest.approx(17.587180, abs=1e-6)
    assert sc.queues.transient(76, 40, 2, horizon=5, start=0).waiting < 0.7 * steady


def test_a_school_year_is_not_its_average():
    dates = [10 / 12, 1, 22 / 12, 2]
    seasonal = sc.queues.transient(sc.queues.school_year(120), 50, 2, horizon=2, start=0)
    assert [seasonal.at(date) for date in dates] == pytest.approx([19.610246, 6.359179, 24.774668, 10.555070], abs=2e-6)
    averaged = sc.queues.transient(100, 50, 2, horizon=2, start=0)
    assert [averaged.at(date) for date in dates] == pytest.approx([8.385968, 9.361628, 13.335724, 14.012637], abs=2e-6)
    table = seasonal.to_frame()
    assert set(table["arrival_rate"]) == {0, 120}


def test_with_patience():
    found = sc.queues.transient(100, 40, 2, horizon=1, start=0, patience_rate=1)
    assert found.waiting == pytest.approx(14.011536, abs=1e-6)
    assert sc.queues.abandonment(100, 40, 2, 1).queue == pytest.approx(20.302919, abs=1e-6)
    assert found.arrived == pytest.approx(found.served + found.lost + found.number)
    late = sc.queues.transient(100, 40, 2, horizon=30, start=0, patience_rate=1)
    assert late.waiting == pytest.approx(20.302919, abs=1e-6)


def test_staff_that_is_away_in_summer():
    away = sc.queues.transient(sc.queues.school_year(120), 50, sc.queues.school_year(2), horizon=1, start=0)
    assert away.waiting > 19.6
    assert away.number == pytest.approx(away.arrived - away.served)


def test_sentences_say_what_is_known():
    grows = " ".join(sc.queues.transient(100, 40, 2, horizon=1, start=0).sentences())
    assert "After 12 months, 22.2 clients wait on average" in grows
    assert (
        "125% of those whom the servers could serve by then: the list grows as long as this lasts, by about 20 a year"
        in grows
    )
    assert "above 116 are left out" in grows
    assert "Assumed: the list is empty at the beginning." in grows
    assert "Assumed: the list is empty" not in " ".join(sc.queues.transient(60, 40, 2, horizon=1, start=32).sentences())
    nobody = sc.queues.transient(5, 1, [(1.0, 0)], horizon=1, start=5)
    assert "nobody is there to serve them" in " ".join(nobody.sentences())
    assert "no steady length" in " ".join(sc.queues.transient(80, 40, 2, horizon=1, start=1).sentences())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"start": None}, "say how many clients are in the system now"),
        ({"start": -1}, "say how many clients"),
        ({"horizon": 0}, "horizon"),
        ({"horizon": 1e6}, "the list may grow beyond 100"),
        ({"service_rate": 1e12}, "too many to follow"),
        ({"patience_rate": 1e12}, "too many to follow"),
        ({"arrival_rate": [(1, 2, 3)]}, "or phases of a year that repeats"),
        ({"servers": 1.5}, "half a post"),
        ({"servers": [(0.5, 1), (0.5, 1.5)]}, "half a post"),
        ({"arrival_rate": [(1e-7, 5), (1e-7, 0)]}, "holds more than 20000 phases"),
    ],
)
def test_what_is_no_list_is_refused(change, told):
    with pytest.raises(InputError, match=told):
        sc.queues.transient(
            **{"arrival_rate": 100, "service_rate": 40, "servers": 2, "horizon": 1, "start": 0, **change}
        )


def test_a_time_beyond_the_horizon_is_refused():
    with pytest.raises(InputError, match="between 0 and the horizon"):
        sc.queues.transient(100, 40, 2, horizon=1, start=0).at(2.0)


def test_a_picture_with_the_summers():
    figure = sc.queues.transient(sc.queues.school_year(120), 50, 2, horizon=2, start=0).plot()
    assert len(figure.layout.shapes) == 2
    assert "At 0: 0.00 wait" in figure.layout.meta["alt"]
