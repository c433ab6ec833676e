"""Compiled loops over actors who come one by one: the largest component, and how many pairs are how far apart.

Who comes makes a way from s to t shorter only if it is between them. So from every s only those are looked at whom the
new actor brings nearer, one step after the other, and no further: whoever lies behind somebody whom it does not bring
nearer, is not brought nearer either. Over all who come, that is a few changes for each pair.

References
----------
Newman, M. E. J. & Ziff, R. M. (2001). Fast Monte Carlo algorithm for site or bond percolation. Physical Review E, 64,
016706. doi:10.1103/PhysRevE.64.016706
"""

from __future__ import annotations

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["FAR", "inverse_sums", "largest"]

FAR = 2**30  # steps: no path, or nobody there


@compiled("void(int64[::1], int64[::1], int64[::1], int64[:,::1], int64[::1])", lean=True)
def largest(order: Vector, starts: Vector, columns: Vector, work: Vector, result: Vector) -> None:
    """Write the size of the largest component among the first 0, 1, 2, ... of the order.

    Parameters
    ----------
    order : int64 (n,)
        Who comes.
    starts, columns : int64 (n + 1,), int64 (ties,)
        The ties, each from both ends.
    work : int64 (2, n)
        Room to work in.
    result : int64 (n + 1,)
        Room for the answer.
    """
    parent, size = work[0], work[1]
    for actor in range(order.size):
        parent[actor], size[actor] = -1, 1
    result[0] = 0
    for place in range(order.size):
        top = order[place]
        parent[top] = top
        for cell in range(starts[top], starts[top + 1]):
            other = columns[cell]
            if parent[other] < 0:
                continue
            while parent[other] != other:
                parent[other] = parent[parent[other]]
                other = parent[other]
            own = order[place]
            while parent[own] != own:
                own = parent[own]
            if own != other:
                if size[own] < size[other]:
                    own, other = other, own
                parent[other] = own
                size[own] += size[other]
        while parent[top] != top:
            top = parent[top]
        result[place + 1] = max(result[place], size[top])


@compiled(
    "void(boolean, int64[::1], int64[::1], int64[::1], int64[::1], int64[::1], int32[:,::1], int32[:,::1], "
    "int32[:,::1], int64[::1], int64[::1], float64[::1])",
    lean=True,
)
def inverse_sums(
    symmetric: bool,
    order: Vector,
    starts: Vector,
    columns: Vector,
    in_starts: Vector,
    rows: Vector,
    table: Vector,
    turned: Vector,
    work: Vector,
    queue: Vector,
    pairs: Vector,
    result: Vector,
) -> None:
    """Write the sum of 1 / steps over ordered pairs of the first 0, 1, 2, ... of the order.

    Parameters
    ----------
    symmetric : bool
        Whether `turned` is `table` itself, ties having no direction.
    order : int64 (n,)
        Who comes.
    starts, columns, in_starts, rows : int64 (n + 1,), int64 (ties,), twice
        The ties by row, and by column.
    table, turned : int32 (n, n)
        Room for the distances, and for the same from column to row.
    work : int32 (3, n)
        Room to work in.
    queue, pairs : int64 (n,), int64 (n + 1,)
        Room to work in.
    result : float64 (n + 1,)
        Room for the answer.
    """
    n = order.size
    away, towards, slowest = work[0], work[1], work[2]
    for s in range(n):
        pairs[s] = 0
        for t in range(n):
            table[s, t] = FAR
        if not symmetric:
            for t in range(n):
                turned[s, t] = FAR
    result[0] = 0.0
    farthest = 0
    for place in range(n):
        new = order[place]
        for t in range(n):
            away[t] = towards[t] = FAR
            slowest[t] = 0
        table[new, new] = turned[new, new] = 0
        for cell in range(starts[new], starts[new + 1]):
            partner = columns[cell]
            if table[partner, partner] == 0:
                for t in range(n):
                    away[t] = min(away[t], table[partner, t] + 1)
                for s in range(n):
                    slowest[s] = max(slowest[s], turned[partner, s])
        for cell in range(in_starts[new], in_starts[new + 1]):
            partner = rows[cell]
            if table[partner, partner] == 0:
                for s in range(n):
                    towards[s] = min(towards[s], turned[partner, s] + 1)
        for s in range(n):
            if towards[s] >= FAR or s == new:
                continue
            table[s, new] = towards[s]
            if not symmetric:
                turned[new, s] = towards[s]
            pairs[towards[s]] += 1
            farthest = max(farthest, towards[s])
            if slowest[s] <= towards[s] + 1:  # no partner of the new one comes nearer, so nobody does
                continue
            queue[0], size, here = new, 1, 0
            while here < size:
                actor = queue[here]
                here += 1
                step = table[s, actor] + 1
                for cell in range(starts[actor], starts[actor + 1]):
                    t = columns[cell]
                    if table[t, t] == 0 and step < table[s, t]:
                        if table[s, t] < FAR:
                            pairs[table[s, t]] -= 1
                        pairs[step] += 1
                        farthest = max(farthest, step)
                        table[s, t] = step
                        if not symmetric:
                            turned[t, s] = step
                        queue[size] = t
                        size += 1
        for t in range(n):
            if away[t] < FAR and t != new:
                table[new, t] = away[t]
                if not symmetric:
                    turned[t, new] = away[t]
                pairs[away[t]] += 1
                farthest = max(farthest, away[t])
        total = 0.0
        for step in range(1, farthest + 1):
            total += pairs[step] / step
        result[place + 1] = total
