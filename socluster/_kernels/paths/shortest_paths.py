"""What runs over shortest paths: the part of them that actors and ties carry, their number, and loads of parcels.

Networks too small for compiled loops are looked at all at once: the ties on shortest paths from one actor form no
circle, so that a sum over all walks along them ends. Where distances as plain numbers do not tell for sure which paths
are equally long, because lengths are very far apart, the compiled loops are asked after all; so answers do not depend
on the way in which they were computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from socluster._kernels.compiling.compiled import COMPILED_FROM, Watch, in_chunks, load, number_of_chunks
from socluster._kernels.paths.equal_lengths import SAME_LENGTH
from socluster._kernels.products import Matrix, Vector
from socluster._kernels.scaling import at_most_one

__all__ = ["carried", "loads", "passing_paths"]

CELLS = 2**20  # ties times actors from whom they are looked at, at a time

SEARCHES = 16  # by one thread at a time


class _Ways(NamedTuple):
    """The ties on shortest paths from some actors, every other actor being a row for each of them."""

    starts: Vector  # the row of each of these actors, at which its paths start
    reached: Vector  # whether there is a path to a row; not for the starts
    steps: Matrix  # from row to row; holds the cell of the lengths, from 1
    n: int

    def by_actor(self, values: Vector) -> Vector:
        """Add up by actor what rows have."""
        total: Vector = values.reshape(len(self.starts), self.n).sum(axis=0)
        return total


class _UnclearError(Exception):
    """Plain distances do not tell which paths are equally long."""


def carried(lengths: Matrix, sources: int | None = None) -> tuple[Vector, Vector]:
    """Return the part of the shortest paths between others that every row is on, and that every tie is on.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    sources : int, optional
        Only paths that start at the first so many rows; at all, unless given.

    Returns
    -------
    by_row : array of shape (n,)
        Sum over ordered pairs of others.
    by_cell : array of shape (number of ties,)
        Sum over ordered pairs, for the ties in the order of the matrix.
    """

    if lengths.shape[0] >= COMPILED_FROM and (lengths.data == lengths.data[:1]).all():
        return _carried_in_steps(lengths, lengths.shape[0] if sources is None else sources)

    def from_ways(ways: _Ways) -> tuple[Vector, Vector]:
        paths, owed = np.zeros(ways.reached.size), np.zeros(ways.reached.size)
        paths[ways.starts] = 1.0
        step = _ones(ways.steps)
        paths = _over_all_walks(step.T.tocsr(), paths)
        np.divide(1.0, paths, out=owed, where=ways.reached)
        by_path = _over_all_walks(step, owed)
        cells = ways.steps.tocoo()
        of_cell = np.bincount(cells.data - 1, weights=paths[cells.row] * by_path[cells.col], minlength=lengths.nnz)
        of_row = np.where(ways.reached, paths * (step @ by_path), 0.0)
        return ways.by_actor(of_row), of_cell

    by_row, by_cell = _summed(lengths, from_ways, "carried", sources)
    return by_row, by_cell


def passing_paths(lengths: Matrix, watch: Watch | None = None) -> tuple[Vector, float, Vector]:
    """Count the shortest paths that pass every actor.

    Parameters
    ----------
    lengths : sparse matrix of shape (n, n)
        Positive length of the tie from row to column.
    watch : callable, optional
        Is handed the parts of long work, and their number, and hands them on.

    Returns
    -------
    passing : array of shape (n,)
        Number of shortest paths between ordered pairs of others on which the actor is.
    total : float
        Number of shortest paths between all ordered pairs.
    ending : array of shape (n,)
        Number of those paths that begin or end at the actor.
    """

    def from_ways(ways: _Ways) -> tuple[Vector, Vector]:
        arriving = np.zeros(ways.reached.size)
        arriving[ways.starts] = 1.0
        step = _ones(ways.steps)
        arriving = _over_all_walks(step.T.tocsr(), arriving)
        arriving[ways.starts] = 0.0
        leading_on = _over_all_walks(step, np.ones(len(arriving))) - 1.0
        ending = arriving.copy()
        ending[ways.starts] = arriving.reshape(len(ways.starts), ways.n).sum(axis=1)
        return ways.by_actor(arriving * leading_on), ways.by_actor(ending)

    passing, ending = _summed(lengths, from_ways, "passing", watch=watch)
    return passing, float(ending.sum() / 2), ending


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

    def from_ways(ways: _Ways) -> tuple[Vector]:
        step = _ones(ways.steps)
        next_steps = np.maximum(np.asarray(step.sum(axis=0)).ravel(), 1.0)
        handed = (step @ sparse.diags_array(1.0 / next_steps)).tocsr()
        passing = _over_all_walks(handed, ways.reached.astype(float)) - ways.reached
        passing[ways.starts] = 0.0
        return (ways.by_actor(passing),)

    (load,) = _summed(lengths.T.tocsr(), from_ways, "loads")  # seen from the goal, ties run backwards
    return load


def _summed(
    lengths: Matrix,
    from_ways: Callable[[_Ways], tuple[Vector, ...]],
    loop: str,
    sources: int | None = None,
    watch: Watch | None = None,
) -> tuple[Vector, ...]:
    """Sum up over all actors from whom paths start, in the way that is quicker for a network of that size."""
    lengths = at_most_one(lengths)
    total = lengths.shape[0] if sources is None else sources
    if lengths.shape[0] < COMPILED_FROM:
        try:
            return _added(from_ways(ways) for ways in _clear_ways(lengths, total))
        except _UnclearError:
            pass
    run = partial(getattr(load("paths.loops_shortest"), loop), *_as_arrays(lengths))
    parts: Iterable[Any] = in_chunks(run, total, SEARCHES)
    if watch is not None:
        parts = watch(parts, number_of_chunks(total, SEARCHES))
    return _added(part if isinstance(part, tuple) else (part,) for part in parts)


def _carried_in_steps(ties: Matrix, total: int) -> tuple[Vector, Vector]:
    """Return what `carried` does, of ties that are all equally long, from the first so many actors."""
    cells = np.ascontiguousarray(ties.indptr, dtype=np.int64), np.ascontiguousarray(ties.indices, dtype=np.uint32)
    run = partial(load("paths.loops_steps").carried, *cells)
    by_row, by_cell = _added(in_chunks(run, total, SEARCHES))
    return by_row, by_cell


def _added(parts: Iterator[Any] | Any) -> tuple[Vector, ...]:
    return tuple(sum(each) for each in zip(*parts, strict=True))


def _as_arrays(lengths: Matrix) -> tuple[Vector, ...]:
    """Return rows, columns and lengths of the ties, and where in a list by column every column begins."""
    n = lengths.shape[0]
    starts = np.ascontiguousarray(lengths.indptr, dtype=np.int64)
    columns = np.ascontiguousarray(lengths.indices, dtype=np.uint32)
    into = np.r_[0, np.cumsum(np.bincount(columns, minlength=n))].astype(np.int64)
    rows = np.repeat(np.arange(n, dtype=np.uint32), np.diff(starts))
    return starts, columns, np.ascontiguousarray(lengths.data, dtype=np.float64), into, rows


def _clear_ways(lengths: Matrix, total: int) -> Iterator[_Ways]:
    """Yield the ties on shortest paths from the first so many actors, from run to run of them.

    Raises
    ------
    _UnclearError
        If rounding could decide which these are.
    """
    n = lengths.shape[0]
    cells = lengths.tocoo()
    step = max(1, CELLS // max(cells.nnz, n, 1))
    for first in range(0, max(total, 1), step):
        sources = np.arange(first, min(first + step, total))
        distance = csgraph.dijkstra(lengths, directed=True, indices=sources) if n else np.zeros((0, 0))
        from_source, cell = _on_shortest(distance, cells.row, cells.col, cells.data)
        ends = from_source * n + cells.row[cell], from_source * n + cells.col[cell]
        size = len(sources) * n
        reached = np.isfinite(distance).ravel()
        starts = np.arange(len(sources)) * n + sources
        reached[starts] = False
        yield _Ways(starts, reached, sparse.csr_array((cell + 1, ends), shape=(size, size)), n)


def _on_shortest(distance: Vector, row: Vector, col: Vector, length: Vector) -> tuple[Vector, Vector]:
    """Return the ties (places in the list) on shortest paths, and from which row of the distances.

    Computed distances are off by `noise` at most, as a part of them. A tie is the only one by which shortest paths come
    to its end, or its detour is below the tolerance for its own length already, which is part of all that is compared.
    """
    n = distance.shape[1]
    noise = 4e-16 * (n + 1)
    with np.errstate(invalid="ignore"):  # from nowhere to nowhere
        detour = distance[:, row] + length - distance[:, col]
        near = detour <= (SAME_LENGTH + noise) * distance[:, col]
    source, cell = np.nonzero(near)
    own, end = length[cell], distance[source, col[cell]]
    key = source * n + col[cell]
    is_only = np.bincount(key, minlength=1)[key] == 1
    is_sure = detour[source, cell] + noise * end <= np.minimum(SAME_LENGTH * own, length.min(initial=1.0) / 2)
    if not ((is_only | is_sure) & (own > 4 * noise * end)).all():
        raise _UnclearError
    return source, cell


def _ones(steps: Matrix) -> Matrix:
    return sparse.csr_array((np.ones(steps.nnz), steps.indices, steps.indptr), shape=steps.shape)


def _over_all_walks(step: Matrix, start: Vector) -> Vector:
    """Return start + step @ start + step @ step @ start + ..., which ends because the steps form no circle."""
    total, now = start.copy(), step @ start
    while now.any():
        total += now
        now = step @ now
    return total
