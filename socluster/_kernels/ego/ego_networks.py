"""What happens among the partners of each actor: who is between them, and whether they are tied themselves."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_blocks, row_sums

__all__ = ["betweenness", "pairs_of_partners"]

HUB = 100  # partners from which a table of all pairs of them costs more than to look for their ties


def betweenness(ties: Matrix) -> Vector:
    """Return the betweenness of every row within the network of itself and its partners; ordered pairs count.

    Two partners that the row joins, and that are not tied directly, are two steps apart; each such pair gives
    1 / (number of two-paths between them).

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column; nothing on the diagonal.
    """
    ones = ones_like(ties).astype(np.float64)
    columns, two_way = ones.tocsc(), (ones + ones.T).tocsr()
    between = np.zeros(ties.shape[0])
    for actor in range(len(between)):
        partners = two_way.indices[two_way.indptr[actor] : two_way.indptr[actor + 1]]
        if len(partners) < 2:
            continue
        if len(partners) < HUB:
            between[actor] = _between_few(ones[np.r_[actor, partners]][:, np.r_[actor, partners]].toarray())
        else:
            senders = columns.indices[columns.indptr[actor] : columns.indptr[actor + 1]]
            receivers = ones.indices[ones.indptr[actor] : ones.indptr[actor + 1]]
            between[actor] = _between_many(ones, partners, senders, receivers)
    return between


def _between_few(among: Vector) -> float:
    """Return the betweenness of the first row in a table of its partners and itself."""
    joins = np.outer(among[1:, 0], among[0, 1:]) * (1 - among[1:, 1:])
    np.fill_diagonal(joins, 0)
    paths = (among @ among)[1:, 1:]
    return float((1 / paths[joins > 0]).sum())


def _between_many(ones: Matrix, partners: Vector, senders: Vector, receivers: Vector) -> float:
    """Return the same for a hub, from the pairs that have another way as well, which are few.

    Of a pair with c other ways the hub has 1 / (1 + c): it loses c / (1 + c).
    """
    first, second = ones[senders][:, partners], ones[partners][:, receivers]
    closed = (ones[senders][:, receivers] + _same(senders, receivers)).tocsr()
    pairs = len(senders) * len(receivers) - closed.nnz
    lost = 0.0
    for rows in row_blocks(first, second):
        others = (first[rows] @ second).tocsr()
        in_closed = others.multiply(closed[rows]).tocsr()
        lost += sum(sign * float((each.data / (1 + each.data)).sum()) for sign, each in ((1, others), (-1, in_closed)))
    return float(pairs - lost)


def _same(senders: Vector, receivers: Vector) -> Matrix:
    """Return 1 where a sender is the receiver."""
    _, row, column = np.intersect1d(senders, receivers, assume_unique=True, return_indices=True)
    return sparse.csr_array((np.ones(len(row)), (row, column)), shape=(len(senders), len(receivers)))


def pairs_of_partners(partners: Matrix, ties: Matrix) -> tuple[Vector, Vector, Vector]:
    """Return the number of pairs of partners of every row, and how many are tied one way, and both ways.

    Parameters
    ----------
    partners : sparse matrix of shape (n, n)
        A cell for every partner (column) of every row.
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column; nothing on the diagonal.
    """
    chosen, ones = ones_like(partners), ones_like(ties)
    mutual = ones.multiply(ones.T).tocsr()
    either = (ones + ones.T).tocsr()
    size = np.diff(chosen.indptr).astype(np.int64)
    in_any, in_both = (row_sums(product_at(chosen, ones_like(cells), chosen)) // 2 for cells in (either, mutual))
    return size * (size - 1) // 2, in_any - in_both, in_both
