"""Folder of CSV files, one per table, with a description file.

The folder holds `actors.csv` and, where there is something to say, `ties.csv`, `groups.csv`, `affiliations.csv`,
`unknown.csv`, `layers.csv` and `cluster.json`.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, LossWarning, Problem, table_name
from socluster.core.tables import Origin, Tables
from socluster.core.warn import warn
from socluster.io.options import ReadingOptions
from socluster.io.tables import sidecar
from socluster.io.tables.csv_text import LONGEST_CELL, read_csv, read_rows
from socluster.io.tables.folder import prepare_folder, table_files
from socluster.io.tables.frames import layers_frame, layers_of, shown, tables_to_write
from socluster.io.tables.spreadsheet_safety import escape, escape_column, unescape, unescape_column
from socluster.io.tables.table_names import links_named, table_called
from socluster.words import Phrase, later, marked, number

__all__ = ["losses", "read", "write"]


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a folder of CSV files.

    Parameters
    ----------
    path : Path
        Folder. Delimiter (comma, semicolon, tab, vertical bar) and encoding (UTF-8, Windows-1257) are found.
    options : ReadingOptions, optional
        The encoding is used here.

    Returns
    -------
    Tables
        Cells as text.

    Raises
    ------
    InputError
        If a file cannot be understood; every bad row of every file is listed.

    Warns
    -----
    LossWarning
        If another file of the folder holds ties or affiliations, but is not called so.
    """
    encoding = options.encoding if options else None
    files = table_files(path, ".csv")
    description = sidecar.read(path)
    frames: dict[str, pd.DataFrame] = {}
    layers = description.layers
    origins: dict[str, Origin] = {}
    problems: list[Problem] = []
    for table, file in files.items():
        try:
            frames[table], origins[table] = read_csv(file, table, encoding, frames)
            if description.escaped:
                frames[table] = _unescaped(frames[table])
            if table == "layers":
                layers = layers_of(frames.pop(table), origins[table])
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    _warn_of_other_tables(path, encoding)
    return Tables(
        **sidecar.arranged(frames, description.kinds),
        layers=layers,
        name=description.name,
        info=description.info,
        origins=origins,
        kinds=description.kinds,
        own_names=True,
        raw_text=True,
    )


def _warn_of_other_tables(folder: Path, encoding: str | None) -> None:
    """Warn of files that hold ties or affiliations, but are not called so."""
    for file in sorted(folder.glob("*.csv")):
        if table_called(file.stem) is None and file.is_file():
            try:
                header, *_ = read_rows(file, "ties", encoding)
            except InputError:  # no table, so none of ours
                continue
            table = links_named([name for name in header if name])
            if table is not None:
                message = marked(
                    "{file} holds {table}, but was left out, as it is not called so; {called} would be read"
                )
                called = f"{table}.csv"
                warn(message, LossWarning, file=file, table=table_name(table), called=called)


def write(tables: Tables, path: Path) -> None:
    """Write a folder of CSV files: UTF-8, commas, quotation marks where needed, no empty tables or columns.

    Raises
    ------
    InputError
        If the name is that of a single file, the folder is not empty, or a cell is too long to be read again.
    """
    if path.suffix.casefold() == ".csv":
        message = marked("one CSV file cannot hold a cluster; give a folder (a name without ending), .xlsx or .json")
        raise InputError(message)
    prepare_folder(path)
    for table, frame in tables_to_write(tables).items():
        _refuse_long_cells(frame, table)
        _write_csv(frame, path / f"{table}.csv")
    if tables.layers:
        _write_csv(layers_frame(tables), path / "layers.csv")
    sidecar.write(tables, path, layers=False, escaped=True)


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    return []


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    text = {
        escape(name): escape_column(column) if column.dtype == TEXT else shown(column)
        for name, column in frame.items()
        if isinstance(name, str)
    }
    pd.DataFrame(text).to_csv(path, index=False, encoding="utf-8", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)


def _unescaped(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({unescape(str(name)): unescape_column(column) for name, column in frame.items()})


def _refuse_long_cells(frame: pd.DataFrame, table: str) -> None:
    problems: list[Problem] = []
    for name, column in frame.items():
        if column.dtype == TEXT:
            too_long = column.str.len() > LONGEST_CELL
            message = marked("is longer than {n} characters, the most that a cell of a CSV file may hold")
            most = {"n": later(number, LONGEST_CELL)}
            problems += [Problem(message, table, row, str(name), values=most) for row in column.index[too_long]]
    if problems:
        raise InputError(problems)
