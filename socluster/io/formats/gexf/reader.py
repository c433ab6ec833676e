"""Reading GEXF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.io.formats.graph_file import GraphFile, tables_of_file
from socluster.io.formats.graph_values import kind_of_type, parsed
from socluster.io.formats.xml_tree import Element, read_tree
from socluster.io.options import ReadingOptions
from socluster.words import later, listed, phrase

__all__ = ["read"]

_NESTED = ("nodes", "node", "edges")
_TIMES = ("start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals")


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a GEXF file (versions 1.1 to 1.3).

    Ids become actors, labels names, and attributes columns of the type that the file declares. An edge is directed if
    it, or else the graph, says so; a mutual edge is two directed ones. Its kind is the layer. Nodes inside of nodes
    are beside them. Colours, places, shapes and times are not read.

    Parameters
    ----------
    path : Path
        The file (`.gexf`).
    options : ReadingOptions, optional
        What to do about directions, layers, repeated edges, and edges from a node to itself.

    Returns
    -------
    Tables

    Raises
    ------
    InputError
        If the file is no safe and valid XML (says line and column).

    References
    ----------
    GEXF 1.3 Primer, https://gexf.net/primer.html
    """
    root = read_tree(path, "gexf")
    graph = next(root.all("graph"), None)
    if graph is None:
        raise InputError(Problem("holds no graph", file=str(path)))
    return tables_of_file(_Reader(path, root, graph).read(), options or ReadingOptions())


@dataclass(frozen=True)
class _Attribute:
    """A declared attribute."""

    name: str
    kind: str
    default: Any


class _Reader:
    def __init__(self, path: Path, root: Element, graph: Element) -> None:
        self.file = GraphFile(str(path))
        self.graph = graph
        self.over_time: dict[str, None] = {}  # attributes that have a value for each of several times
        self.file.name = graph.get("name")
        texts = [element.text.strip() for element in root.all("meta", "description")]
        self.file.description = next((text for text in texts if text.startswith('{"socluster"')), None)
        self.declared = {what: _declared(graph, what) for what in ("node", "edge")}
        self.file.kinds = {
            what: [(each.name, each.kind) for each in declared.values()] for what, declared in self.declared.items()
        }

    def read(self) -> GraphFile:
        nodes = list(self.graph.descendants("node", _NESTED))
        edges = list(self.graph.descendants("edge", _NESTED))
        for node in nodes:
            label = node.get("label")
            own = {"label": label} if label and label != node.get("id") else {}
            self.file.add_node(node, node.get("id"), {**own, **self._attributes(node, "node")})
        held = sum(1 for node in nodes for _ in node.all("nodes", "node"))
        file = self.file
        file.note_nested(held or sum(1 for node in nodes if node.get("pid") not in (None, "", "0")))
        default = self.graph.get("defaultedgetype")
        for edge in edges:
            source, target, direction = edge.get("source"), edge.get("target"), edge.get("type") or default
            attributes = {**self._own(edge), **self._attributes(edge, "edge")}
            self.file.add_edge(edge, source, target, direction in ("directed", "mutual"), attributes)
            if direction == "mutual":
                self.file.add_edge(edge, target, source, True, attributes)
        if any(_has_times(element) for element in (*nodes, *edges)):
            self.file.losses.append(phrase("the times of nodes and edges"))
        if self.over_time:
            names = later(listed, [*self.over_time])
            self.file.losses.append(phrase("the values over time of {names}, but for the last one", names=names))
        return self.file

    def _own(self, edge: Element) -> dict[str, Any]:
        """Return the attributes that every edge has in GEXF."""
        weight = parsed(edge.get("weight") or "", "number")
        own = {"weight": weight, "layer": edge.get("kind"), "label": edge.get("label")}
        return {name: value for name, value in own.items() if value not in (None, "")}

    def _attributes(self, element: Element, what: str) -> dict[str, Any]:
        declared = self.declared[what]
        attributes = {each.name: each.default for each in declared.values() if each.default is not None}
        seen: set[str] = set()
        for value in element.all("attvalues", "attvalue"):
            key = value.get("for") or value.get("id") or ""
            if not key:
                self.file.note(value, "uses an attribute without a name")
                continue
            attribute = declared.get(key) or _Attribute(key, kind_of_type(None), None)  # programs forget to declare
            attributes[attribute.name] = parsed(value.get("value") or "", attribute.kind)
            if key in seen or any(name in _TIMES for name in value.attributes):
                self.over_time[attribute.name] = None
            seen.add(key)
        return {name: value for name, value in attributes.items() if value is not None}


def _has_times(element: Element) -> bool:
    return any(name in _TIMES for name in element.attributes) or any(element.all("spells"))


def _declared(graph: Element, what: str) -> dict[str, _Attribute]:
    declared = {}
    for part in graph.all("attributes"):
        for element in part.all("attribute") if part.get("class") == what else ():
            kind = kind_of_type(element.get("type"))
            default = next((parsed(each.text, kind) for each in element.all("default")), None)
            name = element.get("title") or str(element.get("id"))
            declared[str(element.get("id"))] = _Attribute(name, kind, default)
    return declared
