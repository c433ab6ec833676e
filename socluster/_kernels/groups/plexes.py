"""Maximal k-plexes, by a search that decides actor by actor and stops when it takes too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from socluster._kernels.products import Matrix

__all__ = ["STEPS", "TooLongError", "maximal_plexes"]

STEPS = 1_000_000  # of the search, after which it gives up; about half a minute


class TooLongError(Exception):
    """The search was given up."""


class _State(NamedTuple):
    """The state of the search; sets of rows are whole numbers, bit by bit."""

    plex: int  # rows that are in
    open: int  # rows that may still come in: the plex with any one of them is a k-plex
    passed: int  # rows that could come in, but were decided to stay out


def maximal_plexes(ties: Matrix, k: int, minimum: int) -> Iterator[list[int]]:
    """Give every maximal k-plex of at least `minimum` rows, each once.

    A k-plex is a set in which every row is tied to all of the others but k - 1 at most. Any part of a k-plex is one
    too, so a plex can be built row by row. Each step takes one row that is still open and looks at both cases, in and
    out. It is chosen where most is missing, so that the search ends soon where nearly all are tied to all.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        Symmetric, nothing on the diagonal.
    k : int
        At least 1.
    minimum : int
        At least 2 k - 1, so that any two members are tied or have a common partner among the members.

    Raises
    ------
    TooLongError
        After `STEPS` steps.
    """
    n = ties.shape[0]
    near = [0] * n
    for row, column in zip(*ties.nonzero(), strict=True):
        near[int(row)] |= 1 << int(column)
    to_do = [_State(0, (1 << n) - 1, 0)]
    steps = 0
    while to_do:
        steps += 1
        if steps > STEPS:
            raise TooLongError
        state = _pruned(to_do.pop(), near, k, minimum)
        if state is None:
            continue
        reach = state.plex | state.open
        row = min(_rows(reach), key=lambda each: (near[each] & reach).bit_count())
        if reach.bit_count() - (near[row] & reach).bit_count() <= k:  # all that is left is a k-plex by itself
            if not any(_is_plex(reach | 1 << other, near, k) for other in _rows(state.passed)):
                yield list(_rows(reach))
            continue
        if state.plex >> row & 1:  # an open row that the row with the fewest ties is not tied to
            row = next(_rows(state.open & ~near[row]))
        bit = 1 << row
        to_do.append(_State(state.plex, state.open & ~bit, state.passed | bit))
        to_do.append(_with(state, row, near, k))


def _with(state: _State, row: int, near: list[int], k: int) -> _State:
    """Return the state after the row has come in; who no longer fits is neither open nor passed."""
    plex = state.plex | 1 << row
    return _State(
        plex,
        _fitting(plex, state.open & ~(1 << row), near, k),
        _fitting(plex, state.passed, near, k),
    )


def _pruned(state: _State, near: list[int], k: int, minimum: int) -> _State | None:
    """Return the state without open rows that cannot be in a large enough plex; None if there is none such."""
    plex, still_open, passed = state
    while True:
        reach = plex | still_open
        if reach.bit_count() < minimum:
            return None
        weak = [row for row in _rows(reach) if (near[row] & reach).bit_count() < minimum - k]
        weak += [row for row in _rows(still_open) if _is_far(row, plex, reach, near, minimum - 2 * k + 2)]
        if any(plex >> row & 1 for row in weak):
            return None
        if not weak:
            return _State(plex, still_open, passed)
        for row in weak:
            still_open &= ~(1 << row)


def _is_far(row: int, plex: int, reach: int, near: list[int], common: int) -> bool:
    """Whether a member is not tied to the row and has fewer partners in common with it than both would need."""
    strangers = plex & ~near[row]
    return any((near[row] & near[member] & reach).bit_count() < common for member in _rows(strangers))


def _fitting(plex: int, rows: int, near: list[int], k: int) -> int:
    """Return those of the rows with any one of which the plex is a k-plex."""
    size = plex.bit_count()
    full = 0  # members who cannot bear one more stranger
    for member in _rows(plex):
        if size - (near[member] & plex).bit_count() >= k:
            full |= 1 << member
    fits = 0
    for row in _rows(rows):
        if size + 1 - (near[row] & plex).bit_count() <= k and not full & ~near[row]:
            fits |= 1 << row
    return fits


def _is_plex(rows: int, near: list[int], k: int) -> bool:
    least = rows.bit_count() - k
    return all((near[row] & rows).bit_count() >= least for row in _rows(rows))


def _rows(bits: int) -> Iterator[int]:
    """Give the places of the ones, ascending."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
