"""Reading GraphML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socluster.core.errors import InputError, LossWarning, Problem
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.formats.graph_file import GraphFile, tables_of_file
from socluster.io.formats.graph_values import kind_of_type, parsed
from socluster.io.formats.xml_tree import Element, read_tree
from socluster.io.objects.description import KEY
from socluster.io.options import ReadingOptions
from socluster.words import counted

__all__ = ["read"]

_NESTED = ("graph", "node")
_MAY_HOLD_KEYS = ("graphml", "graph", "node")  # older programs declare attributes where they are used


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a GraphML file.

    Ids become actors, and the label of a node (an attribute, or what yEd shows) its name. Attributes become columns of
    the type that the file declares, or else text. An edge is directed if it, or else the graph, says so; nodes inside
    of nodes are beside them. Colours, places and shapes are not read.

    Parameters
    ----------
    path : Path
        The file (`.graphml`).
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
    U. Brandes, M. Eiglsperger, J. Lerner, C. Pich (2013): Graph Markup Language (GraphML), in R. Tamassia (ed.):
    Handbook of Graph Drawing and Visualization, CRC Press.
    """
    root = read_tree(path, "graphml")
    graphs = list(root.all("graph"))
    if not graphs:
        raise InputError(Problem("holds no graph", file=str(path)))
    if len(graphs) > 1:
        warn("{file}: holds {n} graphs; only the first was read", LossWarning, file=path, n=len(graphs))
    reader = _Reader(path, root)
    return tables_of_file(reader.read(graphs[0]), options or ReadingOptions())


@dataclass(frozen=True)
class _Key:
    """A declared attribute."""

    name: str
    kind: str
    domain: str
    default: Any
    is_picture: bool


class _Reader:
    def __init__(self, path: Path, root: Element) -> None:
        self.file = GraphFile(str(path))
        self.keys = {str(key.get("id")): _key(key) for key in root.descendants("key", _MAY_HOLD_KEYS)}
        self.defaults = {domain: _defaults(self._keys_of(domain)) for domain in ("graph", "node", "edge")}

    def _keys_of(self, domain: str) -> list[_Key]:
        return [key for key in self.keys.values() if key.domain in (domain, "all")]

    def read(self, graph: Element) -> GraphFile:
        file = self.file
        own = self._attributes(graph, "graph")
        name = own.get("name")
        file.name = str(name) if name else None
        file.description = own.get(KEY) if isinstance(own.get(KEY), str) else None
        file.note_of_graph({name: value for name, value in own.items() if name not in self.defaults["graph"]})
        file.kinds = {domain: [(key.name, key.kind) for key in self._keys_of(domain)] for domain in ("node", "edge")}
        for node in graph.descendants("node", _NESTED):
            file.add_node(node, node.get("id"), self._attributes(node, "node"))
        file.note_nested(sum(1 for node in graph.descendants("node", _NESTED) for _ in node.all("graph", "node")))
        is_directed = graph.get("edgedefault") == "directed"
        for edge in graph.descendants("edge", _NESTED):
            directed = {"true": True, "false": False}.get(str(edge.get("directed")), is_directed)
            file.add_edge(edge, edge.get("source"), edge.get("target"), directed, self._attributes(edge, "edge"))
        ports = sum(1 for node in graph.descendants("node", _NESTED) for _ in node.all("port"))
        if ports:
            file.losses.append(counted("{n} port of a node", "{n} ports of nodes", ports))
        hyperedges = sum(1 for _ in graph.descendants("hyperedge", _NESTED))
        if hyperedges:
            file.losses.append(
                counted(
                    "{n} hyperedge, which joins more than two nodes",
                    "{n} hyperedges, each of which joins more than two nodes",
                    hyperedges,
                )
            )
        return file

    def _attributes(self, element: Element, domain: str) -> dict[str, Any]:
        attributes = dict(self.defaults[domain])
        for data in element.all("data"):
            called = data.get("key") or ""
            key = self.keys.get(called) or _undeclared(called)
            if not called:
                self.file.note(data, "uses an attribute without a name")
            elif key.is_picture or data.children:
                attributes.update(_label(data))
            else:
                attributes[key.name] = parsed(data.text, key.kind)
        return {name: value for name, value in attributes.items() if value is not None}


def _key(element: Element) -> _Key:
    kind = kind_of_type(element.get("attr.type"))
    default = next((parsed(each.text, kind) for each in element.all("default")), None)
    name = element.get("attr.name") or str(element.get("id"))
    return _Key(name, kind, element.get("for") or "all", default, element.get("yfiles.type") is not None)


def _undeclared(called: str) -> _Key:
    """Return the attribute that a file uses without a word on it, as Cytoscape and Neo4j write: text of that name."""
    return _Key(called, kind_of_type(None), "all", None, is_picture=False)


def _defaults(keys: list[_Key]) -> dict[str, Any]:
    return {key.name: key.default for key in keys if key.default is not None}


def _label(data: Element) -> dict[str, str]:
    """Return the label that yEd shows for a node or an edge, all lines and parts of it."""
    parts = [label.text.strip() for label in _labels(data)]
    text = "\n".join(part for part in parts if part)
    return {"label": text} if text else {}


def _labels(data: Element) -> Iterator[Element]:
    yield from data.descendants("NodeLabel")
    yield from data.descendants("EdgeLabel")
