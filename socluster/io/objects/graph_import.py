"""From nodes and edges with attributes to the tables of a cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from socluster.core.labels import Originals, remembered
from socluster.core.schema import KEYS, KNOWN, TABLES
from socluster.core.tables import Origin, Tables
from socluster.io.objects.attributes import columns_of, object_column
from socluster.io.objects.description import GraphDescription
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.objects.imported_links import link_tables
from socluster.io.objects.modes import are_groups
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted

__all__ = ["tables_of_graph"]


def tables_of_graph(graph: ImportedGraph, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return the graph as plain tables, and what of it they cannot hold.

    Raises
    ------
    InputError
        If edges tie an actor to itself, run between two groups, or do not fit the options.
    """
    losses: list[Phrase] = []
    described = GraphDescription()
    if graph.description is not None:
        described = GraphDescription.from_json(graph.description, graph.where)
    is_group, mode_attribute = _modes(graph, described, options)
    groups = {node for node, mark in zip(graph.ids, is_group, strict=True) if mark}
    frames = _node_tables(graph, described, is_group, mode_attribute, losses)
    links, layers = link_tables(graph, described, groups, options, losses)
    frames.update(links, unknown=_unknown(described, {*graph.ids} - groups, losses))
    kinds = described.tables.kinds
    if graph.description is not None:
        frames = {table: _with_known_columns(table, frame, kinds.get(table, {})) for table, frame in frames.items()}
    tables = Tables(
        **frames,
        layers=layers,
        name=options.name or described.tables.name or graph.name,
        info=described.tables.info,
        origins=_origins(graph, frames),
        kinds={table: {**_declared(graph, table, frames.get(table)), **kinds.get(table, {})} for table in TABLES},
        originals=_originals(graph, described, is_group),
    )
    return tables, list(dict.fromkeys(losses))


def _originals(graph: ImportedGraph, described: GraphDescription, is_group: Sequence[bool]) -> Originals:
    """Return what the graph itself calls actors and groups, where that is not their id."""
    if graph.labels is None:
        return Originals()
    nodes = list(zip(graph.ids, graph.labels, is_group, strict=True))
    actors = [(node, label) for node, label, group in nodes if not group]
    groups = [(described.group_ids.get(node, node), label) for node, label, group in nodes if group]
    # a group that was called otherwise only because an actor had its id gets its own name back
    groups = [(group, label) for group, label in groups if not (isinstance(label, str) and group != label)]
    return Originals(*(remembered(*zip(*each, strict=True)) if each else {} for each in (actors, groups)))


def _modes(graph: ImportedGraph, described: GraphDescription, options: ReadingOptions) -> tuple[list[bool], str | None]:
    """Return which nodes are groups, and the attribute that says so."""
    if graph.description is None or (options.two_mode and not described.groups_where):
        return are_groups(graph.ids, graph.node_attributes, graph.ends, options.two_mode)
    if options.two_mode is False or not described.groups_where:
        return [False] * len(graph.ids), None
    attribute, value = next(iter(described.groups_where.items()))
    return [row.get(attribute) == value for row in graph.node_attributes], attribute


def _node_tables(
    graph: ImportedGraph,
    described: GraphDescription,
    is_group: Sequence[bool],
    mode_attribute: str | None,
    losses: list[Phrase],
) -> dict[str, pd.DataFrame]:
    """Return actors and, if there are any, groups."""
    tables = {}
    nodes = list(zip(graph.ids, graph.node_attributes, graph.node_places, is_group, strict=True))
    for table, wanted in (("actors", False), ("groups", True)):
        key = KEYS[table][0]
        chosen = [(node, row, place) for node, row, place, group in nodes if group is wanted]
        ids = [described.group_ids.get(node, node) if wanted else node for node, _, _ in chosen]
        leave_out = {*described.display, mode_attribute}
        columns = columns_of([row for _, row, _ in chosen], "node", keys=(key,), leave_out=leave_out, losses=losses)
        frame = pd.DataFrame({key: object_column(ids), **described.renamed(table, columns)})
        tables[table] = frame.set_axis(pd.Index([place for _, _, place in chosen], dtype=object), axis="index")
    if not any(is_group):
        del tables["groups"]
        if described.groups:
            tables["groups"] = _frame_of(described.groups, "groups")
    return tables


def _unknown(described: GraphDescription, actors: set[str], losses: list[Phrase]) -> pd.DataFrame:
    """Return the unknown dyads whose actors are still there: the graph may be a part of what we made."""
    kept = [row for row in described.unknown if {str(row.get("source")), str(row.get("target"))} <= actors]
    gone = len(described.unknown) - len(kept)
    if gone:
        losses.append(
            counted(
                "{n} unknown dyad, as the graph has no such actors",
                "{n} unknown dyads, as the graph has no such actors",
                gone,
            )
        )
    return _frame_of(kept, "unknown")


def _frame_of(rows: Sequence[Mapping[str, Any]], table: str) -> pd.DataFrame:
    names = dict.fromkeys([*KEYS[table], *(name for row in rows for name in row)])
    return pd.DataFrame({name: object_column([row.get(name) for row in rows]) for name in names})


def _with_known_columns(table: str, frame: pd.DataFrame, further: Mapping[str, str]) -> pd.DataFrame:
    """Return the columns in our order; where all known ones are there, no other is taken for one of them."""
    keys = [name for name in KEYS[table] if name in frame]
    columns = [*KNOWN[table], *further]
    nothing = object_column([None] * len(frame)).set_axis(frame.index)
    frame = frame.assign(**{name: nothing for name in columns if name not in frame})
    return frame[[*keys, *columns, *(name for name in frame if name not in keys and name not in columns)]]


def _declared(graph: ImportedGraph, table: str, frame: pd.DataFrame | None) -> dict[str, str]:
    """Return the kinds that the source states, of the further columns that are there."""
    if frame is None or table == "unknown":
        return {}
    kinds = graph.node_kinds if table in ("actors", "groups") else graph.edge_kinds
    ours = {*KEYS[table], *KNOWN[table]}
    return {name: kind for name, kind in kinds.items() if name in frame and name not in ours}


def _origins(graph: ImportedGraph, frames: Mapping[str, pd.DataFrame]) -> dict[str, Origin]:
    """Return on which lines of the file the rows are; rows from the description have none."""
    if graph.file is None:
        return {}
    indexes = {table: frame.index for table, frame in frames.items() if not isinstance(frame.index, pd.RangeIndex)}
    return {table: Origin(graph.file, rows=[int(line) for line in index]) for table, index in indexes.items()}
