"""Clusters from DataFrames: a list of ties, a list of affiliations, or a matrix with labels."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster.core.errors import InputError
from socluster.core.labels import Originals, remembered
from socluster.core.schema import KEYS, canonical_columns
from socluster.core.tables import Tables
from socluster.io.objects.attributes import object_column
from socluster.io.objects.edge_rows import EdgeRows, without_self_ties
from socluster.io.objects.imported_graph import distinct_nodes, node_ids
from socluster.io.objects.imported_links import directed_as_asked
from socluster.io.objects.layer_column import refuse_free_text, with_chosen_columns
from socluster.io.objects.matrices import adjacency_tables, incidence_tables, laid_as_asked, numbers, of_cells
from socluster.io.objects.repeats import arranged, laid_as_affiliations, without_zero
from socluster.io.options import ReadingOptions
from socluster.io.tables.grid import refuse_second_header
from socluster.io.tables.missing import blanked, refuse_marks, without_open_ends
from socluster.io.tables.several import refuse_several
from socluster.io.tables.table_names import links_named
from socluster.words import Phrase, marked, phrase

__all__ = ["from_frame"]

_HINT = marked(
    "a DataFrame is read as a list of ties (columns source and target), a list of affiliations (actor and group), a "
    "matrix of ties (the same labels in index and columns), or, with two_mode=True, a matrix of actors and groups; "
    "source= and target= name the columns of a list that are called otherwise (with two_mode=True, those of actors and "
    "groups)"
)


def from_frame(data: pd.DataFrame, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return a DataFrame as plain tables."""
    options.refuse_labels(marked("a DataFrame brings its own labels; its index and columns hold them"))
    if options.missing:
        data = blanked(data, options.missing)
    data = _without_levels(data, options)
    losses: list[Phrase] = []
    ties = None if options.two_mode else _as_list(data, "ties", options)
    if ties is not None:
        return _from_ties(ties, options, losses), losses
    affiliations = None if options.two_mode is False else _as_list(data, "affiliations", options)
    if affiliations is not None:
        return _from_affiliations(affiliations, options, losses), losses
    return _from_matrix(data, options)


def _without_levels(data: pd.DataFrame, options: ReadingOptions) -> pd.DataFrame:
    """Return a list whose ends are levels of the index, as pandas groups one, with columns in their place.

    Raises
    ------
    InputError
        If the levels are not called so; as a matrix, each pair would become one actor.
    """
    ends = {options.source, options.target} - {None}
    if data.index.nlevels == 1 or data.columns.nlevels > 1 or (options.two_mode and not ends):
        return data
    levels = [name for name in data.index.names if name is not None]
    if links_named([*map(str, levels), *map(str, data.columns)]) or (ends and ends <= {*levels, *data.columns}):
        return data.reset_index()
    message = marked(
        "the index of the DataFrame has {n} levels ({levels}); as columns called source and target, which "
        "data.reset_index() makes of them, they are the ends of ties"
    )
    raise InputError(message, {"n": data.index.nlevels, "levels": ", ".join(map(str, data.index.names))})


def _as_list(data: pd.DataFrame, table: str, options: ReadingOptions) -> pd.DataFrame | None:
    """Return the columns under our names, if both ends are among them or the user names them."""
    if data.columns.nlevels > 1:
        return None
    before = [str(column) for column in data.columns]
    is_meant = table == ("affiliations" if options.two_mode else "ties")
    is_stated = is_meant and (options.source is not None or options.target is not None)
    try:
        is_list = {*KEYS[table][:2]} <= {*canonical_columns(table, before).values()}
    except InputError:
        is_list = False
    if not is_list and not is_stated:
        return None
    frame = with_chosen_columns(data, table, options)
    if not {*KEYS[table][:2]} <= {*frame.columns}:
        return None
    places = [str(place) for place in data.index]
    ends = frame[[*KEYS[table][:2]]]
    refuse_marks(ends, table, places, None, options)
    refuse_second_header(frame, places, table, None)
    refuse_several(ends, table, places)
    refuse_free_text(frame, table, dict(zip(frame.columns, before, strict=False)), options, None)
    return frame.drop(columns="weight", errors="ignore") if options.weight is None else frame


def _ids(frame: pd.DataFrame, *columns: str) -> tuple[list[str], dict[str, Any]]:
    """Return the ids in these columns and, from id to label, the cells that are no texts."""
    values = distinct_nodes(pd.concat([frame[column].astype(object) for column in columns]).dropna())
    ids = node_ids(values)
    return ids, {each: value for each, value in zip(ids, values, strict=True) if not isinstance(value, str)}


def _from_ties(frame: pd.DataFrame, options: ReadingOptions, losses: list[Phrase]) -> Tables:
    rest = [column for column in frame.columns if column not in ("source", "target")]
    frame = frame[["source", "target", *rest]]
    ids, labels = _ids(frame, "source", "target")
    actors = pd.DataFrame({"actor": object_column(ids)})
    if options.missing is not None:
        frame = without_open_ends(frame, "source", "target", losses)
    edges = directed_as_asked(EdgeRows(frame, np.zeros(len(frame), dtype=bool)), options)
    edges = without_self_ties(without_zero(edges, options), options)
    edges, layers = arranged(edges, {}, replace(options, merges_parallel=False), losses)
    return Tables(actors=actors, ties=edges.frame, layers=layers, name=options.name, originals=Originals(actors=labels))


def _from_affiliations(frame: pd.DataFrame, options: ReadingOptions, losses: list[Phrase]) -> Tables:
    rest = [column for column in frame.columns if column not in ("actor", "group")]
    frame = frame[["actor", "group", *rest]]
    (actors, called), (groups, groups_called) = _ids(frame, "actor"), _ids(frame, "group")
    if options.missing is not None:
        frame = without_open_ends(frame, "actor", "group", losses)
    return Tables(
        actors=pd.DataFrame({"actor": object_column(actors)}),
        groups=pd.DataFrame({"group": object_column(groups)}),
        affiliations=laid_as_affiliations(frame, options, losses),
        name=options.name,
        originals=Originals(called, groups_called),
    )


def _from_matrix(data: pd.DataFrame, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    if not all(pd.api.types.is_numeric_dtype(dtype) or pd.api.types.is_bool_dtype(dtype) for dtype in data.dtypes):
        here = {"hint": phrase(_HINT), "columns": _shown(data.columns)}
        raise InputError("{hint}; here are the columns {columns}", here)
    rows, columns = node_ids(data.index), node_ids(data.columns)
    if not options.two_mode and {*rows} == {*columns}:
        labels = list(data.index)
        data = data.set_axis(rows, axis="index").set_axis(columns, axis="columns")[rows]
        called = Originals(actors=remembered(rows, labels))
        tables = adjacency_tables(_cells(data), rows, of_cells(options))
        return laid_as_asked(replace(tables, originals=called), options)
    if options.two_mode or _is_surely_incidence(data, rows, columns, options):
        called = Originals(remembered(rows, data.index), remembered(columns, data.columns))
        tables = incidence_tables(_cells(data), rows, columns, options)
        return laid_as_asked(replace(tables, originals=called), options)
    missing = sorted({*rows} ^ {*columns})
    values = {"labels": _shown(missing), "hint": phrase(_HINT)}
    raise InputError("the labels of rows and columns differ ({labels}); {hint}", values)


def _cells(data: pd.DataFrame) -> Any:
    return sparse.coo_array(numbers(data.to_numpy(dtype=float, na_value=float("nan"))))


def _is_surely_incidence(data: pd.DataFrame, rows: list[str], columns: list[str], options: ReadingOptions) -> bool:
    """Whether the cells say yes or no only, rows have names, and no name is that of a row and of a column."""
    named = not isinstance(data.index, pd.RangeIndex)
    return options.two_mode is None and named and not {*rows} & {*columns} and bool(data.isin([0, 1]).all(axis=None))


def _shown(labels: Any, most: int = 6) -> str:
    names = [str(label) for label in labels]
    return ", ".join(names[:most]) + (", ..." if len(names) > most else "")
