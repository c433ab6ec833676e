"""Compiled loops over toggles: what every statistic changes by when one dyad is toggled, and what follows from it.

`loops_bits` says what a network is, `loops_proposals` which dyads a chain proposes to toggle.

A statistic is a row of `terms`: its code, two options, and where its numbers begin in `values` and `marks`
(`toggles.Statistic` says what each code reads). A change is that of adding the tie to a network without it.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector
from socluster._kernels.sampling.loops_bits import ONE, common, flip, is_set, ones
from socluster._kernels.sampling.loops_proposals import (
    ACCEPTED,
    IMPOSSIBLE,
    MOVES,
    PROPOSED,
    SETS,
    keep,
    pair,
    propose,
    random_bits,
    tie_or_dyad,
    uniform,
)

_loop = partial(compiled, lean=True)

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

_STATE = "uint64[:, :, ::1], int64[:, ::1]"  # rows, degrees
_TERMS = "int64[:, ::1], float64[::1], int64[::1]"  # terms, values, marks


@_loop("int64(uint64[:, :, ::1], int64, int64, int64)")
def _triangles(rows: Vector, i: int, j: int, which: int) -> int:
    """Return how many triangles the tie closes: undirected (0), transitive (1), cyclic (2), or both (3)."""
    if which == 0:
        return common(rows, 0, i, 0, j)
    found = 0
    if which != 2:
        found += common(rows, 0, i, 1, j) + common(rows, 0, i, 0, j) + common(rows, 1, i, 1, j)
    if which != 1:
        found += common(rows, 0, j, 1, i)
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
            other = 64 * word + ones(lowest - ONE)
            if other != skip:
                total += values[steps + common(rows, own, end, their, other)]
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
            other = 64 * word + ones(lowest - ONE)
            shared += 1
            total += values[steps + common(rows, 0, i, 0, other)] + values[steps + common(rows, 0, j, 0, other)]
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
        shared = common(rows, to, i, back, j)
    if kind == 0 or kind == 6:
        total += _gaining(rows, back, i, back, j, over, back, to, j, values, steps)
    elif kind == 1:
        total += _gaining(rows, to, j, back, i, over, to, back, i, values, steps)
        total += _gaining(rows, back, i, to, j, over, back, to, j, values, steps)
        shared = common(rows, to, j, back, i)
    elif kind == 2:
        for mask in (to, back):
            total += _gaining(rows, back, j, mask, i, over, to, to, i, values, steps)
        shared = common(rows, to, i, to, j)
    elif kind == 3:
        for mask in (to, back):
            total += _gaining(rows, to, i, mask, j, over, back, back, j, values, steps)
        shared = common(rows, back, i, back, j)
    elif kind == 4:
        if is_set(rows, to, j, i):
            for mask in (to, back):
                total += _gaining(rows, both, j, mask, i, over, both, both, i, values, steps)
                total += _gaining(rows, both, i, mask, j, over, both, both, j, values, steps)
        shared = common(rows, both, i, both, j)
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
            other = 64 * word + ones(lowest - ONE)
            if code == FOUR_CYCLES:
                total += common(rows, 0, other, 0, j)
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
        return values[at + 1] if is_set(rows, 0, j, i) else values[at]
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
        back = 2 if is_set(rows, 0, j, i) else 0
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
        there = is_set(rows, 0, i, j)
        if there:
            flip(rows, degrees, i, j)
        for t in range(terms.shape[0]):
            found[dyad, t] = _change(t, i, j, terms, values, marks, rows, degrees)
        if there:
            flip(rows, degrees, i, j)


@_loop(f"void(int64[:, ::1], {_TERMS}, {_STATE}, float64[::1])")
def build(
    ties: Vector, terms: Vector, values: Vector, marks: Vector, rows: Vector, degrees: Vector, total: Vector
) -> None:
    """Add ties one after the other to a network without them, and to the total what every statistic grows by."""
    for tie in range(ties.shape[0]):
        i, j = ties[tie, 0], ties[tie, 1]
        for t in range(terms.shape[0]):
            total[t] += _change(t, i, j, terms, values, marks, rows, degrees)
        flip(rows, degrees, i, j)


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
            dyad = ones((number & (~number + ONE)) - ONE)
            i, j = dyads[dyad, 0], dyads[dyad, 1]
            there = is_set(rows, 0, i, j)
            if there:
                flip(rows, degrees, i, j)
            for t in range(terms.shape[0]):
                change = _change(t, i, j, terms, values, marks, rows, degrees)
                total[t] += -change if there else change
            if not there:
                flip(rows, degrees, i, j)
        for t in range(terms.shape[0]):
            found[step, t] = total[t]


@_loop(
    f"void(int64, int64, int64, float64[::1], {_TERMS}, {_STATE}, {SETS}, int64[::1], int64[:, ::1], uint64[::1], "
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
            if proposal == 0 and rows.shape[0] > 1 and random_bits(random) & np.uint64(7) == 0:
                score = pair(now, dyads, held, ties, rows, random, moves)
                if score == -math.inf:
                    now[IMPOSSIBLE] += 1
                    continue
            elif proposal == 0:
                score = tie_or_dyad(now, dyads, ties, rows, random, moves)
            elif not propose(proposal, now, dyads, held, ties, place, rows, random, moves):
                now[IMPOSSIBLE] += 1
                continue
            for t in range(p):
                gain[t] = 0.0
            for move in range(now[MOVES]):
                i, j = moves[move, 0], moves[move, 1]
                there = is_set(rows, 0, i, j)
                if there:
                    flip(rows, degrees, i, j)
                for t in range(p):
                    change = _change(t, i, j, terms, values, marks, rows, degrees)
                    gain[t] += -change if there else change
                if not there:
                    flip(rows, degrees, i, j)
            for t in range(p):
                if gain[t] != 0.0:  # a coefficient may be infinite
                    score += theta[t] * gain[t]
            for t in range(pull.shape[0]):
                score -= pull[t] * gain[t] * (2 * (total[t] - centre[t]) + gain[t])
            if score >= 0 or uniform(random) < math.exp(score):
                now[ACCEPTED] += 1
                for t in range(p):
                    total[t] += gain[t]
                for move in range(now[MOVES]):
                    keep(now, ties, place, moves[move, 0], moves[move, 1])
            else:
                for move in range(now[MOVES] - 1, -1, -1):
                    flip(rows, degrees, moves[move, 0], moves[move, 1])
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
            if is_set(rows, 0, i, j):
                flip(rows, degrees, i, j)
            if back >= 0 and is_set(rows, 0, j, i):
                flip(rows, degrees, j, i)
            score = _score(i, j, theta, offset, terms, values, marks, rows, degrees)
            if back >= 0:  # the odds of one tie, whether or not it is returned
                alone = _score(j, i, theta, offset, terms, values, marks, rows, degrees)
                flip(rows, degrees, i, j)
                together = _score(j, i, theta, offset, terms, values, marks, rows, degrees)
                flip(rows, degrees, i, j)
                score += _log_of_one_more(together) - _log_of_one_more(alone)
            found[dyad] = uniforms[again, dyad] < _chance(score)
            if found[dyad]:
                flip(rows, degrees, i, j)
            if back >= 0:
                found[back] = uniforms[again, back] < _chance(together if found[dyad] else alone)
                if found[back]:
                    flip(rows, degrees, j, i)
