"""The pieces of the loop: a heap gives events in the order of time, ways are chosen by their shares."""

import numpy as np
import pytest

from socluster._kernels.waiting import loops_clients


def test_a_heap_gives_events_in_the_order_of_time_and_of_equal_ones_the_smaller_code():
    rng = np.random.default_rng(3)
    wanted = [(float(time), code) for code, time in enumerate(rng.integers(0, 20, 60))]
    times, codes = np.empty(60), np.empty(60, dtype=np.int64)
    for size, (time, code) in enumerate(wanted):
        loops_clients.push(times, codes, size, time, code)
    found = []
    for size in range(60, 0, -1):
        found.append((times[0], int(codes[0])))
        loops_clients.pop(times, codes, size)
    assert found == sorted(wanted)


def test_ways_are_chosen_by_their_shares():
    first, target, upto = np.array([0, 3, 3]), np.array([5, 6, 7]), np.array([0.2, 0.5, 1.0])
    chosen = [loops_clients.chosen(0, number, first, target, upto) for number in (0.0, 0.19, 0.2, 0.6, 0.999)]
    assert chosen == [5, 5, 6, 7, 7]
    assert loops_clients.chosen(1, 0.5, first, target, upto) == -1


@pytest.mark.parametrize(
    ("start", "need", "end"), [(0.0, 1.0, 1.0), (1.5, 1.0, 3.5), (2.5, 1.0, 4.0), (3.0, 9.0, np.inf)]
)
def test_a_service_ends_later_by_the_time_in_which_nobody_works(start, need, end):
    ends, crew = np.array([2.0, 3.0, 5.0]), np.array([1, 0, 1])
    phase = int(np.searchsorted(ends, start, side="right"))
    assert loops_clients.finished(start, need, phase, ends, crew) == end


def test_a_list_is_left_from_its_ends_and_from_within():
    rng = np.random.default_rng(5)
    head, tail = np.full((1, 1), -1), np.full((1, 1), -1)
    before, after = np.full(20, -1), np.full(20, -1)
    expected = []
    for client in range(20):
        loops_clients.append(client, 0, 0, head, tail, before, after)
        expected.append(client)
    while expected:
        leaving = expected.pop(int(rng.integers(len(expected))))
        loops_clients.unlink(leaving, 0, 0, head, tail, before, after)
        found, at = [], int(head[0, 0])
        while at >= 0:
            found.append(at)
            at = int(after[at])
        assert found == expected
    assert head[0, 0] == tail[0, 0] == -1


def test_integrals_are_brought_up_to_date_before_a_number_changes():
    waiting, changed, sums = np.array([2]), np.array([1.0]), np.zeros((1, 3))
    loops_clients.recount(0, 1, 3.0, waiting, changed, sums)
    assert (waiting[0], changed[0], sums[0, loops_clients.AREA]) == (3, 3.0, 4.0)
    busy, since = np.array([5]), np.array([1.0])
    loops_clients.reassign(0, -1, 3, 2.0, busy, since, sums)  # of five, three are at work
    assert (busy[0], since[0], sums[0, loops_clients.BUSY]) == (4, 2.0, 3.0)
