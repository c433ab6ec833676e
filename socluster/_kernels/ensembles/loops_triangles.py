"""Compiled loop over draws: how many two-paths a tie closes."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["closed"]

_ONE = np.uint64(1)


@compiled("void(uint64[:,:,::1], uint64[:,:,::1], int64[::1])", lean=True)
def closed(rows: Vector, back: Vector, result: Vector) -> None:
    """Write the number of ordered triples a -> b -> c with a -> c into result[draw]; `back` are the rows turned."""
    draws, n, words = rows.shape
    for draw in range(draws):
        total = 0
        for a in range(n):
            for word in range(words):
                bits = rows[draw, a, word]
                while bits:
                    c = 64 * word + lowest_bit(bits)
                    bits &= bits - _ONE
                    for place in range(words):
                        total += number_of_bits(rows[draw, a, place] & back[draw, c, place])
        result[draw] = total
