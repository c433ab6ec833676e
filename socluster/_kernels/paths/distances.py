"""Distances, summed up from block to block so that the whole table of them is never held."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.compiling.compiled import COMPILED_FROM, in_chunks, load
from socluster._kernels.compiling.ordered import both_ways, by_degree, in_old_order
from socluster._kernels.products import Matrix, Vector

__all__ = ["DistanceSums", "distance_sums", "reach"]

DISTANCES = 2**22  # held at a time (32 MB)


class DistanceSums(NamedTuple):
    """All that one search in steps from everybody tells.

    Parameters
    ----------
    reached : array of int64 of shape (n,)
        Number of others that a row reaches.
    total : array of int64 of shape (n,)
        Sum of the distances to these.
    inverse : array of float64 of shape (n,)
        Sum of 1 / distance.
    farthest : array of int64 of shape (n,)
        Largest distance to one of these; 0 if there is none.
    by_distance : array of int64 of shape (largest distance + 1,)
        Number of ordered pairs at every distance; place 0 is 0.
    """

    reached: Vector
    total: Vector
    inverse: Vector
    farthest: Vector
    by_distance: Vector


def distance_sums(ties: Matrix, *, directed: bool) -> DistanceSums:
    """Return how much every row reaches of the others in steps along the ties, and how far these are.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column, whatever it holds; nothing on the diagonal.
    directed : bool
        Whether a tie can be walked from row to column only; if not, either way.

    Returns
    -------
    DistanceSums
    """
    if not directed:
        ties = (ties + ties.T).tocsr()
    return _compiled_sums(ties) if ties.shape[0] >= COMPILED_FROM else _numpy_sums(ties)


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
    if (lengths.data == 1).all():
        steps = distance_sums(lengths, directed=directed)
        return steps.reached.astype(float), steps.total.astype(float), steps.inverse
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


def _compiled_sums(ties: Matrix) -> DistanceSums:
    """Search from 512 rows at once, a bit for each."""
    loops = load("paths.loops_paths")
    order = by_degree(ties)
    out, back = both_ways(ties, order)
    search = partial(loops.distance_sums, out.starts, out.columns, back.starts, back.columns)
    total = _nothing(len(order))
    for part in in_chunks(search, len(order), 4 * loops.BITS):
        total = _added(total, DistanceSums(*part))
    reached, summed, inverse, farthest = (in_old_order(values, order) for values in total[:4])
    return DistanceSums(reached, summed, inverse, farthest, _trimmed(total.by_distance))


def _numpy_sums(ties: Matrix) -> DistanceSums:
    """Search from all rows at once: bit j of row i shows whether i reaches j in so many steps."""
    n = ties.shape[0]
    sums, rows = _nothing(n), np.arange(n)
    within = np.zeros((n, n // 64 + 1), dtype=np.uint64)
    within[rows, rows // 64] = np.uint64(1) << (rows % 64).astype(np.uint64)
    has_ties = np.diff(ties.indptr) > 0
    before = np.ones(n, dtype=np.int64)
    distance = 0
    while ties.nnz:
        distance += 1
        of_partners = np.bitwise_or.reduceat(within[ties.indices], ties.indptr[:-1][has_ties], axis=0)
        within[has_ties] |= of_partners
        now = np.bitwise_count(within).sum(axis=1, dtype=np.int64)
        new, before = now - before, now
        if not new.any():
            break
        here = np.zeros(n + 1, dtype=np.int64)
        here[distance] = new.sum()
        sums = _added(sums, DistanceSums(new, new * distance, new / distance, (new > 0) * distance, here))
    return sums._replace(by_distance=_trimmed(sums.by_distance))


def _nothing(n: int) -> DistanceSums:
    whole, parts = np.zeros(n, dtype=np.int64), np.zeros(n)
    return DistanceSums(whole, whole, parts, whole, np.zeros(n + 1, dtype=np.int64))


def _added(a: DistanceSums, b: DistanceSums) -> DistanceSums:
    return DistanceSums(
        a.reached + b.reached,
        a.total + b.total,
        a.inverse + b.inverse,
        np.maximum(a.farthest, b.farthest),
        a.by_distance + b.by_distance,
    )


def _trimmed(by_distance: Vector) -> Vector:
    """Leave out the distances beyond the longest."""
    return by_distance[: int(np.flatnonzero(by_distance).max(initial=0)) + 1]
