"""Writes a cluster as an Excel workbook that a person likes to open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.io.tables.excel_cells import cell_of, header_cell
from socluster.io.tables.excel_text import KEY_HEADER, KIND_HEADER, key_shown, spell
from socluster.io.tables.frames import layers_frame, tables_to_write
from socluster.io.tables.sidecar import further_kinds
from socluster.words import later, number

__all__ = ["write"]

_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 50, 200


def write(tables: Tables, path: Path) -> None:
    """Write a workbook: bold frozen headers, numbers as numbers, flags as TRUE and FALSE, missing values empty.

    Text that looks like a formula stays text. Empty tables and columns are left out.

    Raises
    ------
    InputError
        If a table or a text is larger than a workbook can hold.
    """
    import openpyxl

    frames = tables_to_write(tables)
    if tables.layers:
        frames["layers"] = layers_frame(tables)
    frames["info"] = _info_frame(tables)
    kinds = [(table, column, kind) for table, kinds in further_kinds(tables).items() for column, kind in kinds.items()]
    if kinds:
        frames["columns"] = pd.DataFrame(kinds, columns=list(KIND_HEADER), dtype=TEXT)
    problems = [problem for name, frame in frames.items() for problem in _too_large(frame, name)]
    if problems:
        raise InputError(problems)
    workbook = openpyxl.Workbook(write_only=True)
    for name, frame in frames.items():
        _write_sheet(workbook.create_sheet(name), frame)
    workbook.save(path)


def _info_frame(tables: Tables) -> pd.DataFrame:
    rows = [] if tables.name is None else [("name", tables.name)]
    rows += [(key_shown(key), text) for key, text in tables.info.items()]
    return pd.DataFrame(rows, columns=list(KEY_HEADER), dtype=TEXT)


def _too_large(frame: pd.DataFrame, table: str) -> Iterable[Problem]:
    if len(frame) >= _MOST_ROWS:
        rows = {"rows": later(number, len(frame)), "most": later(number, _MOST_ROWS - 1)}
        yield Problem("has {rows} rows; a sheet holds {most} below its header", table, values=rows)
    if len(frame.columns) > _MOST_COLUMNS:
        columns = {"columns": later(number, len(frame.columns)), "most": later(number, _MOST_COLUMNS)}
        yield Problem("has {columns} columns; a sheet holds {most}", table, values=columns)
    for name, column in frame.items():
        if column.dtype == TEXT:
            lengths = column[column.str.len() > _LONGEST_CELL // 8].map(lambda text: len(spell(text)))
            for row in lengths.index[lengths > _LONGEST_CELL]:
                most = {"n": later(number, _LONGEST_CELL)}
                yield Problem("is longer than the {n} characters of a cell", table, row, str(name), values=most)


def _write_sheet(sheet: Any, frame: pd.DataFrame) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for position, name in enumerate(frame.columns):
        letter = get_column_letter(position + 1)
        sheet.column_dimensions[letter].width = _width(str(name), frame.iloc[:_LOOKED_AT, position])
    sheet.append([header_cell(sheet, str(name)) for name in frame.columns])
    columns = [_values(frame.iloc[:, position]) for position in range(len(frame.columns))]
    for row in zip(*columns, strict=True):
        sheet.append([cell_of(sheet, value) for value in row])


def _width(name: str, column: pd.Series[Any]) -> int:
    lines = [line for value in column.dropna() for line in str(value).split("\n")]
    return min(max(len(name) + 2, _NARROWEST, *map(len, lines), 0), _WIDEST)


def _values(column: pd.Series[Any]) -> Sequence[Any]:
    """Return plain Python values, None where missing."""
    return [None if gap else value for value, gap in zip(column.tolist(), column.isna().tolist(), strict=True)]
