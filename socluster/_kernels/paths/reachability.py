"""Who reaches whom along paths, and which pairs lack a nearest common superior."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.products import Matrix, Vector

__all__ = ["pairs_without_least_upper_bound", "reachable"]


def reachable(ties: Matrix) -> Vector:
    """Return whether the row reaches the column along the ties; everybody reaches itself.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.

    Returns
    -------
    array of bool of shape (n, n)
    """
    n = ties.shape[0]
    reached = np.zeros((n, n), dtype=bool)
    for row in range(n):
        reached[row, csgraph.breadth_first_order(ties, row, directed=True, return_predecessors=False)] = True
    return reached


def pairs_without_least_upper_bound(reached: Vector) -> int:
    """Count the unordered pairs that have no least upper bound.

    An upper bound of i and j reaches both. It is a least one if every upper bound reaches it. Whoever reaches an upper
    bound is one too, so a bound is least exactly if as many reach it as there are bounds: no list of bounds is
    compared with another.

    Parameters
    ----------
    reached : array of bool of shape (n, n)
        Whether the row reaches the column; true on the diagonal.

    Returns
    -------
    int
    """
    n = len(reached)
    superiors = reached.sum(axis=0)
    missing = 0
    for first in range(n):
        bounds = np.flatnonzero(reached[:, first])
        common = reached[bounds, first + 1 :]  # bounds of `first` that are bounds of each later row too
        number = common.sum(axis=0)
        lowest = (common * superiors[bounds, None]).max(axis=0, initial=0)
        missing += int(np.count_nonzero((number == 0) | (lowest != number)))
    return missing
