"""What an actor sees of the others by distance: how many are near, how much they count, and how far the farthest is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.products import Matrix, Vector

__all__ = ["decayed", "distance_blocks", "farthest", "within"]

DISTANCES = 2**22  # held at a time (32 MB)


def distance_blocks(lengths: Matrix, *, directed: bool) -> Iterator[tuple[slice, Vector]]:
    """Yield runs of rows with their distances to everybody, so that the whole table of them is never held.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    directed : bool
        Whether a tie can be walked from row to column only; if not, either way, at the smaller of two lengths.

    Yields
    ------
    rows : slice
    distance : array of shape (rows, n)
        Infinite where there is no path, and from everybody to itself.
    """
    n = lengths.shape[0]
    step = max(1, DISTANCES // max(n, 1))
    for start in range(0, n, step):
        rows = np.arange(start, min(start + step, n))
        distance = csgraph.dijkstra(lengths, directed=directed, indices=rows)
        distance[rows - start, rows] = np.inf
        yield slice(start, start + len(rows)), distance


def within(lengths: Matrix, limit: float, *, directed: bool) -> Vector:
    """Return the number of others whose distance is at most the limit, by row."""
    near = np.zeros(lengths.shape[0])
    for rows, distance in distance_blocks(lengths, directed=directed):
        near[rows] = (distance <= limit).sum(axis=1)
    return near


def decayed(lengths: Matrix, factor: float, *, directed: bool) -> Vector:
    """Return the sum of factor ** distance over the others, by row; the factor is below 1."""
    total = np.zeros(lengths.shape[0])
    for rows, distance in distance_blocks(lengths, directed=directed):
        total[rows] = (factor**distance).sum(axis=1)  # factor ** inf is 0
    return total


def farthest(lengths: Matrix, *, directed: bool) -> tuple[Vector, Vector]:
    """Return the number of others that are reached, and the largest distance to one of them (0 if there is none)."""
    reached, largest = np.zeros(lengths.shape[0]), np.zeros(lengths.shape[0])
    for rows, distance in distance_blocks(lengths, directed=directed):
        there = np.isfinite(distance)
        reached[rows] = there.sum(axis=1)
        largest[rows] = np.where(there, distance, 0.0).max(axis=1, initial=0.0)
    return reached, largest
