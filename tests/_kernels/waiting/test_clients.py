"""One draw: as by the recursion of Kiefer and Wolfowitz, and by hand where somebody gives up, pauses or goes first."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster._kernels.waiting.clients import simulate
from tests._kernels.waiting.queues_by_hand import clients, line, waits
from tests.examples import examples

NO_TIMES = np.zeros(0)


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 80))
@settings(max_examples=examples(25, 150), deadline=None)
def test_as_by_recursion_and_one_server_more_lengthens_nobodys_wait(seed, servers, n):
    rng = np.random.default_rng(seed)
    arrive, service = np.cumsum(rng.exponential(1, n)), rng.exponential(servers * 0.9, n)
    expected = waits(arrive, service, servers)
    end = float(arrive[-1] + expected.sum() + service.sum() + 1)
    found = simulate(clients(arrive, service), line(servers, ends=(end,)), 1, NO_TIMES)
    assert found.counts.tolist() == [[n, n, 0, 0, 0]]
    assert found.sums[0, 0] == pytest.approx(expected.sum())
    assert found.sums[0, 1] == pytest.approx(expected.sum())  # Little's law
    assert found.sums[0, 2] == pytest.approx(service.sum())
    assert (waits(arrive, service, servers + 1) <= expected + 1e-9).all()


def test_who_waits_too_long_gives_up():
    come = clients([0.0, 1.0, 2.0], [10.0, 1.0, 1.0], patience=[np.inf, 3.0, np.inf])
    found = simulate(come, line(1, ends=(20.0,)), 1, np.array([0.5, 1.5, 3.9, 4.1, 10.5, 20.0]))
    assert found.counts.tolist() == [[3, 2, 1, 0, 0]]
    assert found.sums[0].tolist() == [3 + 8, 3 + 8, 11]
    assert found.waiting[:, 0].tolist() == [0, 1, 2, 1, 0, 0]


def test_at_the_horizon_some_wait_and_some_are_in_service():
    found = simulate(clients([0.0, 1.0, 2.0], [10.0, 1.0, 1.0]), line(1, ends=(5.0,)), 1, NO_TIMES)
    assert found.counts.tolist() == [[3, 0, 0, 2, 1]]
    assert found.sums[0].tolist() == [4 + 3, 4 + 3, 5]


def test_who_goes_first_by_rank():
    come = clients([0.0, 1.0, 2.0], [10.0, 5.0, 1.0], rank=[1, 1, 0])
    first = simulate(come, line(1, ends=(30.0,)), 2, NO_TIMES)
    assert first.sums[0, 0] == 8 + 10  # the third before the second
    assert simulate(clients([0.0, 1.0, 2.0], [10.0, 5.0, 1.0]), line(1, ends=(30.0,)), 1, NO_TIMES).sums[0, 0] == 9 + 13


def test_services_pause_while_nobody_works():
    away = line([1, 0, 1], ends=(4.0, 6.0, 20.0))
    found = simulate(clients([1.0, 2.0], [5.0, 1.0]), away, 1, np.array([7.9, 8.5, 9.5]))
    assert found.counts.tolist() == [[2, 2, 0, 0, 0]]
    assert found.sums[0, 0] == 6  # the first ends at 8 instead of 6
    assert found.waiting[:, 0].tolist() == [1, 0, 0]


def test_fewer_servers_end_what_has_begun():
    fewer = line([2, 1], ends=(1.0, 20.0))
    found = simulate(clients([0.0, 0.5, 0.6], [4.0, 3.0, 1.0]), fewer, 1, NO_TIMES)
    assert found.sums[0, 0] == pytest.approx(4.0 - 0.6)  # one server is left when the second service has ended


def test_clients_are_passed_on_and_those_of_the_beginning_are_first():
    come = clients([0.0, 0.0, 1.0], [2.0, 2.0, 2.0], steps=2)
    come.origin[0] = -2  # is at the second station from the beginning
    found = simulate(come, line(1, 1, ends=(30.0,)), 1, NO_TIMES)
    assert found.counts[:, :3].tolist() == [[2, 2, 0], [3, 3, 0]]
    assert found.sums[:, 0].tolist() == [1, 0]
    assert found.nowhere == 0


def test_who_finds_nobody_is_counted():
    stations = line(1, 1, ends=(30.0,))
    stations.target[0] = -1
    found = simulate(clients([0.0, 1.0], [1.0, 1.0], steps=2), stations, 1, NO_TIMES)
    assert found.nowhere == 2
    assert found.counts[1].tolist() == [0, 0, 0, 0, 0]


def test_nobody_comes():
    found = simulate(clients([], []), line(2, ends=(3.0,)), 1, np.array([0.0, 3.0]))
    assert found.counts.tolist() == [[0, 0, 0, 0, 0]]
    assert found.waiting.tolist() == [[0], [0]]
