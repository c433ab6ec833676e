"""Gould and Fernandez's brokerage: how many open pairs an actor joins, by the groups of the three.

An actor v brokers the ordered pair (a, b) when a -> v -> b, a is not b, and not a -> b. Every count here is a sum over
a and b of first[a, v] * second[v, b] * pairs[a, b], where each of the three is taken within groups or between groups:
that is how the role of v follows from the groups.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from socluster._kernels.compiling.compiled import COMPILED_FROM, load
from socluster._kernels.compiling.ordered import by_degree, in_old_order, ordered
from socluster._kernels.products import Matrix, Vector, ones_like, product_at, row_blocks

__all__ = ["ROLES", "brokered_pairs", "brokered_shares"]

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


class _Split(NamedTuple):
    """The cells of a matrix, parted."""

    within: Matrix  # both ends in one group
    between: Matrix  # ends in two groups


def brokered_pairs(ties: Matrix, group: Vector) -> Vector:
    """Return the number of ordered pairs that every actor brokers, by role.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column; nothing on the diagonal.
    group : array of int of shape (n,)
        Codes of the groups, from 0.

    Returns
    -------
    array of int64 of shape (n, 5)
        Columns as in `ROLES`.
    """
    count = _compiled_pairs if len(group) >= COMPILED_FROM else _numpy_pairs
    return count(ones_like(ties), np.asarray(group, dtype=np.int64))


def brokered_shares(ties: Matrix, group: Vector) -> Vector:
    """Return the same with partial credit: a pair with k brokers gives each of them 1 / k.

    Parameters
    ----------
    ties, group
        As for `brokered_pairs`.

    Returns
    -------
    array of float of shape (n, 5)
        Columns as in `ROLES`.
    """
    ties = ones_like(ties)
    second = _split(ties, group, group)
    total = np.zeros((len(group), len(ROLES)))
    for rows in row_blocks(ties, ties):
        first = _split(ties[rows], group[rows], group)
        pairs = _split(_open_shares(ties, rows), group[rows], group)
        total += _by_role(first, second, pairs)
    return total


def _open_shares(ties: Matrix, rows: slice) -> Matrix:
    """Return 1 / brokers for every pair (a, b) without a direct tie that has brokers; a runs over the rows."""
    brokers = (ties[rows] @ ties).tocoo()
    direct = ties[rows].tocoo()
    n = ties.shape[1]
    is_open = ~np.isin(brokers.row * np.int64(n) + brokers.col, direct.row * np.int64(n) + direct.col)
    is_open &= brokers.row + rows.start != brokers.col
    cells = (brokers.row[is_open], brokers.col[is_open])
    return sparse.csr_array((1.0 / brokers.data[is_open], cells), shape=brokers.shape)


def _by_role(first: _Split, second: _Split, pairs: _Split) -> Vector:
    """Sum pairs[a, b] over the two-paths a -> v -> b, by v and role."""
    steps = (
        (first.within, second.within, pairs.within),  # coordinator: all three in one group
        (first.between, second.between, pairs.within),  # itinerant: an outsider between two of one group
        (first.within, second.between, pairs.between),  # representative: from the own group outwards
        (first.between, second.within, pairs.between),  # gatekeeper: from outside into the own group
        (first.between, second.between, pairs.between),  # liaison: three groups
    )
    columns = [product_at(pair, then.T.tocsr(), before).sum(axis=0) for before, then, pair in steps]
    return np.column_stack([np.asarray(column).ravel() for column in columns])


def _compiled_pairs(ties: Matrix, group: Vector) -> Vector:
    either_way = (ties + 2 * ties.T).tocsr()  # 1: from row to column, 2: back, 3: both
    order = by_degree(either_way)
    rows = ordered(either_way, order)
    flags = rows.values.astype(np.uint8)
    n_groups = int(group.max(initial=-1)) + 1
    loop = load("ego.loops_triangles").brokered
    pairs: Vector = loop(rows.starts, rows.middles, rows.columns, flags, group[order], n_groups)
    return in_old_order(pairs, order)


def _numpy_pairs(ties: Matrix, group: Vector) -> Vector:
    """Sum first[a, v] * second[v, b] * open[a, b] over a and b, by v, in tables of n x n.

    Numbers below 2^24 are exact in the short floats, and there are not so many pairs in a small network.
    """
    tied = ties.toarray() > 0
    is_same = group[:, None] == group
    is_open = ~tied & ~np.eye(len(group), dtype=bool)
    within, between = (tied & is_same).astype(np.float32), (tied & ~is_same).astype(np.float32)
    open_within, open_between = (is_open & is_same).astype(np.float32), (is_open & ~is_same).astype(np.float32)
    into_open = between.T @ open_between
    columns = [
        within.T @ open_within * within,
        between.T @ open_within * between,
        within.T @ open_between * between,
        into_open * within,
        into_open * between,
    ]
    return np.column_stack([column.sum(axis=1, dtype=np.int64) for column in columns])


def _split(cells: Matrix, row_group: Vector, column_group: Vector) -> _Split:
    listed = cells.tocoo()
    same = row_group[listed.row] == column_group[listed.col]
    return _Split(*(_kept(listed, keep) for keep in (same, ~same)))


def _kept(cells: sparse.coo_array, keep: Vector) -> Matrix:
    return sparse.csr_array((cells.data[keep], (cells.row[keep], cells.col[keep])), shape=cells.shape)
