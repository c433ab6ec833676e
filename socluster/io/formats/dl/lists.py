"""The data of a DL file as lists: one tie, or one actor with all its ties, per line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from socluster.core.errors import InputError, Problem, nearest
from socluster.io.formats.cells import Cells
from socluster.io.formats.dl.header import WORD, DlHeader, unquoted
from socluster.io.formats.dl.matrices import DlContent, cell_value, default_labels
from socluster.io.formats.plain_text import empty_promise, parse_count
from socluster.io.formats.relations import Labels
from socluster.words import Phrase, marked, phrase

__all__ = ["read_lists"]

_NEXT_MATRIX = "!"
_NAMES_DIFFER = {
    "rows": marked("the header says {wanted} rows, but the data name {found}"),
    "columns": marked("the header says {wanted} columns, but the data name {found}"),
}


def read_lists(header: DlHeader, path: Path) -> DlContent:
    """Return the cells that the lines of a node list or an edge list name."""
    return _ListReader(header, path).read()


class _Names:
    """The rows or the columns: numbers up to their size or, if embedded, labels in the order of their appearance."""

    def __init__(self, header: DlHeader, kind: str, size: int | None) -> None:
        self.kind = kind
        self.size = size
        self.is_embedded = kind in header.embedded
        self.is_listed = kind in header.labels
        listed = header.labels[kind].names if self.is_listed else ()
        self.places = {name: place for place, name in enumerate(listed)}
        self.lines: list[int] = []

    def find(self, word: str, line: int) -> int | Problem:
        """Return the place of the row or column, or what is wrong with the word."""
        if not self.is_embedded:
            number = parse_count(word)
            if number is not None and 1 <= number <= (self.size or 0):
                return number - 1
            message = marked("expected a number from 1 to {most} (names in the data need LABELS EMBEDDED)")
            return Problem(message, row=line, value=word, values={"most": self.size or 0})
        (name,) = Labels.numbered([unquoted(word)]).names
        if name in self.places:
            return self.places[name]
        if self.is_listed:
            return Problem("not in the list of labels", row=line, value=name, nearest=nearest(name, self.places))
        self.lines.append(line)
        return self.places.setdefault(name, len(self.places))

    def labels(self, header: DlHeader) -> Labels:
        """Return the labels in their order."""
        if self.is_embedded and not self.is_listed:
            return Labels(list(self.places), self.lines)
        return default_labels(header, self.kind, self.size or 0)


class _ListReader:
    """Goes through the lines; a line with an exclamation mark begins the next matrix."""

    def __init__(self, header: DlHeader, path: Path) -> None:
        self.header = header
        self.path = path
        self.problems: list[Problem] = []
        self.rows = _Names(header, "rows", header.n_rows)
        is_shared = not header.two_mode and header.embedded == {"rows", "columns"}
        self.columns = self.rows if is_shared else _Names(header, "columns", header.n_columns)
        self.matrix = 0
        self.list_row = 0
        self.cells: dict[tuple[int, int, int], tuple[float, int]] = {}

    def read(self) -> DlContent:
        self._check_sizes()
        for line, text in enumerate(self.header.data.split("\n"), start=self.header.data_line):
            words = WORD.findall(text)
            if words == [_NEXT_MATRIX]:
                self._end_matrix(line)
                self.matrix, self.list_row = self.matrix + 1, 0
            elif words:
                self._line(words, line)
        self._end_matrix(self.header.data_line + self.header.data.count("\n"))
        self._check_counts()
        if self.problems:
            raise InputError(self.problems)
        return DlContent(self.rows.labels(self.header), self.columns.labels(self.header), self._matrices())

    def problem(self, message: str | Phrase, line: int | None, value: object = None) -> None:
        self.problems.append(Problem(message, row=line, value=value, file=str(self.path)))

    def _check_sizes(self) -> None:
        header = self.header
        for names in (self.rows, self.columns):
            if names.size is None and not names.is_embedded:
                self.problem("the header gives no size: n=, or nr= and nc=", header.data_line)
                raise InputError(self.problems)
        if not header.two_mode and len(header.embedded) == 1:
            self.problem("rows and columns are the same here, so the labels of both are embedded", header.data_line)
        if header.format == "nodelist1b" and not (
            header.embedded <= header.labels.keys() and self.rows.size is not None
        ):
            self.problem("nodelist1b does not name its rows, so the labels are listed in the header", header.data_line)
        if self.problems:
            raise InputError(self.problems)

    def _line(self, words: list[str], line: int) -> None:
        if '"' in words:
            self.problem("a quotation mark has no partner on this line", line)
        elif self.header.format == "nodelist1b":
            self._counted_line(words, line)
        elif self.header.format.startswith("nodelist"):
            row = self._find(self.rows, words[0], line)
            for word in words[1:]:
                self._cell(row, self._find(self.columns, word, line), 1.0, line)
        elif len(words) in (2, 3):
            row, column = self._find(self.rows, words[0], line), self._find(self.columns, words[1], line)
            value = cell_value(words[2]) if len(words) == 3 else 1.0
            if value is None:
                self.problem("expected a number as the value", line, words[2])
            self._cell(row, column, value, line)
        else:
            message = phrase("expected a row, a column and perhaps a value, found {n} words", n=len(words))
            self.problem(message, line, " ".join(words))

    def _counted_line(self, words: list[str], line: int) -> None:
        count, *columns = words
        self.list_row += 1
        if parse_count(count) != len(columns):
            message = phrase("the line begins with the number of columns that follow, and {n} follow", n=len(columns))
            self.problem(message, line, count)
        elif self.list_row > (self.rows.size or 0):
            self.problem(phrase("there are more than {n} lines", n=self.rows.size or 0), line)
        else:
            for column in columns:
                self._cell(self.list_row - 1, self._find(self.columns, column, line), 1.0, line)

    def _find(self, names: _Names, word: str, line: int) -> int | None:
        found = names.find(word, line)
        if isinstance(found, Problem):
            self.problems.append(replace(found, file=str(self.path)))
            return None
        return found

    def _cell(self, row: int | None, column: int | None, value: float | None, line: int) -> None:
        if row is None or column is None or value is None:
            return
        earlier = self.cells.setdefault((self.matrix, row, column), (value, line))[1]
        if earlier != line:
            self.problem(phrase("this pair is already in line {line}", line=earlier), line)

    def _end_matrix(self, line: int) -> None:
        if self.header.format == "nodelist1b" and self.list_row < (self.rows.size or 0):
            message = marked("expected {wanted} lines, one per row, found {found}")
            self.problem(phrase(message, wanted=self.rows.size, found=self.list_row), line)

    def _check_counts(self) -> None:
        found = self.matrix + 1
        if found != self.header.n_matrices:
            message = phrase(
                "the header says {wanted} matrices, but here are {found} (a line with ! separates)",
                wanted=self.header.n_matrices,
                found=found,
            )
            self.problem(message, self.header.data_line)
        header_line = self.header.data_line
        for names in dict.fromkeys((self.rows, self.columns)):
            if not names.is_listed:
                unkept = empty_promise(names.size or 0, self._mentioned(names))
                self.problems += [Problem(unkept, row=header_line, file=str(self.path))] if unkept else []
            if names.is_embedded and names.size is not None and len(names.places) != names.size:
                message = phrase(_NAMES_DIFFER[names.kind], wanted=names.size, found=len(names.places))
                self.problem(message, self.header.data_line)

    def _mentioned(self, names: _Names) -> int:
        """Return how many rows or columns the lines name; where both are the same, either counts."""
        sides = [
            side for side, kind in ((1, self.rows), (2, self.columns)) if kind is names or not self.header.two_mode
        ]
        return len({key[side] for key in self.cells for side in sides})

    def _matrices(self) -> list[Cells]:
        parts: list[list[tuple[int, int, float, int]]] = [[] for _ in range(self.header.n_matrices)]
        for (matrix, row, column), (value, line) in self.cells.items():
            if value != 0:
                parts[matrix].append((row, column, value, line))
        return [_cells(part) for part in parts]


def _cells(part: Sequence[tuple[int, int, float, int]]) -> Cells:
    rows, columns, values, lines = zip(*part, strict=True) if part else ((), (), (), ())
    return Cells(
        rows=np.array(rows, dtype=np.int64),
        columns=np.array(columns, dtype=np.int64),
        values=np.array(values, dtype=np.float64),
        lines=np.array(lines, dtype=np.int64),
    )
