"""Compiled loops over toggles: what every statistic changes by when one dyad is toggled, and what follows from it.

A network is rows of bits: `rows[0, i]` holds a bit for every j with i -> j, and in a directed network `rows[1, i]` one
for every j with j -> i and `rows[2, i]` one for every j tied both ways. Shared partners are the common bits of two
rows, so that nothing but bits and degrees has to be kept up to date. A two-mode network is an undirected one whose
dyads run from the first mode to the second.

A statistic is a row of `terms`: its code, two options, and where its numbers begin in `values` and `marks`
(`toggles.Statistic` says what each code reads). A change is that of adding the tie to a network without it.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

_loop = partial(compiled, lean=True)

Word: TypeAlias = Any  # 64 bits

CODES = (
    "constant",
    "ends",
    "mixing",
    "difference",
    "within",
    "matrix",
    "reciprocal",
    "degree",
    "total degree",
    "two-paths",
    "triangles",
    "same triangles",
    "partners",
    "four-cycles",
    "three-trails",
    "matched paths",
)
CONSTANT, ENDS, MIXING, DIFFERENCE, WITHIN, MATRIX, RECIPROCAL, DEGREE = range(8)
TOTAL_DEGREE, TWO_PATHS, TRIANGLES, SAME_TRIANGLES, PARTNERS, FOUR_CYCLES, THREE_TRAILS, MATCHED_PATHS = range(8, 16)
OVER = ("ties", "dyads", "untied")  # the pairs whose shared partners are counted
KINDS = ("OTP", "ITP", "OSP", "ISP", "RTP", "first", "second")
PROPOSALS = ("ties", "edges", "degrees")
TIES, CELLS, FREE, FIRST, MOVES, PROPOSED, ACCEPTED, IMPOSSIBLE = range(8)  # places in `now`
ONE, FULL = np.uint64(1), np.uint64(0xFFFFFFFFFFFFFFFF)

_STATE = "uint64[:, :, ::1], int64[:, ::1]"  # rows, degrees
_TERMS = "int64[:, ::1], float64[::1], int64[::1]"  # terms, values, marks
_SETS = "int64[:, ::1], uint8[:, ::1], int64[:, ::1], int32[:, ::1]"  # dyads, held, ties, place


@_loop("int64(uint64)")
def _ones(word: Word) -> Any:
    """Return how many bits are set (the compiler knows these lines, and has one instruction for them)."""
    word = word - ((word >> ONE) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@_loop("boolean(uint64[:, :, ::1], int64, int64, int64)")
def _is_set(rows: Vector, slab: int, i: int, j: int) -> Any:
    return (rows[slab, i, j >> 6] >> np.uint64(j & 63)) & ONE != 0


@_loop("int64(uint64[:, :, ::1], int64, int64, int64, int64)")
def _common(rows: Vector, slab: int, i: int, other: int, j: int) -> int:
    """Return how many bits row i of one slab and row j of another share."""
    found = 0
    for word in range(rows.shape[2]):
        found += _ones(rows[slab, i, word] & rows[other, j, word])
    return found


@_loop("void(uint64[:, :, ::1], int64[:, ::1], int64, int64)")
def _flip(rows: Vector, degrees: Vector, i: int, j: int) -> None:
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
        if _is_set(rows, 0, j, i):
            rows[2, i, j >> 6] ^= bit_j
            rows[2, j, i >> 6] ^= bit_i


@_loop("int64(uint64[:, :, ::1], int64, int64, int64)")
def _triangles(rows: Vector, i: int, j: int, which: int) -> int:
    """Return how many triangles the tie closes: undirected (0), transitive (1), cyclic (2), or both (3)."""
    if which == 0:
        return _common(rows, 0, i, 0, j)
    found = 0
    if which != 2:
        found += _common(rows, 0, i, 1, j) + _common(rows, 0, i, 0, j) + _common(rows, 1, i, 1, j)
    if which != 1:
        found += _common(rows, 0, j, 1, i)
    return found


@_loop("float64(uint64[:, :, ::1], int64, int64, int64, int64, int64, int64, int64, int64, float64[::1], int64)")
def _gaining(
    rows: Vector, slab: int, row: int, mask: int, end: int, over: int, own: int, their: int, skip: int, values: Vector,
    steps: int,
) -> float:  # fmt: skip
    """Return the sum of the steps of all pairs of `end` that gain a shared partner.

    The pairs are those of `end` and the actors of (slab, row), of whom (mask, end) tells which are tied to it; partners
    are shared by row `end` of the slab `own` and the other's row of the slab `their`.
    """
    total = 0.0
    for word in range(rows.shape[2]):
        left = rows[slab, row, word]
        if over == 0:
            left &= rows[mask, end, word]
        elif over == 2:
            left &= ~rows[mask, end, word]
        while left != 0:
            lowest = left & (~left + ONE)
            left ^= lowest
            other = 64 * word + _ones(lowest - ONE)
            if other != skip:
                total += values[steps + _common(rows, own, end, their, other)]
    return total


@_loop("float64(uint64[:, :, ::1], int64, int64, float64[::1], int64, int64)")
def _closing(rows: Vector, i: int, j: int, values: Vector, at: int, steps: int) -> Any:
    """Return the change of a sum over ties in an undirected network: all happens among the partners that i, j share."""
    total, shared = 0.0, 0
    for word in range(rows.shape[2]):
        left = rows[0, i, word] & rows[0, j, word]
        while left != 0:
            lowest = left & (~left + ONE)
            left ^= lowest
            other = 64 * word + _ones(lowest - ONE)
            shared += 1
            total += values[steps + _common(rows, 0, i, 0, other)] + values[steps + _common(rows, 0, j, 0, other)]
    return total + values[at + shared]


@_loop("float64(uint64[:, :, ::1], int64, int64, int64, int64, float64[::1], int64, int64)")
def _partners(rows: Vector, i: int, j: int, kind: int, over: int, values: Vector, at: int, size: int) -> float:
    """Return the change of a sum, over ties, dyads or untied dyads, of a function of the number of shared partners.

    The function stands in `values` from `at`, its steps from `at + size`.
    """
    to, back, both = 0, min(1, rows.shape[0] - 1), rows.shape[0] - 1
    steps, total, shared = at + size, 0.0, 0
    if kind == 0 or kind == 5:  # OTP, undirected, first mode: through j, then through i
        total += _gaining(rows, to, j, to, i, over, to, back, i, values, steps)
        shared = _common(rows, to, i, back, j)
    if kind == 0 or kind == 6:
        total += _gaining(rows, back, i, back, j, over, back, to, j, values, steps)
    elif kind == 1:
        total += _gaining(rows, to, j, back, i, over, to, back, i, values, steps)
        total += _gaining(rows, back, i, to, j, over, back, to, j, values, steps)
        shared = _common(rows, to, j, back, i)
    elif kind == 2:
        for mask in (to, back):
            total += _gaining(rows, back, j, mask, i, over, to, to, i, values, steps)
        shared = _common(rows, to, i, to, j)
    elif kind == 3:
        for mask in (to, back):
            total += _gaining(rows, to, i, mask, j, over, back, back, j, values, steps)
        shared = _common(rows, back, i, back, j)
    elif kind == 4:
        if _is_set(rows, to, j, i):
            for mask in (to, back):
                total += _gaining(rows, both, j, mask, i, over, both, both, i, values, steps)
                total += _gaining(rows, both, i, mask, j, over, both, both, j, values, steps)
        shared = _common(rows, both, i, both, j)
    if over == 0:
        total += values[at + shared]
    elif over == 2:
        total -= values[at + shared]
    return total


@_loop(f"float64({_STATE}, int64, int64, int64, int64, int64[::1], int64)")
def _around(rows: Vector, degrees: Vector, i: int, j: int, code: int, way: int, marks: Vector, at: int) -> float:
    """Return a sum over the partners of i, but for j, of what the code asks."""
    total = 0
    for word in range(rows.shape[2]):
        left = rows[0, i, word]
        if code == SAME_TRIANGLES:
            left &= rows[0, j, word]
        while left != 0:
            lowest = left & (~left + ONE)
            left ^= lowest
            other = 64 * word + _ones(lowest - ONE)
            if code == FOUR_CYCLES:
                total += _common(rows, 0, other, 0, j)
            elif code == THREE_TRAILS:
                total += degrees[0, other] - 1
            elif marks[at + other] == marks[at + way] and other != j:  # matched paths, same triangles
                total += 1
    return total


@_loop(f"float64(int64, int64, int64, {_TERMS}, {_STATE})")
def _change(t: int, i: int, j: int, terms: Vector, values: Vector, marks: Vector, rows: Vector, degrees: Vector) -> Any:
    """Return by how much statistic t grows when the tie i -> j is added to a network without it."""
    code, first, second, at, mark = terms[t, 0], terms[t, 1], terms[t, 2], terms[t, 3], terms[t, 4]
    n, into = rows.shape[1], min(1, rows.shape[0] - 1)
    if code == CONSTANT:
        return values[at]
    if code == ENDS:
        return values[at + i] + values[at + n + j]
    if code == MIXING:
        return values[at + marks[mark + i] * first + marks[mark + n + j]]
    if code == DIFFERENCE:
        distance = abs(values[at + 1 + i] - values[at + 1 + j])
        return distance if values[at] == 1.0 else distance ** values[at]
    if code == WITHIN:
        return 1.0 if abs(values[at + 1 + i] - values[at + 1 + j]) <= values[at] else 0.0
    if code == MATRIX:
        return values[at + i * first + j - second]
    if code == RECIPROCAL:
        if mark >= 0 and marks[mark + i] != marks[mark + j]:
            return 0.0
        return values[at + 1] if _is_set(rows, 0, j, i) else values[at]
    if code == DEGREE:
        total = 0.0
        if first:
            total += values[at + degrees[0, i]]
        if second:
            total += values[at + degrees[into, j]]
        return total
    if code == TOTAL_DEGREE:
        return values[at + degrees[0, i] + degrees[1, i]] + values[at + degrees[0, j] + degrees[1, j]]
    if code == TWO_PATHS:
        back = 2 if _is_set(rows, 0, j, i) else 0
        return degrees[1, i] + degrees[0, j] - back
    if code == TRIANGLES:
        return _triangles(rows, i, j, first)
    if code == PARTNERS and second == 0 and into == 0:
        return _closing(rows, i, j, values, at, at + n + 1)
    if code == PARTNERS:
        return _partners(rows, i, j, first, second, values, at, n + 1)
    if code == FOUR_CYCLES:
        return _around(rows, degrees, i, j, code, 0, marks, 0)
    if code == THREE_TRAILS:
        around = _around(rows, degrees, i, j, code, 0, marks, 0) + _around(rows, degrees, j, i, code, 0, marks, 0)
        return around + degrees[0, i] * degrees[0, j]
    if code == SAME_TRIANGLES:
        return _around(rows, degrees, i, j, code, i, marks, mark) if marks[mark + i] == marks[mark + j] else 0.0
    if first == 0:  # matched paths of the first mode go through j
        return _around(rows, degrees, j, i, code, i, marks, mark)
    return _around(rows, degrees, i, j, code, j, marks, mark)


@_loop(f"void(int64[:, ::1], {_TERMS}, {_STATE}, float64[:, ::1])")
def changes(
    dyads: Vector, terms: Vector, values: Vector, marks: Vector, rows: Vector, degrees: Vector, found: Vector
) -> None:
    """Write the change of every statistic for every dyad, the rest of the network as it is."""
    for dyad in range(dyads.shape[0]):
        i, j = dyads[dyad, 0], dyads[dyad, 1]
        there = _is_set(rows, 0, i, j)
        if there:
            _flip(rows, degrees, i, j)
        for t in range(terms.shape[0]):
            found[dyad, t] = _change(t, i, j, terms, values, marks, rows, degrees)
        if there:
            _flip(rows, degrees, i, j)


@_loop(f"void(int64[:, ::1], {_TERMS}, {_STATE}, float64[::1])")
def build(
    ties: Vector, terms: Vector, values: Vector, marks: Vector, rows: Vector, degrees: Vector, total: Vector
) -> None:
    """Add ties one after the other to a network without them, and to the total what every statistic grows by."""
    for tie in range(ties.shape[0]):
        i, j = ties[tie, 0], ties[tie, 1]
        for t in range(terms.shape[0]):
            total[t] += _change(t, i, j, terms, values, marks, rows, degrees)
        _flip(rows, degrees, i, j)


@_loop(f"void(int64, int64[:, ::1], {_TERMS}, {_STATE}, float64[::1], float64[:, ::1])")
def walk(
    first: int, dyads: Vector, terms: Vector, values: Vector, marks: Vector, rows: Vector, degrees: Vector,
    total: Vector, found: Vector,
) -> None:  # fmt: skip
    """Write the statistics of the networks number first, first + 1, ... in the order of a Gray code.

    Network 0 holds none of the dyads' ties; each of the following differs from the one before it in one dyad.
    """
    for step in range(found.shape[0]):
        number = np.uint64(first + step)
        if number != 0:
            dyad = _ones((number & (~number + ONE)) - ONE)
            i, j = dyads[dyad, 0], dyads[dyad, 1]
            there = _is_set(rows, 0, i, j)
            if there:
                _flip(rows, degrees, i, j)
            for t in range(terms.shape[0]):
                change = _change(t, i, j, terms, values, marks, rows, degrees)
                total[t] += -change if there else change
            if not there:
                _flip(rows, degrees, i, j)
        for t in range(terms.shape[0]):
            found[step, t] = total[t]


@_loop("uint64(uint64[::1])")
def _random(state: Vector) -> Word:
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
def _uniform(state: Vector) -> Any:
    return (_random(state) >> np.uint64(11)) * 1.1102230246251565e-16


@_loop("void(int64[::1], int64[:, ::1], int64, uint64[::1], int64[:, ::1])")
def _any_dyad(now: Vector, dyads: Vector, n: int, random: Vector, moves: Vector) -> None:
    """Write one free dyad, each with the same probability, as the first move."""
    if now[FREE] == 0:
        place = int(_uniform(random) * now[CELLS])
        moves[0, 0], moves[0, 1] = dyads[place, 0], dyads[place, 1]
    elif now[FREE] == 3:
        moves[0, 0] = int(_uniform(random) * now[FIRST])
        moves[0, 1] = now[FIRST] + int(_uniform(random) * (n - now[FIRST]))
    else:
        i, j = int(_uniform(random) * n), int(_uniform(random) * (n - 1))
        if j >= i:
            j += 1
        if now[FREE] == 1 and i > j:
            i, j = j, i
        moves[0, 0], moves[0, 1] = i, j


@_loop("float64(int64[::1], int64[:, ::1], int64[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1])")
def _tie_or_dyad(now: Vector, dyads: Vector, ties: Vector, rows: Vector, random: Vector, moves: Vector) -> float:
    """Propose to toggle a tie, or any dyad, with probability one half each; return the log of the proposals' ratio."""
    m, cells = now[TIES], now[CELLS]
    if m > 0 and _random(random) & ONE:
        place = int(_uniform(random) * m)
        moves[0, 0], moves[0, 1] = ties[place, 0], ties[place, 1]
        there = True
    else:
        _any_dyad(now, dyads, rows.shape[1], random, moves)
        there = _is_set(rows, 0, moves[0, 0], moves[0, 1])
    now[MOVES] = 1
    if there:
        return math.log(m / (cells + m)) if m > 1 else -math.log(0.5 * cells + 0.5)
    return math.log((cells + m + 1) / (m + 1)) if m > 0 else math.log(0.5 * (cells + 1))


@_loop(
    "float64(int64[::1], int64[:, ::1], uint8[:, ::1], int64[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1])"
)
def _pair(now: Vector, dyads: Vector, held: Vector, ties: Vector, rows: Vector, random: Vector, moves: Vector) -> float:
    """Propose to change both dyads of a pair of actors: two ties end, two begin, or one turns round.

    Return the log of the proposals' ratio; minus infinity if it cannot be done. One by one, two ties that are there for
    each other's sake would hardly ever end.
    """
    m, cells = now[TIES], now[CELLS]
    of_tie = m > 0 and _random(random) & ONE != 0
    if of_tie:
        place = int(_uniform(random) * m)
        moves[0, 0], moves[0, 1] = ties[place, 0], ties[place, 1]
    else:
        _any_dyad(now, dyads, rows.shape[1], random, moves)
    i, j = moves[0, 0], moves[0, 1]
    if held.shape[0] > 0 and held[j, i]:
        return -math.inf
    moves[1, 0], moves[1, 1] = j, i
    now[MOVES] = 2
    is_returned = _is_set(rows, 0, j, i)
    if of_tie:
        if not is_returned:
            return 0.0
        return math.log(m / cells) if m > 2 else math.log(4 / cells)
    if is_returned or _is_set(rows, 0, i, j):
        return -math.inf
    return math.log(cells / (m + 2)) if m > 0 else math.log(cells / 4)


@_loop("boolean(uint64[:, :, ::1], uint8[:, ::1], int64, int64)")
def _is_open(rows: Vector, held: Vector, i: int, j: int) -> bool:
    """Whether there may be, and is no tie i -> j yet."""
    return i != j and not _is_set(rows, 0, i, j) and not (held.shape[0] > 0 and held[i, j])


@_loop("boolean(int64[::1], int64[:, ::1], int64[:, ::1], uint64[:, :, ::1], uint64[::1], int64[:, ::1])")
def _swap(now: Vector, dyads: Vector, ties: Vector, rows: Vector, random: Vector, moves: Vector) -> bool:
    """Propose to end a tie and to begin another, each pair with the same probability; return whether there are any."""
    if now[TIES] == 0 or now[TIES] == now[CELLS]:
        return False
    place = int(_uniform(random) * now[TIES])
    moves[1, 0], moves[1, 1] = ties[place, 0], ties[place, 1]
    _any_dyad(now, dyads, rows.shape[1], random, moves)
    while _is_set(rows, 0, moves[0, 0], moves[0, 1]):
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
    one, other = int(_uniform(random) * now[TIES]), int(_uniform(random) * now[TIES])
    a, b, c, d = ties[one, 0], ties[one, 1], ties[other, 0], ties[other, 1]
    directed, coin = rows.shape[0] > 1, _random(random)
    if directed and coin & np.uint64(3) == 0:  # without these, a cycle of three could never turn round
        c = int(_uniform(random) * rows.shape[1])
        if c in (a, b) or not _is_set(rows, 0, b, c) or not _is_set(rows, 0, c, a):
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
def _keep(now: Vector, ties: Vector, place: Vector, i: int, j: int) -> None:
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


@_loop(f"boolean(int64, int64[::1], {_SETS}, uint64[:, :, ::1], uint64[::1], int64[:, ::1])")
def _propose(
    proposal: int, now: Vector, dyads: Vector, held: Vector, ties: Vector, place: Vector, rows: Vector, random: Vector,
    moves: Vector,
) -> bool:  # fmt: skip
    """Propose what keeps the number of ties, or all degrees; return whether it can be done."""
    if proposal == 1:
        return _swap(now, dyads, ties, rows, random, moves)
    return _switch(now, ties, held, rows, random, moves, place)


@_loop(
    f"void(int64, int64, int64, float64[::1], {_TERMS}, {_STATE}, {_SETS}, int64[::1], int64[:, ::1], uint64[::1], "
    "float64[::1], float64[::1], float64[::1], float64[::1], float64[:, ::1])"
)
def chain(
    proposal: int, burn_in: int, thinning: int, theta: Vector, terms: Vector, values: Vector, marks: Vector,
    rows: Vector, degrees: Vector, dyads: Vector, held: Vector, ties: Vector, place: Vector, now: Vector, moves: Vector,
    random: Vector, gain: Vector, total: Vector, pull: Vector, centre: Vector, found: Vector,
) -> None:  # fmt: skip
    """Run a Metropolis-Hastings chain, and write the statistics after the burn-in and every `thinning` proposals on.

    A taper, if there is one, takes pull[t] (statistic - centre[t]) ** 2 from the logarithm of the probability.
    """
    p = terms.shape[0]
    for draw in range(found.shape[0]):
        for _ in range(burn_in + thinning if draw == 0 else thinning):
            now[PROPOSED] += 1
            score = 0.0
            if proposal == 0 and rows.shape[0] > 1 and _random(random) & np.uint64(7) == 0:
                score = _pair(now, dyads, held, ties, rows, random, moves)
                if score == -math.inf:
                    now[IMPOSSIBLE] += 1
                    continue
            elif proposal == 0:
                score = _tie_or_dyad(now, dyads, ties, rows, random, moves)
            elif not _propose(proposal, now, dyads, held, ties, place, rows, random, moves):
                now[IMPOSSIBLE] += 1
                continue
            for t in range(p):
                gain[t] = 0.0
            for move in range(now[MOVES]):
                i, j = moves[move, 0], moves[move, 1]
                there = _is_set(rows, 0, i, j)
                if there:
                    _flip(rows, degrees, i, j)
                for t in range(p):
                    change = _change(t, i, j, terms, values, marks, rows, degrees)
                    gain[t] += -change if there else change
                if not there:
                    _flip(rows, degrees, i, j)
            for t in range(p):
                if gain[t] != 0.0:  # a coefficient may be infinite
                    score += theta[t] * gain[t]
            for t in range(pull.shape[0]):
                score -= pull[t] * gain[t] * (2 * (total[t] - centre[t]) + gain[t])
            if score >= 0 or _uniform(random) < math.exp(score):
                now[ACCEPTED] += 1
                for t in range(p):
                    total[t] += gain[t]
                for move in range(now[MOVES]):
                    _keep(now, ties, place, moves[move, 0], moves[move, 1])
            else:
                for move in range(now[MOVES] - 1, -1, -1):
                    _flip(rows, degrees, moves[move, 0], moves[move, 1])
        for t in range(p):
            found[draw, t] = total[t]


@_loop(f"float64(int64, int64, float64[::1], float64, {_TERMS}, {_STATE})")
def _score(
    i: int, j: int, theta: Vector, offset: float, terms: Vector, values: Vector, marks: Vector, rows: Vector,
    degrees: Vector,
) -> float:  # fmt: skip
    """Return the log odds of a tie that is not there, given all others."""
    score = offset
    for t in range(terms.shape[0]):
        score += theta[t] * _change(t, i, j, terms, values, marks, rows, degrees)
    return score


@_loop("float64(float64)")
def _log_of_one_more(x: float) -> float:
    """Return log(1 + exp(x)), however large x is."""
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


@_loop("float64(float64)")
def _chance(score: float) -> float:
    """Return the probability that has these log odds."""
    return 1 / (1 + math.exp(-score))


@_loop(f"void(int64[:, ::1], int64[::1], float64[:, ::1], float64[::1], float64, {_TERMS}, {_STATE}, uint8[::1])")
def scan(
    dyads: Vector, returned: Vector, uniforms: Vector, theta: Vector, offset: float, terms: Vector, values: Vector,
    marks: Vector, rows: Vector, degrees: Vector, found: Vector,
) -> None:  # fmt: skip
    """Go through the dyads again and again, and tie each whose random number lies below its conditional probability.

    Where a dyad and the one of the other direction are both drawn, they are drawn together: the first given all but the
    second, then the second given the first. One by one they would hardly ever leave a pair that is tied both ways.
    """
    for again in range(uniforms.shape[0]):
        for dyad in range(dyads.shape[0]):
            back = returned[dyad]
            if 0 <= back < dyad:
                continue  # drawn with the first of the two
            i, j = dyads[dyad, 0], dyads[dyad, 1]
            if _is_set(rows, 0, i, j):
                _flip(rows, degrees, i, j)
            if back >= 0 and _is_set(rows, 0, j, i):
                _flip(rows, degrees, j, i)
            score = _score(i, j, theta, offset, terms, values, marks, rows, degrees)
            if back >= 0:  # the odds of one tie, whether or not it is returned
                alone = _score(j, i, theta, offset, terms, values, marks, rows, degrees)
                _flip(rows, degrees, i, j)
                together = _score(j, i, theta, offset, terms, values, marks, rows, degrees)
                _flip(rows, degrees, i, j)
                score += _log_of_one_more(together) - _log_of_one_more(alone)
            found[dyad] = uniforms[again, dyad] < _chance(score)
            if found[dyad]:
                _flip(rows, degrees, i, j)
            if back >= 0:
                found[back] = uniforms[again, back] < _chance(together if found[dyad] else alone)
                if found[back]:
                    _flip(rows, degrees, j, i)
