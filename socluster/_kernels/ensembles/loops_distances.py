"""Compiled loop over draws: how many pairs are one, two, three ... steps apart."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["by_distance"]

_ONE = np.uint64(1)


@compiled("void(uint64[:,:,::1], int64[:,::1], int64[::1], int64[::1], uint64[:,::1])", lean=True)
def by_distance(back: Vector, result: Vector, starts: Vector, columns: Vector, bits: Vector) -> None:
    """Write the number of ordered pairs at distance 0 (none), 1, 2, ..., n into result[draw].

    Sixty-four searches run side by side, each as one bit of a word: whom a search reaches for the first time are those
    whose partners it reached in the step before.

    Parameters
    ----------
    back : uint64 (draws, n, words)
        From whom ties run to everybody.
    result : int64 (draws, n + 1)
        Room for the answer.
    starts, columns, bits : int64 (n + 1,), int64 (most ties of a draw,), uint64 (at least 3, n)
        Room to work in.
    """
    draws, n, words = back.shape
    for draw in range(draws):
        cell = 0
        for v in range(n):
            starts[v] = cell
            for word in range(words):
                rest = back[draw, v, word]
                while rest:
                    columns[cell] = 64 * word + lowest_bit(rest)
                    rest &= rest - _ONE
                    cell += 1
        starts[n] = cell
        for step in range(n + 1):
            result[draw, step] = 0
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
                    found += number_of_bits(new)
                now = 3 - now
                for v in range(n):
                    bits[0, v] |= bits[now, v]
                if found:
                    result[draw, step] += found
