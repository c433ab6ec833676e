"""Compiled loop over draws: what part of the shortest paths runs through everybody, and how long these are.

Brandes' algorithm from eight actors at a time, whose steps the bits of sixty-four searches tell already (as in
`loops_distances`, so that distances come along). Nothing is told of a step before it is finished. So a sum over all
partners needs no look at distances: of whom is not reached yet, those partners hold paths who stand on the last step,
and the others 0 still; on the way back likewise.

References
----------
Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25, 163-177.
doi:10.1080/0022250X.2001.9990249
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.ensembles.wide_rows import add_row, arrive, carry
from socluster._kernels.products import Vector

__all__ = ["carried"]

_ONE = np.uint64(1)


@compiled("void(uint64[:,::1], int64[::1], int64[::1])", lean=True)
def list_ties(rows: Vector, starts: Vector, columns: Vector) -> None:
    """Write to whom the ties of everybody run: those of v stand in columns[starts[v] : starts[v + 1]]."""
    n, words = rows.shape
    cell = 0
    for v in range(n):
        starts[v] = cell
        for word in range(words):
            rest = rows[v, word]
            while rest:
                columns[cell] = 64 * word + lowest_bit(rest)
                rest &= rest - _ONE
                cell += 1
    starts[n] = cell


@compiled("int64(int64, int64, int64[::1], int64[::1], uint64[:,::1], int64[::1])", lean=True)
def search(first: int, here: int, starts: Vector, into: Vector, bits: Vector, by_distance: Vector) -> int:
    """Search from so many actors at once, one bit each, and return how many steps that takes.

    Afterwards bits[1 + step, v] tells from which of them v is reached with so many steps; the pairs are counted.
    """
    n = len(starts) - 1
    everybody = np.uint64(0)
    for v in range(n):
        bits[0, v] = 0
        bits[1, v] = 0
    for each in range(here):
        bit = _ONE << np.uint64(each)
        everybody |= bit
        bits[0, first + each] = bit
        bits[1, first + each] = bit
    step = 0
    found = 1
    while found:
        found = 0
        for v in range(n):
            new = np.uint64(0)
            if bits[0, v] != everybody:
                for cell in range(starts[v], starts[v + 1]):
                    new |= bits[1 + step, into[cell]]
                new &= ~bits[0, v]
            bits[2 + step, v] = new
            found += number_of_bits(new)
        step += 1
        for v in range(n):
            bits[0, v] |= bits[1 + step, v]
        if found:
            by_distance[step] += found
    return step


@compiled(
    "void(uint64[:,:,::1], uint64[:,:,::1], int64[:,::1], float64[:,::1], int64[:,::1], int64[:,::1], uint64[:,::1], "
    "float64[:,:,::1], int64[:,::1])",
    lean=True,
)
def carried(
    rows: Vector,
    back: Vector,
    by_distance: Vector,
    result: Vector,
    starts: Vector,
    columns: Vector,
    bits: Vector,
    room: Vector,
    lists: Vector,
) -> None:
    """Write what everybody carries of the shortest paths between ordered pairs of others into result[draw].

    Parameters
    ----------
    rows, back : uint64 (draws, n, words)
        To whom ties run, and from whom.
    by_distance : int64 (draws, n + 1)
        Room for the number of ordered pairs at every distance.
    result : float64 (draws, n)
        Room for the answer.
    starts, columns, bits, room, lists : int64 (2, n + 1), int64 (2, most ties of a draw), uint64 (n + 3, n), float64
        (4, n, 8), int64 (3, 8 n + 8)
        Room to work in. `lists` holds who is reached, in which of the eight searches, and where every step begins.
    """
    draws, n, _ = rows.shape
    out, into, out_starts, in_starts = columns[0], columns[1], starts[0], starts[1]
    paths, owed, fresh, sums = room[0], room[1], room[2], room[3]
    for draw in range(draws):
        list_ties(rows[draw], out_starts, out)
        list_ties(back[draw], in_starts, into)
        for step in range(n + 1):
            by_distance[draw, step] = 0
        for v in range(n):
            for lane in range(8):
                sums[v, lane] = 0.0
        for first in range(0, n, 64):
            here = min(64, n - first)
            steps = search(first, here, in_starts, into, bits, by_distance[draw])
            for eight in range(0, here, 8):
                for v in range(n):
                    for lane in range(8):
                        paths[v, lane] = 0.0
                        owed[v, lane] = 0.0
                for each in range(eight, min(eight + 8, here)):
                    paths[first + each, each - eight] = 1.0
                end = 0
                for step in range(1, steps):
                    begin = end
                    lists[2, step] = begin
                    for v in range(n):
                        reached = (bits[1 + step, v] >> np.uint64(eight)) & np.uint64(255)
                        lists[0, end] = v
                        lists[1, end] = reached
                        end += reached != 0
                    for place in range(begin, end):
                        v = lists[0, place]
                        lanes = np.uint64(lists[1, place])
                        arrive(paths, into, in_starts[v], in_starts[v + 1], lanes, fresh, place - begin)
                    for place in range(begin, end):
                        add_row(paths, lists[0, place], fresh, place - begin)
                lists[2, steps] = end
                for step in range(steps - 1, 0, -1):
                    begin, end = lists[2, step], lists[2, step + 1]
                    for place in range(begin, end):
                        v = lists[0, place]
                        lanes = np.uint64(lists[1, place])
                        start, stop = out_starts[v], out_starts[v + 1]
                        carry(owed, out, start, stop, lanes, paths, v, fresh, place - begin, sums)
                    for place in range(begin, end):
                        add_row(owed, lists[0, place], fresh, place - begin)
        for v in range(n):
            one, two = (sums[v, 0] + sums[v, 4]) + (sums[v, 2] + sums[v, 6]), (sums[v, 1] + sums[v, 5])
            result[draw, v] = one + (two + (sums[v, 3] + sums[v, 7]))
