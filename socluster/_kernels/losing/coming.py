"""What there is among the first of an order of actors, for all its beginnings."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import COMPILED_FROM, load
from socluster._kernels.losing.insertion import growing_distances
from socluster._kernels.products import Matrix, Vector, ones_like

__all__ = ["Coming"]

WORTH = 8_000  # actors times orders; compiling takes as long as as many tables of distances of small networks


class Coming:
    """Actors who come one by one, in one order or in many.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.
    orders : int
        How many orders are to be asked about.
    """

    def __init__(self, ties: Matrix, orders: int) -> None:
        n = ties.shape[0]
        self.n, self.steps = n, ones_like(ties).astype(np.float64)
        either = ones_like((ties + ties.T).tocsr())
        self.either, self.out, self.into = (_cells(each) for each in (either, ties, ties.T.tocsr()))
        self.symmetric = either.nnz == ties.nnz
        self.by_loops = n >= COMPILED_FROM or n * orders >= WORTH
        if self.by_loops:
            self.table = np.empty((n, n), np.int32)
            self.turned = self.table if self.symmetric else np.empty((n, n), np.int32)

    def largest(self, order: Vector) -> Vector:
        """Return the size of the largest component, ties taken whichever way, among the first 0, 1, 2, ... actors."""
        if not self.by_loops:
            return _largest(*self.either, order)
        result = np.empty(self.n + 1, np.int64)
        order = np.ascontiguousarray(order, dtype=np.int64)
        load("losing.loops_coming").largest(order, *self.either, np.empty((2, self.n), np.int64), result)
        return result

    def inverse_sums(self, order: Vector) -> Vector:
        """Return the sum of 1 / distance over ordered pairs of the first 0, 1, 2, ... actors."""
        if not self.by_loops:
            return np.array([_inverse_sum(table) for table in growing_distances(self.steps, order)])
        result, work = np.empty(self.n + 1), np.empty((3, self.n), np.int32)
        counted = np.empty(self.n, np.int64), np.empty(self.n + 1, np.int64)
        order = np.ascontiguousarray(order, dtype=np.int64)
        load("losing.loops_coming").inverse_sums(
            self.symmetric, order, *self.out, *self.into, self.table, self.turned, work, *counted, result
        )
        return result


def _cells(ties: Matrix) -> tuple[Vector, Vector]:
    return np.ascontiguousarray(ties.indptr, dtype=np.int64), np.ascontiguousarray(ties.indices, dtype=np.int64)


def _inverse_sum(table: Vector) -> float:
    with np.errstate(divide="ignore"):
        inverse = 1 / table
    np.fill_diagonal(inverse, 0)
    return float(inverse.sum())


def _largest(starts: Vector, columns: Vector, order: Vector) -> Vector:
    """Return the size of the largest component among the first 0, 1, 2, ... actors of the order."""
    parent = np.full(len(order), -1)
    size = np.ones(len(order), dtype=np.int64)
    largest = np.zeros(len(order) + 1, dtype=np.int64)

    def root(actor: int) -> int:
        while parent[actor] != actor:
            parent[actor] = parent[parent[actor]]
            actor = int(parent[actor])
        return actor

    for place, actor in enumerate(order.tolist()):
        parent[actor] = actor
        for partner in columns[starts[actor] : starts[actor + 1]].tolist():
            if parent[partner] >= 0:
                one, other = root(actor), root(partner)
                if one != other:
                    parent[other] = one
                    size[one] += size[other]
        largest[place + 1] = max(largest[place], size[root(actor)])
    return largest
