"""A compiled loop over the pairs that are newly brokered when one actor joins (see `brokerage`)."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["role_gains"]

_ELSE = -1  # any group but those of the two others


@compiled("void(int64[:], int64, int64, int64, int64)")
def _broker(roles: Vector, first: int, broker: int, second: int, pairs: int) -> None:
    """Add pairs that the broker joins, in both orders, by the groups of the three (columns as in `brokerage.ROLES`)."""
    if first == second:
        roles[0 if first == broker else 1] += 2 * pairs
    elif broker in (first, second):  # out of its group one way, into it the other way
        roles[2] += pairs
        roles[3] += pairs
    else:
        roles[4] += 2 * pairs


@compiled(
    "void(int64[::1], uint32[::1], int64[::1], int64[::1], int64[::1], int64[::1], int64, int64[:, ::1], int64[:, ::1])"
)
def role_gains(
    rows: Vector,
    columns: Vector,
    group: Vector,
    starts: Vector,
    partners: Vector,
    group_of_x: Vector,
    n_groups: int,
    of_partners: Vector,
    of_x: Vector,
) -> None:
    """Fill in what every partner, and x, broker more than before.

    A partner q joins x and those of its contacts who are not in contact with x. And x joins the partners who are not in
    contact: these are counted as if none were, from how many partners come from every group, and less those who are.
    """
    is_partner = np.zeros(group.size, np.bool_)
    of_group = np.zeros(n_groups, np.int64)
    for c in range(starts.size - 1):
        x = group_of_x[c]
        of_x[c] = 0
        for p in range(starts[c], starts[c + 1]):
            q, others = partners[p], p - starts[c]  # those who were here before q, to be paired with q
            alike, own = of_group[group[q]], of_group[x]
            _broker(of_x[c], group[q], x, group[q], alike)
            if group[q] == x:
                _broker(of_x[c], x, x, _ELSE, others - alike)
            else:
                _broker(of_x[c], group[q], x, x, own)
                _broker(of_x[c], group[q], x, _ELSE, others - alike - own)
            of_group[group[q]] += 1
            is_partner[q] = True
        for p in range(starts[c], starts[c + 1]):
            q = partners[p]
            of_partners[p] = 0
            for a in columns[rows[q] : rows[q + 1]]:
                if not is_partner[a]:
                    _broker(of_partners[p], group[a], group[q], x, 1)
                elif a < q:
                    _broker(of_x[c], group[a], x, group[q], -1)
        for q in partners[starts[c] : starts[c + 1]]:
            is_partner[q], of_group[group[q]] = False, 0
