"""Writing GraphML."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socluster.core.tables import Tables
from socluster.io.formats.graph_values import type_of_value, value_text
from socluster.io.formats.xml_tree import write_tree
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_export import ExportedGraph, exported_graph
from socluster.words import Phrase

__all__ = ["losses", "write"]

_NAMESPACES = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
}
_PICTURE = "picture"


def write(tables: Tables, path: Path) -> None:
    """Write a GraphML file that Gephi, yEd, visone, igraph and networkx open.

    Node ids are the ids of actors; the attribute `label` and, for yEd, the picture of the node show the name. Groups
    are nodes with `mode` group. Edges carry their layer and direction one by one (networkx refuses files in which both
    directed and undirected edges occur; `to_networkx` has a graph for that). All that GraphML has no place for is a
    JSON text in the attribute `socluster` of the graph.
    """
    graph = exported_graph(
        tables,
        mode=("mode", "actor", "group"),
        reserved={"label": "label_"},
        display=["label"],
    )
    root = ET.Element("graphml", _NAMESPACES)
    keys = _Keys(root)
    body = _body(graph, keys)
    root.append(body)
    write_tree(root, path)


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    return []


class _Keys:
    """Declares each attribute of nodes, edges or the graph once per type."""

    def __init__(self, root: ET.Element) -> None:
        self.root = root
        self.ids: dict[tuple[str, str, str], str] = {}
        ET.SubElement(root, "key", {"id": _PICTURE, "for": "node", "yfiles.type": "nodegraphics"})

    def add(self, element: ET.Element, domain: str, attributes: Mapping[str, Any]) -> None:
        """Put the attributes into an element."""
        for name, value in attributes.items():
            key = self._id(domain, name, type_of_value(value))
            ET.SubElement(element, "data", {"key": key}).text = value_text(value)

    def _id(self, domain: str, name: str, type_name: str) -> str:
        wanted = (domain, name, type_name)
        if wanted not in self.ids:
            self.ids[wanted] = f"d{len(self.ids)}"
            attributes = {"id": self.ids[wanted], "for": domain, "attr.name": name, "attr.type": type_name}
            ET.SubElement(self.root, "key", attributes)
        return self.ids[wanted]


def _body(graph: ExportedGraph, keys: _Keys) -> ET.Element:
    directed_edges = [edge.directed for edge in graph.edges]
    default = "directed" if graph.directed and all(directed_edges) else "undirected"
    body = ET.Element("graph", {"edgedefault": default})
    keys.add(body, "graph", {**({"name": graph.name} if graph.name else {}), KEY: graph.description})
    for node in graph.nodes:
        element = ET.SubElement(body, "node", {"id": node.id})
        keys.add(element, "node", {"label": node.label, **node.attributes})
        element.append(_picture(node.label, is_group=node.table == "groups"))
    for number, edge in enumerate(graph.edges):
        attributes = {"id": f"e{number}", "source": edge.source, "target": edge.target}
        if edge.directed != (default == "directed"):
            attributes["directed"] = value_text(edge.directed)
        keys.add(ET.SubElement(body, "edge", attributes), "edge", edge.attributes)
    return body


def _picture(label: str, *, is_group: bool) -> ET.Element:
    """Return what yEd draws: it shows no attribute as label, and all nodes without a place on one spot."""
    data = ET.Element("data", {"key": _PICTURE})
    shape = ET.SubElement(data, "y:ShapeNode")
    ET.SubElement(shape, "y:NodeLabel").text = label
    ET.SubElement(shape, "y:Shape", {"type": "rectangle" if is_group else "ellipse"})
    return data
