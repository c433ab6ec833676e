"""The dyads of a network, numbered: which two rows stand behind a number, and which dyads are known at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["Arcs", "TieCells"]

Arcs = tuple[Vector, Vector]
"""Rows and columns of cells; of an undirected network each pair once, row below column."""


@dataclass(frozen=True, eq=False)
class TieCells:
    """TieCells that may hold a tie: ordered pairs of a directed network, pairs (row below column) of an undirected one.

    Parameters
    ----------
    n : int
        Number of rows.
    directed : bool
        Whether a pair has two cells.
    cells : ndarray of int, optional
        ``row * n + column`` of those that are known, in ascending order; without it, all of them.
    """

    n: int
    directed: bool
    cells: Vector | None = None

    def __len__(self) -> int:
        """Return the number of cells."""
        if self.cells is not None:
            return len(self.cells)
        pairs = self.n * (self.n - 1)
        return pairs if self.directed else pairs // 2

    def ends(self, numbers: Vector) -> Arcs:
        """Return rows and columns of the cells with these numbers (0 to their number - 1, row after row)."""
        if self.cells is not None:
            row, column = np.divmod(self.cells[numbers], max(self.n, 1))
        elif self.directed:
            row, column = np.divmod(numbers, max(self.n - 1, 1))
            column = column + (column >= row)  # the diagonal is left out
        else:
            row, column = _upper(self.n, np.asarray(numbers, dtype=np.int64))
        return row, column

    def all(self) -> Arcs:
        """Return rows and columns of all cells."""
        return self.ends(np.arange(len(self), dtype=np.int64))

    def numbers(self, arcs: Arcs) -> Vector:
        """Return the numbers of cells, which must be known ones."""
        row, column = (np.asarray(each, dtype=np.int64) for each in arcs)
        if self.cells is not None:
            found: Vector = np.searchsorted(self.cells, row * self.n + column)
            return found
        if self.directed:
            return np.asarray(row * (self.n - 1) + column - (column > row))
        return np.asarray(_before(self.n, row) + column - row - 1)


def _before(n: int, row: Vector) -> Vector:
    """Return how many cells above the diagonal stand in earlier rows."""
    return np.asarray(row * (2 * n - row - 1) // 2)


def _upper(n: int, numbers: Vector) -> Arcs:
    """Return row and column of cells above the diagonal: the root of a quadratic, put right where it was rounded."""
    row = np.floor((2 * n - 1 - np.sqrt(np.maximum((2.0 * n - 1) ** 2 - 8.0 * numbers, 0))) / 2).astype(np.int64)
    row = np.clip(row, 0, max(n - 2, 0))
    row -= _before(n, row) > numbers
    row += _before(n, row + 1) <= numbers
    return row, numbers - _before(n, row) + row + 1
