"""From the edges of a graph to ties and affiliations."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.schema import KEYS
from socluster.io.objects.attributes import columns_of, object_column
from socluster.io.objects.description import GraphDescription
from socluster.io.objects.edge_rows import EdgeRows, Mask, settled, without_self_ties
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.objects.layer_column import refuse_free_text, with_chosen_columns
from socluster.io.objects.repeats import arranged, laid_together, merged, without_zero
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, marked, phrase

__all__ = ["directed_as_asked", "link_tables"]

Layers = dict[str, dict[str, object]]


def link_tables(
    graph: ImportedGraph,
    described: GraphDescription,
    groups: Collection[str],
    options: ReadingOptions,
    losses: list[Phrase],
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
    options : ReadingOptions
        What was asked for.
    losses : list of Phrase
        Grows with what the tables cannot hold.
    """
    _refuse_missing_weight(graph, options)
    mixed = np.array([source in groups or target in groups for source, target in graph.ends], dtype=bool)
    ties = _edge_rows(graph, ~mixed, "ties", described, options, losses)
    if not options.merges_parallel:  # a list, in which a tie runs as it is written if its layer has a direction
        ties = directed_as_asked(ties, options)
    ties = without_self_ties(without_zero(ties, options), options)
    known = {name: attributes.get("directed") is True for name, attributes in described.tables.layers.items()}
    ties, found = arranged(ties, known, options, losses)
    tables = {"ties": ties.frame}
    if mixed.any():
        affiliations = _edge_rows(graph, mixed, "affiliations", described, options, losses)
        tables["affiliations"] = _affiliations(affiliations, groups, described.group_ids, options, losses)
    layers: Layers = {name: {**given, **found.get(name, {})} for name, given in described.tables.layers.items()}
    return tables, {**layers, **{name: given for name, given in found.items() if name not in layers}}


def _edge_rows(
    graph: ImportedGraph,
    mask: Mask,
    table: str,
    described: GraphDescription,
    options: ReadingOptions,
    losses: list[Phrase],
) -> EdgeRows:
    """Return the edges under the mask, their columns under our names."""
    near, far = KEYS[table][:2]
    ends = _chosen(graph.ends, mask)
    rows = _chosen(graph.edge_attributes, mask)
    columns = described.renamed(table, columns_of(rows, "edge", keys=(near, far), losses=losses))
    _take_weight(columns, len(rows), options, losses)
    sides = {near: object_column([end[0] for end in ends]), far: object_column([end[1] for end in ends])}
    frame = pd.DataFrame({**sides, **columns})
    if graph.description is None or options.layer != "layer":
        as_named = replace(options, weight="weight", source=None, target=None)
        kept = {} if graph.description is None else {name: name for name in frame.columns if name != "layer"}
        before = list(frame.columns)
        frame = with_chosen_columns(frame, table, as_named, kept)
        written = dict(zip(frame.columns, before, strict=False))
    places = _chosen(graph.edge_places, mask)
    frame = frame.set_axis(pd.Index(places, dtype=object), axis="index")
    if graph.description is None:
        refuse_free_text(frame, table, written, options, graph.file)
    return EdgeRows(frame, np.array(graph.directed, dtype=bool)[mask], graph.file)


def directed_as_asked(edges: EdgeRows, options: ReadingOptions) -> EdgeRows:
    """Return the rows of a list, which run as they are written where the user says that their layer has a direction."""
    directed = np.array([bool(options.direction_of(name)) for name in edges.layer], dtype=bool)
    return EdgeRows(edges.frame, directed, edges.file)


def _chosen(values: Sequence[Any], mask: Mask) -> list[Any]:
    return [values[position] for position in np.flatnonzero(mask).tolist()]


def _refuse_missing_weight(graph: ImportedGraph, options: ReadingOptions) -> None:
    names = dict.fromkeys(str(key) for row in graph.edge_attributes for key in row)
    if options.weight not in (None, "weight", *names) and graph.ends:
        close = nearest(options.weight, names)
        raise InputError(
            Problem(
                "no edge has this attribute", is_argument=True, column="weight", value=options.weight, nearest=close
            )
        )


def _take_weight(
    columns: dict[str, pd.Series[Any]], n_edges: int, options: ReadingOptions, losses: list[Phrase]
) -> None:
    """Call the attribute that holds the strength `weight`; an edge without it has the strength 1."""
    given = columns.pop(options.weight, None) if options.weight is not None else None
    if options.weight not in (None, "weight") and "weight" in columns:
        losses.append(phrase("the edge attribute weight, as '{attribute}' is the weight", attribute=options.weight))
    ones = object_column([1.0] * n_edges)
    columns["weight"] = ones if given is None else given.where([value is not None for value in given], ones)


def _affiliations(
    edges: EdgeRows,
    groups: Collection[str],
    group_ids: Mapping[str, str],
    options: ReadingOptions,
    losses: list[Phrase],
) -> pd.DataFrame:
    """Return edges between actors and groups, whichever way they run, as affiliations."""
    between = edges.frame["actor"].isin(groups) & edges.frame["group"].isin(groups)
    if between.any():
        message = marked("is an edge between two groups; only actors belong to groups")
        raise InputError([edges.problem(message, position) for position in np.flatnonzero(between).tolist()])
    edges = without_zero(edges, options)
    if options.merges is None:
        edges = merged(edges, losses)
    edges, _ = settled(edges, dict.fromkeys(edges.layer, False), replace(options, directed=None, layers={}))
    if options.merges is not None:
        edges = laid_together(edges, options.merges, losses)
    frame = edges.frame
    turned = frame["actor"].isin(groups)
    actor, node = frame["actor"].where(~turned, frame["group"]), frame["group"].where(~turned, frame["actor"])
    return frame.assign(actor=actor, group=[group_ids.get(each, each) for each in node])
