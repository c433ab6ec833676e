"""Compiled loop over draws: by how many everybody is reached, and from how far."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["reached_from"]

_ONE = np.uint64(1)


@compiled("void(uint64[:,:,::1], int64[:,:,::1], float64[:,::1], int64[::1], int64[::1], uint64[:,::1])", lean=True)
def reached_from(back: Vector, counts: Vector, inverse: Vector, starts: Vector, columns: Vector, bits: Vector) -> None:
    """Write by how many others everybody is reached, the sum of their distances, and that of 1 / distance.

    The searches are those of `loops_distances`; here it is looked at who is reached.

    Parameters
    ----------
    back : uint64 (draws, n, words)
        From whom ties run to everybody.
    counts, inverse : int64 (draws, 2, n), float64 (draws, n)
        Room for number and sum, and for the sum of inverses.
    starts, columns, bits : int64 (n + 1,), int64 (most ties of a draw,), uint64 (at least 3, n)
        Room to work in.
    """
    draws, n, words = back.shape
    for draw in range(draws):
        cell = 0
        for v in range(n):
            counts[draw, 0, v] = 0
            counts[draw, 1, v] = 0
            inverse[draw, v] = 0.0
            starts[v] = cell
            for word in range(words):
                rest = back[draw, v, word]
                while rest:
                    columns[cell] = 64 * word + lowest_bit(rest)
                    rest &= rest - _ONE
                    cell += 1
        starts[n] = cell
        for first in range(0, n, 64):
            everybody = np.uint64(0)
            for v in range(n):
                bits[0, v] = 0
                bits[1, v] = 0
            for search in range(min(64, n - first)):
                bit = _ONE << np.uint64(search)
                everybody |= bit
                bits[0, first + search] = bit
                bits[1, first + search] = bit
            step = 0
            now = 1
            found = 1
            while found:
                found = 0
                step += 1
                for v in range(n):
                    new = np.uint64(0)
                    if bits[0, v] != everybody:
                        for cell in range(starts[v], starts[v + 1]):
                            new |= bits[now, columns[cell]]
                        new &= ~bits[0, v]
                    bits[3 - now, v] = new
                    if new:
                        several = number_of_bits(new)
                        found += several
                        counts[draw, 0, v] += several
                        counts[draw, 1, v] += several * step
                        inverse[draw, v] += several / step
                now = 3 - now
                for v in range(n):
                    bits[0, v] |= bits[now, v]
