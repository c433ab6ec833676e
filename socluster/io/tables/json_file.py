"""One JSON file that holds all of a cluster: its description, and one object per row of every table.

A row mentions only what is known of it, and is on a line of its own, so that people and version control can read
the file::

    {
     "socluster": 1,
     "name": "Šiauliai",
     "layers": {"referral": {"directed": true, "scale": null, "meaning": null}},
     "kinds": {"actors": {"staff": "integer"}},
     "actors": [
      {"actor": "school", "sector": "public", "staff": 40},
      {"actor": "shelter"}
     ],
     "ties": [
      {"source": "school", "target": "shelter", "layer": "referral", "weight": 1.0}
     ]
    }
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.schema import KEYS, TABLES
from socluster.core.tables import Origin, Tables
from socluster.io.options import ReadingOptions
from socluster.io.tables import sidecar, strict_json
from socluster.io.tables.frames import tables_to_write
from socluster.io.tables.text_encoding import decode
from socluster.words import Phrase, marked

__all__ = ["losses", "read", "tables_of", "write"]

_MEMBERS = ("socluster", "name", "info", "layers", "kinds", *TABLES)


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a JSON file.

    Parameters
    ----------
    path : Path
        The `.json` file.
    options : ReadingOptions, optional
        The encoding is used here.

    Returns
    -------
    Tables
        Cells as they are typed; rows are counted from 1.

    Raises
    ------
    InputError
        If the file is no strict JSON (says line and column), or is built otherwise (says the path in the file).
    """
    file = str(path)
    if not path.is_file():
        raise InputError(Problem("there is no such file", file=file))
    return tables_of(
        strict_json.load(decode(path.read_bytes(), file, options.encoding if options else None), file), file
    )


def tables_of(document: Any, file: str) -> Tables:
    """Return the tables that a JSON document holds.

    Raises
    ------
    InputError
        If it is built otherwise; says the path in the file.
    """
    _refuse_other_documents(document, file)
    description = sidecar.parse(document, file)
    problems: list[Problem] = []
    frames: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        if table in document:
            bad = list(_misfits(document[table], table, file))
            problems += bad
            if not bad:
                frames[table] = _frame(document[table], table)
    if problems:
        raise InputError(problems)
    origins = {table: Origin(file, rows=range(1, len(frame) + 1)) for table, frame in frames.items()}
    return sidecar.described_tables(description, frames, origins)


def write(tables: Tables, path: Path) -> None:
    """Write a JSON file: strict, in UTF-8, one row per line, numbers exact."""
    members = [
        f" {strict_json.dump(member)}: {strict_json.dump(value)}"
        for member, value in sidecar.describe(tables, layers=True).items()
    ]
    for table, frame in tables_to_write(tables).items():
        rows = ",\n".join(f"  {strict_json.dump(row)}" for row in _records(frame))
        members.append(f' "{table}": [\n{rows}\n ]' if rows else f' "{table}": []')
    path.write_text("{\n" + ",\n".join(members) + "\n}\n", encoding="utf-8", newline="\n")


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    return []


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Give each row as an object of what is known of it."""
    names = [str(name) for name in frame.columns]
    columns = [frame[name].tolist() for name in names]
    gaps = [frame[name].isna().tolist() for name in names]
    for values, missing in zip(zip(*columns, strict=True), zip(*gaps, strict=True), strict=True):
        yield {name: value for name, value, gap in zip(names, values, missing, strict=True) if not gap}


def _frame(rows: list[Mapping[str, Any]], table: str) -> pd.DataFrame:
    """Return the rows as a table of plain Python values; the core decides what they are."""
    key = KEYS[table][0]
    names = dict.fromkeys(name for row in rows for name in row) or {key: None}
    return pd.DataFrame({name: pd.Series([row.get(name) for row in rows], dtype=object) for name in names})


def _refuse_other_documents(document: Any, file: str) -> None:
    if not isinstance(document, dict):
        raise InputError(Problem("must hold a JSON object {...}", file=file))
    if "actors" not in document:
        message = marked("has no member 'actors'; here are {members}")
        raise InputError(Problem(message, file=file, values={"members": offered(map(repr, document))}))
    problems = [
        Problem(
            "'{member}' is no part of a cluster",
            nearest=nearest(member, _MEMBERS),
            file=file,
            values={"member": member},
        )
        for member in document
        if member not in _MEMBERS
    ]
    if problems:
        raise InputError(problems)


def _misfits(rows: Any, table: str, file: str) -> Iterator[Problem]:
    """Give every place in a table that is not built as it should be."""
    if not isinstance(rows, list):
        yield Problem("{place} must be a list of objects, one per row", value=rows, file=file, values={"place": table})
        return
    for position, row in enumerate(rows):
        place = {"place": f"{table}[{position}]"}
        if not isinstance(row, dict):
            yield Problem("{place} must be an object {...}", value=row, file=file, values=place)
            continue
        for name, value in row.items():
            if isinstance(value, list | dict):
                place = {"place": f"{table}[{position}].{name}"}
                message = marked("{place} must be text, a number, true, false or null")
                yield Problem(message, value=value, file=file, values=place)
