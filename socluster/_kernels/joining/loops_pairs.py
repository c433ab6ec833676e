"""Compiled parts of the loops over candidates: where a newcomer is, and which distances are longer than through it.

A newcomer x, away(s) steps from s, matters to the pair s and t only if away(s) + away(t) is not more than their
distance. Every such pair is found once, from its end nearer to x: that end is at most half the longest distance away,
which few are, and a row of the table of distances is compared 64 cells at a time. Pairs that could not reach each other
before are not looked for but counted, from how many of every part of the network are how far from x.

Rows are places of a `paths.PathState`, where the actors of a part are side by side. `away` holds NOWHERE for
who is not reached, or is done with. Other files call these loops: numba recompiles those only if they change too.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.compiling.lanes_steps import first_bit, longer
from socluster._kernels.products import Vector

__all__ = ["NOWHERE", "approach", "joins_others", "longer_than"]

NOWHERE = 2**16 - 1


@compiled("int64(uint16[:, ::1], int64[::1], int64[::1], int64[::1], uint16[::1], uint32[::1], int64[::1])")
def approach(
    distances: Vector, part: Vector, part_starts: Vector, partners: Vector, away: Vector, rows: Vector, levels: Vector
) -> int:
    """Fill `away`; sort whom the newcomer reaches, nearest first, into `rows`; return the most steps away, or 0.

    Those q steps away come to rows[levels[q]:levels[q + 1]]; `levels` has room for the longest distance and 4 more, and
    its last item tells how many are reached.
    """
    away[:] = NOWHERE
    for partner in partners:
        begin, end = part_starts[part[partner]], part_starts[part[partner] + 1]
        nearest, steps = away[begin:end], distances[partner, begin:end]
        for row in range(end - begin):
            nearest[row] = min(nearest[row], steps[row])
    levels[:] = 0
    deepest = 0
    for row in range(part.size):
        if away[row] != NOWHERE:
            away[row] += 1
            levels[away[row] + 2] += 1
            deepest = max(deepest, away[row])
    for level in range(levels.size - 1):
        levels[level + 1] += levels[level]
    for row in range(part.size):
        if away[row] != NOWHERE:
            rows[levels[away[row] + 1]] = row
            levels[away[row] + 1] += 1
    return deepest


@compiled("boolean(uint16[::1], int64, int64, int64[::1], int64[::1])")
def joins_others(away: Vector, begin: int, end: int, levels: Vector, elsewhere: Vector) -> bool:
    """Return whether the newcomer ties a part to others, and count in `elsewhere` who of these is how far from it."""
    if away[begin] == NOWHERE or end - begin == levels[-1]:
        return False
    for level in range(elsewhere.size):
        elsewhere[level] = levels[level + 1] - levels[level]
    for row in range(begin, end):
        elsewhere[away[row]] -= 1
    return True


@compiled("int64(uint16[:, ::1], int64, uint16[::1], int64, int64, int64, uint32[::1])")
def longer_than(distances: Vector, row: int, away: Vector, steps: int, begin: int, end: int, found: Vector) -> int:
    """Fill `found` with the columns begin..end-1 whose distance exceeds away + steps; return their number."""
    base = row * distances.shape[1]
    count = 0
    for word in range(begin // 64, (end + 63) // 64):
        bits = longer(distances, base + 64 * word, away, 64 * word, steps)
        while bits:
            found[count] = 64 * word + first_bit(bits)
            bits &= bits - np.uint64(1)
            count += 1
    return count
