"""Reads a cluster from an Excel workbook, its own or one that a person made."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from socluster.core.errors import InputError, LossWarning, Problem, nearest, table_name
from socluster.core.schema import KEYS, TABLES, info_key_meant
from socluster.core.tables import Origin, Tables
from socluster.core.warn import warn
from socluster.io.options import ReadingOptions
from socluster.io.tables.excel_grid import Grid, damage_reported, grid_of, refuse_bomb, refuse_too_many
from socluster.io.tables.excel_text import (
    KEY_HEADER,
    KIND_HEADER,
    LITHUANIAN_INFO,
    LITHUANIAN_KEY_HEADER,
    key_of_info,
)
from socluster.io.tables.frames import layers_of
from socluster.io.tables.grid import RowOfCells, table_of, text_frame
from socluster.io.tables.sidecar import arranged
from socluster.io.tables.table_names import links_named, our_columns, recognised_keys, table_called
from socluster.words import later, listed, marked

__all__ = ["alone", "every_sheet", "read", "read_sheet"]

_LINKS = ("ties", "affiliations")
_HEADER_WITHIN = 3
_HEADER_UP_TO = 100


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a workbook. Formulas are never run; the value that the spreadsheet last showed is taken.

    Parameters
    ----------
    path : Path
        The `.xlsx` file.
    options : ReadingOptions, optional
        None of them changes how the sheets are read.

    Returns
    -------
    Tables
        Cells as text; dates in ISO 8601.

    Raises
    ------
    InputError
        If the file is damaged, or a sheet cannot be understood; all problems of all sheets are listed.
    """
    del options  # whatever they ask for is asked of the tables
    grids = _grids(path)
    frames: dict[str, pd.DataFrame] = {}
    origins: dict[str, Origin] = {}
    problems: list[Problem] = []
    layers: dict[str, dict[str, object]] = {}
    for table in [*TABLES, "layers"]:
        try:
            sheet, grid = grids.get(table, ("", []))
            found = _table(grid, table, Origin(str(path), sheet), frames) if table in grids else None
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
    grids = _grids(path, only=table)
    if table not in grids:
        return None
    sheet, grid = grids[table]
    return _table(grid, table, Origin(str(path), sheet))


def alone(path: Path, options: ReadingOptions) -> tuple[list[str | None], pd.DataFrame, Sequence[int], Origin] | None:
    """Return the one sheet of a workbook that holds a network: header, cells as text, and the number of each row.

    Parameters
    ----------
    path : Path
        The `.xlsx` file.
    options : ReadingOptions
        `sheet` is its name. Without it: None if a sheet holds the actors, else the sheet of ties, else the only one
        with cells.

    Raises
    ------
    InputError
        If the file is damaged, there is no such sheet, or several could be meant.
    """
    import openpyxl

    file = str(path)
    data = path.read_bytes()
    with damage_reported(file):
        refuse_bomb(data, file)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        chosen = _sheets_that_may_be_meant(workbook, options.sheet, file)
        problems: list[Problem] = []
        grids = {each.title: grid_of(each, data, file, problems) for each in chosen}
    filled = {title: grid for title, grid in grids.items() if any(map(any, grid))}
    if problems or not chosen or (not filled and options.sheet is None):
        if problems:
            raise InputError(problems)
        return None
    if len(filled) != 1:
        message = marked("which of the sheets {titles} holds the network? {way} reads the first of them")
        values = {"titles": later(listed, [*grids]), "way": options.way(sheet=next(iter(grids)))}
        raise InputError(Problem(message, file=file, values=values))
    title, grid = next(iter(filled.items()))
    return *_rows_under_header(grid, "ties"), Origin(file, title)


def every_sheet(path: Path) -> list[tuple[list[str | None], pd.DataFrame, Sequence[int], Origin]]:
    """Return every sheet of a workbook that is not empty: header, cells as text, the number of each row, its origin.

    Raises
    ------
    InputError
        If the file is damaged, or a cell holds no value; all problems of all sheets are listed.
    """
    import openpyxl

    file = str(path)
    data = path.read_bytes()
    with damage_reported(file):
        refuse_bomb(data, file)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        problems: list[Problem] = []
        grids = {each.title: grid_of(each, data, file, problems) for each in workbook.worksheets}
    if problems:
        raise InputError(problems)
    return [
        (*_rows_under_header(grid, "survey"), Origin(file, title))
        for title, grid in grids.items()
        if any(map(any, grid))
    ]


def _sheets_that_may_be_meant(workbook: Any, sheet: str | None, file: str) -> list[Any]:
    """Return the sheet of this name, none if one holds the actors, else those of ties, else all that have no table."""
    sheets = workbook.worksheets
    if sheet is not None:
        found = [each for each in sheets if each.title == sheet]
        if not found:
            titles = [each.title for each in sheets]
            message = marked("the workbook has no such sheet; here are {titles}")
            values = {"titles": later(listed, titles)}
            raise InputError(Problem(message, value=sheet, nearest=nearest(sheet, titles), file=file, values=values))
        return found
    held = {table_called(each.title): each for each in sheets}
    if "actors" in held:
        return []
    if "ties" not in held:
        return [each for each in sheets if table_called(each.title) is None]
    others = _other_tables(workbook)  # a second sheet of ties is asked about, not left out
    return [each for each in sheets if table_called(each.title) in _LINKS or each.title in others]


def _rows_under_header(grid: Grid, table: str) -> tuple[list[str | None], pd.DataFrame, Sequence[int]]:
    """Return the first row that is not empty, or the one below it that names our columns, and the rows under it."""
    numbers = [number for number, row in enumerate(grid, start=1) if any(row)]
    if table in KEYS:
        named = [at for at, number in enumerate(numbers[:_HEADER_WITHIN]) if _names_columns(grid[number - 1], table)]
        numbers = numbers[named[0] :] if named else numbers
    width = max(len(grid[number - 1]) for number in numbers)
    refuse_too_many(width * len(numbers))
    header, *rows = [[*grid[number - 1], *[None] * (width - len(grid[number - 1]))] for number in numbers]
    return header, text_frame(rows, width), numbers[1:]


def _names_columns(row: RowOfCells, table: str) -> bool:
    """Whether a row names what every row of the table needs; NodeXL writes a heading above that row."""
    try:
        found = recognised_keys(table, [cell for cell in row if cell])
    except InputError:  # two columns for one key; the core says so
        return True
    return {*KEYS[table][:2]} <= found


def _table(
    grid: Grid, table: str, origin: Origin, others: Mapping[str, pd.DataFrame] = MappingProxyType({})
) -> tuple[pd.DataFrame, Origin] | None:
    """Return the table under its header, or None if there is no row that is not empty."""
    if not any(map(any, grid)):
        if table == "actors":
            raise InputError(Problem("the sheet is empty; its first row must name the columns", file=origin.label))
        return None
    return table_of(*_rows_under_header(grid, table), table, origin, others)


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


def _grids(path: Path, *, only: str | None = None) -> dict[str, tuple[str, Grid]]:
    """Return, for each sheet that is known by its name (or for one of them), this name and the cells as text."""
    import openpyxl

    file = str(path)
    if not path.is_file():
        raise InputError(Problem("there is no such file", file=file))
    data = path.read_bytes()
    others: dict[str, str] = {}
    with damage_reported(file):
        refuse_bomb(data, file)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheets = _sheets(workbook, file, needs_actors=only is None)
        if only is not None:
            sheets = {table: sheet for table, sheet in sheets.items() if table == only}
        else:
            others = _other_tables(workbook)
        problems: list[Problem] = []
        grids = {table: (sheet.title, grid_of(sheet, data, file, problems)) for table, sheet in sheets.items()}
    if problems:
        raise InputError(problems)
    for title, table in others.items():
        message = marked("{file} holds {table}, but was left out, as it is not called so; {called} would be read")
        warn(message, LossWarning, file=f"{file} [{title}]", table=table_name(table), called=table)
    return grids


def _other_tables(workbook: Any) -> dict[str, str]:
    """Return the sheets that hold ties or affiliations, but are not called so, each with which of the two it holds."""
    found = {}
    for sheet in workbook.worksheets:
        if table_called(sheet.title) is None:
            rows = sheet.iter_rows(max_row=_HEADER_WITHIN, max_col=_HEADER_UP_TO, values_only=True)
            tables = [links_named([cell for cell in row if isinstance(cell, str)]) for row in rows]
            table = next((each for each in tables if each is not None), None)
            if table is not None:
                found[sheet.title] = table
    return found


def _sheets(workbook: Any, file: str, *, needs_actors: bool) -> dict[str, Any]:
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
    if needs_actors and "actors" not in sheets:
        titles = {"titles": ", ".join(workbook.sheetnames)}
        message = marked("the workbook has no sheet named actors (here: {titles})")
        raise InputError(Problem(message, file=file, values=titles))
    return sheets
