"""Eight numbers at a time, against the same in numpy."""

import numpy as np
import pytest

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.compiling.lanes import LANES, add_row, meet, pass_back, pass_on

N = 6
COLUMNS = np.array([4, 1, 1, 5, 0], dtype=np.uint32)


@compiled("void(float64[:, ::1], int64, float64[:, ::1], int64)")
def added(table, row, others, other):
    add_row(table, row, others, other)


@compiled("int64(float64[:, ::1], uint32[::1], int64, int64, int64, float64[:, ::1], int64)")
def passed_on(paths, columns, start, stop, row, fresh, spot):
    return pass_on(paths, columns, start, stop, row, fresh, spot)


@compiled("float64(float64[:, ::1], uint32[::1], int64, int64, float64[:, ::1], int64, uint8, float64[:, ::1], int64)")
def passed_back(owed, columns, start, stop, paths, row, lanes, fresh, spot):
    return pass_back(owed, columns, start, stop, paths, row, lanes, fresh, spot)


@compiled("int64(uint64[:, ::1], uint32[::1], int64, int64, uint64[:, ::1], int64, uint64[:, ::1])")
def met(front, columns, start, stop, seen, row, fresh):
    return meet(front, columns, start, stop, seen, row, fresh)


@pytest.fixture
def rng():
    return np.random.default_rng(6)


def some_paths(rng):
    """Whole numbers, of which half are 0."""
    return rng.integers(1, 9, (N, LANES)) * rng.integers(0, 2, (N, LANES)).astype(float)


def test_a_row_is_added_to_another(rng):
    table, others = rng.random((N, LANES)), rng.random((3, LANES))
    expected = table.copy()
    expected[4] += others[2]
    added(table, 4, others, 2)
    assert (table == expected).all()


@pytest.mark.parametrize("run", [slice(0, 5), slice(1, 4), slice(2, 2)])
def test_paths_arrive_where_none_were(rng, run):
    paths, fresh = some_paths(rng), np.full((3, LANES), -1.0)
    arriving = paths[COLUMNS[run]].sum(axis=0)
    is_new = (arriving > 0) & (paths[3] == 0)
    before = paths.copy()
    lanes = passed_on(paths, COLUMNS, run.start, run.stop, 3, fresh, 1)
    assert lanes == sum(1 << lane for lane in np.flatnonzero(is_new))
    assert (fresh[1] == np.where(is_new, arriving, 0)).all()
    assert (fresh[[0, 2]] == -1).all()
    assert (paths == before).all()


@pytest.mark.parametrize("lanes", [0, 0b1, 0b10100110, 0b11111111])
def test_what_is_owed_is_passed_back(rng, lanes):
    owed, paths, fresh = rng.random((N, LANES)), rng.integers(1, 5, (N, LANES)).astype(float), np.zeros((2, LANES))
    chosen = (lanes >> np.arange(LANES)) & 1 == 1
    carried = np.where(chosen, owed[COLUMNS[1:5]].sum(axis=0) * paths[2], 0.0)
    assert passed_back(owed, COLUMNS, 1, 5, paths, 2, lanes, fresh, 1) == pytest.approx(carried.sum(), rel=1e-14)
    assert fresh[1] == pytest.approx(np.where(chosen, (1 + carried) / paths[2], 0.0), rel=1e-14)
    assert not fresh[0].any()


def test_searches_meet_a_row_once(rng):
    front, seen = (rng.integers(0, 2**64, (N, LANES), dtype=np.uint64) for _ in range(2))
    fresh = np.zeros((N, LANES), dtype=np.uint64)
    new = np.bitwise_or.reduce(front[COLUMNS], axis=0) & ~seen[2]
    expected = seen.copy()
    expected[2] |= new
    assert met(front, COLUMNS, 0, 5, seen, 2, fresh) == np.bitwise_count(new).sum()
    assert (fresh[2] == new).all()
    assert (seen == expected).all()
    assert met(front, COLUMNS, 0, 5, seen, 2, fresh) == 0
    assert not fresh[2].any()
