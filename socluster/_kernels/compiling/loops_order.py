"""Compiled loops that lay out a network for other loops."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["reordered"]


@compiled(
    "Tuple((int64[::1], int64[::1], uint32[::1], float64[::1]))"
    "(Array(int64, 1, 'C', True), Array(uint32, 1, 'C', True), Array(float64, 1, 'C', True), int64[::1], int64[::1])"
)
def reordered(
    starts: Vector, columns: Vector, values: Vector, order: Vector, place: Vector
) -> tuple[Vector, Vector, Vector, Vector]:
    """Return a sparse matrix with rows and columns in another order; in every row, columns before the row come first.

    Parameters
    ----------
    starts, columns, values : arrays
        Index pointers, indices and data of the matrix (CSR).
    order : array of shape (n,)
        The row that comes to every place.
    place : array of shape (n,)
        The place of every row; the inverse of `order`.

    Returns
    -------
    starts : array of shape (n + 1,)
    middles : array of shape (n,)
        Where in every row the columns behind the row begin.
    columns, values : arrays
    """
    n = order.size
    new_starts, middles = np.zeros(n + 1, np.int64), np.empty(n, np.int64)
    new_columns, new_values = np.empty(columns.size, np.uint32), np.empty(columns.size, np.float64)
    for new in range(n):
        old = order[new]
        front = new_starts[new]
        back = front + starts[old + 1] - starts[old]
        new_starts[new + 1] = back
        for cell in range(starts[old], starts[old + 1]):
            column = place[columns[cell]]
            if column < new:
                spot = front
                front += 1
            else:
                back -= 1
                spot = back
            new_columns[spot] = column
            new_values[spot] = values[cell]
        middles[new] = front
    return new_starts, middles, new_columns, new_values
