"""A sparse matrix with rows and columns in another order."""

import numpy as np
from scipy import sparse

from socluster._kernels.compiling.loops_order import reordered


def frozen(values, dtype):
    values = np.array(values, dtype=dtype)
    values.flags.writeable = False
    return values


def test_columns_before_the_row_come_first():
    """The row 0 -> 1, 2, 3 comes to place 1, the rows 2, 3 and 1 to the places 0, 2 and 3."""
    starts, columns, values = (
        frozen([0, 3, 3, 4, 4], np.int64),
        frozen([1, 2, 3, 0], np.uint32),
        frozen([5, 6, 7, 8], float),
    )
    order, place = np.array([2, 0, 3, 1]), np.array([1, 3, 0, 2])
    new_starts, middles, new_columns, new_values = reordered(starts, columns, values, order, place)
    assert new_starts.tolist() == [0, 1, 4, 4, 4]
    assert middles.tolist() == [0, 2, 4, 4]
    assert (new_columns[0], new_values[0]) == (1, 8)
    assert (new_columns[1], new_values[1]) == (0, 6)
    assert sorted(zip(new_columns[2:].tolist(), new_values[2:].tolist(), strict=True)) == [(2, 7.0), (3, 5.0)]


def test_it_is_the_matrix_with_its_rows_and_columns_moved():
    rng = np.random.default_rng(3)
    matrix = sparse.random_array((40, 40), density=0.2, format="csr", rng=rng)
    order = rng.permutation(40)
    parts = frozen(matrix.indptr, np.int64), frozen(matrix.indices, np.uint32), frozen(matrix.data, float)
    starts, middles, columns, values = reordered(*parts, order, np.argsort(order))
    moved = sparse.csr_array((values, columns.astype(int), starts), shape=(40, 40))
    assert (moved.toarray() == matrix.toarray()[np.ix_(order, order)]).all()
    rows = np.repeat(np.arange(40), np.diff(starts))
    is_first = np.arange(len(columns)) < middles[rows]
    assert (is_first == (columns < rows)).all()
