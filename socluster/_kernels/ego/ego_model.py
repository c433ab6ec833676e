"""Burt's structural holes where ties that leave an actor's ego network count for nothing.

Every actor is looked at by itself, within the network of itself and its contacts. Its own shares stay as they are,
since all of its ties lie within; those of its contacts are shares of what they have inside that network.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.ego.holes import shares_of_rows, two_way_strength
from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_sums

__all__ = ["ego_dyadic_constraint", "ego_effective_size", "hierarchy_of"]


def ego_dyadic_constraint(strength: Matrix) -> Matrix:
    """Return (p_ij + sum_q p_iq p_qj)^2 for every contact j of every i, p_qj being a share of q's ties around i.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Positive strengths from row to column; nothing on the diagonal.
    """
    two_way = _two_way(strength)
    contacts = ones_like(two_way).astype(float)
    share = shares_of_rows(two_way)
    inside = two_way + product_at(contacts, two_way, contacts)  # row i, column q: what q has around i
    per_inside = share.copy()
    per_inside.data = share.data / _cells_at(inside, share)
    dyadic = share + product_at(per_inside, two_way, contacts)
    dyadic.data **= 2
    return dyadic


def ego_effective_size(strength: Matrix) -> Vector:
    """Return the contacts less their redundancy, sum_j sum_q p_iq w_jq / (largest of j's ties around i).

    NaN where a row has no contact.
    """
    two_way = _two_way(strength)
    contacts = ones_like(two_way).astype(float)
    shared = product_at(shares_of_rows(two_way), two_way, contacts)  # row i, column j: sum_q p_iq w_qj
    largest = two_way.copy()
    for actor, partners in enumerate(np.split(two_way.indices, two_way.indptr[1:-1])):
        if len(partners):
            among = two_way[partners][:, partners].max(axis=1).toarray().ravel()
            cells = slice(two_way.indptr[actor], two_way.indptr[actor + 1])
            largest.data[cells] = np.maximum(two_way.data[cells], among)
    shared.data = shared.data / _cells_at(largest, shared)
    number = np.diff(two_way.indptr)
    return np.where(number > 0, number - row_sums(shared), np.nan)


def hierarchy_of(dyadic: Matrix) -> Vector:
    """Return how unevenly the cells of a row are spread, sum_j r_j ln r_j / (N ln N) with r_j = c_ij / (C / N).

    NaN where a row has fewer than two cells.
    """
    number = np.diff(dyadic.indptr)
    ratio = dyadic.copy()
    ratio.data = dyadic.data / np.repeat(row_sums(dyadic) / np.maximum(number, 1), number)
    ratio.data = ratio.data * np.log(ratio.data)
    spread = np.maximum(row_sums(ratio), 0.0)
    return np.where(number > 1, spread / np.maximum(number * np.log(np.maximum(number, 2)), 1.0), np.nan)


def _two_way(strength: Matrix) -> Matrix:
    """Return what runs between two actors, whichever way, with the contacts of every row in order."""
    both = two_way_strength(strength)
    both.sort_indices()
    return both


def _cells_at(matrix: Matrix, where: Matrix) -> Vector:
    """Return the cells of the matrix in the order of those of `where`, all of which it has."""
    if not where.nnz:
        return np.zeros(0)
    rows = np.repeat(np.arange(where.shape[0]), np.diff(where.indptr))
    return np.asarray(matrix[rows, where.indices]).ravel()
