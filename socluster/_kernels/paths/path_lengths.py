"""How near the partners of a row are to each other without it."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.ego.neighbourhoods import inverse_distances_around
from socluster._kernels.products import Matrix, Vector

__all__ = ["efficiency_around"]


def efficiency_around(lengths: Matrix, *, beyond: bool) -> Vector:
    """Return the mean of 1 / distance between the partners of every row, when the row itself is gone.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    beyond : bool
        Whether paths may run over rows that are no partners.

    Returns
    -------
    array of shape (n,)
        NaN where a row has fewer than 2 partners.
    """
    n = lengths.shape[0]
    partners = (lengths + lengths.T).tocsr()
    if not beyond and n >= COMPILED_FROM and partners.nnz == lengths.nnz and (lengths.data == 1).all():
        pairs = np.diff(partners.indptr) * (np.diff(partners.indptr) - 1)
        return np.where(pairs > 0, inverse_distances_around(partners) / np.maximum(pairs, 1), np.nan)
    result = np.full(n, np.nan)
    for row in range(n):
        near = np.sort(partners.indices[partners.indptr[row] : partners.indptr[row + 1]])
        if len(near) < 2:
            continue
        allowed = np.delete(np.arange(n), row) if beyond else near
        places = np.searchsorted(allowed, near)
        distance = csgraph.dijkstra(lengths[allowed][:, allowed], directed=True, indices=places)[:, places]
        np.fill_diagonal(distance, np.inf)
        result[row] = (1.0 / distance).sum() / (len(near) * (len(near) - 1))
    return result
