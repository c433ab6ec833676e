"""From the cells of a matrix to a relation: symmetric means undirected, the diagonal holds no ties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socluster.core.errors import Problem
from socluster.io.formats.relations import Labels, Relation
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, marked, phrase

__all__ = ["SIGNED", "Cells", "cell_problems", "is_symmetric", "relation_of"]

SIGNED = marked(
    "a weight is above zero, as socluster holds no signed ties; write 0 to keep the positive ones, and the negative "
    "ones without the minus in a matrix or relation of their own"
)


@dataclass(frozen=True)
class Cells:
    """The cells of one matrix that are not zero; a value of NaN is a missing one."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    lines: NDArray[np.int64] | None = None

    def __getitem__(self, chosen: NDArray[np.bool_]) -> Cells:
        """Return the chosen cells."""
        lines = None if self.lines is None else self.lines[chosen]
        return Cells(self.rows[chosen], self.columns[chosen], self.values[chosen], lines)


def is_symmetric(cells: Cells) -> bool:
    """Return whether each cell has the same value as its mirror image; missing is the same as missing."""
    here = np.lexsort((cells.columns, cells.rows))
    mirrored = np.lexsort((cells.rows, cells.columns))
    return bool(
        np.array_equal(cells.rows[here], cells.columns[mirrored])
        and np.array_equal(cells.columns[here], cells.rows[mirrored])
        and np.array_equal(cells.values[here], cells.values[mirrored], equal_nan=True)
    )


def relation_of(name: str, cells: Cells, *, two_mode: bool) -> Relation:
    """Return the cells as a relation: of a symmetric matrix the upper half, and never the diagonal."""
    if two_mode:
        return Relation(name, False, cells.rows, cells.columns, cells.values, cells.lines)
    cells = cells[cells.rows != cells.columns]
    directed = not is_symmetric(cells)
    kept = cells if directed else cells[cells.rows < cells.columns]
    return Relation(name, directed, kept.rows, kept.columns, kept.values, kept.lines)


def cell_problems(
    cells: Cells, rows: Labels, columns: Labels, *, two_mode: bool, options: ReadingOptions, file: str
) -> list[Problem]:
    """Return what a cluster cannot hold of the cells: weights below zero, and ties of an actor with itself."""
    table = "affiliations" if two_mode else "ties"

    def problem(position: int, fault: Phrase) -> Problem:
        row = rows.names[cells.rows[position]]
        place: int | str = row if cells.lines is None else int(cells.lines[position])
        column = columns.names[cells.columns[position]]
        value = float(cells.values[position])
        message = phrase("'{source}' to '{target}': {fault}", source=row, target=column, fault=fault)
        return Problem(message, table=table, row=place, value=value, file=file)

    problems = [problem(int(k), phrase(SIGNED)) for k in np.flatnonzero(cells.values < 0)]
    if not two_mode and not options.drops_self_ties:
        problems += _self_ties(cells, problem, options)
    return problems


def _self_ties(cells: Cells, problem: Callable[[int, Phrase], Problem], options: ReadingOptions) -> list[Problem]:
    fault = phrase(
        "a cluster has no ties of an actor with itself; {way} leaves out the diagonal",
        way=options.way(self_ties="drop"),
    )
    # A missing or negative value on the diagonal is no tie, whatever else it may be.
    return [problem(int(k), fault) for k in np.flatnonzero((cells.rows == cells.columns) & (cells.values > 0))]
