"""Compiled loop over draws: Burt's structural holes of every actor, by the common partners of every tied pair."""

from __future__ import annotations

import math

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["egos"]

_ONE = np.uint64(1)


@compiled(
    "void(uint64[:,:,::1], float64[:,::1], float64[:,::1], int64[::1], int64[::1], float64[::1], uint8[:,::1], "
    "float64[:,::1], float64[:,:,::1], boolean)",
    lean=True,
)
def egos(
    rows: Vector,
    between: Vector,
    sure: Vector,
    near: Vector,
    far: Vector,
    more: Vector,
    there: Vector,
    share: Vector,
    result: Vector,
    with_hierarchy: bool,
) -> None:
    """Write constraint, effective size and (if asked for) the sum of c ln c over the contacts into result[draw].

    Parameters
    ----------
    rows : uint64 (draws, n, words)
        Who is tied to whom, in either direction.
    between, sure : float64 (n, n)
        What runs between two actors, both ways together, through ties that are there in every draw: one copy to work
        on, and one from which it is put back (which adds no rounding, as subtracting would).
    near, far, more, there : arrays of one item per tie that may be there; `there` a row for every draw
        Between whom, and how much runs there.
    share : float64 (2, n)
        Room for one divided by the sum, and by the largest, of everybody's strengths.
    result : float64 (draws, 3, n)
        NaN for who has no contact.
    """
    draws, n, words = rows.shape
    for draw in range(draws):
        for tie in range(near.size):
            if there[draw, tie]:
                between[near[tie], far[tie]] += more[tie]
                between[far[tie], near[tie]] += more[tie]
        for i in range(n):
            total = 0.0
            largest = 0.0
            contacts = 0
            for word in range(words):
                bits = rows[draw, i, word]
                contacts += number_of_bits(bits)
                while bits:
                    j = 64 * word + lowest_bit(bits)
                    bits &= bits - _ONE
                    total += between[i, j]
                    largest = max(largest, between[i, j])
            share[0, i] = 1.0 / total
            share[1, i] = 1.0 / largest
            result[draw, 0, i] = 0.0 if contacts else np.nan
            result[draw, 1, i] = float(contacts) if contacts else np.nan
            result[draw, 2, i] = 0.0 if contacts else np.nan
        for i in range(n):
            for word in range(i // 64, words):
                bits = rows[draw, i, word]
                if word == i // 64:
                    bits &= ~((_ONE << np.uint64(i % 64)) - _ONE)
                while bits:
                    j = 64 * word + lowest_bit(bits)
                    bits &= bits - _ONE
                    invested = between[i, j]
                    common = 0.0
                    for place in range(words):
                        both = rows[draw, i, place] & rows[draw, j, place]
                        while both:
                            q = 64 * place + lowest_bit(both)
                            both &= both - _ONE
                            product = between[i, q] * between[j, q]
                            invested += product * share[0, q]
                            common += product
                    of_i = (invested * share[0, i]) * (invested * share[0, i])
                    of_j = (invested * share[0, j]) * (invested * share[0, j])
                    result[draw, 0, i] += of_i
                    result[draw, 0, j] += of_j
                    result[draw, 1, i] -= common * share[0, i] * share[1, j]
                    result[draw, 1, j] -= common * share[0, j] * share[1, i]
                    if with_hierarchy:
                        result[draw, 2, i] += of_i * math.log(of_i)
                        result[draw, 2, j] += of_j * math.log(of_j)
        for tie in range(near.size):
            between[near[tie], far[tie]] = sure[near[tie], far[tie]]
            between[far[tie], near[tie]] = sure[far[tie], near[tie]]
