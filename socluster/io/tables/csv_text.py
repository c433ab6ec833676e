"""From one CSV file to a table of text: delimiter found, quotation marks honoured, every ragged row named."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.io.tables.grid import table_of, text_frame
from socluster.io.tables.table_names import recognised_keys
from socluster.io.tables.text_encoding import decode
from socluster.words import marked, phrase

__all__ = ["LONGEST_CELL", "read_csv", "read_rows"]

LONGEST_CELL = 131_072  # of Python's csv reader

_DELIMITERS = {
    ",": marked("comma"),
    ";": marked("semicolon"),
    "\t": marked("tab"),
    "|": marked("vertical bar"),
}
_REASONS = {
    "unexpected end of data": marked("a quotation mark opens here that is never closed (line {line})"),
    f"field larger than field limit ({LONGEST_CELL})": marked(
        "a cell is too long; is its closing quotation mark missing? (line {line})"
    ),
}
_NOT_DOUBLED = marked("a quotation mark inside a quoted cell must be doubled (line {line})")
_SAMPLED_ROWS = 50
_SAMPLED_CHARACTERS = 100_000


def read_csv(path: Path, table: str, encoding: str | None = None) -> tuple[pd.DataFrame, Origin]:
    """Return the cells of a CSV file as text, and where its rows are.

    Parameters
    ----------
    path : Path
        The file.
    table : str
        Which table of the cluster it holds; its column names help to find the delimiter.
    encoding : str, optional
        Encoding of the text; None finds out.

    Raises
    ------
    InputError
        If the file is empty, no text, or its rows do not fit its header; every such row is listed.
    """
    return table_of(*read_rows(path, table, encoding), table, Origin(str(path)))


def read_rows(path: Path, table: str, encoding: str | None = None) -> tuple[list[str], pd.DataFrame, Sequence[int]]:
    """Return the header of a CSV file, its cells as text, and the number of each row; see `read_csv`."""
    file = str(path)
    text = decode(path.read_bytes(), file, encoding)
    if not text.strip():
        raise InputError(Problem("is empty; its first row must name the columns", table, file=file))
    delimiter, text = _delimiter(text, table)
    return _read_plain(text, delimiter) or _read_quoted(text, delimiter, table, file)


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


def _read_quoted(text: str, delimiter: str, table: str, file: str) -> tuple[list[str], pd.DataFrame, Sequence[int]]:
    """Read any CSV text; the slow way that knows in which row it is."""
    rows = _all_rows(text, delimiter, table, file)
    numbers = [number for number, row in enumerate(rows, start=1) if any(row)]
    if not numbers:
        raise InputError(Problem("has no header; its first row must name the columns", table, file=file))
    header, numbers = rows[numbers[0] - 1], numbers[1:]
    if numbers and all(len(rows[number - 1]) == len(header) + 1 for number in numbers):
        header = ["", *header]  # R names the columns, but not that of the row names
    width = len(header)
    ragged = [
        Problem(
            "has {cells} cells, but the header names {columns} columns (delimiter: {delimiter})",
            table,
            number,
            file=file,
            values={"cells": len(row), "columns": width, "delimiter": phrase(_DELIMITERS[delimiter])},
        )
        for number in numbers
        if len(row := rows[number - 1]) < width or any(row[width:])
    ]
    if ragged:
        raise InputError(ragged)
    return header, text_frame([rows[number - 1][:width] for number in numbers], width), numbers


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
