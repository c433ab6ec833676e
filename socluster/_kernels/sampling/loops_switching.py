"""The compiled chain of switches; `switching` says what a step does and gives the same networks in numpy."""

from __future__ import annotations

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["switched"]


@compiled("int64(int64[::1], int64[::1], int32[:, ::1], float64[:, ::1], boolean, float64)")
def switched(source: Vector, target: Vector, table: Vector, numbers: Vector, directed: bool, turns: float) -> int:
    """Take a step for each row of numbers, in place, and return how many of them changed the network."""
    m, n, changed = source.size, table.shape[0], 0
    for step in range(numbers.shape[0]):
        one = min(int(numbers[step, 0] * m), m - 1)
        a, b = source[one], target[one]
        if directed and numbers[step, 2] < turns:
            c = min(int(numbers[step, 1] * n), n - 1)
            second, third = table[b, c], table[c, a]
            if second < 0 or third < 0 or table[b, a] >= 0 or table[c, b] >= 0 or table[a, c] >= 0:
                continue
            table[a, b] = table[b, c] = table[c, a] = -1
            table[b, a], table[c, b], table[a, c] = one, second, third
            source[one], target[one] = b, a
            source[second], target[second] = c, b
            source[third], target[third] = a, c
            changed += 1
            continue
        other = min(int(numbers[step, 1] * m), m - 1)
        c, d = source[other], target[other]
        if not directed and numbers[step, 2] < 0.5:
            c, d = d, c
        if a == d or c == b or table[a, d] >= 0 or table[c, b] >= 0:
            continue
        table[a, b] = table[c, d] = -1
        table[a, d], table[c, b] = one, other
        if not directed:
            table[b, a] = table[d, c] = -1
            table[d, a], table[b, c] = one, other
        source[one], target[one] = a, d
        source[other], target[other] = c, b
        changed += 1
    return changed
