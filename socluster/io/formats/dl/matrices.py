"""The data of a DL file as matrices: full, upper half or lower half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socluster.core.errors import InputError, Problem
from socluster.io.formats.cells import Cells
from socluster.io.formats.dl.header import WORD, DlHeader, unquoted
from socluster.io.formats.plain_text import parse_number
from socluster.io.formats.relations import Labels
from socluster.words import Phrase, counted, marked, phrase

__all__ = ["MISSING", "DlContent", "cell_value", "default_labels", "read_matrices"]

MISSING = ("na", "nan", ".", "?")


@dataclass(frozen=True)
class DlContent:
    """The labels of rows and columns, and the cells of each matrix."""

    rows: Labels
    columns: Labels
    matrices: Sequence[Cells]


def cell_value(word: str) -> float | None:
    """Return the number in a cell, NaN where it is missing, None if it is neither."""
    return float("nan") if word.lower() in MISSING else parse_number(word)


def default_labels(header: DlHeader, kind: str, size: int) -> Labels:
    """Return the labels listed in the header (if rows and columns are the same, of either), or else numbers."""
    if kind in header.labels:
        return header.labels[kind]
    if header.labels.keys() & {"rows", "columns"} and not header.two_mode:
        return header.labels["rows" if kind == "columns" else "columns"]
    prefix = "group " if kind == "columns" and header.two_mode else ""
    return Labels.numbered([""] * size, prefix=prefix)


def read_matrices(header: DlHeader, path: Path) -> DlContent:
    """Return the cells of the matrices that are not zero."""
    return _MatrixReader(header, path).read()


class _MatrixReader:
    """Cuts the stream of words into labels and cells by counting; line ends mean nothing here."""

    def __init__(self, header: DlHeader, path: Path) -> None:
        self.header = header
        self.path = path
        self.n_rows, self.n_columns = self._sizes()
        self.words, self.lines = self._split()
        self.row_labels = "rows" in header.embedded
        self.column_labels = "columns" in header.embedded

    def read(self) -> DlContent:
        n_cells, per_row = self._shape()
        body = n_cells + (self.n_rows if self.row_labels else 0)
        heading = self.n_columns if self.column_labels else 0
        number = self.header.n_matrices
        # The row of column labels is over each matrix or, in some files, only over the first.
        repeated = number * (heading + body)
        once = heading + number * body
        if len(self.words) not in (repeated, once):
            self._wrong_count(repeated, heading, body)
        step = body + (heading if len(self.words) == repeated else 0)
        starts = [heading + step * k for k in range(number)]
        rows, columns = self._cell_indices()
        after_label = np.repeat(np.arange(1, self.n_rows + 1), per_row) if self.row_labels else 0
        offsets = np.arange(n_cells) + after_label
        return DlContent(
            rows=self._embedded_labels("rows", starts[:1], per_row),
            columns=self._embedded_labels("columns", starts[:1], per_row),
            matrices=self._cells(rows, columns, [start + offsets for start in starts]),
        )

    def stop(self, message: str | Phrase, line: int | None, value: object = None) -> NoReturn:
        raise InputError(Problem(message, row=line, value=value, file=str(self.path)))

    def _sizes(self) -> tuple[int, int]:
        rows, columns = self.header.n_rows, self.header.n_columns
        if rows is None or columns is None:
            self.stop("the header gives no size: n=, or nr= and nc=", self.header.data_line)
        if self.header.format != "fullmatrix" and rows != columns:
            message = marked("half a matrix has as many rows as columns, not {rows} and {columns}")
            self.stop(phrase(message, rows=rows, columns=columns), self.header.data_line)
        return rows, columns

    def _split(self) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
        """Return all words of the data, and the line on which each is."""
        per_line = [WORD.findall(line) for line in self.header.data.split("\n")]
        words = np.array([word for found in per_line for word in found], dtype=object)
        lines = np.arange(len(per_line)) + self.header.data_line
        return words, np.repeat(lines, [len(found) for found in per_line]).astype(np.int64)

    def _shape(self) -> tuple[int, NDArray[np.int64]]:
        """Return how many cells a matrix has, and how many in each row."""
        n, columns = self.n_rows, self.n_columns
        absent = 0 if self.header.has_diagonal else 1
        numbers = np.arange(n, dtype=np.int64)
        if self.header.format == "fullmatrix":
            per_row = np.full(n, max(0, columns - (absent if not self.header.two_mode else 0)), dtype=np.int64)
        elif self.header.format == "upperhalf":
            per_row = n - numbers - absent
        else:
            per_row = numbers + 1 - absent
        return int(per_row.sum()), per_row

    def _cell_indices(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return row and column of each cell in the order of the file."""
        absent = 0 if self.header.has_diagonal else 1
        if self.header.format == "upperhalf":
            rows, columns = np.triu_indices(self.n_rows, absent)
        elif self.header.format == "lowerhalf":
            rows, columns = np.tril_indices(self.n_rows, -absent)
        else:
            rows = np.repeat(np.arange(self.n_rows), self.n_columns)
            columns = np.tile(np.arange(self.n_columns), self.n_rows)
            if absent and not self.header.two_mode:
                rows, columns = rows[rows != columns], columns[rows != columns]
        return rows.astype(np.int64), columns.astype(np.int64)

    def _cells(
        self, rows: NDArray[np.int64], columns: NDArray[np.int64], places: Sequence[NDArray[np.int64]]
    ) -> list[Cells]:
        """Return the cells that are not zero; words that are no numbers are an InputError, all at once."""
        matrices, bad = [], []
        for place in places:
            codes, distinct = pd.factorize(self.words[place])
            read = [cell_value(word) for word in distinct]
            wrong = np.array([value is None for value in read], dtype=bool)
            values = np.array([0.0 if value is None else value for value in read], dtype=np.float64)[codes]
            bad += place[wrong[codes]].tolist()
            filled = values != 0
            cells = Cells(rows[filled], columns[filled], values[filled], self.lines[place[filled]])
            matrices.append(self._mirrored(cells) if self.header.format.endswith("half") else cells)
        if bad:
            message = marked("a cell is a number, or na, . or ? where it is missing")
            file = str(self.path)
            raise InputError([Problem(message, row=int(self.lines[k]), value=self.words[k], file=file) for k in bad])
        return matrices

    def _mirrored(self, cells: Cells) -> Cells:
        """Return both halves of a matrix of which only one is in the file."""
        beside = cells[cells.rows != cells.columns]
        lines = [part.lines for part in (cells, beside) if part.lines is not None]
        return Cells(
            np.concatenate([cells.rows, beside.columns]),
            np.concatenate([cells.columns, beside.rows]),
            np.concatenate([cells.values, beside.values]),
            np.concatenate(lines),
        )

    def _embedded_labels(self, kind: str, starts: Sequence[int], per_row: NDArray[np.int64]) -> Labels:
        """Return the labels from the data of the first matrix, or else those from the header."""
        size = self.n_rows if kind == "rows" else self.n_columns
        if kind not in self.header.embedded or not starts:
            other = "columns" if kind == "rows" else "rows"
            if other in self.header.embedded and not self.header.two_mode and starts and kind not in self.header.labels:
                return self._embedded_labels(other, starts, per_row)
            return default_labels(self.header, kind, size)
        if kind == "columns":
            places = np.arange(self.n_columns)
        else:
            places = starts[0] + np.arange(self.n_rows) + np.concatenate([[0], np.cumsum(per_row)[:-1]])[: self.n_rows]
        names = [unquoted(word) for word in self.words[places]]
        return Labels.numbered(names, self.lines[places].tolist())

    def _wrong_count(self, expected: int, heading: int, body: int) -> NoReturn:
        found = len(self.words)
        line = int(self.lines[min(found - 1, expected)]) if found else self.header.data_line
        matrices = counted(
            "{n} matrix of {rows} rows and {columns} columns ({format})",
            "{n} matrices of {rows} rows and {columns} columns ({format})",
            self.header.n_matrices,
            rows=self.n_rows,
            columns=self.n_columns,
            format=self.header.format,
        )
        message = marked("{matrices} hold {wanted} words, but here are {found}")
        if heading or self.row_labels:
            message = marked("{matrices} hold {wanted} words with the labels among them, but here are {found}")
        fault = phrase(message, matrices=matrices, wanted=expected, found=found)
        if found > expected and any("," in row for row in self.header.data.split("\n", 5)[:5]):
            fault = phrase("{fault} (a comma separates; decimals take a point)", fault=fault)
        self.stop(fault, line)
