"""Compiled bits of a network: what all loops over toggles ask of its rows, and how they toggle a dyad.

A network is rows of bits: `rows[0, i]` holds a bit for every j with i -> j, and in a directed network `rows[1, i]` one
for every j with j -> i and `rows[2, i]` one for every j tied both ways. Shared partners are the common bits of two
rows, so that nothing but bits and degrees has to be kept up to date. A two-mode network is an undirected one whose
dyads run from the first mode to the second.

Other files call these loops: numba recompiles those only if they change too.
"""

from __future__ import annotations

from functools import partial
from typing import Any, TypeAlias

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["ONE", "Word", "common", "flip", "is_set", "ones"]

_loop = partial(compiled, lean=True)

Word: TypeAlias = Any  # 64 bits

ONE = np.uint64(1)


@_loop("int64(uint64)")
def ones(word: Word) -> Any:
    """Return how many bits are set (the compiler knows these lines, and has one instruction for them)."""
    word = word - ((word >> ONE) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@_loop("boolean(uint64[:, :, ::1], int64, int64, int64)")
def is_set(rows: Vector, slab: int, i: int, j: int) -> Any:
    """Return whether row i of this slab holds the bit of j."""
    return (rows[slab, i, j >> 6] >> np.uint64(j & 63)) & ONE != 0


@_loop("int64(uint64[:, :, ::1], int64, int64, int64, int64)")
def common(rows: Vector, slab: int, i: int, other: int, j: int) -> int:
    """Return how many bits row i of one slab and row j of another share."""
    found = 0
    for word in range(rows.shape[2]):
        found += ones(rows[slab, i, word] & rows[other, j, word])
    return found


@_loop("void(uint64[:, :, ::1], int64[:, ::1], int64, int64)")
def flip(rows: Vector, degrees: Vector, i: int, j: int) -> None:
    """Toggle the tie i -> j, or i - j."""
    bit_i, bit_j, step = ONE << np.uint64(i & 63), ONE << np.uint64(j & 63), 1
    rows[0, i, j >> 6] ^= bit_j
    if rows[0, i, j >> 6] & bit_j == 0:
        step = -1
    degrees[0, i] += step
    if rows.shape[0] == 1:
        rows[0, j, i >> 6] ^= bit_i
        degrees[0, j] += step
    else:
        rows[1, j, i >> 6] ^= bit_i
        degrees[1, j] += step
        if is_set(rows, 0, j, i):
            rows[2, i, j >> 6] ^= bit_j
            rows[2, j, i >> 6] ^= bit_i
