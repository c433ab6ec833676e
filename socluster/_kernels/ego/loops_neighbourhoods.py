"""Compiled loops inside the neighbourhood of every row, a bit for each neighbour."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["inverse_distances"]


@compiled("float64[::1](int64[::1], uint32[::1], int64, int64)")
def inverse_distances(starts: Vector, columns: Vector, first: int, last: int) -> Vector:
    """Return the sum of 1 / distance over ordered pairs of neighbours of rows first..last-1, along their own ties.

    Ties run from row to column, and a row's neighbours are those to which it has a tie.
    """
    n = starts.size - 1
    most = 0
    for row in range(first, last):
        most = max(most, starts[row + 1] - starts[row])
    place = np.full(n, -1, np.int64)
    words = most // 64 + 1
    near = np.zeros((most, words), np.uint64)
    seen, front, ahead = np.zeros(words, np.uint64), np.zeros(words, np.uint64), np.zeros(words, np.uint64)
    result = np.zeros(last - first)
    for row in range(first, last):
        begin, size = starts[row], starts[row + 1] - starts[row]
        used = (size + 63) // 64
        for spot in range(size):
            place[columns[begin + spot]] = spot
        for spot in range(size):
            near[spot, :used] = 0
            one = columns[begin + spot]
            for cell in range(starts[one], starts[one + 1]):
                other = place[columns[cell]]
                if other >= 0:
                    near[spot, other // 64] |= np.uint64(1) << np.uint64(other % 64)
        for spot in range(size):
            place[columns[begin + spot]] = -1
        for spot in range(size):
            seen[:used] = 0
            seen[spot // 64] = np.uint64(1) << np.uint64(spot % 64)
            front[:used] = seen[:used]
            distance, fresh = 0, 1
            while fresh:
                distance += 1
                fresh = 0
                ahead[:used] = 0
                for word in range(used):
                    bits = front[word]
                    while bits:
                        member = 64 * word + np.int64(lowest_bit(bits))
                        bits &= bits - np.uint64(1)
                        for each in range(used):
                            ahead[each] |= near[member, each]
                for word in range(used):
                    front[word] = ahead[word] & ~seen[word]
                    seen[word] |= front[word]
                    fresh += number_of_bits(front[word])
                result[row - first] += fresh / distance
    return result
