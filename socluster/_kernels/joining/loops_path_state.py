"""Compiled loops that fill the tables of distances and of shortest paths of a network with undirected ties.

Both take columns of the tables, which for undirected ties are also its rows, in blocks: 512 searches side by side for
distances (see `_kernels/paths/loops_paths.py`), eight for numbers of paths.
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.compiling.lanes import LANES, add_row, meet, pass_back, pass_on
from socluster._kernels.compiling.lanes_steps import put
from socluster._kernels.products import Vector

__all__ = ["BITS", "count_paths", "measure_distances"]

BITS = 64 * LANES  # searches side by side


@compiled(
    "Tuple((int64[::1], int64[::1], float64[::1], int64[::1], int64[::1]))"
    "(int64[::1], uint32[::1], uint16[:, ::1], int64, int64)"
)
def measure_distances(
    starts: Vector, columns: Vector, distances: Vector, first: int, last: int
) -> tuple[Vector, Vector, Vector, Vector, Vector]:
    """Fill columns first..last-1 of the table, 0 for no path, and sum them up (see `distances.DistanceSums`)."""
    n, width = starts.size - 1, distances.shape[1]
    reached, total, farthest = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
    inverse, by_distance = np.zeros(n), np.zeros(n + 1, np.int64)
    seen, front, fresh = (
        np.empty((n, LANES), np.uint64),
        np.empty((n, LANES), np.uint64),
        np.empty((n, LANES), np.uint64),
    )
    lacking = np.empty(n, np.int64)  # searches that have not been at a row
    for start in range(first, last, BITS):
        searches = min(BITS, last - start)
        seen[:] = 0
        front[:] = 0
        lacking[:] = searches
        for search in range(searches):
            row = start + search
            seen[row, search // 64] = front[row, search // 64] = np.uint64(1) << np.uint64(search % 64)
            lacking[row] -= 1
        distance, found = 0, 1
        while found:
            distance += 1
            found = 0
            for row in range(n):
                count = 0
                if lacking[row]:
                    count = meet(front, columns, starts[row], starts[row + 1], seen, row, fresh)
                if not count:
                    fresh[row] = 0
                    continue
                for word in range(LANES):
                    if fresh[row, word]:
                        put(distances, row * width + start + 64 * word, fresh[row, word], distance)
                found += count
                lacking[row] -= count
                reached[row] += count
                total[row] += count * distance
                inverse[row] += count / distance
                farthest[row] = max(farthest[row], distance)
            by_distance[distance] += found
            front, fresh = fresh, front
    return reached, total, inverse, farthest, by_distance


@compiled("int64(uint16[:, ::1], int64, int64, int64[::1], int64[::1], uint32[::1])")
def _by_level(distances: Vector, first: int, last: int, asked: Vector, levels: Vector, rows: Vector) -> int:
    """Sort rows by their distances from rows first..last-1, a row once for each distance; return the largest.

    Rows at distance d come to rows[levels[d]:levels[d + 1]]. Both other arrays have room for the largest distance and 4
    more; `asked` holds the row that was last seen at a distance.
    """
    deepest = 0
    levels[:] = 0
    asked[:] = -1
    for row in range(distances.shape[0]):
        for column in range(first, last):
            distance = distances[row, column]
            levels[distance + 2] += asked[distance] != row
            asked[distance] = row
            deepest = max(deepest, distance)
    levels[2] = 0  # distance 0 is that of the row itself, or of who is not reached
    for distance in range(levels.size - 1):
        levels[distance + 1] += levels[distance]
    asked[:] = -1
    for row in range(distances.shape[0]):
        for column in range(first, last):
            distance = distances[row, column]
            if distance > 0 and asked[distance] != row:
                asked[distance] = row
                rows[levels[distance + 1]] = row
                levels[distance + 1] += 1
    return deepest


@compiled("float64[::1](int64[::1], uint32[::1], uint16[:, ::1], int64, int64, int64, float64[:, ::1])")
def count_paths(
    starts: Vector, columns: Vector, distances: Vector, longest: int, first: int, last: int, paths: Vector
) -> Vector:
    """Fill columns first..last-1 of the table of numbers of shortest paths, and return what every row carries of these.

    Brandes' two passes, as in `carried` of that file; but the distances are known, and so is who is reached when.
    """
    n = starts.size - 1
    result = np.zeros(n)
    number, owed, fresh = np.empty((n, LANES)), np.empty((n, LANES)), np.empty((n, LANES))
    rows, reached = np.empty(n * LANES, np.uint32), np.empty(n * LANES, np.uint8)
    levels, asked = np.empty(longest + 4, np.int64), np.empty(longest + 4, np.int64)
    for start in range(first, last, LANES):
        searches = min(LANES, last - start)
        deepest = _by_level(distances, start, start + searches, asked, levels, rows)
        number[:] = 0.0
        owed[:] = 0.0
        for lane in range(searches):
            number[start + lane, lane] = 1.0
        for level in range(1, deepest + 1):
            begin, end = levels[level], levels[level + 1]
            for place in range(begin, end):
                row = rows[place]
                reached[place] = pass_on(number, columns, starts[row], starts[row + 1], row, fresh, place - begin)
            for place in range(begin, end):
                add_row(number, rows[place], fresh, place - begin)
        for level in range(deepest, 0, -1):
            begin, end = levels[level], levels[level + 1]
            for place in range(begin, end):
                row = rows[place]
                cells = starts[row], starts[row + 1]
                result[row] += pass_back(
                    owed, columns, cells[0], cells[1], number, row, reached[place], fresh, place - begin
                )
            for place in range(begin, end):
                add_row(owed, rows[place], fresh, place - begin)
        for row in range(n):
            for lane in range(searches):
                paths[row, start + lane] = number[row, lane]
    return result
