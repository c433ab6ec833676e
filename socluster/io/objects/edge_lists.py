"""Clusters from lists of pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from numbers import Real
from typing import Any

import numpy as np

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph, distinct_nodes, node_ids
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, marked

__all__ = ["from_edge_list"]

_EXPECTED = marked(
    "each tie must be a tuple (source, target), (source, target, weight) or (source, target, {attributes})"
)


def from_edge_list(data: Iterable[Any], options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return pairs as plain tables, and what of them these cannot hold; actors are in the order of first mention."""
    options.refuse_labels(marked("a list of ties brings its own labels; rename the actors in it"))
    edges = list(data)
    problems = [
        Problem(_EXPECTED, "ties", position, value=edge) for position, edge in enumerate(edges) if not _is_tie(edge)
    ]
    if problems:
        raise InputError(problems)
    nodes = distinct_nodes(end for edge in edges for end in edge[:2])
    ids = node_ids(nodes)
    id_of = dict(zip(nodes, ids, strict=True))
    imported = ImportedGraph(
        ids=ids,
        labels=nodes,
        node_attributes=[{}] * len(ids),
        ends=[(id_of[edge[0]], id_of[edge[1]]) for edge in edges],
        edge_attributes=[_attributes(edge, options) for edge in edges],
        directed=[bool(options.directed)] * len(edges),
    )
    return tables_of_graph(imported, replace(options, merges_parallel=False))


def _is_tie(edge: Any) -> bool:
    if not isinstance(edge, tuple) or len(edge) not in (2, 3) or any(_is_no_id(end) for end in edge[:2]):
        return False
    return len(edge) == 2 or isinstance(edge[2], Mapping | Real | np.bool_) or edge[2] is None


def _is_no_id(end: Any) -> bool:
    """Whether an end is missing or cannot be told from others, as lists cannot."""
    return end is None or end != end or not getattr(type(end), "__hash__", None)


def _attributes(edge: tuple[Any, ...], options: ReadingOptions) -> Mapping[Any, Any]:
    if len(edge) == 2:
        return {}
    return edge[2] if isinstance(edge[2], Mapping) else {options.weight or "weight": edge[2]}
