"""Burt's structural holes: what the ties among an actor's contacts leave of its room to act."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_sums

__all__ = ["constraint", "dyadic_constraint", "effective_size"]


def constraint(strength: Matrix) -> Vector:
    """Return Burt's constraint of every row; NaN where a row has no contact.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Positive strengths from row to column; nothing on the diagonal.

    Returns
    -------
    array of shape (n,)
    """
    two_way = _two_way(strength)
    return np.where(_contacts(two_way) > 0, row_sums(dyadic_constraint(strength)), np.nan)


def dyadic_constraint(strength: Matrix) -> Matrix:
    """Return (p_ij + sum_q p_iq p_qj)^2 for every contact j of every i."""
    two_way = _two_way(strength)
    share = _rows_divided(two_way, row_sums(two_way))
    dyadic = share + product_at(share, share, ones_like(share))
    dyadic.data **= 2
    return dyadic


def effective_size(strength: Matrix) -> Vector:
    """Return Burt's effective size of every row; NaN where a row has no contact.

    The number of contacts less their redundancy, sum_j sum_q p_iq m_jq, which is taken as sum_q p_iq (sum_j a_ij m_jq):
    j runs over the contacts of i, and the terms q = i and q = j vanish by themselves, because p_ii = m_jj = 0.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Positive strengths from row to column; nothing on the diagonal.

    Returns
    -------
    array of shape (n,)
    """
    two_way = _two_way(strength)
    contacts = _contacts(two_way)
    if not two_way.nnz:
        return np.full(len(contacts), np.nan)
    share = _rows_divided(two_way, row_sums(two_way))
    marginal = _rows_divided(two_way, two_way.max(axis=1).toarray().ravel())
    redundancy = row_sums(product_at(ones_like(two_way), marginal, share))
    return np.where(contacts > 0, contacts - redundancy, np.nan)


def _two_way(strength: Matrix) -> Matrix:
    """What runs between two actors, whichever way."""
    return (strength + strength.T).tocsr()


def _contacts(two_way: Matrix) -> Vector:
    return np.diff(two_way.indptr)


def _rows_divided(matrix: Matrix, divisors: Vector) -> Matrix:
    divided = matrix.copy()
    divided.data = matrix.data / np.repeat(divisors, np.diff(matrix.indptr))
    return divided
