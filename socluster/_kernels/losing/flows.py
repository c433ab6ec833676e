"""What of the maximum flow between others is lost with each actor, by a compiled loop."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import numpy as np

from socluster._kernels.compiling.compiled import Watch, in_chunks, load, number_of_chunks
from socluster._kernels.products import Matrix, Vector, ones_like, row_sums

__all__ = ["lost_flows"]

SEARCHES = 4  # sources, by one thread at a time
ROUNDING = 1e-14  # of the capacities between two: what is left of a tie that is full


def lost_flows(
    capacity: Matrix, *, symmetric: bool, in_parts: bool, watch: Watch | None = None
) -> tuple[Vector, Vector]:
    """Return by actor what is lost between the others without it, and what flows between them with it.

    Parameters
    ----------
    capacity : sparse matrix of shape (n, n)
        What can flow from row to column.
    symmetric : bool
        Whether it is the same both ways; then every pair counts once, if not, ordered pairs do.
    in_parts : bool
        Whether what is lost of the flow of a pair is counted as a part of that flow.
    watch : callable, optional
        Is handed the parts of long work, and their number, and hands them on.
    """
    n = capacity.shape[0]
    cells = _both_ways(capacity)
    most = np.stack([row_sums(capacity), row_sums(capacity.T.tocsr())]).astype(float)
    run = partial(load("losing.loops_flows").lost_flows, symmetric, in_parts)

    def from_sources(first: int, last: int) -> Vector:
        ties, result = len(cells[1]), np.zeros((2, n))
        room = (
            np.zeros(ties),
            cells[3].copy(),
            cells[4],
            most,
            np.zeros((2, n)),
            np.zeros((7, n), np.int64),
            np.zeros(ties, np.int64),
        )
        log = np.empty(2 * ties, np.int64), np.empty(2 * ties), np.zeros(6, np.int64)
        run(first, last, *cells[:4], *room, *log, result)
        return result

    parts: Iterable[Vector] = in_chunks(from_sources, n, SEARCHES)
    if watch is not None:
        parts = watch(parts, number_of_chunks(n, SEARCHES))
    lost, own = sum(parts, np.zeros((2, n)))
    return lost, own.sum() / 2 - own


def _both_ways(capacity: Matrix) -> tuple[Vector, Vector, Vector, Vector, Vector]:
    """Return ties in both directions: starts, columns, place of the tie back, capacity, what of it is rounding."""
    n = capacity.shape[0]
    tied = (ones_like(capacity) + ones_like(capacity.T.tocsr())).tocsr()
    tied.sort_indices()
    row, column = np.repeat(np.arange(n), np.diff(tied.indptr)), tied.indices.astype(np.int64)
    twins = np.lexsort((row, column)).astype(np.int64)
    given = capacity.tocoo()
    takes = np.zeros(len(column))
    takes[np.searchsorted(row * n + column, given.row.astype(np.int64) * n + given.col)] = given.data
    return tied.indptr.astype(np.int64), column, twins, takes, ROUNDING * takes
