"""What one more actor changes in Gould and Fernandez's brokerage, without recomputing.

An actor x joins a network of undirected ties, for many candidate sets of partners at once (`ego`). Only ties of
x are new. So a pair of others is open as before, and brokered by the same actors; what is new are the pairs of which x
is one, brokered by the partners of x, and the pairs that x brokers itself.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.compiling.compiled import in_chunks, load
from socluster._kernels.ego.brokerage import brokered_pairs
from socluster._kernels.joining.candidates import owners, with_newcomer
from socluster._kernels.products import Matrix, Vector

__all__ = ["RoleState", "joined_roles", "role_gains", "role_state"]

CANDIDATES = 1024  # least number that a thread takes at a time


class RoleState(NamedTuple):
    """A network of undirected ties between groups, and who brokers what before anybody joins.

    Parameters
    ----------
    starts, columns : arrays of int
        The contacts of everybody: `columns[starts[i]:starts[i + 1]]`.
    group : array of int of shape (n,)
        Codes of the groups, from 0.
    roles : array of int of shape (n, 5)
        As `brokerage.brokered_pairs` counts: every pair in both orders.
    """

    starts: Vector
    columns: Vector
    group: Vector
    roles: Vector


def role_state(ties: Matrix, group: Vector) -> RoleState:
    """Return what has to be known of a network so that actors can join it.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie; symmetric, nothing on the diagonal.
    group : array of int of shape (n,)
        Codes of the groups, from 0.
    """
    rows = np.array(ties.indptr, np.int64), np.array(ties.indices, np.uint32)
    return RoleState(*rows, np.array(group, np.int64), brokered_pairs(ties, group))


def role_gains(state: RoleState, starts: Vector, partners: Vector, group_of_x: Vector) -> tuple[Vector, Vector]:
    """Return what is brokered more than before, for each candidate; nobody brokers less.

    Parameters
    ----------
    state : RoleState
    starts, partners : arrays of int
        The candidates: c has the partners `partners[starts[c]:starts[c + 1]]`, each at most once.
    group_of_x : array of int of shape (candidates,)
        Code of the group that x would belong to, for each candidate; a group that nobody has is a new code.

    Returns
    -------
    of_partners : array of int64 of shape (len(partners), 5)
        By every partner, columns as in `brokerage.ROLES`, every pair in both orders.
    of_x : array of int64 of shape (candidates, 5)
    """
    starts, partners, group_of_x = (np.array(values, np.int64) for values in (starts, partners, group_of_x))
    n_groups = int(max(state.group.max(initial=-1), group_of_x.max(initial=-1))) + 1
    of_partners, of_x = np.empty((len(partners), 5), np.int64), np.empty((len(group_of_x), 5), np.int64)
    loop, network = load("joining.loops_brokerage").role_gains, state[:3]

    def count(first: int, last: int) -> None:
        loop(
            *network,
            starts[first : last + 1],
            partners,
            group_of_x[first:last],
            n_groups,
            of_partners,
            of_x[first:last],
        )

    for _ in in_chunks(count, len(group_of_x), CANDIDATES):
        pass
    return of_partners, of_x


def joined_roles(state: RoleState, starts: Vector, partners: Vector, group_of_x: Vector) -> Vector:
    """Return the number of ordered pairs that everybody brokers, by role, for each candidate.

    Parameters
    ----------
    state, starts, partners, group_of_x
        As for `role_gains`, which is all that is needed for sums over everybody.

    Returns
    -------
    array of int64 of shape (candidates, n + 1, 5)
        Columns as in `brokerage.ROLES`; x last.
    """
    of_partners, of_x = role_gains(state, starts, partners, group_of_x)
    result = with_newcomer(state.roles, of_x)
    result[owners(starts), partners] += of_partners
    return result
