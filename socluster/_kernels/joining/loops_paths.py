"""Compiled loops over candidates: what a newcomer with undirected ties does to the distances between all others.

`loops_pairs` says how the pairs whose distance changes are found, and what the arrays hold. Results have a row
per candidate and, where they are about actors, a column for each: `order` names the actor at every place.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.joining.loops_pairs import NOWHERE, approach, joins_others, longer_than
from socluster._kernels.products import Vector

__all__ = ["joined_closeness", "joined_distances"]

_NETWORK = "uint16[:, ::1], int64[::1], int64[::1], int64[::1]"  # distances, farthest, part, part_starts
_CANDIDATES = "int64[::1], int64[::1], int64[::1]"  # starts, partners, order


@compiled(f"void({_NETWORK}, {_CANDIDATES}, int64[:, ::1])")
def joined_distances(
    distances: Vector,
    farthest: Vector,
    part: Vector,
    part_starts: Vector,
    starts: Vector,
    partners: Vector,
    order: Vector,
    by_distance: Vector,
) -> None:
    """Add what changes in the number of ordered pairs at every distance, a row per candidate."""
    n, longest = part.size, farthest.max() if part.size else 0
    away, rows, found = np.empty(distances.shape[1], np.uint16), np.empty(n, np.uint32), np.empty(n, np.uint32)
    levels, elsewhere = np.empty(longest + 4, np.int64), np.empty(longest + 2, np.int64)
    for candidate in range(starts.size - 1):
        chosen = partners[starts[candidate] : starts[candidate + 1]]
        deepest = approach(distances, part, part_starts, chosen, away, rows, levels)
        pairs = by_distance[candidate]
        for level in range(1, deepest + 1):
            pairs[level] += 2 * (levels[level + 1] - levels[level])
        for own in range(part_starts.size - 1):
            if joins_others(away, part_starts[own], part_starts[own + 1], levels, elsewhere):
                for level in range(1, deepest + 1):
                    here = levels[level + 1] - levels[level] - elsewhere[level]
                    if here:
                        for beyond in range(1, deepest + 1):
                            pairs[level + beyond] += here * elsewhere[beyond]
        for place in range(levels[min(deepest, (longest - 1) // 2) + 1]):
            row = rows[place]
            steps = away[row]
            away[row] = NOWHERE
            if farthest[row] > 2 * steps:
                begin, end = part_starts[part[row]], part_starts[part[row] + 1]
                for pair in range(longer_than(distances, row, away, steps, begin, end, found)):
                    pairs[distances[row, found[pair]]] -= 2
                    pairs[steps + away[found[pair]]] += 2


@compiled(f"void({_NETWORK}, {_CANDIDATES}, int64[:, ::1], int64[:, ::1], float64[:, ::1])")
def joined_closeness(
    distances: Vector,
    farthest: Vector,
    part: Vector,
    part_starts: Vector,
    starts: Vector,
    partners: Vector,
    order: Vector,
    reached: Vector,
    total: Vector,
    inverse: Vector,
) -> None:
    """Add what changes in how many everybody reaches, and how far, a row per candidate with the newcomer last."""
    n, longest = part.size, farthest.max() if part.size else 0
    away, rows, found = np.empty(distances.shape[1], np.uint16), np.empty(n, np.uint32), np.empty(n, np.uint32)
    levels, elsewhere = np.empty(longest + 4, np.int64), np.empty(longest + 2, np.int64)
    per_step, nearer = 1.0 / np.maximum(np.arange(2 * longest + 3), 1), np.empty(longest + 2)
    for candidate in range(starts.size - 1):
        chosen = partners[starts[candidate] : starts[candidate + 1]]
        deepest = approach(distances, part, part_starts, chosen, away, rows, levels)
        count, sums, parts = reached[candidate], total[candidate], inverse[candidate]
        for place in range(levels[-1]):
            steps = away[rows[place]]
            for actor in (order[rows[place]], n):
                count[actor] += 1
                sums[actor] += steps
                parts[actor] += per_step[steps]
        for own in range(part_starts.size - 1):
            begin, end = part_starts[own], part_starts[own + 1]
            if joins_others(away, begin, end, levels, elsewhere):
                others, to_others = levels[-1] - (end - begin), 0
                nearer[:] = 0.0
                for beyond in range(1, deepest + 1):
                    to_others += beyond * elsewhere[beyond]
                    for level in range(1, deepest + 1):
                        nearer[level] += elsewhere[beyond] * per_step[level + beyond]
                for row in range(begin, end):
                    count[order[row]] += others
                    sums[order[row]] += others * away[row] + to_others
                    parts[order[row]] += nearer[away[row]]
        for place in range(levels[min(deepest, (longest - 1) // 2) + 1]):
            row = rows[place]
            steps = away[row]
            away[row] = NOWHERE
            if farthest[row] > 2 * steps:
                begin, end = part_starts[part[row]], part_starts[part[row] + 1]
                for pair in range(longer_than(distances, row, away, steps, begin, end, found)):
                    before, now = distances[row, found[pair]], np.int64(steps + away[found[pair]])
                    for actor in (order[row], order[found[pair]]):
                        sums[actor] += now - before
                        parts[actor] += per_step[now] - per_step[before]
