"""Compiled loops over the triangles of a network: each is found once, from its least connected corner.

The rows are those of a symmetric matrix, reordered with the best-connected first (`ordered.Ordered`), so that the
columns that come before a row are its better-connected partners. For u, v before u, and w before v, the triangle is
found where w is marked as a partner of u. This costs about as much as there are ties, also around hubs.

References
----------
Latapy, M. (2008). Main-memory triangle computations for very large (sparse (power-law)) graphs. Theoretical Computer
Science, 407, 458-473. doi:10.1016/j.tcs.2008.07.017
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["brokered", "constraint_and_hierarchy", "shares", "triangle_sums"]

_ROWS = "int64[::1], int64[::1], uint32[::1]"  # starts, middles, columns


@compiled("Tuple((float64[::1], float64[::1]))(int64[::1], float64[::1])")
def shares(starts: Vector, values: Vector) -> tuple[Vector, Vector]:
    """Return 1 / sum and 1 / largest of every row; 0 for rows of nothing."""
    n = starts.size - 1
    per_total, per_largest = np.zeros(n), np.zeros(n)
    for row in range(n):
        total = largest = 0.0
        for cell in range(starts[row], starts[row + 1]):
            total += values[cell]
            largest = max(largest, values[cell])
        if total > 0:
            per_total[row], per_largest[row] = 1.0 / total, 1.0 / largest
    return per_total, per_largest


@compiled(f"Tuple((float64[::1], float64[::1], int64[::1]))({_ROWS}, float64[::1], float64[::1], float64[::1])")
def triangle_sums(
    starts: Vector, middles: Vector, columns: Vector, values: Vector, per_total: Vector, per_largest: Vector
) -> tuple[Vector, Vector, Vector]:
    """Return what runs through others beside every tie, the effective size of every row, and its number of triangles.

    What runs between i and j through others, sum_q w_iq w_qj / s_q, is the same for j and i: one number per tie, which
    is in the cell that comes before its row.
    """
    n = middles.size
    indirect, redundancy, triangles = np.zeros(columns.size), np.zeros(n), np.zeros(n, np.int64)
    mark = np.full(n, -1, np.int32)
    for u in range(n):
        for uv in range(starts[u], middles[u]):
            mark[columns[uv]] = uv
        for uv in range(starts[u], middles[u]):
            v, to_v = columns[uv], values[uv]
            for vw in range(starts[v], middles[v]):
                w, across = columns[vw], values[vw]
                uw = mark[w]
                if uw < 0:
                    continue
                to_w = values[uw]
                indirect[uv] += to_w * (across * per_total[w])
                indirect[uw] += to_v * (across * per_total[v])
                indirect[vw] += to_v * (to_w * per_total[u])
                redundancy[u] += to_w * (across * per_largest[v]) + to_v * (across * per_largest[w])
                redundancy[v] += across * (to_w * per_largest[u]) + to_v * (to_w * per_largest[w])
                redundancy[w] += across * (to_v * per_largest[u]) + to_w * (to_v * per_largest[v])
                triangles[u] += 1
                triangles[v] += 1
                triangles[w] += 1
        for uv in range(starts[u], middles[u]):
            mark[columns[uv]] = -1
    size = np.full(n, np.nan)
    for row in range(n):
        if per_total[row] > 0:
            size[row] = starts[row + 1] - starts[row] - redundancy[row] * per_total[row]
    return indirect, size, triangles


@compiled(f"Tuple((float64[::1], float64[::1]))({_ROWS}, float64[::1], float64[::1], float64[::1])")
def constraint_and_hierarchy(
    starts: Vector, middles: Vector, columns: Vector, between: Vector, logarithms: Vector, per_total: Vector
) -> tuple[Vector, Vector]:
    """Return the sum C of c_ij = (x_ij / s_i)^2 over all j, and (sum_j c_ij ln c_ij / C + ln N / C) / ln N, by i.

    `between` holds x_ij, the same both ways, in the cell that comes before its row, and `logarithms` ln x_ij: since
    ln c_ij = 2 ln x_ij - 2 ln s_i, one logarithm does for both ends of a tie.
    """
    n = middles.size
    constraint, hierarchy = np.zeros(n), np.zeros(n)
    for row in range(n):
        for cell in range(starts[row], middles[row]):
            column = columns[cell]
            here, there = (between[cell] * per_total[row]) ** 2, (between[cell] * per_total[column]) ** 2
            constraint[row] += here
            constraint[column] += there
            hierarchy[row] += here * logarithms[cell]
            hierarchy[column] += there * logarithms[cell]
    for row in range(n):
        contacts = starts[row + 1] - starts[row]
        if contacts > 1:
            mean_logarithm = 2 * (hierarchy[row] / constraint[row] + np.log(per_total[row]))
            hierarchy[row] = max((mean_logarithm + np.log(contacts / constraint[row])) / np.log(contacts), 0.0)
        else:
            hierarchy[row] = np.nan
        if contacts == 0:
            constraint[row] = np.nan
    return constraint, hierarchy


@compiled("int64(int64, int64, int64)")
def _role(first: int, broker: int, second: int) -> int:
    """Return the column of the role that the groups of three actors make (see `brokerage.ROLES`)."""
    if first == broker:
        return 0 if broker == second else 2
    if broker == second:
        return 3
    return 1 if first == second else 4


@compiled(f"int64[:, ::1]({_ROWS}, uint8[::1], int64[::1], int64)")
def brokered(starts: Vector, middles: Vector, columns: Vector, flags: Vector, group: Vector, n_groups: int) -> Vector:
    """Return the number of open ordered pairs that every row brokers, by role.

    Two-paths are counted from how many ties a row has from and to every group; those that a direct tie closes are then
    taken out, triangle by triangle. `flags` holds 1 for a tie from row to column, 2 for one back, 3 for both.
    """
    n = middles.size
    result = np.zeros((n, 5), np.int64)
    into, out = np.zeros(n_groups, np.int64), np.zeros(n_groups, np.int64)
    for v in range(n):
        own = group[v]
        mutual_own = mutual_others = all_in = all_out = 0
        for cell in range(starts[v], starts[v + 1]):
            there, flag = group[columns[cell]], flags[cell]
            out[there] += flag & 1
            into[there] += flag >> 1
            all_out += flag & 1
            all_in += flag >> 1
            if flag == 3:
                mutual_own += there == own
                mutual_others += there != own
        into_own, out_own = into[own], out[own]
        into[own] = 0
        same_other_group = np.int64(0)
        for cell in range(starts[v], starts[v + 1]):
            there = group[columns[cell]]
            same_other_group += into[there] * out[there]
            into[there] = out[there] = 0
        result[v, 0] = into_own * out_own - mutual_own
        result[v, 1] = same_other_group - mutual_others
        result[v, 2] = into_own * (all_out - out_own)
        result[v, 3] = (all_in - into_own) * out_own
        result[v, 4] = (all_in - into_own) * (all_out - out_own) - same_other_group
    mark = np.full(n, -1, np.int64)
    for u in range(n):
        for cell in range(starts[u], middles[u]):
            mark[columns[cell]] = cell
        for cell in range(starts[u], middles[u]):
            v = columns[cell]
            u_v, v_u = flags[cell] & 1, flags[cell] >> 1
            for across in range(starts[v], middles[v]):
                w = columns[across]
                if mark[w] < 0:
                    continue
                v_w, w_v = flags[across] & 1, flags[across] >> 1
                u_w, w_u = flags[mark[w]] & 1, flags[mark[w]] >> 1
                result[v, _role(group[u], group[v], group[w])] -= u_v & v_w & u_w
                result[v, _role(group[w], group[v], group[u])] -= w_v & v_u & w_u
                result[u, _role(group[v], group[u], group[w])] -= v_u & u_w & v_w
                result[u, _role(group[w], group[u], group[v])] -= w_u & u_v & w_v
                result[w, _role(group[u], group[w], group[v])] -= u_w & w_v & u_v
                result[w, _role(group[v], group[w], group[u])] -= v_w & w_u & v_u
        for cell in range(starts[u], middles[u]):
            mark[columns[cell]] = -1
    return result
