"""How near the neighbours of a row are to each other, along their own ties only."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import COMPILED_FROM, in_chunks, load
from socluster._kernels.products import Matrix, Vector

__all__ = ["inverse_distances_around"]


def inverse_distances_around(ties: Matrix) -> Vector:
    """Return the sum of 1 / distance over ordered pairs of neighbours of every row, in steps, when the row is gone.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A symmetric matrix with a cell for every tie, whatever it holds; nothing on the diagonal.

    Returns
    -------
    array of shape (n,)
    """
    n = ties.shape[0]
    if n < COMPILED_FROM:
        return _numpy_inverse_distances(ties)
    starts, columns = ties.indptr.astype(np.int64), ties.indices.astype(np.uint32)
    loop = load("ego.loops_neighbourhoods").inverse_distances
    return np.concatenate(list(in_chunks(lambda first, last: loop(starts, columns, first, last), n, 16)))


def _numpy_inverse_distances(ties: Matrix) -> Vector:
    """Go on from all neighbours at once, step by step, in a table for every neighbourhood."""
    tied = ties.toarray() != 0
    result = np.zeros(len(tied))
    for row in range(len(tied)):
        near = np.flatnonzero(tied[row])
        step = tied[np.ix_(near, near)].astype(np.float32)
        within = np.eye(len(near), dtype=np.float32)
        before, distance = len(near), 0
        while True:
            distance += 1
            within = np.minimum(within @ step + within, 1.0)
            now = int(within.sum())
            if now == before:
                break
            result[row] += (now - before) / distance
            before = now
    return result
