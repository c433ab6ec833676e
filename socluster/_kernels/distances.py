"""Distances, summed up from block to block so that the whole table of them is never held."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.products import Matrix, Vector

__all__ = ["reach"]

DISTANCES = 2**22  # held at a time (32 MB)


def reach(lengths: Matrix, *, directed: bool) -> tuple[Vector, Vector, Vector]:
    """Return how much every row reaches of the others, and how far these are.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    directed : bool
        Whether a tie can be walked from row to column only; if not, either way, at the smaller of two lengths.

    Returns
    -------
    reached : array of shape (n,)
        Number of others that can be reached.
    total : array of shape (n,)
        Sum of the distances to these.
    inverse : array of shape (n,)
        Sum of 1 / distance.
    """
    n = lengths.shape[0]
    reached, total, inverse = np.zeros(n), np.zeros(n), np.zeros(n)
    step = max(1, DISTANCES // max(n, 1))
    for start in range(0, n, step):
        rows = np.arange(start, min(start + step, n))
        distance = csgraph.dijkstra(lengths, directed=directed, indices=rows)
        distance[rows - start, rows] = np.inf  # nobody reaches itself
        there = np.isfinite(distance)
        reached[rows] = there.sum(axis=1)
        total[rows] = np.where(there, distance, 0.0).sum(axis=1)
        inverse[rows] = (1.0 / distance).sum(axis=1)
    return reached, total, inverse
