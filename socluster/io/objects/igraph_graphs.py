"""Clusters from graphs of igraph, and graphs of igraph from clusters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from socluster.core.tables import Tables
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_export import exported_graph
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph, node_ids
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, marked

__all__ = ["from_igraph", "igraph_graph"]


def from_igraph(graph: Any, options: ReadingOptions) -> tuple[Tables, list[Phrase]]:
    """Return a graph of igraph as plain tables, and what of it they cannot hold."""
    options.refuse_labels(marked("a graph brings its own labels; the vertex attribute 'name' holds them"))
    is_named = "name" in graph.vs.attributes()
    labels = list(graph.vs["name"] if is_named else range(graph.vcount()))
    ids = node_ids(labels)
    own = {attribute: graph[attribute] for attribute in graph.attributes()}
    name, description = own.get("name"), own.get(KEY)
    imported = ImportedGraph(
        ids=ids,
        labels=labels,
        node_attributes=_rows(graph.vs, leave_out="name"),
        ends=[(ids[source], ids[target]) for source, target in graph.get_edgelist()],
        edge_attributes=_rows(graph.es),
        directed=[bool(graph.is_directed())] * graph.ecount(),
        name=str(name) if name else None,
        description=description if isinstance(description, str) else None,
    )
    return tables_of_graph(imported, options)


def _rows(sequence: Any, leave_out: str | None = None) -> list[dict[str, Any]]:
    """Return the attributes of each vertex or edge; None is how igraph says that there is none."""
    columns = {name: sequence[name] for name in sequence.attributes() if name != leave_out}
    return [
        {name: column[position] for name, column in columns.items() if column[position] is not None}
        for position in range(len(sequence))
    ]


def igraph_graph(tables: Tables) -> Any:
    """Return a cluster as a graph of igraph."""
    import igraph

    exported = exported_graph(tables, mode=("type", False, True), reserved={"name": "label"})
    position = {node.id: index for index, node in enumerate(exported.nodes)}
    arcs = list(exported.arcs())
    return igraph.Graph(
        n=len(exported.nodes),
        edges=[(position[arc.source], position[arc.target]) for arc in arcs],
        directed=exported.directed,
        graph_attrs={**({"name": exported.name} if exported.name else {}), KEY: exported.description},
        vertex_attrs={
            "name": [*map(exported.called, position)],
            **_columns([node.attributes for node in exported.nodes]),
        },
        edge_attrs=_columns([arc.attributes for arc in arcs]),
    )


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row.get(name) for row in rows] for name in dict.fromkeys(name for row in rows for name in row)}
