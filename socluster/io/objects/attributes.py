"""From the attributes of nodes or edges, a dictionary each, to the columns of a table."""

from __future__ import annotations

import datetime as dt
import numbers
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem
from socluster.words import Phrase, marked, phrase

__all__ = ["columns_of", "object_column"]

_LIKE_IDS = {
    "node": marked("the node attribute {name}, as that is what the ids are called"),
    "edge": marked("the edge attribute {name}, as that is what the ids are called"),
}
_CALLED_ALIKE = {
    "node": marked("two attributes of the nodes are both called so"),
    "edge": marked("two attributes of the edges are both called so"),
}
_ODD = {
    "node": marked("the node attributes {names}, as a cell holds one value"),
    "edge": marked("the edge attributes {names}, as a cell holds one value"),
}
_SCALARS = (str, bool, np.bool_, numbers.Real, dt.date, type(None))


def object_column(values: Sequence[Any]) -> pd.Series[Any]:
    """Return the values unchanged; a float column would spoil large whole numbers beside a gap."""
    return pd.Series(list(values), dtype=object)


def columns_of(
    rows: Sequence[Mapping[Any, Any]],
    what: str,
    *,
    keys: Collection[str],
    leave_out: Collection[str | None] = (),
    losses: list[Phrase],
) -> dict[str, pd.Series[Any]]:
    """Return one column per attribute, None where a row does not have it.

    Parameters
    ----------
    rows : sequence of mapping
        The attributes of each node or edge.
    what : str
        node or edge, for the messages.
    keys : collection of str
        Names of the columns that hold the ids; an attribute of that name, whatever its case, has no place.
    leave_out : collection of str
        Attributes that are no columns.
    losses : list of Phrase
        Grows with the names of attributes that hold lists or other things that fit into no cell.
    """
    columns: dict[str, pd.Series[Any]] = {}
    odd = []
    for attribute in dict.fromkeys(attribute for row in rows for attribute in row):
        name = str(attribute).strip()
        if name in leave_out:
            continue
        if name.casefold() in keys:
            losses.append(phrase(_LIKE_IDS[what], name=name))
            continue
        values = [row.get(attribute) for row in rows]
        if not all(isinstance(value, _SCALARS) or value is pd.NA or value is pd.NaT for value in values):
            odd.append(f"{name} ({_kind_of_odd(values)})")
            continue
        if name in columns:
            raise InputError(Problem(_CALLED_ALIKE[what], column=name))
        columns[name] = object_column(values)
    if odd:
        losses.append(phrase(_ODD[what], names=", ".join(odd)))
    return columns


def _kind_of_odd(values: Sequence[Any]) -> str:
    return next(type(value).__name__ for value in values if value is not None and not isinstance(value, _SCALARS))
