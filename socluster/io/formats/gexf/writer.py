"""Writing GEXF."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socluster.core.tables import Tables
from socluster.io.formats.graph_values import type_of_value, value_text
from socluster.io.formats.xml_tree import write_tree
from socluster.io.objects.graph_export import Edge, ExportedGraph, exported_graph
from socluster.words import Phrase

__all__ = ["losses", "write"]


def write(tables: Tables, path: Path) -> None:
    """Write a GEXF 1.3 file, as Gephi 0.10 opens it.

    Node ids are the ids of actors, labels show the name. Groups are nodes with `mode` group. The kind of an edge is
    its layer, so that Gephi keeps the layers of a pair apart; it does not do so for waves. All that GEXF has no place
    for is a JSON text in the description of the file.
    """
    graph = exported_graph(tables, mode=("mode", "actor", "group"), reserved={"label": "label_"}, display=["label"])
    root = ET.Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "socluster"
    ET.SubElement(meta, "description").text = graph.description
    root.append(_body(graph))
    write_tree(root, path)


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    return []


def _body(graph: ExportedGraph) -> ET.Element:
    body = ET.Element("graph", {"defaultedgetype": "directed" if graph.directed else "undirected", "mode": "static"})
    if graph.name:
        body.set("name", graph.name)
    nodes, edges = ET.Element("nodes"), ET.Element("edges")
    of_nodes, of_edges = _Attributes("node"), _Attributes("edge")
    for node in graph.nodes:
        element = ET.SubElement(nodes, "node", {"id": node.id, "label": node.label})
        of_nodes.add(element, node.attributes)
    for number, edge in enumerate(graph.edges):
        element = ET.SubElement(edges, "edge", {"id": str(number), **_edge(edge)})
        of_edges.add(element, {name: value for name, value in edge.attributes.items() if name != "weight"})
    body.extend([of_nodes.declarations, of_edges.declarations, nodes, edges])
    return body


def _edge(edge: Edge) -> dict[str, str]:
    attributes = {
        "source": edge.source,
        "target": edge.target,
        "type": "directed" if edge.directed else "undirected",
        "kind": str(edge.attributes["layer"]),
    }
    weight = edge.attributes.get("weight")
    return attributes if weight is None else {**attributes, "weight": value_text(weight)}


class _Attributes:
    """Declares each attribute of nodes or edges once per type."""

    def __init__(self, what: str) -> None:
        self.declarations = ET.Element("attributes", {"class": what, "mode": "static"})
        self.ids: dict[tuple[str, str], str] = {}

    def add(self, element: ET.Element, attributes: Mapping[str, Any]) -> None:
        """Put the attributes into an element."""
        if attributes:
            values = ET.SubElement(element, "attvalues")
        for name, value in attributes.items():
            key = self._id(name, type_of_value(value))
            ET.SubElement(values, "attvalue", {"for": key, "value": value_text(value)})

    def _id(self, name: str, type_name: str) -> str:
        wanted = (name, type_name)
        if wanted not in self.ids:
            self.ids[wanted] = str(len(self.ids))
            attributes = {"id": self.ids[wanted], "title": name, "type": type_name}
            ET.SubElement(self.declarations, "attribute", attributes)
        return self.ids[wanted]
