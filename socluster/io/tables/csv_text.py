"""From one CSV file to a table of text: delimiter found, quotation marks honoured, every ragged row named."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from socluster.core.coerce import as_number
from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.io.tables.grid import table_of, text_frame
from socluster.io.tables.missing import MEANS_MISSING
from socluster.io.tables.table_names import links_named, recognised_keys
from socluster.io.tables.text_encoding import decode
from socluster.words import marked, phrase

__all__ = ["LONGEST_CELL", "has_row_names", "read_csv", "read_rows"]

LONGEST_CELL = 131_072  # of Python's csv reader

_DELIMITERS = {
    ",": marked("comma"),
    ";": marked("semicolon"),
    "\t": marked("tab"),
    "|": marked("vertical bar"),
}
_CALLED = {**_DELIMITERS, " ": marked("blank")}
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_WRAPPED = re.compile(r'"(?:[^"]|"")*"')
_REASONS = {
    "unexpected end of data": marked("a quotation mark opens here that is never closed (line {line})"),
    f"field larger than field limit ({LONGEST_CELL})": marked(
        "a cell is too long; is its closing quotation mark missing? (line {line})"
    ),
}
_NOT_DOUBLED = marked("a quotation mark inside a quoted cell must be doubled (line {line})")
_HEADER_WITHIN = 10  # rows
_SAMPLED_ROWS = 50
_SAMPLED_CHARACTERS = 100_000


def read_csv(
    path: Path, table: str, encoding: str | None = None, others: Mapping[str, pd.DataFrame] = MappingProxyType({})
) -> tuple[pd.DataFrame, Origin]:
    """Return the cells of a CSV file as text, and where its rows are.

    Parameters
    ----------
    path : Path
        The file.
    table : str
        Which table of the cluster it holds; its column names help to find the delimiter.
    encoding : str, optional
        Encoding of the text; None finds out.
    others : mapping from table to DataFrame, optional
        Tables of the cluster that are read already.

    Raises
    ------
    InputError
        If the file is empty, no text, or its rows do not fit its header; every such row is listed.
    """
    return table_of(*read_rows(path, table, encoding), table, Origin(str(path)), others)


def read_rows(
    path: Path, table: str, encoding: str | None = None, *, blanks: bool = False
) -> tuple[list[str], pd.DataFrame, Sequence[int]]:
    """Return the header of a CSV file, its cells as text, and the number of each row; see `read_csv`.

    With `blanks`, cells may also be separated by blanks, where no other delimiter is in the first row.
    """
    file = str(path)
    text = decode(path.read_bytes(), file, encoding)
    if not text.strip():
        raise InputError(Problem("is empty; its first row must name the columns", table, file=file))
    text = _without_heading(_unwrapped(text)) if blanks else text
    delimiter, text = _delimiter(text, table)
    if blanks and delimiter not in text.lstrip("\r\n").partition("\n")[0]:
        rows = [[quoted or word for quoted, word in _WORD.findall(line)] for line in text.splitlines()]
        return _fitted(rows, " ", table, file)
    return _read_plain(text, delimiter) or _fitted(_all_rows(text, delimiter, table, file), delimiter, table, file)


def _unwrapped(text: str) -> str:
    """Return the lines without the quotation marks that a spreadsheet put around each whole line.

    It does so if it opened a file of another delimiter as one column, and saved it.
    """
    lines = text.rstrip().split("\n")
    cells = [line.strip() for line in lines]
    is_wrapped = len(lines) > 1 and all(_WRAPPED.fullmatch(cell) for cell in cells if cell)
    if not is_wrapped or not any(delimiter in cells[0] for delimiter in _DELIMITERS):
        return text
    return "\n".join(cell[1:-1].replace('""', '"') for cell in cells)


def _without_heading(text: str) -> str:
    """Empty the lines above one that names the two ends of ties or of affiliations, such as a title and a date."""
    lines = text.split("\n", _HEADER_WITHIN)
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        for delimiter in _DELIMITERS:
            cells = [cell.strip(' "\r') for cell in line.split(delimiter)]
            if links_named([cell for cell in cells if cell]):
                return text if line is lines[0] or text.startswith("sep=") else "\n" * at + "\n".join(lines[at:])
    return text


def _delimiter(text: str, table: str) -> tuple[str, str]:
    """Return the delimiter and the text without the line `sep=;` with which spreadsheets may state it."""
    first, _, rest = text.partition("\n")
    stated = first.strip("\r").removeprefix("sep=")
    if stated in _DELIMITERS and first.startswith("sep="):
        return stated, rest
    return max(_DELIMITERS, key=lambda delimiter: _plausibility(text, delimiter, table)), text


def _plausibility(text: str, delimiter: str, table: str) -> tuple[int, bool, float, int]:
    """Judge a delimiter: known key columns first, then rows as long as the header, then more columns."""
    lines = io.StringIO(text[:_SAMPLED_CHARACTERS].lstrip("\r\n"), newline="")
    rows = []
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            rows.append(row)
            if len(rows) > _SAMPLED_ROWS:
                break
    except csv.Error:
        pass  # what was read so far is enough to judge by
    header = [cell.strip() for cell in rows[0]] if rows else []
    try:
        keys = len(recognised_keys(table, header))
    except InputError:  # two columns for one key; the core says so later
        keys = 1
    alike = sum(len(row) == len(header) for row in rows)
    return keys, len(header) > 1, alike / max(len(rows), 1), len(header)


def _read_plain(text: str, delimiter: str) -> tuple[list[str], pd.DataFrame, Sequence[int]] | None:
    """Read a file without quotation marks whose rows are all as long, fast; None for any other file."""
    if '"' in text or text.count("\r") != text.count("\r\n"):
        return None
    lines = text.rstrip("\r\n").split("\n")
    width = lines[0].count(delimiter) + 1
    if not lines[0].strip(delimiter + " \r") or any(line.count(delimiter) + 1 != width for line in lines):
        return None
    header = lines[0].rstrip("\r").split(delimiter)
    if len(lines) == 1:
        return header, text_frame([], width), ()
    if lines[1].startswith("\ufeff"):  # text of the first cell, which pandas would take for the mark of a file
        return None
    cells = pd.read_csv(
        io.StringIO("\n".join(lines[1:])),
        sep=delimiter,
        header=None,
        names=list(range(width)),
        index_col=False,
        dtype=TEXT,
        keep_default_na=False,
        na_values=[""],
        quoting=csv.QUOTE_NONE,
        skip_blank_lines=False,
    )
    return header, cells, range(2, len(lines) + 1)


def _fitted(
    rows: Sequence[Sequence[str]], delimiter: str, table: str, file: str
) -> tuple[list[str], pd.DataFrame, Sequence[int]]:
    """Return header and cells of any rows, all as long as the header."""
    numbers = [number for number, row in enumerate(rows, start=1) if any(row)]
    if not numbers:
        raise InputError(Problem("has no header; its first row must name the columns", table, file=file))
    header, numbers = [*rows[numbers[0] - 1]], numbers[1:]
    if numbers and has_row_names(header, [rows[number - 1] for number in numbers]):
        header = ["", *header]  # R names the columns, but not that of the row names
    width = len(header)
    ragged = [
        _ragged(row, number, delimiter, width, table, file)
        for number in numbers
        if len(row := rows[number - 1]) < width or any(row[width:])
    ]
    if ragged:
        _refuse_adjacency(header, [rows[number - 1] for number in numbers], table, file)
        raise InputError(ragged)
    return header, text_frame([rows[number - 1][:width] for number in numbers], width), numbers


def _refuse_adjacency(header: Sequence[str], rows: Sequence[Sequence[str]], table: str, file: str) -> None:
    """Refuse rows of a name and those whom it is tied to, as networkx and igraph write adjacency lists.

    Raises
    ------
    InputError
        If all that begin a row below the first stand in a row as well.
    """
    first, *others = [[cell.strip().rstrip(":") for cell in row if cell.strip()] for row in (header, *rows)]
    starts = [row[0] for row in others if row]
    named = {name for row in (first, *others) for name in row[1:]}
    if len({len(row) for row in (first, *others)}) > 1 and starts and named and {*starts} <= named | {first[0]}:
        message = marked(
            "looks like an adjacency list: a name, then those whom it is tied to; write a row for each tie, with the "
            "two names below the words source and target, or let networkx read it: "
            "as_cluster(networkx.read_adjlist(...))"
        )
        raise InputError(Problem(message, table, 1, file=file))


def _ragged(row: Sequence[str], number: int, delimiter: str, width: int, table: str, file: str) -> Problem:
    message = marked("has {cells} cells, but the header names {columns} columns (delimiter: {delimiter})")
    if delimiter == "," and _has_decimal_comma(row, width):
        message = marked(
            "has {cells} cells, but the header names {columns} columns (delimiter: {delimiter}); if a number has a "
            "decimal comma, put it in quotation marks, or separate the columns by semicolons"
        )
    if delimiter == " ":
        message = marked(
            "has {cells} cells, but the header names {columns} columns (delimiter: {delimiter}); separate the columns "
            "by semicolons or tabs, or put a name of several words in quotation marks, and delete a title above them"
        )
    values = {"cells": len(row), "columns": width, "delimiter": phrase(_CALLED[delimiter])}
    return Problem(message, table, number, file=file, values=values)


def has_row_names(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row begins with a name that the header does not count, as R and UCINET write it.

    Such names count the rows, or stand beside a matrix; anywhere else a further cell is a slip, as a decimal comma.
    """
    if not header or any(len(row) != len(header) + 1 for row in rows):
        return False
    names = [row[0].strip() for row in rows]
    cells = [cell.strip() for row in rows for cell in row[1:]]
    counts_rows = any(names == [str(number + start) for number in range(len(rows))] for start in (0, 1))
    if counts_rows and (names == [*header] or not all(cell.isdigit() for cell in cells)):
        return True
    are_cells = all(not cell or cell in MEANS_MISSING or as_number(cell) is not None for cell in cells)
    return are_cells and len(set(names)) == len(names) and all(as_number(name) is None for name in names)


def _has_decimal_comma(row: Sequence[str], width: int) -> bool:
    """Whether a row is too long and two of its cells may be the halves of one number."""
    return len(row) > width and any(
        near.strip().isdigit() and far.strip().isdigit() for near, far in itertools.pairwise(row)
    )


def _all_rows(text: str, delimiter: str, table: str, file: str) -> list[list[str]]:
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            rows.append(row)
    except csv.Error as error:
        reason, line = _REASONS.get(str(error), _NOT_DOUBLED), {"line": reader.line_num}
        raise InputError(Problem(reason, table, len(rows) + 1, file=file, values=line)) from None
    return rows
