"""From the edges of a graph to ties and affiliations."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.schema import KEYS, canonical_columns
from socluster.io.objects.attributes import columns_of, object_column
from socluster.io.objects.description import GraphDescription
from socluster.io.objects.edge_rows import EdgeRows, Mask, merged, refuse_repeats, settled, without_self_ties
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.objects.options import Options
from socluster.words import Phrase, marked, phrase

__all__ = ["link_tables"]

Layers = dict[str, dict[str, object]]


def link_tables(
    graph: ImportedGraph, described: GraphDescription, groups: Collection[str], options: Options, losses: list[Phrase]
) -> tuple[dict[str, pd.DataFrame], Layers]:
    """Return ties and, if there are any, affiliations, and the direction of every layer.

    Parameters
    ----------
    graph : ImportedGraph
        The graph.
    described : GraphDescription
        What is known about the cluster that it was made of.
    groups : collection of str
        Ids of the nodes that are groups.
    options : Options
        What was asked for.
    losses : list of Phrase
        Grows with what the tables cannot hold.
    """
    _refuse_missing_weight(graph, options)
    mixed = np.array([source in groups or target in groups for source, target in graph.ends], dtype=bool)
    ties = _edge_rows(graph, ~mixed, "ties", described, options, losses)
    ties = without_self_ties(ties, options)
    ties = merged(ties, losses) if options.merges_parallel else refuse_repeats(ties, options)
    known = {name: attributes.get("directed") is True for name, attributes in described.tables.layers.items()}
    ties, found = settled(ties, known, options)
    tables = {"ties": ties.frame}
    if mixed.any():
        affiliations = _edge_rows(graph, mixed, "affiliations", described, options, losses)
        tables["affiliations"] = _affiliations(affiliations, groups, described.group_ids, options, losses)
    layers: Layers = {name: {**given, **found.get(name, {})} for name, given in described.tables.layers.items()}
    return tables, {**layers, **{name: given for name, given in found.items() if name not in layers}}


def _edge_rows(
    graph: ImportedGraph, mask: Mask, table: str, described: GraphDescription, options: Options, losses: list[Phrase]
) -> EdgeRows:
    """Return the edges under the mask, their columns under our names."""
    near, far = KEYS[table][:2]
    ends = _chosen(graph.ends, mask)
    rows = _chosen(graph.edge_attributes, mask)
    columns = described.renamed(table, columns_of(rows, "edge", keys=(near, far), losses=losses))
    _take_weight(columns, len(rows), options, losses)
    sides = {near: object_column([end[0] for end in ends]), far: object_column([end[1] for end in ends])}
    frame = pd.DataFrame({**sides, **columns})
    if graph.description is None:
        frame = frame.rename(columns=canonical_columns(table, list(frame.columns)))
    places = _chosen(graph.edge_places, mask)
    frame = frame.set_axis(pd.Index(places, dtype=object), axis="index")
    return EdgeRows(frame, np.array(graph.directed, dtype=bool)[mask], graph.file)


def _chosen(values: Sequence[Any], mask: Mask) -> list[Any]:
    return [values[position] for position in np.flatnonzero(mask).tolist()]


def _refuse_missing_weight(graph: ImportedGraph, options: Options) -> None:
    names = dict.fromkeys(str(key) for row in graph.edge_attributes for key in row)
    if options.weight not in (None, "weight", *names) and graph.ends:
        close = nearest(options.weight, names)
        raise InputError(Problem("no edge has this attribute", column="weight", value=options.weight, nearest=close))


def _take_weight(columns: dict[str, pd.Series[Any]], n_edges: int, options: Options, losses: list[Phrase]) -> None:
    """Call the attribute that holds the strength `weight`; an edge without it has the strength 1."""
    given = columns.pop(options.weight, None) if options.weight is not None else None
    if options.weight not in (None, "weight") and "weight" in columns:
        losses.append(phrase("the edge attribute weight, as '{attribute}' is the weight", attribute=options.weight))
    ones = object_column([1.0] * n_edges)
    columns["weight"] = ones if given is None else given.where([value is not None for value in given], ones)


def _affiliations(
    edges: EdgeRows, groups: Collection[str], group_ids: Mapping[str, str], options: Options, losses: list[Phrase]
) -> pd.DataFrame:
    """Return edges between actors and groups, whichever way they run, as affiliations."""
    between = edges.frame["actor"].isin(groups) & edges.frame["group"].isin(groups)
    if between.any():
        message = marked("is an edge between two groups; only actors belong to groups")
        raise InputError([edges.problem(message, position) for position in np.flatnonzero(between).tolist()])
    edges = merged(edges, losses)
    edges, _ = settled(edges, dict.fromkeys(edges.layer, False), replace(options, directed=None))
    frame = edges.frame
    turned = frame["actor"].isin(groups)
    actor, node = frame["actor"].where(~turned, frame["group"]), frame["group"].where(~turned, frame["actor"])
    return frame.assign(actor=actor, group=[group_ids.get(each, each) for each in node])
