"""Compiled loop over draws: into how many components a network falls, and how many pairs these hold."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["parts"]

_ONE = np.uint64(1)


@compiled("void(uint64[:,:,::1], int64[:,::1], uint64[:,::1])", lean=True)
def parts(rows: Vector, result: Vector, bits: Vector) -> None:
    """Write the number of components, and the number of ordered pairs within them, into result[draw].

    Parameters
    ----------
    rows : uint64 (draws, n, words)
        Who is tied to whom, in either direction.
    result : int64 (draws, 2)
        Room for the answer.
    bits : uint64 (3, words)
        Room to work in: who is not in a component yet, who is in the present one, and of these whose partners are not.
    """
    draws, n, words = rows.shape
    for draw in range(draws):
        result[draw, 0] = 0
        result[draw, 1] = 0
        for word in range(words):
            bits[0, word] = ~np.uint64(0)
        if n % 64:
            bits[0, words - 1] = (_ONE << np.uint64(n % 64)) - _ONE
        for first in range(n):
            if not (bits[0, first // 64] >> np.uint64(first % 64)) & _ONE:
                continue
            for word in range(words):
                bits[1, word] = 0
                bits[2, word] = 0
            bits[1, first // 64] = _ONE << np.uint64(first % 64)
            bits[2, first // 64] = bits[1, first // 64]
            is_growing = True
            while is_growing:
                is_growing = False
                for word in range(words):
                    while bits[2, word]:
                        v = 64 * word + lowest_bit(bits[2, word])
                        bits[2, word] &= bits[2, word] - _ONE
                        for place in range(words):
                            new = rows[draw, v, place] & ~bits[1, place]
                            if new:
                                bits[1, place] |= new
                                bits[2, place] |= new
                                is_growing = True
            size = 0
            for word in range(words):
                size += number_of_bits(bits[1, word])
                bits[0, word] &= ~bits[1, word]
            result[draw, 0] += 1
            result[draw, 1] += size * (size - 1)
