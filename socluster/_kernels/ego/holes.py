"""Burt's structural holes: what the ties among an actor's contacts leave of its room to act."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.compiling.compiled import COMPILED_FROM, load
from socluster._kernels.compiling.ordered import by_degree, in_old_order, ordered
from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_sums, small_product
from socluster._kernels.scaling import at_most_one

__all__ = [
    "Holes",
    "constraint",
    "dyadic_constraint",
    "effective_size",
    "holes",
    "shares_of_rows",
    "two_way_strength",
]


class Holes(NamedTuple):
    """All that one look at the contacts of every row tells, with w_ij for what runs between i and j, whichever way.

    Parameters
    ----------
    contacts : array of int of shape (n,)
        Number of contacts.
    constraint : array of float of shape (n,)
        Sum over j of c_ij = (p_ij + sum_q p_iq p_qj)^2 with p_ij = w_ij / sum_k w_ik; NaN where there is no contact.
    effective_size : array of float of shape (n,)
        Number of contacts less their redundancy, sum_j sum_q p_iq m_jq with m_jq = w_jq / max_k w_jk; NaN likewise.
    hierarchy : array of float of shape (n,)
        How unevenly the constraint is spread over the contacts, sum_j r_j ln r_j / (N ln N) with r_j = c_ij / (C / N);
        NaN where there are fewer than two contacts.
    triangles : array of int of shape (n,)
        Number of pairs of contacts that are in contact themselves.
    """

    contacts: Vector
    constraint: Vector
    effective_size: Vector
    hierarchy: Vector
    triangles: Vector


def holes(strength: Matrix, *, directed: bool = True) -> Holes:
    """Return Burt's measures of every row.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Positive strengths from row to column; nothing on the diagonal.
    directed : bool, default True
        False if the matrix is known to be symmetric, which saves a step.

    Returns
    -------
    Holes
    """
    two_way = two_way_strength(strength) if directed else at_most_one(strength)
    return _compiled_holes(two_way) if two_way.shape[0] >= COMPILED_FROM else _numpy_holes(two_way)


def constraint(strength: Matrix) -> Vector:
    """Return Burt's constraint of every row; NaN where a row has no contact."""
    return holes(strength).constraint


def effective_size(strength: Matrix) -> Vector:
    """Return Burt's effective size of every row; NaN where a row has no contact."""
    return holes(strength).effective_size


def dyadic_constraint(strength: Matrix) -> Matrix:
    """Return (p_ij + sum_q p_iq p_qj)^2 for every contact j of every i."""
    share = shares_of_rows(two_way_strength(strength))
    dyadic = share + product_at(share, share, ones_like(share))
    dyadic.data **= 2
    return dyadic


def _compiled_holes(two_way: Matrix) -> Holes:
    """Go through the triangles once; what runs between two contacts, directly and through others, tells the rest.

    With x_ij = w_ij + sum_q w_iq w_qj / s_q, which is the same both ways, c_ij = (x_ij / s_i)^2.
    """
    loops = load("ego.loops_triangles")
    order = by_degree(two_way)
    rows = ordered(two_way, order)
    per_total, per_largest = loops.shares(rows.starts, rows.values)
    between, size, triangles = loops.triangle_sums(*rows, per_total, per_largest)
    between += rows.values
    logarithms = np.log(between)
    ties = rows.starts, rows.middles, rows.columns
    constrained, hierarchy = loops.constraint_and_hierarchy(*ties, between, logarithms, per_total)
    answers = (np.diff(rows.starts), constrained, size, hierarchy, triangles)
    return Holes(*(in_old_order(values, order) for values in answers))


def _numpy_holes(two_way: Matrix) -> Holes:
    """Compute all as the formulas say, in tables of n x n.

    The terms q = i and q = j of the sums vanish by themselves, because p_ii = m_jj = 0.
    """
    strength = two_way.toarray()
    is_contact = strength > 0
    contacts = is_contact.sum(axis=1)
    has_any, has_several = contacts > 0, contacts > 1
    share = _divided(strength, strength.sum(axis=1))
    marginal = _divided(strength, strength.max(axis=1, initial=0.0))
    dyadic = np.where(is_contact, share + small_product(share, share), 0.0) ** 2
    redundancy = (is_contact * small_product(share, marginal.T)).sum(axis=1)
    ratio = _divided(dyadic, dyadic.sum(axis=1)) * contacts[:, None]
    logarithm = np.log(ratio, out=np.zeros_like(ratio), where=is_contact)
    evenness = contacts * np.log(np.maximum(contacts, 2))
    hierarchy = np.maximum((ratio * logarithm).sum(axis=1), 0.0) / np.maximum(evenness, 1)
    ones = is_contact.astype(np.float32)
    triangles = (ones * small_product(ones, ones)).sum(axis=1, dtype=np.int64) // 2
    return Holes(
        contacts,
        np.where(has_any, dyadic.sum(axis=1), np.nan),
        np.where(has_any, contacts - redundancy, np.nan),
        np.where(has_several, hierarchy, np.nan),
        triangles,
    )


def two_way_strength(strength: Matrix) -> Matrix:
    """Return what runs between two actors, whichever way, in a unit in which sums stay finite: only shares count."""
    strength = at_most_one(strength)
    return (strength + strength.T).tocsr()


def shares_of_rows(strength: Matrix) -> Matrix:
    """Return every cell over the sum of its row."""
    share = strength.copy()
    share.data = strength.data / np.repeat(row_sums(strength), np.diff(strength.indptr))
    return share


def _divided(rows: Vector, divisors: Vector) -> Vector:
    """Divide every row; rows of nothing stay so."""
    return rows / np.where(divisors > 0, divisors, 1.0)[:, None]
