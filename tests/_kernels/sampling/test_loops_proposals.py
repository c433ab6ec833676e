"""Random numbers of the compiled loops, and the list of ties that proposals are drawn from."""

import numpy as np
import pytest

from socluster._kernels.sampling import loops_proposals as loops


def test_random_numbers_are_those_of_xoshiro():
    state = np.array([1, 2, 3, 4], dtype=np.uint64)  # first numbers of the authors' own program from this state
    assert [int(loops.random_bits(state)) for _ in range(3)] == [41943041, 58720359, 3588806011781223]
    state = np.array([7, 8, 9, 10], dtype=np.uint64)
    found = np.array([loops.uniform(state) for _ in range(20_000)])
    assert 0 <= found.min() < found.max() < 1
    assert found.mean() == pytest.approx(0.5, abs=0.01)


def test_the_list_of_ties_is_that_of_the_dyads_toggled_an_odd_number_of_times():
    rng, n = np.random.default_rng(2), 6
    now, ties, place = np.zeros(8, dtype=np.int64), np.zeros((n * n, 2), dtype=np.int64), np.full((n, n), -1, np.int32)
    there = set()
    for i, j in rng.integers(0, n, size=(300, 2)).tolist():
        loops.keep(now, ties, place, i, j)
        there ^= {(i, j)}
        listed = [tuple(tie) for tie in ties[: now[loops.TIES]].tolist()]
        assert len(listed) == len(there)
        assert set(listed) == there
        assert all(place[tie] == number for number, tie in enumerate(listed))


def test_an_undirected_dyad_is_written_with_the_first_of_its_actors_in_front():
    moves = np.zeros((4, 2), dtype=np.int64)
    for place, (i, j, in_order) in enumerate([(2, 5, True), (5, 2, True), (2, 5, False), (5, 2, False)]):
        loops._write(moves, place, i, j, in_order)
    assert moves.tolist() == [[2, 5], [2, 5], [2, 5], [5, 2]]
