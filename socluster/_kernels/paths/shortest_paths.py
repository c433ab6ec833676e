"""What runs over shortest paths: how many of them pass an actor, and the load of parcels that are sent along them.

Both look at one actor at a time and at the ties that lie on shortest paths from it. These ties form no circle, so that
a sum over all walks along them ends.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import sparse

from socluster._kernels.paths.distance_blocks import distance_blocks
from socluster._kernels.products import Matrix, Vector

__all__ = ["loads", "passing_paths"]

ROUNDING = 1e-10  # two paths are equally long if their lengths differ by no more than this part of them


def passing_paths(lengths: Matrix) -> tuple[Vector, float, Vector]:
    """Count the shortest paths that pass every actor.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.

    Returns
    -------
    passing : array of shape (n,)
        Number of shortest paths between ordered pairs of others on which the actor is.
    total : float
        Number of shortest paths between all ordered pairs.
    ending : array of shape (n,)
        Number of those paths that begin or end at the actor.
    """
    n = lengths.shape[0]
    passing, ending, total = np.zeros(n), np.zeros(n), 0.0
    for start, on_path, _ in _ties_on_shortest_paths(lengths):
        at_start = np.zeros(n)
        at_start[start] = 1.0
        arriving = _over_all_walks(on_path.T.tocsr(), at_start)
        leading_on = _over_all_walks(on_path, np.ones(n)) - 1.0
        arriving[start] = 0.0
        passing += arriving * leading_on
        ending += arriving
        ending[start] += arriving.sum()
        total += arriving.sum()
    return passing, total, ending


def loads(lengths: Matrix) -> Vector:
    """Return how many parcels pass every actor if everybody sends one to everybody whom it reaches.

    A parcel runs along shortest paths to its goal; an actor hands equal parts of it to each of those partners who are
    next on such a path.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.

    Returns
    -------
    array of shape (n,)
        Without the parcels that the actor sends or gets itself.
    """
    n = lengths.shape[0]
    load = np.zeros(n)
    for goal, from_goal, reached in _ties_on_shortest_paths(
        lengths.T.tocsr()
    ):  # seen from the goal, ties run backwards
        next_steps = np.maximum(np.asarray(from_goal.sum(axis=0)).ravel(), 1.0)
        handed = from_goal @ sparse.diags_array(1.0 / next_steps)
        sent = reached.astype(float)
        passing = _over_all_walks(handed.tocsr(), sent) - sent
        passing[goal] = 0.0
        load += passing
    return load


def _ties_on_shortest_paths(lengths: Matrix) -> Iterator[tuple[int, Matrix, Vector]]:
    """Yield every row with the ties (as ones) on shortest paths from it, and with whom it reaches (not itself)."""
    cells = lengths.tocoo()
    for rows, distances in distance_blocks(lengths, directed=True):
        for start, distance in enumerate(distances, start=rows.start):
            distance[start] = 0.0
            before, after = distance[cells.row], distance[cells.col]
            there = np.isfinite(before)
            detour = np.full(cells.nnz, np.inf)
            detour[there] = before[there] + cells.data[there] - after[there]
            on_path = (before < after) & (detour <= ROUNDING * after)
            ends = (cells.row[on_path], cells.col[on_path])
            reached = np.isfinite(distance)
            reached[start] = False
            yield start, sparse.csr_array((np.ones(on_path.sum()), ends), shape=lengths.shape), reached


def _over_all_walks(step: Matrix, start: Vector) -> Vector:
    """Return start + step @ start + step @ step @ start + ..., which ends because the steps form no circle."""
    total, now = start.copy(), step @ start
    while now.any():
        total += now
        now = step @ now
    return total
