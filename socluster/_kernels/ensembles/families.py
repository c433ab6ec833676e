"""What is asked of a stack of networks: each question is a compiled loop, or numpy where there are few networks."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.ensembles import dense
from socluster._kernels.ensembles.stack import members_of, number_of_ones
from socluster._kernels.ensembles.strengths import Strengths
from socluster._kernels.products import Vector

__all__ = ["betweenness", "closed", "distances", "egos", "parts", "reached_from", "roles"]


def egos(rows: Vector, strengths: Strengths, *, with_hierarchy: bool, compiled: bool) -> Vector:
    """Return constraint, effective size and (if asked for) sum of c ln c: array of shape (draws, 3, n)."""
    if not compiled:
        return dense.egos(rows, strengths, with_hierarchy=with_hierarchy)
    draws, n, _ = rows.shape
    result = np.empty((draws, 3, n))
    ties = strengths.near, strengths.far, strengths.more, strengths.there
    room = np.empty((2, n))
    loops = load("ensembles.loops_egos")
    loops.egos(rows, strengths.sure.copy(), strengths.sure, *ties, room, result, with_hierarchy)
    return result


def closed(rows: Vector, back: Vector, *, compiled: bool) -> Vector:
    """Return the number of ordered triples a -> b -> c with a -> c: array of int64 of shape (draws,)."""
    if not compiled:
        return dense.closed(rows)
    result = np.empty(len(rows), np.int64)
    load("ensembles.loops_triangles").closed(rows, back, result)
    return result


def distances(back: Vector, *, compiled: bool) -> Vector:
    """Return the number of ordered pairs at distance 0 (none), 1, ..., n: array of int64 of shape (draws, n + 1)."""
    if not compiled:
        return dense.distances(back)
    draws, n, _ = back.shape
    result = np.empty((draws, n + 1), np.int64)
    load("ensembles.loops_distances").by_distance(back, result, *_room(back, 3))
    return result


def reached_from(back: Vector, *, compiled: bool) -> tuple[Vector, Vector]:
    """Return by how many others everybody is reached and the sum of their distances, and the sum of 1 / distance.

    Arrays of shape (draws, 2, n), whole numbers, and (draws, n).
    """
    if not compiled:
        return dense.reached_from(back)
    draws, n, _ = back.shape
    counts, inverse = np.empty((draws, 2, n), np.int64), np.empty((draws, n))
    load("ensembles.loops_closeness").reached_from(back, counts, inverse, *_room(back, 3))
    return counts, inverse


def betweenness(rows: Vector, back: Vector, *, compiled: bool) -> tuple[Vector, Vector]:
    """Return what everybody carries of the shortest paths between ordered pairs of others; and `distances`."""
    if not compiled:
        return dense.betweenness(rows)
    draws, n, _ = rows.shape
    result, by_distance = np.empty((draws, n)), np.empty((draws, n + 1), np.int64)
    most = _most_ties(rows)
    starts, columns = np.empty((2, n + 1), np.int64), np.empty((2, most), np.int64)
    bits, room = np.empty((n + 3, n), np.uint64), np.empty((4, n, 8))
    lists = np.empty((3, 8 * n + 8), np.int64)
    loops = load("ensembles.loops_betweenness")
    loops.carried(rows, back, by_distance, result, starts, columns, bits, room, lists)
    return result, by_distance


def roles(rows: Vector, back: Vector, group: Vector, *, compiled: bool) -> Vector:
    """Return the number of ordered pairs that everybody brokers: array of int64 of shape (draws, 5, n)."""
    if not compiled:
        return dense.roles(rows, group)
    draws, n, _ = rows.shape
    result = np.empty((draws, 5, n), np.int64)
    codes = np.ascontiguousarray(group, dtype=np.int64)
    load("ensembles.loops_roles").brokered(rows, back, codes, members_of(codes), result)
    return result


def parts(rows: Vector, *, compiled: bool) -> Vector:
    """Return the number of components and of ordered pairs within them: array of int64 of shape (draws, 2)."""
    if not compiled:
        return dense.parts(rows)
    result = np.empty((len(rows), 2), np.int64)
    load("ensembles.loops_parts").parts(rows, result, np.empty((3, rows.shape[2]), np.uint64))
    return result


def _room(rows: Vector, levels: int) -> tuple[Vector, Vector, Vector]:
    n = rows.shape[1]
    return np.empty(n + 1, np.int64), np.empty(_most_ties(rows), np.int64), np.empty((levels, n), np.uint64)


def _most_ties(rows: Vector) -> int:
    """Return how many ties a network of the stack has at most, and one more, so that no array is empty."""
    return int(number_of_ones(rows).sum(axis=1).max(initial=0)) + 1
