"""Clusters from DataFrames: a list of ties, a list of affiliations, or a matrix with labels."""

from __future__ import annotations

from typing import Any

import pandas as pd
from scipy import sparse

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.schema import KEYS, canonical_columns
from socluster.core.tables import Tables
from socluster.io.objects.attributes import object_column
from socluster.io.objects.edge_rows import EdgeRows, refuse_repeats, without_self_ties
from socluster.io.objects.imported_graph import node_ids
from socluster.io.objects.matrices import adjacency_tables, incidence_tables, numbers
from socluster.io.objects.options import Options
from socluster.words import Phrase, marked, phrase

__all__ = ["from_frame"]

_HINT = marked(
    "a DataFrame is read as a list of ties (columns source and target), a list of affiliations (actor and group), a "
    "matrix of ties (the same labels in index and columns), or, with two_mode=True, a matrix of actors and groups"
)


def from_frame(data: pd.DataFrame, options: Options) -> tuple[Tables, list[Phrase]]:
    """Return a DataFrame as plain tables."""
    options.refuse_labels(marked("a DataFrame brings its own labels; its index and columns hold them"))
    lists = {table: _columns_of_a_list(data, table) for table in ("ties", "affiliations")}
    if lists["ties"] is not None and not options.two_mode:
        return _from_ties(data.set_axis(lists["ties"], axis="columns"), options), []
    if lists["affiliations"] is not None and options.two_mode is not False:
        return _from_affiliations(data.set_axis(lists["affiliations"], axis="columns"), options), []
    return _from_matrix(data, options), []


def _columns_of_a_list(data: pd.DataFrame, table: str) -> list[str] | None:
    """Return our names of the columns, if both ends are among them."""
    if data.columns.nlevels > 1:
        return None
    written = [str(column) for column in data.columns]
    try:
        ours = canonical_columns(table, written)
    except InputError:
        return None
    names = [ours[column] for column in written]
    return names if {*KEYS[table][:2]} <= {*names} else None


def _with_weight(frame: pd.DataFrame, options: Options) -> pd.DataFrame:
    if options.weight in (None, "weight"):
        return frame if options.weight else frame.drop(columns="weight", errors="ignore")
    if options.weight not in frame:
        close = nearest(options.weight, map(str, frame.columns))
        raise InputError(Problem("there is no such column", column="weight", value=options.weight, nearest=close))
    return frame.drop(columns="weight", errors="ignore").rename(columns={options.weight: "weight"})


def _ids(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    values = pd.unique(pd.concat([frame[column].astype(object) for column in columns]).dropna())
    return pd.DataFrame({"id": object_column(node_ids(values))})


def _from_ties(frame: pd.DataFrame, options: Options) -> Tables:
    frame = _with_weight(frame, options)
    rest = [column for column in frame.columns if column not in ("source", "target")]
    frame = frame[["source", "target", *rest]]
    actors = _ids(frame, "source", "target").set_axis(["actor"], axis="columns")
    edges = EdgeRows(frame, frame["source"].notna().to_numpy() & bool(options.directed))
    edges = refuse_repeats(without_self_ties(edges, options), options)
    layers = {name: {"directed": bool(options.directed)} for name in dict.fromkeys(edges.layer)}
    return Tables(actors=actors, ties=edges.frame, layers=layers, name=options.name)


def _from_affiliations(frame: pd.DataFrame, options: Options) -> Tables:
    return Tables(
        actors=_ids(frame, "actor").set_axis(["actor"], axis="columns"),
        groups=_ids(frame, "group").set_axis(["group"], axis="columns"),
        affiliations=_with_weight(frame, options),
        name=options.name,
    )


def _from_matrix(data: pd.DataFrame, options: Options) -> Tables:
    if not all(pd.api.types.is_numeric_dtype(dtype) or pd.api.types.is_bool_dtype(dtype) for dtype in data.dtypes):
        here = {"hint": phrase(_HINT), "columns": _shown(data.columns)}
        raise InputError("{hint}; here are the columns {columns}", here)
    rows, columns = node_ids(data.index), node_ids(data.columns)
    if not options.two_mode and {*rows} == {*columns}:
        data = data.set_axis(rows, axis="index").set_axis(columns, axis="columns")[rows]
        return adjacency_tables(_cells(data), rows, options)
    if options.two_mode or _is_surely_incidence(data, rows, columns, options):
        return incidence_tables(_cells(data), rows, columns, options)
    missing = sorted({*rows} ^ {*columns})
    values = {"labels": _shown(missing), "hint": phrase(_HINT)}
    raise InputError("the labels of rows and columns differ ({labels}); {hint}", values)


def _cells(data: pd.DataFrame) -> Any:
    return sparse.coo_array(numbers(data.to_numpy(dtype=float, na_value=float("nan"))))


def _is_surely_incidence(data: pd.DataFrame, rows: list[str], columns: list[str], options: Options) -> bool:
    """Whether the cells say yes or no only, rows have names, and no name is that of a row and of a column."""
    named = not isinstance(data.index, pd.RangeIndex)
    return options.two_mode is None and named and not {*rows} & {*columns} and bool(data.isin([0, 1]).all(axis=None))


def _shown(labels: Any, most: int = 6) -> str:
    names = [str(label) for label in labels]
    return ", ".join(names[:most]) + (", ..." if len(names) > most else "")
