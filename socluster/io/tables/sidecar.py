"""The description file `cluster.json`: what the tables themselves cannot say.

It holds the format version, name, info, the kinds of further columns (known ones always have the same kind), and,
where no other place is made for them, the layers. The kind of a column without a single value is there too, so the
column comes back although the table leaves it out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pandas as pd

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.schema import KNOWN, TABLES
from socluster.core.tables import Origin, Tables
from socluster.io.tables import strict_json
from socluster.io.tables.folder import no_file
from socluster.io.tables.text_encoding import decode
from socluster.words import marked, phrase

__all__ = [
    "FILE",
    "VERSION",
    "Description",
    "arranged",
    "describe",
    "described_tables",
    "further_kinds",
    "parse",
    "read",
    "write",
]

FILE = "cluster.json"
VERSION = 1

_Shape: TypeAlias = tuple[str, type | tuple[type, ...]]
_OBJECT: _Shape = (marked("an object {...}"), dict)
_TEXT: _Shape = (marked("text"), str)
_ATTRIBUTE: _Shape = (marked("text, true, false or null"), (str, bool, type(None)))

# For each member, what it must be, then what its entries must be, and so on inwards.
_SHAPES: dict[str, Sequence[_Shape]] = {
    "name": [_TEXT],
    "info": [_OBJECT, _TEXT],
    "layers": [_OBJECT, _OBJECT, _ATTRIBUTE],
    "kinds": [_OBJECT, _OBJECT, _TEXT],
    "escaped": [(marked("true or false"), bool)],
}


@dataclass(frozen=True)
class Description:
    """What a description file says.

    Parameters
    ----------
    name : str, optional
        Name of the cluster.
    info : mapping of str to str
        Title, source, licence, boundary, note.
    layers : mapping
        From layer name to its attributes.
    kinds : mapping
        From table to column to kind, further columns only.
    escaped : bool, default False
        Whether text that a spreadsheet would run has an apostrophe in front.
    """

    name: str | None = None
    info: Mapping[str, str] = field(default_factory=dict)
    layers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    escaped: bool = False


def further_kinds(tables: Tables) -> dict[str, dict[str, str]]:
    """Return the kinds of the columns that socluster does not know by name, per table that has such."""
    further = {
        table: {column: kind for column, kind in tables.kinds.get(table, {}).items() if column not in KNOWN[table]}
        for table in TABLES
    }
    return {table: kinds for table, kinds in further.items() if kinds}


def describe(tables: Tables, *, layers: bool, escaped: bool = False) -> dict[str, Any]:
    """Return the description of tables as a JSON object; only what is there is mentioned."""
    members = {
        "name": tables.name,
        "info": dict(tables.info),
        "layers": {name: dict(attributes) for name, attributes in tables.layers.items()} if layers else {},
        "kinds": further_kinds(tables),
        "escaped": escaped,
    }
    return {"socluster": VERSION, **{member: value for member, value in members.items() if value}}


def write(tables: Tables, folder: Path, *, layers: bool, escaped: bool = False) -> None:
    """Write the description file of a folder."""
    text = strict_json.dump(describe(tables, layers=layers, escaped=escaped), indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> Description:
    """Return what the description file of a folder says; a folder without one says nothing."""
    path = folder / FILE
    if not path.is_file():
        if os.path.lexists(path):
            raise InputError(no_file(path))
        return Description()
    document = strict_json.load(decode(path.read_bytes(), str(path)), str(path))
    if not isinstance(document, dict):
        raise InputError(Problem("must hold a JSON object {...}", file=str(path)))
    unexpected = [
        Problem(
            "'{member}' is no part of a description",
            nearest=nearest(member, _SHAPES),
            file=str(path),
            values={"member": member},
        )
        for member in document
        if member not in ("socluster", *_SHAPES)
    ]
    if unexpected:
        raise InputError(unexpected)
    return parse(document, str(path))


def arranged(frames: Mapping[str, pd.DataFrame], kinds: Mapping[str, Mapping[str, str]]) -> dict[str, pd.DataFrame]:
    """Return the tables with their further columns in the order described, those that were left out as missing."""
    result = {}
    for table, frame in frames.items():
        described = kinds.get(table, {})
        left_out = {name: pd.Series(None, frame.index, TEXT) for name in described if name not in frame.columns}
        others = [name for name in frame.columns if name not in described]
        result[table] = frame.assign(**left_out)[[*others, *described]]
    return result


def described_tables(
    description: Description, frames: Mapping[str, pd.DataFrame], origins: Mapping[str, Origin]
) -> Tables:
    """Return what was read, table by table, with its description and where its rows came from."""
    return Tables(
        **arranged(frames, description.kinds),
        layers=description.layers,
        name=description.name,
        info=description.info,
        origins=origins,
        kinds=description.kinds,
        own_names=True,
    )


def parse(document: Mapping[str, Any], file: str) -> Description:
    """Return the description that a JSON object holds.

    Raises
    ------
    InputError
        With every member that is not what it should be, named by its path, such as `info.title`.
    """
    version = document.get("socluster", VERSION)
    if type(version) is not int or version != VERSION:
        message = marked("is written in version {version} of the format; this socluster reads version {ours}")
        raise InputError(Problem(message, file=file, values={"version": repr(version), "ours": VERSION}))
    members = {name: value for name, value in document.items() if name in _SHAPES and value is not None}
    problems = [
        Problem("{place} must be {what}", value=found, file=file, values={"place": path, "what": phrase(what)})
        for name, value in members.items()
        for path, what, found in _misfits(value, name, _SHAPES[name])
    ]
    if not problems:
        problems = [
            Problem(
                "{place} is no table", nearest=nearest(table, TABLES), file=file, values={"place": f"kinds.{table}"}
            )
            for table in members.get("kinds", {})
            if table not in TABLES
        ]
    if problems:
        raise InputError(problems)
    return Description(**members)


def _misfits(value: Any, path: str, shapes: Sequence[_Shape]) -> Iterator[tuple[str, str, Any]]:
    """Give path, what should be there, and what is, wherever a value has not the shape of its depth."""
    (what, types), *inner = shapes
    if not isinstance(value, types):
        yield path, what, value
    elif inner and isinstance(value, dict):
        for key, entry in value.items():
            yield from _misfits(entry, f"{path}.{key}", inner)
