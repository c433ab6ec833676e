"""Compiled loops over shortest paths in steps, from many actors at once.

Both loops go level by level, all searches of a block side by side. An actor takes from its partners what they held
after the last level: which searches have been there (one bit each), or how many shortest paths (one number each).
`out_*` are the rows of the network, `in_*` those of the same network turned around; for undirected ties these
are the same arrays.

References
----------
Then, M. et al. (2014). The more the merrier: efficient multi-source graph traversal. PVLDB, 8, 449-460.
doi:10.14778/2735496.2735507
Beamer, S., Asanović, K. & Patterson, D. (2012). Direction-optimizing breadth-first search. SC '12.
doi:10.1109/SC.2012.50
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.compiling.lanes import LANES, add_row, meet, pass_back, pass_on
from socluster._kernels.products import Vector

__all__ = ["BITS", "carried", "distance_sums"]

BITS = 64 * LANES  # searches side by side, of which only a bit each is kept

_WIDE = 0.1  # from this share of all arcs at the front it is quicker to ask everybody than to look for its neighbours


@compiled("int64(int64[::1], uint32[::1], uint32[:], int64[::1], int64[::1], int64, uint32[::1])")
def _candidates(
    starts: Vector, columns: Vector, front: Vector, lacking: Vector, asked: Vector, stamp: int, found: Vector
) -> int:
    """Fill `found` with rows that may be reached next, each once, and return their number.

    `front` names the rows reached last; `lacking` says how many searches have not been at a row; `asked` holds the
    stamp of the level in which a row was found last, so that it need not be cleared.
    """
    arcs = 0
    for row in front:
        arcs += starts[row + 1] - starts[row]
    count = 0
    if arcs > _WIDE * columns.size:
        for row in range(lacking.size):
            found[count] = row
            count += lacking[row] > 0
        return count
    for row in front:
        for cell in range(starts[row], starts[row + 1]):
            column = columns[cell]
            if asked[column] != stamp and lacking[column] > 0:
                asked[column] = stamp
                found[count] = column
                count += 1
    return count


@compiled(
    "Tuple((int64[::1], int64[::1], float64[::1], int64[::1], int64[::1]))"
    "(int64[::1], uint32[::1], int64[::1], uint32[::1], int64, int64)"
)
def distance_sums(
    out_starts: Vector, out_columns: Vector, in_starts: Vector, in_columns: Vector, first: int, last: int
) -> tuple[Vector, Vector, Vector, Vector, Vector]:
    """Sum up how far rows first..last-1 are, for every row that reaches them.

    Returns
    -------
    reached, total : arrays of int64 of shape (n,)
        How many of them a row reaches, and the sum of the distances.
    inverse : array of float64 of shape (n,)
        Sum of 1 / distance.
    farthest : array of int64 of shape (n,)
        Largest distance.
    by_distance : array of int64 of shape (n + 1,)
        Number of pairs at every distance above 0.
    """
    n = out_starts.size - 1
    reached, total, farthest = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
    inverse, by_distance = np.zeros(n), np.zeros(n + 1, np.int64)
    seen, front, fresh = (
        np.zeros((n, LANES), np.uint64),
        np.zeros((n, LANES), np.uint64),
        np.zeros((n, LANES), np.uint64),
    )
    here, there, found = np.empty(n, np.uint32), np.empty(n, np.uint32), np.empty(n, np.uint32)
    lacking, asked, stamp = np.empty(n, np.int64), np.zeros(n, np.int64), 0
    for start in range(first, last, BITS):
        searches = min(BITS, last - start)
        seen[:] = 0
        lacking[:] = searches
        for search in range(searches):
            row = start + search
            seen[row, search // 64] = front[row, search // 64] = np.uint64(1) << np.uint64(search % 64)
            lacking[row] -= 1
            here[search] = row
        size, distance = searches, 0
        while size:
            distance += 1
            stamp += 1
            ahead = 0
            for place in range(_candidates(in_starts, in_columns, here[:size], lacking, asked, stamp, found)):
                row = found[place]
                count = meet(front, out_columns, out_starts[row], out_starts[row + 1], seen, row, fresh)
                if count:
                    there[ahead] = row
                    ahead += 1
                    lacking[row] -= count
                    reached[row] += count
                    total[row] += count * distance
                    inverse[row] += count / distance
                    farthest[row] = max(farthest[row], distance)
                    by_distance[distance] += count
            for place in range(size):
                front[here[place]] = 0
            front, fresh, here, there, size = fresh, front, there, here, ahead
    return reached, total, inverse, farthest, by_distance


@compiled("float64[::1](int64[::1], uint32[::1], int64[::1], uint32[::1], int64, int64)")
def carried(
    out_starts: Vector, out_columns: Vector, in_starts: Vector, in_columns: Vector, first: int, last: int
) -> Vector:
    """Return what every row carries of the shortest paths to rows first..last-1, a pair sharing 1 among its paths.

    Brandes' two passes, with all sums taken over whole levels: on the way out the numbers of shortest paths, on the way
    back what every path is owed, (1 + carried) / paths, by the rows behind. A row counts from the level after its own
    only, so that the sums need not ask which partner is nearer: those that are not hold 0 at that time.
    """
    n = out_starts.size - 1
    result = np.zeros(n)
    paths, owed, fresh = np.zeros((n, LANES)), np.zeros((n, LANES)), np.empty((n, LANES))
    rows, lanes = (
        np.empty(n * LANES + 1, np.uint32),
        np.empty(n * LANES + 1, np.uint8),
    )  # who is reached, in which lanes
    levels, found = np.zeros(n + 2, np.int64), np.empty(n, np.uint32)
    lacking, asked, stamp = np.empty(n, np.int64), np.zeros(n, np.int64), 0
    for start in range(first, last, LANES):
        searches = min(LANES, last - start)
        paths[:] = 0.0
        owed[:] = 0.0
        lacking[:] = (1 << searches) - 1  # as bits
        for lane in range(searches):
            rows[lane] = start + lane
            paths[start + lane, lane] = 1.0
            lacking[start + lane] ^= 1 << lane
        depth = 0
        levels[1] = searches
        while levels[depth] < levels[depth + 1]:
            stamp += 1
            end = levels[depth + 1]
            ahead = end
            front = rows[levels[depth] : end]
            for place in range(_candidates(in_starts, in_columns, front, lacking, asked, stamp, found)):
                row = found[place]
                cells = out_starts[row], out_starts[row + 1]
                reached = pass_on(paths, out_columns, cells[0], cells[1], row, fresh, ahead - end)
                rows[ahead], lanes[ahead] = row, reached
                ahead += reached != 0
            for place in range(end, ahead):
                add_row(paths, rows[place], fresh, place - end)
                lacking[rows[place]] ^= lanes[place]
            depth += 1
            levels[depth + 1] = ahead
        for level in range(depth - 1, 0, -1):
            begin, end = levels[level], levels[level + 1]
            for place in range(begin, end):
                row = rows[place]
                cells = in_starts[row], in_starts[row + 1]
                result[row] += pass_back(
                    owed, in_columns, cells[0], cells[1], paths, row, lanes[place], fresh, place - begin
                )
            for place in range(begin, end):
                add_row(owed, rows[place], fresh, place - begin)
    return result
