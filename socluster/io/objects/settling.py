"""Tables as a file holds them, brought into the order that the options ask for; what they do not ask for stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.schema import KEYS, TIE
from socluster.core.tables import Origin, Tables
from socluster.io.objects.directions import told_directions, truth
from socluster.io.objects.edge_rows import EdgeRows, Mask, settled
from socluster.io.objects.layer_column import OTHER_COLUMN, refuse_free_text, with_chosen_columns
from socluster.io.objects.repeats import laid_as_affiliations, laid_together, without_zero
from socluster.io.options import ReadingOptions
from socluster.io.tables.missing import blanked, without_open_ends
from socluster.words import Phrase

__all__ = ["described", "settled_tables", "without_missing"]

_ENDS = {"ties": ("source", "target"), "affiliations": ("actor", "group")}


def described(tables: Tables, options: ReadingOptions) -> Tables:
    """Return the tables with the name, and what the layers are, that the user gives them.

    Raises
    ------
    InputError
        If the user describes a layer that is not there, but nearly one that is.
    """
    layers: dict[str, Any] = {name: dict(given) for name, given in tables.layers.items()}
    _refuse_misspelt_layers(tables, options)
    for name, given in options.layers.items():
        stated = given if isinstance(given, Mapping) else given.to_dict()
        layers[name] = {**layers.get(name, {}), **stated}
    return replace(tables, layers=layers, name=options.name or tables.name)


def _refuse_misspelt_layers(tables: Tables, options: ReadingOptions) -> None:
    """Refuse a name that would make an empty layer, and leave the one that was meant as it is."""
    frames = [frame for frame in (tables.ties, tables.affiliations, tables.unknown) if frame is not None]
    used = {str(name) for frame in frames if "layer" in frame for name in frame["layer"].dropna().unique()}
    known = [*tables.layers, *sorted(used), *([TIE] if tables.ties is not None else [])]
    not_described = [name for name in known if name not in options.layers]
    problems = [
        Problem(
            "is not a layer of what is read",
            is_argument=True,
            column="layers",
            value=name,
            nearest=nearest(name, not_described),
        )
        for name in options.layers
        if name not in known and nearest(name, not_described) is not None
    ]
    if problems:
        raise InputError(problems)


def settled_tables(tables: Tables, options: ReadingOptions, losses: list[Phrase]) -> Tables:
    """Return the tables as the options ask for: columns, missing cells, zeros, self-ties, directions and repeats.

    Parameters
    ----------
    tables : Tables
        As a reader of a file returns them, rows in the order of the file.
    options : ReadingOptions
        What was asked for. Whatever else is wrong is left for the core to name, every row of it.
    losses : list of Phrase
        Grows with what was left behind.
    """
    tables = without_missing(tables, options)
    for table in ("ties", "affiliations"):
        if getattr(tables, table) is not None:
            tables = _settled(tables, table, options, losses)
    return described(tables, options)


def without_missing(tables: Tables, options: ReadingOptions) -> Tables:
    """Return the tables with the cells empty that mean "not known"."""
    if options.missing is None:
        return tables
    frames = {
        table: blanked(frame, options.missing)
        for table in KEYS
        if isinstance(frame := getattr(tables, table), pd.DataFrame)
    }
    return replace(tables, **frames)


def _settled(tables: Tables, table: str, options: ReadingOptions, losses: list[Phrase]) -> Tables:
    near, far = _ENDS[table]
    frame = getattr(tables, table)
    origin = tables.origins.get(table)
    kinds = tables.kinds.get(table, {}) if tables.own_names else {}
    before = [str(column) for column in frame.columns]
    frame = with_chosen_columns(frame, table, options, kinds)
    if not {near, far} <= {*frame.columns} or not frame.columns.is_unique:
        return tables  # the core names what is not there
    written = {**dict(zip(frame.columns, before, strict=False)), **(origin.columns if origin else {})}
    if options.weight is None:
        frame = frame.drop(columns="weight", errors="ignore")
    if not {*tables.layers}:
        refuse_free_text(frame, table, written, options, origin.label if origin else None)
    places = [origin.row(position) for position in range(len(frame))] if origin else list(frame.index)
    rest = [name for name in frame.columns if name not in (near, far)]
    frame = frame[[near, far, *rest]].set_axis(pd.Index(places, dtype=object), axis="index")
    if options.missing is not None:
        frame = without_open_ends(frame, near, far, losses)
    former = None
    if options.layer is None:
        former = _former_directions(tables, frame) if table == "ties" else None
        ours = {TIE} if table == "affiliations" and tables.ties is not None else {*()}
        tables = replace(tables, layers={name: given for name, given in tables.layers.items() if name in ours})
    frame, layers = _arranged(frame, table, tables, options, losses, former)
    rows = None if origin is None else [int(place) for place in frame.index]
    origins = dict(tables.origins)
    if origin is not None:
        origins[table] = Origin(origin.file, origin.sheet, rows, written)
    if origin is not None or len(frame) != len(places):
        frame = frame.reset_index(drop=True)
    known = {name: dict(given) for name, given in tables.layers.items()}
    for name, given in layers.items():
        known[name] = {**known.get(name, {}), **given}
    return replace(tables, **{table: frame}, origins=origins, layers=known)


def _former_directions(tables: Tables, frame: pd.DataFrame) -> Mask | None:
    """Return which ties were in a directed layer before all became one; None if the file says nothing of that."""
    column = OTHER_COLUMN.format(column="layer")
    former = frame[column].map(str).tolist() if column in frame else []
    if not any("directed" in tables.layers.get(name, {}) for name in former):
        return None
    return np.array([truth(tables.layers.get(name, {}).get("directed")) for name in former], dtype=bool)


def _arranged(
    frame: pd.DataFrame,
    table: str,
    tables: Tables,
    options: ReadingOptions,
    losses: list[Phrase],
    former: Mask | None,
) -> tuple[pd.DataFrame, dict[str, dict[str, object]]]:
    """Leave out, turn and lay together what the options say; ends are the first two columns."""
    origin = tables.origins.get(table)
    if table == "affiliations":
        return laid_as_affiliations(frame, options, losses, origin.label if origin else None), {}
    directed = np.zeros(len(frame), dtype=bool) if former is None else former
    edges = without_zero(EdgeRows(frame, directed, origin.label if origin else None), options)
    rule = options.merges
    if options.drops_self_ties:
        edges = edges[(edges.frame.iloc[:, 0] != edges.frame.iloc[:, 1]).fillna(True).to_numpy(dtype=bool)]
    known = {name: given.get("directed") for name, given in tables.layers.items()}
    is_told = former is not None
    if not is_told:
        edges, is_told = told_directions(edges, {**tables.kinds.get(table, {})}, known, options, losses)
    nothing_asked = options.directed is None and not options.layers and rule is None
    if nothing_asked and not is_told:
        return edges.frame, {}
    if rule is not None:
        either_way = np.array([options.direction_of(name) is False for name in edges.layer], dtype=bool)
        edges = EdgeRows(edges.frame, edges.directed & ~either_way, edges.file)
    edges, layers = settled(edges, {}, options)
    return (laid_together(edges, rule, losses) if rule else edges).frame, layers
