"""Distances while actors come in one by one: an exact update instead of a new search.

When an actor v joins, a shortest path between two others is unchanged or runs through v once. So the new distance
is the smaller of the old one and that to v plus that from v; and v reaches others over those of its partners who are
there. This costs n^2 steps per actor, whatever the number of ties.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.products import Matrix, Vector

__all__ = ["distances", "distances_without_each", "growing_distances", "insert"]


def distances(lengths: Matrix, present: Vector) -> Vector:
    """Return the distances among those who are present; infinite where there is no path or somebody is absent.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    present : array of bool of shape (n,)
        Who is there.

    Returns
    -------
    array of float of shape (n, n)
        0 on the diagonal of those who are present.
    """
    n = lengths.shape[0]
    table = np.full((n, n), np.inf)
    here = np.flatnonzero(present)
    if len(here):
        table[np.ix_(here, here)] = csgraph.dijkstra(lengths[here][:, here])
    return table


def insert(table: Vector, actor: int, lengths: Matrix, backwards: Matrix) -> None:
    """Let an actor join: update the table of distances in place.

    Parameters
    ----------
    table : array of float of shape (n, n)
        Distances among those who are present; rows and columns of the absent are infinite throughout.
    actor : int
        Who joins.
    lengths, backwards : sparse matrices of shape (n, n)
        Lengths of all ties, and their transpose.
    """
    targets, there = _ties(lengths, actor)
    sources, back = _ties(backwards, actor)
    away = (there[:, None] + table[targets]).min(axis=0, initial=np.inf)
    towards = (table[:, sources] + back).min(axis=1, initial=np.inf)
    away[actor] = towards[actor] = 0.0
    reaching = np.flatnonzero(np.isfinite(towards))
    if 2 * len(reaching) < len(table):
        table[reaching] = np.minimum(table[reaching], towards[reaching, None] + away)
    else:
        np.minimum(table, towards[:, None] + away, out=table)


def growing_distances(lengths: Matrix, order: Vector) -> Iterator[Vector]:
    """Yield the distances among the first 0, 1, 2, ... actors of the order; the same table, changed in between."""
    backwards = lengths.T.tocsr()
    table = np.full(lengths.shape, np.inf)
    yield table
    for actor in order.tolist():
        insert(table, actor, lengths, backwards)
        yield table


def distances_without_each(lengths: Matrix) -> Iterator[tuple[int, Vector]]:
    """Yield every actor with the distances among all others, in no particular order.

    By halves: with all but some actors present, let one half of these join, and what is missing is the other half.
    Every actor joins about log2(n) times, so that all n tables cost n^3 log n steps, not n searches from everybody.
    """
    n = lengths.shape[0]
    backwards = lengths.T.tocsr()

    def missing(absent: list[int], table: Vector) -> Iterator[tuple[int, Vector]]:
        if len(absent) == 1:
            yield absent[0], table
            return
        half = len(absent) // 2
        for rest, joining in ((absent[half:], absent[:half]), (absent[:half], absent[half:])):
            fuller = table.copy()
            for actor in joining:
                insert(fuller, actor, lengths, backwards)
            yield from missing(rest, fuller)

    if n:
        yield from missing(list(range(n)), np.full((n, n), np.inf))


def _ties(lengths: Matrix, actor: int) -> tuple[Vector, Vector]:
    row = slice(lengths.indptr[actor], lengths.indptr[actor + 1])
    return lengths.indices[row], lengths.data[row]
