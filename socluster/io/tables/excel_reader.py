"""Reads a cluster from an Excel workbook, its own or one that a person made."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from socluster.core.errors import InputError, Problem, table_name
from socluster.core.schema import TABLES, info_key_meant
from socluster.core.tables import Origin, Tables
from socluster.io.tables.excel_text import (
    KEY_HEADER,
    KIND_HEADER,
    LITHUANIAN_INFO,
    LITHUANIAN_KEY_HEADER,
    key_of_info,
    unspell,
)
from socluster.io.tables.frames import layers_of, number_text
from socluster.io.tables.grid import RowOfCells, table_of, text_frame
from socluster.io.tables.sidecar import arranged
from socluster.io.tables.table_names import our_columns, table_called
from socluster.words import later, marked, number

__all__ = ["read", "read_sheet"]

_LARGEST_CONTENT = 2**30
_MOST_ROWS = 1_048_576

Grid = list[RowOfCells]


def read(path: Path) -> Tables:
    """Read a workbook. Formulas are never run; the value that the spreadsheet last showed is taken.

    Parameters
    ----------
    path : Path
        The `.xlsx` file.

    Returns
    -------
    Tables
        Cells as text; dates in ISO 8601.

    Raises
    ------
    InputError
        If the file is damaged, or a sheet cannot be understood; all problems of all sheets are listed.
    """
    grids = _grids(path)
    frames: dict[str, pd.DataFrame] = {}
    origins: dict[str, Origin] = {}
    problems: list[Problem] = []
    layers: dict[str, dict[str, object]] = {}
    for table in [*TABLES, "layers"]:
        try:
            found = _table(grids[table][1], table, Origin(str(path), grids[table][0])) if table in grids else None
            if found is not None and table == "layers":
                layers = layers_of(*found)
                written = {ours: column for column, ours in our_columns("layers", list(found[0].columns)).items()}
                origins["layers"] = replace(found[1], columns=written)
            elif found is not None:
                frames[table], origins[table] = found
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    name, info = key_of_info(_pairs(grids))
    kinds = _kinds(grids, str(path))
    return Tables(
        **arranged(frames, kinds),
        layers=layers,
        name=name,
        info=info,
        origins=origins,
        kinds=kinds,
        own_names=True,
        raw_text=True,
    )


def read_sheet(path: Path, table: str) -> tuple[pd.DataFrame, Origin] | None:
    """Return one sheet of a workbook of a cluster as text, and where its rows are; None if it is not there.

    Raises
    ------
    InputError
        If the file is damaged, or the sheet cannot be understood.
    """
    grids = _grids(path)
    if table not in grids:
        return None
    sheet, grid = grids[table]
    return _table(grid, table, Origin(str(path), sheet))


def _table(grid: Grid, table: str, origin: Origin) -> tuple[pd.DataFrame, Origin] | None:
    """Return the table under the first row that is not empty, or None if there is no such row."""
    numbers = [number for number, row in enumerate(grid, start=1) if any(row)]
    if not numbers:
        if table == "actors":
            raise InputError(Problem("the sheet is empty; its first row must name the columns", file=origin.label))
        return None
    width = max(len(grid[number - 1]) for number in numbers)
    header, *rows = [[*grid[number - 1], *[None] * (width - len(grid[number - 1]))] for number in numbers]
    return table_of(header, text_frame(rows, width), numbers[1:], table, origin)


def _pairs(grids: dict[str, tuple[str, Grid]]) -> dict[str, str]:
    """Return what the sheet on the cluster says, by keys in English."""
    title, grid = grids.get("info", ("", []))
    is_lithuanian = title.strip().casefold() == LITHUANIAN_INFO
    pairs = {}
    for row in grid:
        key, value = ([*row, None, None])[:2]
        if key and (key, value) not in (KEY_HEADER, LITHUANIAN_KEY_HEADER):
            pairs[info_key_meant(key.strip()) if is_lithuanian else key.strip()] = value or ""
    return pairs


def _kinds(grids: dict[str, tuple[str, Grid]], file: str) -> dict[str, dict[str, str]]:
    if "columns" not in grids:
        return {}
    sheet, grid = grids["columns"]
    kinds: dict[str, dict[str, str]] = {}
    problems = []
    for place, row in enumerate(grid, start=1):
        table, column, kind = (*row, None, None, None)[:3]
        if not any(row) or (table, column, kind) == KIND_HEADER:
            continue
        meant = table_called(table or "")
        if meant not in TABLES or not column or not kind:
            message = marked("must name a table, a column of it, and its kind (text, number, integer or flag)")
            problems.append(Problem(message, row=place, value=row, file=f"{file} [{sheet}]"))
        else:
            kinds.setdefault(str(meant), {})[column] = kind
    if problems:
        raise InputError(problems)
    return kinds


def _grids(path: Path) -> dict[str, tuple[str, Grid]]:
    """Return, for each sheet that is known by its name, this name and the cells as text."""
    import openpyxl

    file = str(path)
    if not path.is_file():
        raise InputError(Problem("there is no such file", file=file))
    data = path.read_bytes()
    with _damage_reported(file):
        _refuse_bomb(data, file)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheets = _sheets(workbook, file)
        problems: list[Problem] = []
        grids = {table: (sheet.title, _grid(sheet, data, file, problems)) for table, sheet in sheets.items()}
    if problems:
        raise InputError(problems)
    return grids


def _sheets(workbook: Any, file: str) -> dict[str, Any]:
    """Return the sheet of each table; sheets with other names are left alone."""
    sheets: dict[str, Any] = {}
    for sheet in workbook.worksheets:
        table = table_called(sheet.title)
        if table in sheets:
            message = marked("the sheets '{one}' and '{other}' both hold the {table}")
            values = {"one": sheets[table].title, "other": sheet.title, "table": table_name(str(table))}
            raise InputError(Problem(message, file=file, values=values))
        if table is not None:
            sheets[table] = sheet
    if "actors" not in sheets:
        titles = {"titles": ", ".join(workbook.sheetnames)}
        message = marked("the workbook has no sheet named actors (here: {titles})")
        raise InputError(Problem(message, file=file, values=titles))
    return sheets


@contextmanager
def _damage_reported(file: str) -> Iterator[None]:
    """Turn whatever zip, XML and openpyxl raise for a broken file into one plain error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which do not concern the cells
            yield
    except (InputError, MemoryError):
        raise
    except Exception as error:  # a damaged part surfaces as almost any exception, down to AttributeError
        what = {"what": type(error).__name__}
        message = marked("is no Excel workbook (.xlsx), or it is damaged, or it needs a password ({what})")
        raise InputError(Problem(message, file=file, values=what)) from None


def _refuse_bomb(data: bytes, file: str) -> None:
    """Refuse a small file that would unpack to gigabytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > _LARGEST_CONTENT:
        message = marked("unpacks to {size} GiB; a workbook of a cluster is far smaller")
        raise InputError(Problem(message, file=file, values={"size": later(number, size / 2**30, decimals=1)}))


def _grid(sheet: Any, data: bytes, file: str, problems: list[Problem]) -> Grid:
    """Return the cells of a sheet as text."""
    place = f"{file} [{sheet.title}]"
    grid: list[list[str | None]] = []
    formulas: set[tuple[int, int]] = set()
    for row in _rows(sheet):
        cells: list[str | None] = []
        for cell in row:
            if cell.data_type == "f":
                formulas.add((len(grid), len(cells)))
                cells.append(None)
            else:
                cells.append(_text(cell, len(grid) + 1, place, problems))
        grid.append(cells)
    if formulas:
        _fill_in_shown_values(grid, formulas, sheet.title, data, place, problems)
    return list(grid)


def _rows(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()  # some programs write wrong ones, and openpyxl would believe them
    rows: Iterator[Any] = sheet.iter_rows(max_row=_MOST_ROWS)
    return rows


def _fill_in_shown_values(
    grid: list[list[str | None]],
    formulas: set[tuple[int, int]],
    title: str,
    data: bytes,
    place: str,
    problems: list[Problem],
) -> None:
    """Replace a formula by the value that the spreadsheet last showed."""
    import openpyxl

    shown = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)[title]
    for down, row in enumerate(_rows(shown)):
        for across, cell in enumerate(row):
            if (down, across) not in formulas:
                continue
            if cell.value is None:
                message = marked(
                    "holds a formula that no spreadsheet has calculated; open and save the workbook in one"
                )
                problems.append(Problem(message, row=down + 1, column=cell.column_letter, file=place))
            else:
                grid[down][across] = _text(cell, down + 1, place, problems)


def _text(cell: Any, row: int, place: str, problems: list[Problem]) -> str | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        message = marked("holds an error value of the spreadsheet")
        problems.append(Problem(message, row=row, column=cell.column_letter, value=value, file=place))
        return None
    if isinstance(value, str):
        return unspell(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value)
