"""Compiled loops over candidates: what a newcomer with undirected ties does to the betweenness of everybody.

Only pairs that are nearer, or as near, through the newcomer x change (`loops_pairs` says how they are found).
The share of such a pair's shortest paths that x is on is 1 if its way is shorter, and else

    share(s, t) = paths(s, x) paths(x, t) / (paths(s, t) + paths(s, x) paths(x, t)).

In both cases the old paths of the pair lose exactly this share: whoever is on them loses it by one way back of Brandes'
algorithm from s, from such targets t alone. The new paths all lead through x: who is on them, or on a path that ends at
x, gains by one way back from x, on which every target s counts 1 + sum of share(s, t) over t.

References
----------
Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25, 163-177.
doi:10.1080/0022250X.2001.9990249
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.joining.loops_pairs import NOWHERE, approach, joins_others, longer_than
from socluster._kernels.products import Vector

__all__ = ["joined_betweenness"]

_NOBODY, _UNLISTED = -1, -2  # after the last row of a list; of a row that is in none


@compiled("void(uint16[:, ::1], float64[:, ::1], int64[::1], int64[::1], int64[::1], uint16[::1], float64[::1])")
def _count_paths(
    distances: Vector,
    paths: Vector,
    part: Vector,
    part_starts: Vector,
    partners: Vector,
    away: Vector,
    to_newcomer: Vector,
) -> None:
    """Fill `to_newcomer` with everybody's number of shortest paths to the newcomer: those to its nearest partners."""
    to_newcomer[:] = 0.0
    for partner in partners:
        begin, end = part_starts[part[partner]], part_starts[part[partner] + 1]
        steps, number = distances[partner, begin:end], paths[partner, begin:end]
        nearest, total = away[begin:end], to_newcomer[begin:end]
        for row in range(end - begin):
            total[row] += number[row] if steps[row] + 1 == nearest[row] else 0.0


@compiled(
    "float64(uint16[:, ::1], float64[:, ::1], int64, uint16[::1], int64, uint32[:], float64[::1], float64[::1],"
    " float64[::1])"
)
def _share(
    distances: Vector,
    paths: Vector,
    row: int,
    away: Vector,
    steps: int,
    targets: Vector,
    to_newcomer: Vector,
    ends: Vector,
    taken: Vector,
) -> float:
    """Return the sum of the newcomer's shares in the paths between `row`, `steps` away, and the targets.

    Each share is added to `ends` at both ends; `taken` gets what it takes from every old path to the target.
    """
    total = 0.0
    for target in targets:
        share = 1.0
        if distances[row, target] == steps + away[target]:
            new = to_newcomer[row] * to_newcomer[target]
            share = new / (paths[row, target] + new)
        ends[row] += share
        ends[target] += share
        taken[target] = share / paths[row, target]
        total += share
    return total


@compiled(
    "void(int64[::1], uint32[::1], uint16[:, ::1], float64[:, ::1], int64, uint32[:], float64[::1], float64[::1],"
    " int64[::1], int64[::1], uint32[::1], float64[::1])"
)
def _take(
    starts: Vector,
    columns: Vector,
    distances: Vector,
    paths: Vector,
    source: int,
    targets: Vector,
    taken: Vector,
    behind: Vector,
    first_at: Vector,
    following: Vector,
    found: Vector,
    lost: Vector,
) -> None:
    """Add to `lost` what everybody on the old shortest paths from the source to the targets no longer carries.

    `behind` collects what every path to a row loses behind it, the sum of `behind` + `taken` of the rows that follow.
    Rows to be visited are in a list for each distance: the first is first_at[distance], and `following` holds each
    one's next. All of these are left empty, as they were. `found` is for who comes before a row: every partner is
    written there, and counted only if it does; a processor that need not guess which do is several times as fast.
    """
    deepest = 0
    for target in targets:
        distance = distances[source, target]
        deepest = max(deepest, distance)
        following[target] = first_at[distance]
        first_at[distance] = target
    for distance in range(deepest, 0, -1):
        row = first_at[distance]
        first_at[distance] = _NOBODY
        while row != _NOBODY:
            count = 0
            if distance == 2 and starts[source + 1] - starts[source] < starts[row + 1] - starts[row]:
                for cell in range(starts[source], starts[source + 1]):  # common partners, from the end with fewer
                    found[count] = columns[cell]
                    count += distances[columns[cell], row] == 1
            elif distance > 1:
                for cell in range(starts[row], starts[row + 1]):
                    found[count] = columns[cell]
                    count += distances[source, columns[cell]] == distance - 1
            for place in range(count):
                before = found[place]
                behind[before] += behind[row] + taken[row]
                if following[before] == _UNLISTED:
                    following[before] = first_at[distance - 1]
                    first_at[distance - 1] = before
            lost[row] += behind[row] * paths[source, row]
            behind[row] = taken[row] = 0.0
            after = following[row]
            following[row] = _UNLISTED
            row = after


@compiled(
    "void(int64[::1], uint32[::1], uint32[::1], int64[::1], int64, float64[::1], float64[::1], float64[::1],"
    " float64[::1])"
)
def _give(
    starts: Vector,
    columns: Vector,
    rows: Vector,
    levels: Vector,
    deepest: int,
    to_newcomer: Vector,
    ends: Vector,
    owed: Vector,
    gained: Vector,
) -> None:
    """Fill `gained` with what everybody carries of the shortest paths that end at the newcomer or lead through it.

    `owed` holds what every path to a row is owed for the row and those behind it, from the level after its own only.
    """
    owed[:] = 0.0
    gained[:] = 0.0
    for level in range(deepest, 0, -1):
        for place in range(levels[level], levels[level + 1]):
            row = rows[place]
            behind = 0.0
            for cell in range(starts[row], starts[row + 1]):
                behind += owed[columns[cell]]
            gained[row] = behind * to_newcomer[row]
        for place in range(levels[level], levels[level + 1]):
            row = rows[place]
            owed[row] = (ends[row] + gained[row]) / to_newcomer[row]


@compiled(
    "void(int64[::1], uint32[::1], uint16[:, ::1], float64[:, ::1], int64[::1], int64[::1], int64[::1], float64[::1],"
    " int64[::1], int64[::1], int64[::1], float64[:, ::1])"
)
def joined_betweenness(
    tie_starts: Vector,
    tie_columns: Vector,
    distances: Vector,
    paths: Vector,
    farthest: Vector,
    part: Vector,
    part_starts: Vector,
    carried: Vector,
    starts: Vector,
    partners: Vector,
    order: Vector,
    result: Vector,
) -> None:
    """Fill `result` with what everybody carries in the joined network, a row per candidate with the newcomer last.

    `carried` is what the rows carry in the network, with every pair counted in both orders.
    """
    n, longest = part.size, farthest.max() if part.size else 0
    away, rows = np.empty(distances.shape[1], np.uint16), np.empty(n, np.uint32)
    found, between = np.empty(n, np.uint32), np.empty(n, np.uint32)
    levels, elsewhere = np.empty(longest + 4, np.int64), np.empty(longest + 2, np.int64)
    first_at, following = np.full(longest + 1, _NOBODY), np.full(n, _UNLISTED)
    to_newcomer, owed, gained, lost, ends = np.empty(n), np.empty(n), np.empty(n), np.empty(n), np.empty(n)
    taken, behind = np.zeros(n), np.zeros(n)
    for candidate in range(starts.size - 1):
        chosen = partners[starts[candidate] : starts[candidate + 1]]
        deepest = approach(distances, part, part_starts, chosen, away, rows, levels)
        _count_paths(distances, paths, part, part_starts, chosen, away, to_newcomer)
        ends[:] = 1.0
        lost[:] = 0.0
        through = 0.0
        for own in range(part_starts.size - 1):
            begin, end = part_starts[own], part_starts[own + 1]
            if joins_others(away, begin, end, levels, elsewhere):
                others = levels[-1] - (end - begin)
                through += 0.5 * (end - begin) * others
                for row in range(begin, end):
                    ends[row] += others
        for place in range(levels[min(deepest, longest // 2) + 1]):
            row = rows[place]
            steps = away[row]
            away[row] = NOWHERE
            if farthest[row] >= 2 * steps:
                begin, end = part_starts[part[row]], part_starts[part[row] + 1]
                targets = found[: longer_than(distances, row, away, steps - 1, begin, end, found)]
                through += _share(distances, paths, row, away, steps, targets, to_newcomer, ends, taken)
                _take(
                    tie_starts,
                    tie_columns,
                    distances,
                    paths,
                    row,
                    targets,
                    taken,
                    behind,
                    first_at,
                    following,
                    between,
                    lost,
                )
        _give(tie_starts, tie_columns, rows, levels, deepest, to_newcomer, ends, owed, gained)
        for row in range(n):
            result[candidate, order[row]] = carried[row] + 2.0 * (gained[row] - lost[row])
        result[candidate, n] = 2.0 * through
