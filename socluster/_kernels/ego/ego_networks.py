"""What happens among the partners of each actor: who is between them, and whether they are tied themselves."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_sums

__all__ = ["betweenness", "pairs_of_partners"]


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
    two_way = (ones + ones.T).tocsr()
    between = np.zeros(ties.shape[0])
    for actor in range(len(between)):
        members = np.r_[actor, two_way.indices[two_way.indptr[actor] : two_way.indptr[actor + 1]]]
        among = ones[members][:, members].toarray()  # the actor itself is first
        joins = np.outer(among[1:, 0], among[0, 1:]) * (1 - among[1:, 1:])
        np.fill_diagonal(joins, 0)
        paths = (among @ among)[1:, 1:]
        between[actor] = (1 / paths[joins > 0]).sum()
    return between


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
