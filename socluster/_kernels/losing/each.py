"""What the others lose with each actor, or with each tie, alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

import numpy as np

from socluster._kernels.compiling.compiled import COMPILED_FROM, Watch, in_chunks, load, number_of_chunks
from socluster._kernels.losing.insertion import distances, distances_without_each
from socluster._kernels.paths.equal_lengths import SAME_LENGTH
from socluster._kernels.products import Matrix, Vector

__all__ = ["Lost", "lost_with_each_actor", "lost_with_each_tie"]

SEARCHES = 16  # by one thread at a time


class Lost(NamedTuple):
    """What the loss of each actor does to ordered pairs of others.

    Parameters
    ----------
    inverse : array of float of shape (n,)
        By how much the sum of 1 / distance changes; 0 or below.
    broken : array of int of shape (n,)
        How many pairs had a path, and have none.
    longer : array of int of shape (n,)
        How many pairs have a longer path.
    """

    inverse: Vector
    broken: Vector
    longer: Vector


def lost_with_each_actor(lengths: Matrix, watch: Watch | None = None) -> Lost:
    """Return what the others lose if an actor leaves, for each alone.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    watch : callable, optional
        Is handed the parts of long work, and their number, and hands them on.
    """
    if lengths.shape[0] < COMPILED_FROM:
        return _by_tables(lengths)
    change, pairs = _added(lengths, by_tie=False, watch=watch)
    return Lost(change, pairs[:, 0], pairs[:, 1])


def _by_tables(lengths: Matrix) -> Lost:
    """Return the same from a table of distances without each actor, in which its own row and column are infinite."""
    n = lengths.shape[0]
    whole = distances(lengths, np.ones(n, dtype=bool))
    np.fill_diagonal(whole, np.inf)
    inverse, reached = 1.0 / whole, np.isfinite(whole)
    before, had_path = (_among_others(each) for each in (inverse, reached.astype(np.int64)))
    lost = Lost(np.zeros(n), np.zeros(n, np.int64), np.zeros(n, np.int64))
    for actor, after in distances_without_each(lengths):
        np.fill_diagonal(after, np.inf)
        has_path = np.isfinite(after)
        lost.broken[actor] = had_path[actor] - has_path.sum()
        lost.longer[actor] = (has_path & (after > whole * (1 + SAME_LENGTH))).sum()
        if lost.broken[actor] or lost.longer[actor]:
            lost.inverse[actor] = (1.0 / after).sum() - before[actor]
    return lost


def _among_others(table: Vector) -> Vector:
    """Return the sum over all cells but those in an actor's row and column, whose own cell is 0."""
    return np.asarray(table.sum() - table.sum(axis=0) - table.sum(axis=1))


def lost_with_each_tie(lengths: Matrix) -> Matrix:
    """Return by how much the sum of 1 / distance over ordered pairs changes without a cell, at the cell.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column. A tie without direction is two cells. No shortest path passes
        both, so the changes of the two add up.
    """
    into = lengths.T.tocsr()
    change, _ = _added(lengths, by_tie=True)
    by_column: Matrix = type(into)((change, into.indices, into.indptr), shape=into.shape)
    return by_column.T.tocsr()


def _added(lengths: Matrix, *, by_tie: bool, watch: Watch | None = None) -> tuple[Vector, Vector]:
    """Return the change of the sum of 1 / distance, and broken and longer pairs, of each actor or tie (by column).

    Sums are taken over runs of sources; which runs there are follows from the size only.
    """
    n, ties = lengths.shape[0], lengths.nnz
    losses = ties if by_tie else n
    change, pairs = np.zeros(losses), np.zeros((losses, 2), np.int64)
    if not ties:
        return change, pairs
    arrays = *_cells(lengths), *_cells(lengths.T.tocsr())
    uniform = bool((lengths.data == lengths.data[0]).all())
    run = partial(load("losing.loops_each").without_each, by_tie, uniform, *arrays)

    def from_sources(first: int, last: int) -> tuple[Vector, Vector]:
        room = np.empty((2, n)), np.empty((9, n), np.int64), np.empty(n + ties + 1), np.empty(n + ties + 1, np.int64)
        found = np.zeros(losses), np.zeros((losses, 2), np.int64)
        run(first, last, *room, *found)
        return found

    parts: Iterable[tuple[Vector, Vector]] = in_chunks(from_sources, n, SEARCHES)
    if watch is not None:
        parts = watch(parts, number_of_chunks(n, SEARCHES))
    for some_change, some_pairs in parts:
        change += some_change
        pairs += some_pairs
    return change, pairs


def _cells(lengths: Matrix) -> tuple[Vector, Vector, Vector]:
    return (
        np.ascontiguousarray(lengths.indptr, dtype=np.int64),
        np.ascontiguousarray(lengths.indices, dtype=np.int64),
        np.ascontiguousarray(lengths.data, dtype=np.float64),
    )
