"""Waiting where clients give up: a table that the chain of states and the incomplete gamma function agree on."""

import pytest

import socluster as sc
from socluster.core.errors import InputError

# arrivals, service, servers, patience, P(wait), W, L_q, lost
TABLE = [
    (40, 10, 5, 2, 0.466352, 0.024603, 0.984115, 0.049206),
    (60, 10, 5, 2, 0.902821, 0.098051, 5.883062, 0.196102),
    (100, 24, 4, 1, 0.896306, 0.084114, 8.411448, 0.084114),
]


@pytest.mark.parametrize(("arrivals", "service", "servers", "patience", "waits", "wait", "queue", "lost"), TABLE)
def test_table(arrivals, service, servers, patience, waits, wait, queue, lost):
    found = sc.queues.abandonment(arrivals, service, servers, patience)
    assert [found.wait_probability, found.mean_wait, found.lost_share] == pytest.approx([waits, wait, lost], abs=5e-7)
    assert found.queue == pytest.approx(queue, abs=5e-6)
    assert found.utilisation == pytest.approx(arrivals * (1 - found.lost_share) / (servers * service))


def test_how_busy_they_are():
    assert sc.queues.abandonment(40, 10, 5, 2).utilisation == pytest.approx(0.760635, abs=5e-7)


@pytest.mark.parametrize(("servers", "weeks", "lost"), [(4, 4.47, 0.172097), (5, 1.97, 0.075586), (6, 0.81, 0.031247)])
def test_one_psychologist_more(servers, weeks, lost):
    found = sc.queues.abandonment(45, 10, servers, 2)
    assert found.mean_wait * 52 == pytest.approx(weeks, abs=0.005)
    assert found.lost_share == pytest.approx(lost, abs=5e-7)


def test_the_fifth_saves_four_clients_and_not_ten():
    four, five = (sc.queues.abandonment(45, 10, servers, 2) for servers in (4, 5))
    assert four.lost - five.lost == pytest.approx(4.34, abs=0.005)


def test_a_pool_with_patience():
    assert sc.queues.abandonment(15, 10, 2, 2).lost_share == pytest.approx(0.096324, abs=5e-7)
    assert sc.queues.abandonment(30, 10, 4, 2).lost_share == pytest.approx(0.049517, abs=5e-7)


def test_earlier_detection_brings_more_clients_and_shorter_services():
    """Arrivals x 1.2, time x .7: shorter waits and fewer lost, under assumed factors."""
    found = sc.queues.abandonment(54, 10 / 0.7, 4, 2)
    assert found.mean_wait * 52 == pytest.approx(2.31, abs=0.005)
    assert found.lost == pytest.approx(4.80, abs=0.005)


def test_patience_without_end_is_a_list_that_nobody_leaves():
    assert sc.queues.abandonment(40, 10, 5, 1e-6).mean_wait == pytest.approx(
        sc.queues.delay(40, 10, 5).mean_wait, rel=1e-4
    )
    with pytest.raises(InputError, match=r"use queues\.delay or queues.transient"):
        sc.queues.abandonment(60, 10, 5, 1e-9)


def test_nobody_comes_and_patience_has_to_be_a_rate():
    assert sc.queues.abandonment(0, 10, 5, 2).lost_share == 0
    with pytest.raises(InputError, match="patience_rate"):
        sc.queues.abandonment(40, 10, 5, 0)


def test_a_probability_is_at_most_1():
    assert sc.queues.abandonment(100, 10, 3, 0.5).wait_probability == 1.0
