"""The header of a DL file: sizes, arrangement of the data, and labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from socluster.core.errors import InputError, Problem, nearest
from socluster.io.formats.plain_text import MOST_MATRICES, MOST_NODES, parse_count
from socluster.io.formats.relations import Labels
from socluster.words import Phrase, marked, phrase

__all__ = ["WORD", "DlHeader", "read_header", "unquoted"]

WORD = re.compile(r'"(?:[^"\n]|"")*"|[^\s,"]+|"')
_SEPARATORS = re.compile(r"[\s,;]*")
_START = re.compile(r"\s*dl\b", re.IGNORECASE)
_PHRASE = re.compile(
    r"""
      (?P<size> n[rcm]? ) \s* = \s* (?P<number> [^\s,;]* )
    | format \s* = \s* (?P<format> \w+ )
    | diagonal \s* =? \s* (?P<diagonal> present | absent ) \b
    | (?: (?P<of> rows? | col | columns? | matrix | levels? ) \s+ )? labels? \s*
      (?: : | (?P<embedded> embedded \b ) \s* :? )
    | (?P<data> data \s* : )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FORMATS = {
    "fm": "fullmatrix",
    "uh": "upperhalf",
    "lh": "lowerhalf",
    "nl1": "nodelist1",
    "nl1b": "nodelist1b",
    "nl2": "nodelist2",
    "el1": "edgelist1",
    "el2": "edgelist2",
    "nodelist": "nodelist1",
    "edgelist": "edgelist1",
}
_LABELS_DIFFER = {
    "rows": marked("the header says {wanted} rows, but lists {found} labels for them"),
    "columns": marked("the header says {wanted} columns, but lists {found} labels for them"),
    "matrices": marked("the header says {wanted} matrices, but lists {found} labels for them"),
}
_LABEL_KINDS = {"r": "rows", "c": "columns", "m": "matrices", "l": "matrices"}


@dataclass
class DlHeader:
    """What the header says, and where the data begin."""

    sizes: dict[str, int] = field(default_factory=dict)
    format: str = "fullmatrix"
    has_diagonal: bool = True
    labels: dict[str, Labels] = field(default_factory=dict)
    embedded: set[str] = field(default_factory=set)
    data: str = ""
    data_line: int = 1

    @property
    def n_rows(self) -> int | None:
        """Number of rows, if the header says it or lists their labels."""
        return self._size("nr", "rows")

    @property
    def n_columns(self) -> int | None:
        """Number of columns, if the header says it or lists their labels."""
        return self._size("nc", "columns")

    @property
    def n_matrices(self) -> int:
        """Number of matrices."""
        default = len(self.labels["matrices"].names) if "matrices" in self.labels else 1
        return self.sizes.get("nm", default)

    @property
    def says_one_mode(self) -> bool:
        """Whether the header gives one size for rows and columns, and no format of two modes."""
        return "n" in self.sizes and not {"nr", "nc"} & self.sizes.keys() and not self.format.endswith("2")

    @property
    def two_mode(self) -> bool:
        """Whether rows and columns are different things."""
        if self.format.endswith("2") or self.n_rows != self.n_columns:
            return True
        rows, columns = self.labels.get("rows"), self.labels.get("columns")
        return rows is not None and columns is not None and list(rows.names) != list(columns.names)

    def _size(self, key: str, labels: str) -> int | None:
        listed = len(self.labels[labels].names) if labels in self.labels else None
        return self.sizes.get(key, self.sizes.get("n", listed))


def unquoted(word: str) -> str:
    """Return the label without its quotation marks; doubled ones inside stand for one."""
    return word[1:-1].replace('""', '"') if len(word) > 1 and word.startswith('"') else word


def read_header(text: str, path: Path) -> DlHeader:
    """Return the header of a DL file."""
    return _HeaderReader(text, path).read()


class _HeaderReader:
    """Reads phrase after phrase, in any order; a list of labels ends where the next phrase begins."""

    def __init__(self, text: str, path: Path) -> None:
        self.text = text
        self.path = path
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.header = DlHeader()

    def read(self) -> DlHeader:
        start = _START.match(self.text)
        if not start:
            self.stop("a DL file begins with the letters DL", 0, self.text.split("\n", 1)[0])
        position = start.end()
        while True:
            position = self._after_separators(position)
            match = _PHRASE.match(self.text, position)
            if match is None:
                self._not_understood(position)
            position = match.end()
            if match["data"]:
                self.header.data = self.text[position:]
                self.header.data_line = self._line(position)
                self._check_labels()
                return self.header
            if match["size"]:
                self._size(match)
            elif match["format"]:
                self._format(match)
            elif match["diagonal"]:
                self.header.has_diagonal = match["diagonal"].lower() == "present"
            else:
                position = self._labels(match, position)

    def stop(self, message: str | Phrase, position: int, value: object = None, near: str | None = None) -> NoReturn:
        row = self._line(position)
        raise InputError(Problem(message, row=row, value=value, nearest=near, file=str(self.path)))

    def _line(self, position: int) -> int:
        return bisect_right(self.line_starts, position)

    def _after_separators(self, position: int) -> int:
        match = _SEPARATORS.match(self.text, position)
        return match.end() if match else position

    def _not_understood(self, position: int) -> NoReturn:
        word = WORD.match(self.text, position)
        if word is None:
            self.stop("the file ends before the data; they come after the word DATA:", max(0, len(self.text) - 1))
        known = ["n=", "nr=", "nc=", "nm=", "format=", "diagonal", "labels:", "labels embedded", "data:"]
        self.stop("not understood in the header of a DL file", position, word[0], nearest(word[0], known))

    def _size(self, match: re.Match[str]) -> None:
        size = parse_count(match["number"])
        most = MOST_MATRICES if match["size"].lower() == "nm" else MOST_NODES
        if size is None or size > most:
            message = phrase("after {size}= stands a whole number up to {most}", size=match["size"].upper(), most=most)
            self.stop(message, match.start(), match["number"])
        self.header.sizes[match["size"].lower()] = size

    def _format(self, match: re.Match[str]) -> None:
        word = match["format"].lower()
        name = _FORMATS.get(word, word)
        if name not in _FORMATS.values():
            formats = ", ".join(dict.fromkeys(_FORMATS.values()))
            message = phrase("this format is not read; these are: {formats}", formats=formats)
            self.stop(message, match.start(), match["format"], nearest(word, _FORMATS.values()))
        self.header.format = name

    def _labels(self, match: re.Match[str], position: int) -> int:
        kind = _LABEL_KINDS[match["of"][0].lower()] if match["of"] else None
        kinds = [kind] if kind else ["rows", "columns"]
        if match["embedded"]:
            if kind == "matrices":
                self.stop("names of matrices cannot be embedded in the data", match.start())
            self.header.embedded.update(kinds)
            return position
        names: list[str] = []
        lines: list[int] = []
        while True:
            position = self._after_separators(position)
            if position < len(self.text) and self.text[position] == "=":  # UCINET takes it as a separator, too
                position += 1
                continue
            word = WORD.match(self.text, position)
            if word is None or _PHRASE.match(self.text, position):
                break
            if word[0] == '"':
                self.stop("the quotation mark before the label has no partner on its line", position)
            names.append(unquoted(word[0]))
            lines.append(self._line(position))
            position = word.end()
        for each in kinds:
            self.header.labels[each] = Labels.numbered(names, lines)
        return position

    def _check_labels(self) -> None:
        """Compare the number of labels with the sizes that the header gives."""
        header = self.header
        wanted = {"rows": header.n_rows, "columns": header.n_columns, "matrices": header.n_matrices}
        problems = []
        for kind, labels in header.labels.items():
            found = len(labels.names)
            if wanted[kind] != found:
                message, sizes = _LABELS_DIFFER[kind], {"wanted": wanted[kind], "found": found}
                row = labels.lines[-1] if labels.lines else header.data_line
                problems.append(Problem(message, row=row, file=str(self.path), values=sizes))
        if problems:
            raise InputError(problems)
