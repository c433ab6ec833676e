"""Waiting where everybody stays: a table that was computed in closed form and by a chain of states."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError

# arrivals, service, servers, P(wait), W_q, L_q
TABLE = [
    (100, 60, 2, 0.757576, 0.037879, 3.787879),
    (40, 10, 5, 0.554113, 0.055411, 2.216450),
    (18, 4, 5, 0.762493, 0.381247, 6.862439),
    (90, 24, 4, 0.865030, 0.144172, 12.975446),
]


@pytest.mark.parametrize(("arrivals", "service", "servers", "waits", "wait", "queue"), TABLE)
def test_table(arrivals, service, servers, waits, wait, queue):
    found = sc.queues.delay(arrivals, service, servers)
    assert [found.wait_probability, found.mean_wait] == pytest.approx([waits, wait], abs=5e-7)
    assert found.queue == pytest.approx(queue, abs=5e-6)
    assert found.mean_stay == pytest.approx(found.mean_wait + 1 / service)
    assert found.number == pytest.approx(arrivals * found.mean_stay)  # Little's law


def test_longer_waits_utilisation_and_other_service_times():
    assert sc.queues.delay(40, 10, 5).exceeds(0.25) == pytest.approx(0.045484, abs=5e-7)
    assert sc.queues.delay(18, 4, 5).exceeds(0.5) == pytest.approx(0.280506, abs=5e-7)
    assert sc.queues.delay(90, 24, 4).mean_stay == pytest.approx(0.185838, abs=5e-7)
    assert sc.queues.delay(100, 60, 2).utilisation == pytest.approx(0.833333, abs=5e-7)
    assert sc.queues.delay(64, 40, 2).queue == pytest.approx(2.844444, abs=5e-7)
    assert sc.queues.delay(40, 10, 5, cv2=0).mean_wait == pytest.approx(0.027706, abs=5e-7)
    assert sc.queues.delay(40, 10, 5, cv2=0.5).mean_wait == pytest.approx(0.041558, abs=5e-7)
    assert sc.queues.delay(40, 10, 5, cv2=2).mean_wait == pytest.approx(0.083117, abs=5e-7)


@pytest.mark.parametrize(("cv2", "simulated"), [(0, 0.028842), (0.5, 0.042525), (2, 0.0763)])
def test_the_approximation_is_off_by_about_a_tenth(cv2, simulated):
    """Six million simulated clients each (standard errors .00013, .00025, .0008)."""
    assert sc.queues.delay(40, 10, 5, cv2=cv2).mean_wait == pytest.approx(simulated, rel=0.1)


def test_a_shared_pool_halves_the_wait():
    assert sc.queues.delay(15, 10, 2).mean_wait == pytest.approx(0.128571, abs=5e-7)
    assert sc.queues.delay(30, 10, 4).mean_wait == pytest.approx(0.050943, abs=5e-7)


@pytest.mark.parametrize("arrivals", [45, 40])
def test_at_or_above_capacity_there_is_no_steady_wait(arrivals):
    found = sc.queues.delay(arrivals, 10, 4)
    assert found.mean_wait == found.queue == np.inf
    assert found.growth == arrivals - 40
    assert found.exceeds(100.0) == 1
    assert found.distribution().empty
    for language, told in (("en", "there is no steady waiting time"), ("lt", "nusistovėjusio laukimo laiko nėra")):
        said = " ".join(found.sentences(language))
        assert told in said
        assert "inf" not in said
        assert "\N{MINUS SIGN}" not in said


def test_nobody_comes_nobody_waits():
    found = sc.queues.delay(0, 10, 4)
    assert (found.mean_wait, found.wait_probability, found.queue) == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"arrival_rate": -1}, "a number from 0"),
        ({"service_rate": 0}, "a number above 0"),
        ({"servers": 0}, "half a post is one server with half the service rate"),
        ({"servers": 1.5}, "half a post is one server with half the service rate"),
        ({"cv2": -1}, "a number from 0"),
        ({"unit": "fortnight"}, "unit must be one of"),
    ],
)
def test_what_is_no_queue_is_refused(change, told):
    with pytest.raises(InputError, match=told):
        sc.queues.delay(**{"arrival_rate": 40, "service_rate": 10, "servers": 5, **change})


def test_a_steady_state_that_is_years_away_is_called_so():
    said = str(sc.queues.delay(35.9, 12, 3))
    assert "over about 14\xa0380 years" in said
    assert "queues.transient" in said
    assert "transient" not in str(sc.queues.delay(20, 12, 3))
    assert "transient" not in str(sc.queues.abandonment(35.9, 12, 3, 2))


def test_a_sweep_says_what_is_counted():
    assert sc.queues.delay(20, 12, 3).sweep().columns.name == "mean_wait"
    assert sc.queues.delay(20, 12, 3).sweep(what="queue").columns.name == "queue"
