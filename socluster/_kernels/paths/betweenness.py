"""How much of the shortest paths between all others every row carries."""

from __future__ import annotations

from functools import partial

import numpy as np

from socluster._kernels.compiling.compiled import in_chunks, load
from socluster._kernels.compiling.ordered import both_ways, by_degree, in_old_order
from socluster._kernels.products import Matrix, Vector

__all__ = ["carried_paths"]


def carried_paths(ties: Matrix, goals: int | None = None) -> Vector:
    """Return, for every row, the sum over ordered pairs of others of the part of their shortest paths that it is on.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column, whatever it holds, each one step long; nothing on the diagonal.
    goals : int, optional
        Only paths that end at the first so many rows; at all, unless given.

    Returns
    -------
    array of shape (n,)

    References
    ----------
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25, 163-177.
    doi:10.1080/0022250X.2001.9990249
    """
    loops = load("paths.loops_paths")
    order = by_degree(ties)
    if goals is not None:
        order = np.r_[order[order < goals], order[order >= goals]]
    out, back = both_ways(ties, order)
    carry = partial(loops.carried, out.starts, out.columns, back.starts, back.columns)
    total = np.zeros(len(order))
    for part in in_chunks(carry, len(order) if goals is None else goals, 16 * loops.LANES):
        total += part
    return in_old_order(total, order)
