"""Clusters from graphs of networkx, and graphs of networkx from clusters."""

from __future__ import annotations

import re
from typing import Any

from socluster.core.tables import Tables
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_export import Edge, exported_graph
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph, node_ids
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, marked

__all__ = ["from_networkx", "networkx_graph", "with_layer"]

_NUMBER = re.compile(r"[A-Za-z]?\d+")


def from_networkx(graph: Any, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return a graph of networkx as plain tables, and what of it they cannot hold."""
    options.refuse_labels(marked("a graph brings its own labels; networkx.relabel_nodes gives it others"))
    nodes = list(graph.nodes(data=True))
    ids = node_ids(node for node, _ in nodes)
    id_of = dict(zip((node for node, _ in nodes), ids, strict=True))
    if graph.is_multigraph():
        edges = [(u, v, with_layer(key, row)) for u, v, key, row in graph.edges(keys=True, data=True)]
    else:
        edges = list(graph.edges(data=True))
    name, description = graph.graph.get("name"), graph.graph.get(KEY)
    imported = ImportedGraph(
        ids=ids,
        labels=[node for node, _ in nodes],
        node_attributes=[row for _, row in nodes],
        ends=[(id_of[source], id_of[target]) for source, target, _ in edges],
        edge_attributes=[row for _, _, row in edges],
        directed=[bool(graph.is_directed())] * len(edges),
        name=str(name) if name else None,
        description=description if isinstance(description, str) else None,
    )
    return tables_of_graph(imported, options)


def with_layer(key: object, attributes: dict[Any, Any]) -> dict[Any, Any]:
    """Take the key of an edge for its layer, unless it is a mere number, such as the `e12` of GraphML."""
    is_word = isinstance(key, str) and not _NUMBER.fullmatch(key)
    return {"layer": key, **attributes} if is_word else attributes


def networkx_graph(tables: Tables) -> Any:
    """Return a cluster as the simplest graph of networkx that can hold it."""
    import networkx as nx

    exported = exported_graph(tables, mode=("bipartite", 0, 1))
    arcs = list(exported.arcs())
    if _is_simple(arcs, exported.directed):
        graph = nx.DiGraph() if exported.directed else nx.Graph()
        edges: list[tuple[Any, ...]] = [(arc.source, arc.target, arc.attributes) for arc in arcs]
    else:
        graph = nx.MultiDiGraph() if exported.directed else nx.MultiGraph()
        edges = _with_keys(arcs)
    graph.graph.update({"name": exported.name} if exported.name else {}, **{KEY: exported.description})
    graph.add_nodes_from((exported.called(node.id), node.attributes) for node in exported.nodes)
    graph.add_edges_from((exported.called(source), exported.called(target), *rest) for source, target, *rest in edges)
    return graph


def _is_simple(arcs: list[Edge], directed: bool) -> bool:
    """Whether there is one layer only, and no pair is tied more than once in it (in several waves)."""
    pairs = {(arc.source, arc.target) if directed else frozenset((arc.source, arc.target)) for arc in arcs}
    return len({arc.attributes["layer"] for arc in arcs}) <= 1 and len(pairs) == len(arcs)


def _with_keys(arcs: list[Edge]) -> list[tuple[Any, ...]]:
    """Give each edge its layer as key, with the wave where that alone would not tell two edges apart."""
    taken = set()
    edges = []
    for arc in arcs:
        layer, wave = arc.attributes["layer"], arc.attributes.get("wave")
        key = layer
        while (arc.source, arc.target, key) in taken:
            key = f"{layer} ({wave})" if key == layer else f"{key}_"
        taken.add((arc.source, arc.target, key))
        edges.append((arc.source, arc.target, key, arc.attributes))
    return edges
