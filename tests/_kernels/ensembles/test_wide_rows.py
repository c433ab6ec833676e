"""Eight numbers side by side, against the same in numpy."""

import numpy as np
import pytest

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.ensembles.wide_rows import arrive, carry

_TABLE, _WHOLE = "float64[:, ::1]", "int64[::1]"


@compiled(f"void({_TABLE}, {_WHOLE}, int64, int64, uint64, {_TABLE}, int64)", lean=True)
def arrived(paths, columns, start, stop, lanes, fresh, spot):
    arrive(paths, columns, start, stop, lanes, fresh, spot)


@compiled(f"void({_TABLE}, {_WHOLE}, int64, int64, uint64, {_TABLE}, int64, {_TABLE}, int64, {_TABLE})", lean=True)
def carried(owed, columns, start, stop, lanes, paths, row, fresh, spot, sums):
    carry(owed, columns, start, stop, lanes, paths, row, fresh, spot, sums)


@pytest.mark.parametrize("stop", [1, 2, 3, 5])
def test_sums_of_rows_in_the_lanes_that_are_named(stop):
    rng = np.random.default_rng(stop)
    table, fresh, sums = rng.random((6, 8)), np.full((3, 8), 9.0), rng.random((6, 8))
    paths = rng.integers(1, 5, (6, 8)).astype(float)
    columns, lanes = np.array([4, 1, 1, 5, 0]), np.uint64(0b10110001)
    is_here = np.array([1, 0, 0, 0, 1, 1, 0, 1], dtype=bool)
    summed = table[columns[1:stop]].sum(axis=0)
    arrived(table, columns, 1, stop, lanes, fresh, 2)
    np.testing.assert_allclose(fresh[2], np.where(is_here, summed, 0.0))
    before = sums.copy()
    carried(table, columns, 1, stop, lanes, paths, 3, fresh, 1, sums)
    passing = np.where(is_here, summed * paths[3], 0.0)
    np.testing.assert_allclose(sums[3], before[3] + passing)
    np.testing.assert_allclose(fresh[1], np.where(is_here, (1 + passing) / paths[3], 0.0))
    assert (np.delete(sums, 3, axis=0) == np.delete(before, 3, axis=0)).all()
