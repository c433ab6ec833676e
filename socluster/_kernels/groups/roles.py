"""Positions and roles: CONCOR splits rows by iterated correlations; REGE finds rows with alike ties to alike rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["concor", "rege"]

ITERATIONS = 200  # correlations of correlations before a split is given up
CONVERGED = 1 - 1e-6
STANDSTILL = 1e-9  # smaller changes are rounding, which must not decide
SMALLEST = 3  # rows that can be split; of two, each would be its own


def concor(correlation: Vector, splits: int) -> Vector:
    """Return the position of every row after up to `splits` rounds in which every position is split in two.

    Parameters
    ----------
    correlation : array of shape (n, n)
        Correlations between the profiles of rows, with 1 on the diagonal.
    splits : int
        Number of rounds.

    Returns
    -------
    array of int of shape (n,)
    """
    parts = [np.arange(len(correlation))]
    for _ in range(splits):
        pieces = [piece for part in parts for piece in _split(correlation, part)]
        if len(pieces) == len(parts):  # nothing could be split, and nothing will be
            break
        parts = pieces
    codes = np.empty(len(correlation), dtype=np.int64)
    for code, part in enumerate(parts):
        codes[part] = code
    return codes


def _split(correlation: Vector, part: Vector) -> list[Vector]:
    """Split rows in two by the signs to which iterated correlations converge; not at all if they do not."""
    if len(part) < SMALLEST:
        return [part]
    current = correlation[np.ix_(part, part)]
    for _ in range(ITERATIONS):
        if abs(current).min() > CONVERGED:
            side = current[0] > 0
            return [part] if side.all() else [part[side], part[~side]]
        following = _correlations(current)
        if abs(following - current).max() < STANDSTILL:
            break
        current = following
    return [part]


def _correlations(table: Vector) -> Vector:
    """Correlate the rows; a row that does not vary correlates with nothing but itself."""
    with np.errstate(divide="ignore", invalid="ignore"):
        correlation: Vector = np.nan_to_num(np.corrcoef(table))
    np.fill_diagonal(correlation, 1.0)
    return correlation


def rege(matrices: Sequence[Vector], iterations: int) -> Vector:
    """Return how alike two rows are in their ties to alike rows, from 0 to 1 (n x n).

    Every tie of row i is matched with the tie of row j that comes nearest to it in strength, weighted by how alike the
    rows at their other ends were in the round before; and the other way round.

    Parameters
    ----------
    matrices : sequence of array of shape (n, n)
        Strengths in one or several relations; nothing on the diagonals.
    iterations : int
        Number of rounds; all rows that have ties start as alike.
    """
    relations = np.array(matrices)
    total: Vector = (relations + relations.transpose(0, 2, 1)).sum(axis=0)
    strength = total.sum(axis=1)
    tied = strength > 0
    alike: Vector = (tied[:, None] == tied[None, :]).astype(float)
    starts, ends = np.nonzero(total)
    first = np.searchsorted(starts, np.flatnonzero(tied))  # where the ties of each row begin
    both_ways = relations[:, starts, ends], relations[:, ends, starts]
    room = strength[:, None] + strength[None, :]
    for _ in range(iterations if tied.any() else 0):
        matched = np.zeros_like(alike)
        for row, end in zip(starts.tolist(), ends.tolist(), strict=True):
            sent = np.minimum(relations[:, row, end, None], both_ways[0])
            received = np.minimum(relations[:, end, row, None], both_ways[1])
            worth = (sent + received).sum(axis=0) * alike[end, ends]
            matched[row, tied] += np.maximum.reduceat(worth, first)
        pairs = np.ix_(tied, tied)
        before = alike.copy()
        alike[pairs] = (matched + matched.T)[pairs] / room[pairs]
        np.fill_diagonal(alike, 1.0)
        if np.array_equal(before, alike):
            break
    return alike
