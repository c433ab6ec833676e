"""What writers put down of the tables, and layers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_float_dtype, is_numeric_dtype

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.schema import KEYS, TABLES
from socluster.core.tables import Origin, Tables
from socluster.io.tables.table_names import our_columns
from socluster.words import marked

__all__ = ["layers_frame", "layers_of", "number_text", "shown", "tables_to_write"]

_LARGEST_EXACT = 2**53  # from here on, not every whole number is a float


def tables_to_write(tables: Tables, *, all_columns: bool = False) -> dict[str, pd.DataFrame]:
    """Return the actors and every other table that has rows.

    Columns that are all missing are left out, but for the keys; whatever is neither number nor flag is text.
    """
    frames: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        frame = getattr(tables, table)
        if frame is None or (frame.empty and table != "actors"):
            continue
        kept = [name for name in frame.columns if all_columns or name in KEYS[table] or frame[name].notna().any()]
        frames[table] = frame[kept].astype({name: TEXT for name in kept if not is_numeric_dtype(frame[name].dtype)})
    return frames


def shown(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return numbers and flags as text that reads back exactly; 1.0 is shown as 1."""
    if is_bool_dtype(column.dtype):
        return column.map({True: "true", False: "false"}).astype(TEXT)
    if is_float_dtype(column.dtype):
        return column.map(number_text, na_action="ignore").astype(TEXT)
    return column


def number_text(number: float) -> str:
    """Return the shortest text that reads back as exactly this number.

    Examples
    --------
    >>> number_text(2.0), number_text(0.30000000000000004)
    ('2', '0.30000000000000004')
    """
    return str(int(number)) if abs(number) < _LARGEST_EXACT and number == int(number) else repr(float(number))


def layers_frame(tables: Tables) -> pd.DataFrame:
    """Return the layers as a table: name, directed and, where a layer has them, scale and meaning."""
    rows = [{"name": name, **attributes} for name, attributes in tables.layers.items()]
    frame = pd.DataFrame(rows, columns=["name", "directed", "scale", "meaning"])
    frame = frame.astype({"name": TEXT, "directed": bool, "scale": TEXT, "meaning": TEXT})
    return frame.dropna(axis="columns", how="all")


def layers_of(frame: pd.DataFrame, origin: Origin) -> dict[str, dict[str, object]]:
    """Return the layers that a table of text lists; what their attributes mean is for the core to say."""
    frame = frame.rename(columns=our_columns("layers", list(frame.columns)))
    if "name" not in frame.columns:
        here = {"columns": str(list(frame.columns))}
        message = marked("this column is needed; here are {columns}")
        raise InputError(Problem(message, "layers", column="name", file=origin.label, values=here))
    problems = _unusable_names([*frame["name"]], origin)
    if problems:
        raise InputError(problems)
    attributes = frame.drop(columns="name").astype(object).where(frame.drop(columns="name").notna(), None)
    return dict(zip(frame["name"], attributes.to_dict("records"), strict=True))


def _unusable_names(names: Sequence[Any], origin: Origin) -> list[Problem]:
    problems = []
    first: dict[str, int] = {}
    for position, name in enumerate(names):
        row = origin.row(position)
        if not isinstance(name, str):
            problems.append(Problem("is empty; every layer needs a name", "layers", row, "name", file=origin.label))
        elif name in first:
            message, values = marked("is already in row {row}"), {"row": first[name]}
            problems.append(Problem(message, "layers", row, "name", name, file=origin.label, values=values))
        else:
            first[name] = row
    return problems
