"""Draws of a network as a stack of rows of bits, built without a loop over the draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["Pairs", "Stack", "members_of", "number_of_ones", "rows_of"]

_ONE = np.uint64(1)


@dataclass(frozen=True, eq=False)
class Pairs:
    """Ordered pairs of actors, each once.

    Parameters
    ----------
    near, far : ndarray of int64
        From whom, and to whom.
    """

    near: Vector
    far: Vector

    @property
    def turned(self) -> Pairs:
        """The same pairs the other way."""
        return Pairs(self.far, self.near)

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.near)


class Stack:
    """Networks that share some ties, the sure ones, and differ in others, the possible ones.

    Parameters
    ----------
    n : int
        Number of actors.
    sure, possible : Pairs
        The ties, each in one of the two; where they have no direction, both ways round in the same one.
    which : ndarray of int64
        For every possible pair the column in the table of draws that says whether it is there.
    """

    def __init__(self, n: int, sure: Pairs, possible: Pairs, which: Vector) -> None:
        self.n = n
        self._base = rows_of(n, sure.near, sure.far).ravel()
        width = len(self._base) // n if n else 0
        word = possible.near * width + possible.far // 64
        order = np.argsort(word, kind="stable")
        self._which = which[order]
        self._bits = _ONE << (possible.far[order] % 64).astype(np.uint64)
        self._words, self._first = np.unique(word[order], return_index=True)

    def rows(self, there: Vector) -> Vector:
        """Return whom everybody is tied to: array of uint64 of shape (draws, n, words).

        Parameters
        ----------
        there : ndarray of bool of shape (draws, columns)
            Which of the possible ties are there.
        """
        flat = np.repeat(self._base[None, :], len(there), axis=0)
        if len(self._words):
            bits = np.where(there[:, self._which], self._bits, np.uint64(0))
            flat[:, self._words] |= np.bitwise_or.reduceat(bits, self._first, axis=1)
        return flat.reshape(len(there), self.n, flat.shape[1] // self.n if self.n else 0)


def rows_of(n: int, near: Vector, far: Vector) -> Vector:
    """Return one network as rows of bits: array of uint64 of shape (n, words)."""
    rows = np.zeros((n, -(-n // 64)), np.uint64)
    np.bitwise_or.at(rows, (near, far // 64), _ONE << (far % 64).astype(np.uint64))
    return rows


def members_of(group: Vector) -> Vector:
    """Return who is in every group 0, 1, ... as rows of bits: array of uint64 of shape (groups, words)."""
    n = len(group)
    members = np.zeros((int(group.max(initial=-1)) + 1, -(-n // 64)), np.uint64)
    actor = np.arange(n)
    np.bitwise_or.at(members, (group, actor // 64), _ONE << (actor % 64).astype(np.uint64))
    return members


def number_of_ones(rows: Vector) -> Vector:
    """Return how many bits are set in every row: array of int64 of shape (draws, n)."""
    return np.asarray(np.bitwise_count(rows).sum(axis=2, dtype=np.int64))
