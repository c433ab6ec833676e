"""Compiled proposals of a chain over networks: which dyads to toggle next, drawn from random numbers of its own.

A proposal writes its dyads into `moves` and their number into `now`, which also holds where the chain is. The ties that
may be toggled are a list, and `place` says where in it a tie stands, so that drawing one of them takes one step. The
dyads that may be toggled are a list (`now[FREE]` is 0), or all that there are: of an undirected network (1), of a
directed one (2), or between two modes (3). `held` marks those that must not be toggled; it is empty if all may be.

Other files call these loops: numba recompiles those only if they change too.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector
from socluster._kernels.sampling.loops_bits import ONE, Word, is_set

__all__ = [
    "ACCEPTED",
    "CELLS",
    "FIRST",
    "FREE",
    "IMPOSSIBLE",
    "MOVES",
    "PROPOSALS",
    "PROPOSED",
    "SETS",
    "TIES",
    "keep",
    "pair",
    "propose",
    "random_bits",
    "tie_or_dyad",
    "uniform",
]

_loop = partial(compiled, lean=True)

PROPOSALS = ("ties", "edges", "degrees")
TIES, CELLS, FREE, FIRST, MOVES, PROPOSED, ACCEPTED, IMPOSSIBLE = range(8)  # places in `now`
SETS = "int64[:, ::1], uint8[:, ::1], int64[:, ::1], int32[:, ::1]"  # dyads, held, ties, place


@_loop("uint64(uint64[::1])")
def random_bits(state: Vector) -> Word:
    """Return 64 random bits (xoshiro256++ of Blackman & Vigna 2021, doi:10.1145/3460772)."""
    total = state[0] + state[3]
    found = ((total << np.uint64(23)) | (total >> np.uint64(41))) + state[0]
    shifted = state[1] << np.uint64(17)
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = (state[3] << np.uint64(45)) | (state[3] >> np.uint64(19))
    return found


@_loop("float64(uint64[::1])")
def uniform(state: Vector) -> Any:
    """Return a random number from 0 to below 1."""
    return (random_bits(state) >> np.uint64(11)) * 1.1102230246251565e-16


@_loop("void(int64[::1], int64[:, ::1], int64, uint64[::1], int64[:, ::1])")
def _any_dyad(now: Vector, dyads: Vector, n: int, random: Vector, moves: Vector) -> None:
    """Write one free dyad, each with the same probability, as the first move."""
    if now[FREE] == 0:
        place = int(uniform(random) * now[CELLS])
        moves[0, 0], moves[0, 1] = dyads[place, 0], dyads[place, 1]
    elif now[FREE] == 3:
        moves[0, 0] = int(uniform(random) * now[FIRST])
        moves[0, 1] = now[FIRST] + int(uniform(random) * (n - now[FIRST]))
    else:
        i, j = int(uniform(random) * n), int(uniform(random) * (n - 1))
        if j >= i:
            j += 1
        if now[FREE] == 1 and i > j:
            i, j = j, i
        moves[0, 0], moves[0, 1] = i, j


@_loop("float64(int64[::1], int64[:, ::1], int64[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1])")
def tie_or_dyad(now: Vector, dyads: Vector, ties: Vector, rows: Vector, random: Vector, moves: Vector) -> float:
    """Propose to toggle a tie, or any dyad, with probability one half each; return the log of the proposals' ratio."""
    m, cells = now[TIES], now[CELLS]
    if m > 0 and random_bits(random) & ONE:
        place = int(uniform(random) * m)
        moves[0, 0], moves[0, 1] = ties[place, 0], ties[place, 1]
        there = True
    else:
        _any_dyad(now, dyads, rows.shape[1], random, moves)
        there = is_set(rows, 0, moves[0, 0], moves[0, 1])
    now[MOVES] = 1
    if there:
        return math.log(m / (cells + m)) if m > 1 else -math.log(0.5 * cells + 0.5)
    return math.log((cells + m + 1) / (m + 1)) if m > 0 else math.log(0.5 * (cells + 1))


@_loop(
    "float64(int64[::1], int64[:, ::1], uint8[:, ::1], int64[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1])"
)
def pair(now: Vector, dyads: Vector, held: Vector, ties: Vector, rows: Vector, random: Vector, moves: Vector) -> float:
    """Propose to change both dyads of a pair of actors: two ties end, two begin, or one turns round.

    Return the log of the proposals' ratio; minus infinity if it cannot be done. One by one, two ties that are there for
    each other's sake would hardly ever end.
    """
    m, cells = now[TIES], now[CELLS]
    of_tie = m > 0 and random_bits(random) & ONE != 0
    if of_tie:
        place = int(uniform(random) * m)
        moves[0, 0], moves[0, 1] = ties[place, 0], ties[place, 1]
    else:
        _any_dyad(now, dyads, rows.shape[1], random, moves)
    i, j = moves[0, 0], moves[0, 1]
    if held.shape[0] > 0 and held[j, i]:
        return -math.inf
    moves[1, 0], moves[1, 1] = j, i
    now[MOVES] = 2
    is_returned = is_set(rows, 0, j, i)
    if of_tie:
        if not is_returned:
            return 0.0
        return math.log(m / cells) if m > 2 else math.log(4 / cells)
    if is_returned or is_set(rows, 0, i, j):
        return -math.inf
    return math.log(cells / (m + 2)) if m > 0 else math.log(cells / 4)


@_loop("boolean(uint64[:, :, ::1], uint8[:, ::1], int64, int64)")
def _is_open(rows: Vector, held: Vector, i: int, j: int) -> bool:
    """Whether there may be, and is no tie i -> j yet."""
    return i != j and not is_set(rows, 0, i, j) and not (held.shape[0] > 0 and held[i, j])


@_loop("boolean(int64[::1], int64[:, ::1], int64[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1])")
def _swap(now: Vector, dyads: Vector, ties: Vector, rows: Vector, random: Vector, moves: Vector) -> bool:
    """Propose to end a tie and to begin another, each pair with the same probability; return whether there are any."""
    if now[TIES] == 0 or now[TIES] == now[CELLS]:
        return False
    place = int(uniform(random) * now[TIES])
    moves[1, 0], moves[1, 1] = ties[place, 0], ties[place, 1]
    _any_dyad(now, dyads, rows.shape[1], random, moves)
    while is_set(rows, 0, moves[0, 0], moves[0, 1]):
        _any_dyad(now, dyads, rows.shape[1], random, moves)
    now[MOVES] = 2
    return True


@_loop("void(int64[:, ::1], int64, int64, int64, boolean)")
def _write(moves: Vector, place: int, i: int, j: int, in_order: bool) -> None:
    moves[place, 0], moves[place, 1] = (j, i) if in_order and i > j else (i, j)


@_loop(
    "boolean(int64[::1], int64[:, ::1], uint8[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1], int32[:, ::1])"
)
def _switch(
    now: Vector, ties: Vector, held: Vector, rows: Vector, random: Vector, moves: Vector, place: Vector
) -> bool:
    """Propose what keeps all degrees: a-b, c-d become a-d, c-b; or, directed, a cycle of three turns round.

    Both are proposed with the probability of their way back, so that only the model decides. Return whether all ties
    that would begin are free and not there.
    """
    if now[TIES] < 2:
        return False
    one, other = int(uniform(random) * now[TIES]), int(uniform(random) * now[TIES])
    a, b, c, d = ties[one, 0], ties[one, 1], ties[other, 0], ties[other, 1]
    directed, coin = rows.shape[0] > 1, random_bits(random)
    if directed and coin & np.uint64(3) == 0:  # without these, a cycle of three could never turn round
        c = int(uniform(random) * rows.shape[1])
        if c in (a, b) or not is_set(rows, 0, b, c) or not is_set(rows, 0, c, a):
            return False
        if place[b, c] < 0 or place[c, a] < 0:
            return False
        now[MOVES] = 6
        for step in range(3):
            _write(moves, step, a, b, False)
            _write(moves, step + 3, b, a, False)
            if not _is_open(rows, held, b, a):
                return False
            a, b, c = b, c, a
        return True
    in_order = not directed and now[FIRST] == rows.shape[1]
    if in_order and coin & ONE:
        c, d = d, c
    if not _is_open(rows, held, a, d) or not _is_open(rows, held, c, b):
        return False
    if a == c or b == d:
        return False
    now[MOVES] = 4
    _write(moves, 0, a, b, in_order)
    _write(moves, 1, c, d, in_order)
    _write(moves, 2, a, d, in_order)
    _write(moves, 3, c, b, in_order)
    return True


@_loop("void(int64[::1], int64[:, ::1], int32[:, ::1], int64, int64)")
def keep(now: Vector, ties: Vector, place: Vector, i: int, j: int) -> None:
    """Put a toggled dyad into the list of ties, or take it out: the last one then takes its place."""
    if place[i, j] < 0:
        place[i, j] = now[TIES]
        ties[now[TIES], 0], ties[now[TIES], 1] = i, j
        now[TIES] += 1
        return
    now[TIES] -= 1
    gap, last = place[i, j], now[TIES]
    ties[gap, 0], ties[gap, 1] = ties[last, 0], ties[last, 1]
    place[ties[gap, 0], ties[gap, 1]] = gap
    place[i, j] = -1


@_loop(f"boolean(int64, int64[::1], {SETS}, uint64[:, :, ::1], uint64[::1], int64[:, ::1])")
def propose(
    proposal: int, now: Vector, dyads: Vector, held: Vector, ties: Vector, place: Vector, rows: Vector, random: Vector,
    moves: Vector,
) -> bool:  # fmt: skip
    """Propose what keeps the number of ties, or all degrees; return whether it can be done."""
    if proposal == 1:
        return _swap(now, dyads, ties, rows, random, moves)
    return _switch(now, ties, held, rows, random, moves, place)
