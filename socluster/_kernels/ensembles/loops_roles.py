"""Compiled loop over draws: how many open pairs everybody brokers, by the groups of the three."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.bits import lowest_bit, number_of_bits
from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["brokered"]

_ONE = np.uint64(1)


@compiled("void(uint64[:,:,::1], uint64[:,:,::1], int64[::1], uint64[:,::1], int64[:,:,::1])", lean=True)
def brokered(rows: Vector, back: Vector, group: Vector, members: Vector, result: Vector) -> None:
    """Write the number of ordered pairs a -> v -> b without a -> b into result[draw, role, v], in the order of `ROLES`.

    Parameters
    ----------
    rows, back : uint64 (draws, n, words)
        To whom ties run, and from whom.
    group : int64 (n,)
        Codes of the groups, from 0.
    members : uint64 (groups, words)
        Who is in every group.
    result : int64 (draws, 5, n)
        Room for the answer.
    """
    draws, n, words = rows.shape
    for draw in range(draws):
        for v in range(n):
            own = group[v]
            for role in range(5):
                result[draw, role, v] = 0
            for word in range(words):
                rest = back[draw, v, word]
                while rest:
                    a = 64 * word + lowest_bit(rest)
                    rest &= rest - _ONE
                    theirs = group[a]
                    all_, home, away = 0, 0, 0
                    for place in range(words):
                        second = rows[draw, v, place] & ~rows[draw, a, place]
                        if place == word:
                            second &= ~(_ONE << np.uint64(a % 64))
                        all_ += number_of_bits(second)
                        home += number_of_bits(second & members[own, place])
                        away += number_of_bits(second & members[theirs, place])
                    if theirs == own:
                        result[draw, 0, v] += home
                        result[draw, 2, v] += all_ - home
                    else:
                        result[draw, 1, v] += away
                        result[draw, 3, v] += home
                        result[draw, 4, v] += all_ - home - away
