"""Compiled loops over the shortest paths from one actor after the other, whatever the lengths of ties.

Dijkstra's search from an actor finds the ties on shortest paths from it; what the others carry, pass on or hand over is
then summed up from the farthest to the nearest, as Brandes does. Distances are held as the sum of two numbers (`high`
and `low`, together 31 digits), so that a short tie behind a long one is not lost. `equal_lengths` says when two ways to
an actor are equally long: the part in which they differ begins where all ways to it part, the last actor that all
shortest paths found so far have in common (`common`; the tree of these is that of dominators, followed upwards).
Lengths must be at most 1.

References
----------
Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic computation. Social Networks,
30, 136-145. doi:10.1016/j.socnet.2007.11.001
Cooper, K. D., Harvey, T. J. & Kennedy, K. (2001). A simple, fast dominance algorithm. Software Practice and Experience,
4, 1-10.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.paths.equal_lengths import SAME_LENGTH
from socluster._kernels.products import Vector

__all__ = ["carried", "loads", "passing"]

# Who is still far off lies on shelves by rough distance, 512 to the length 1, and joins the queue only when its shelf
# comes down: most have moved nearer by then. Lengths are at most 1, so that half of the shelves would do.
_PER_LENGTH = 512
_SHELVES = 1024


@compiled("void(float64, int64, int64, float64[::1], int64[::1], float64[::1])")
def _push(far: float, actor: int, here: int, keys: Vector, queue: Vector, low: Vector) -> None:
    """Put an actor into the queue, four to a parent, at its end, and move it up to where nobody above is farther."""
    while here > 0:
        above = (here - 1) >> 2
        if keys[above] < far or (keys[above] == far and low[queue[above]] <= low[actor]):
            break
        keys[here], queue[here] = keys[above], queue[above]
        here = above
    keys[here], queue[here] = far, actor


@compiled("int64(int64, float64[::1], int64[::1], float64[::1])")
def _pop(size: int, keys: Vector, queue: Vector, low: Vector) -> int:
    """Take the nearest actor out of a queue of that size."""
    nearest = queue[0]
    size -= 1
    far, actor = keys[size], queue[size]
    here = 0
    while 4 * here + 1 < size:
        best = 4 * here + 1
        for below in range(best + 1, min(best + 4, size)):
            if keys[below] < keys[best] or (keys[below] == keys[best] and low[queue[below]] < low[queue[best]]):
                best = below
        if far < keys[best] or (far == keys[best] and low[actor] <= low[queue[best]]):
            break
        keys[here], queue[here] = keys[best], queue[best]
        here = best
    keys[here], queue[here] = far, actor
    return int(nearest)


@compiled("int64(int64, int64, int64[::1], int64[::1])")
def _parting(one: int, other: int, common: Vector, depth: Vector) -> int:
    """Return the last actor that all shortest paths to either have in common."""
    while one != other:
        if depth[one] >= depth[other]:
            one = common[one]
        else:
            other = common[other]
    return one


@compiled(
    "int64(int64, float64, int64[::1], uint32[::1], float64[::1], int64[::1], uint32[::1], float64[::1], int64[::1], "
    "int64[::1], int64[::1], float64[:, ::1], int64[:, ::1])"
)
def _search(
    start: int,
    smallest: float,
    starts: Vector,
    columns: Vector,
    lengths: Vector,
    in_starts: Vector,
    rows: Vector,
    paths: Vector,
    order: Vector,
    before: Vector,
    ways: Vector,
    distance: Vector,
    work: Vector,
) -> int:
    """Find the ties on shortest paths from an actor, and return how many actors are reached, itself included.

    `smallest` is the smallest of all lengths.

    Fills `order` (who is reached, from near to far), `paths` (how many shortest paths lead there) and `before`: from
    place in_starts[v] on, the `ways[v]` cells of the matrix by which such paths come to v.
    """
    high, low, limit, keys, far_off = distance[0], distance[1], distance[2], distance[3], distance[4]
    queue, common, depth, later, who, behind = work[0], work[1], work[2], work[3], work[4], work[5]
    for actor in range(starts.size - 1):
        limit[actor] = np.inf
    for shelf in range(_SHELVES):
        later[shelf] = -1
    high[start] = low[start] = 0.0
    ways[start] = 0
    common[start] = start
    depth[start] = -1
    paths[start] = 1.0
    _push(0.0, start, 0, keys, queue, low)
    waiting, reached, put, left, now = 1, 0, 0, 0, 0
    while waiting + left:
        while not waiting:  # take the next shelf down
            now += 1
            item = later[now % _SHELVES]
            later[now % _SHELVES] = -1
            while item >= 0:
                left -= 1
                actor = who[item]
                if high[actor] == far_off[item] and limit[actor] >= 0:
                    _push(far_off[item], actor, waiting, keys, queue, low)
                    waiting += 1
                item = behind[item]
            if not left:
                break
        if not waiting:
            break
        actor = _pop(waiting, keys, queue, low)
        waiting -= 1
        if limit[actor] < 0:  # moved nearer since it was put there, and is done
            continue
        limit[actor] = -1.0
        order[reached] = actor
        reached += 1
        depth[actor] = depth[common[actor]] + 1
        if actor != start:
            total = 0.0
            for way in range(in_starts[actor], in_starts[actor] + ways[actor]):
                total += paths[rows[before[way]]]
            paths[actor] = total
        near, near_low = high[actor], low[actor]
        for cell in range(starts[actor], starts[actor + 1]):
            other, length = columns[cell], lengths[cell]
            rough = near + length
            if rough > limit[other]:
                continue
            part = rough - near
            rest = near_low + ((near - (rough - part)) + (length - part))
            far = rough + rest
            rest -= far - rough
            is_same = False
            if limit[other] < np.inf:
                gap = (far - high[other]) + (rest - low[other])
                if abs(gap) <= min(SAME_LENGTH * far, smallest / 2):
                    parting = _parting(common[other], actor, common, depth)
                    apart = (far - high[parting]) + (rest - low[parting])
                    if abs(gap) <= SAME_LENGTH * apart:
                        is_same = True
                        before[in_starts[other] + ways[other]] = cell
                        ways[other] += 1
                        common[other] = parting
                if gap >= 0:
                    continue
            high[other], low[other], limit[other] = far, rest, far * (1 + 2 * SAME_LENGTH)
            if not is_same:
                before[in_starts[other]] = cell
                ways[other] = 1
                common[other] = actor
            shelf = int(far * _PER_LENGTH)
            if shelf <= now:
                _push(far, other, waiting, keys, queue, low)
                waiting += 1
            else:
                far_off[put], who[put], behind[put] = far, other, later[shelf % _SHELVES]
                later[shelf % _SHELVES] = put
                put += 1
                left += 1
    return reached


@compiled(
    "Tuple((float64[::1], float64[::1]))(int64[::1], uint32[::1], float64[::1], int64[::1], uint32[::1], int64, int64)"
)
def carried(
    starts: Vector, columns: Vector, lengths: Vector, in_starts: Vector, rows: Vector, first: int, last: int
) -> tuple[Vector, Vector]:
    """Return what actors and ties carry of the paths from actors first..last-1, a pair sharing 1 among its paths."""
    n = starts.size - 1
    by_row, by_cell = np.zeros(n), np.zeros(columns.size)
    paths, owed, distance = np.empty(n), np.empty(n), np.empty((5, max(n, columns.size + 1)))
    order, ways, before, work = (
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(columns.size, np.int64),
        np.empty((6, max(n, columns.size + 1, _SHELVES)), np.int64),
    )
    smallest = lengths.min() if lengths.size else 1.0
    for start in range(first, last):
        reached = _search(
            start, smallest, starts, columns, lengths, in_starts, rows, paths, order, before, ways, distance, work
        )
        for place in range(reached):
            owed[order[place]] = 0.0
        for place in range(reached - 1, 0, -1):
            actor = order[place]
            by_row[actor] += owed[actor]
            by_path = (1.0 + owed[actor]) / paths[actor]
            for way in range(in_starts[actor], in_starts[actor] + ways[actor]):
                cell = before[way]
                share = paths[rows[cell]] * by_path
                by_cell[cell] += share
                owed[rows[cell]] += share
    return by_row, by_cell


@compiled(
    "Tuple((float64[::1], float64[::1]))(int64[::1], uint32[::1], float64[::1], int64[::1], uint32[::1], int64, int64)"
)
def passing(
    starts: Vector, columns: Vector, lengths: Vector, in_starts: Vector, rows: Vector, first: int, last: int
) -> tuple[Vector, Vector]:
    """Return how many shortest paths from actors first..last-1 pass everybody, and how many begin or end there."""
    n = starts.size - 1
    passed, ending = np.zeros(n), np.zeros(n)
    paths, onwards, distance = np.empty(n), np.empty(n), np.empty((5, max(n, columns.size + 1)))
    order, ways, before, work = (
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(columns.size, np.int64),
        np.empty((6, max(n, columns.size + 1, _SHELVES)), np.int64),
    )
    smallest = lengths.min() if lengths.size else 1.0
    for start in range(first, last):
        reached = _search(
            start, smallest, starts, columns, lengths, in_starts, rows, paths, order, before, ways, distance, work
        )
        for place in range(reached):
            onwards[order[place]] = 0.0
        for place in range(reached - 1, 0, -1):
            actor = order[place]
            passed[actor] += paths[actor] * onwards[actor]
            ending[actor] += paths[actor]
            ending[start] += paths[actor]
            for way in range(in_starts[actor], in_starts[actor] + ways[actor]):
                onwards[rows[before[way]]] += 1.0 + onwards[actor]
    return passed, ending


@compiled("float64[::1](int64[::1], uint32[::1], float64[::1], int64[::1], uint32[::1], int64, int64)")
def loads(
    starts: Vector, columns: Vector, lengths: Vector, in_starts: Vector, rows: Vector, first: int, last: int
) -> Vector:
    """Return how many parcels to actors first..last-1 pass everybody; ties are given from their end to their begin."""
    n = starts.size - 1
    load = np.zeros(n)
    paths, held, distance = np.empty(n), np.empty(n), np.empty((5, max(n, columns.size + 1)))
    order, ways, before, work = (
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(columns.size, np.int64),
        np.empty((6, max(n, columns.size + 1, _SHELVES)), np.int64),
    )
    smallest = lengths.min() if lengths.size else 1.0
    for goal in range(first, last):
        reached = _search(
            goal, smallest, starts, columns, lengths, in_starts, rows, paths, order, before, ways, distance, work
        )
        for place in range(reached):
            held[order[place]] = 0.0
        for place in range(reached - 1, 0, -1):
            actor = order[place]
            load[actor] += held[actor]
            handed = (1.0 + held[actor]) / ways[actor]
            for way in range(in_starts[actor], in_starts[actor] + ways[actor]):
                held[rows[before[way]]] += handed
    return load
