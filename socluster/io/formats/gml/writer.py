"""Writing GML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from socluster.core.schema import KEYS
from socluster.core.tables import Tables
from socluster.io.formats.gml.reader import ID_OF_OURS
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_export import ExportedGraph, exported_graph
from socluster.words import Phrase

__all__ = ["losses", "write"]

_NO_LETTER = re.compile(r"[^A-Za-z0-9_]")
_OF_NODES = ("id", "label", "gid", "isGroup", "graphics", "LabelGraphics")
_OF_EDGES = ("id", "source", "target", "key", "directed", "label", "graphics", "LabelGraphics")


def write(tables: Tables, path: Path) -> None:
    """Write a GML file, as networkx, igraph, Gephi, Cytoscape and yEd read it.

    Nodes are numbered, and their labels are the ids of actors. A graph has one direction for all: of a cluster of which
    some layers have a direction, other ties are written as two arcs. Letters outside of ASCII are written by their
    numbers, as the format asks for. All that GML has no place for is a JSON text under `socluster`.

    References
    ----------
    M. Himsolt (1997): GML: A portable graph file format, Universität Passau.
    """
    graph = exported_graph(
        tables,
        mode=("mode", "actor", "group"),
        reserved=_safe(tables, ("actors", "groups"), _OF_NODES),
        reserved_of_edges=_safe(tables, ("ties", "affiliations"), _OF_EDGES),
    )
    path.write_text("".join(f"{line}\n" for line in _lines(graph)), encoding="ascii", newline="\n")


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    del tables
    return []


def _safe(tables: Tables, of: tuple[str, ...], taken: tuple[str, ...]) -> dict[str, str]:
    """Return what to call columns that GML cannot call so, or that mean something else in it."""
    names = {name: f"{name}_" for name in taken}
    folded = {name.casefold() for name in taken}  # readers do not tell capitals apart
    for table in of:
        frame = getattr(tables, table)
        for column in () if frame is None else map(str, frame.columns):
            called = _NO_LETTER.sub("_", column)
            called = called if called[:1].isalpha() else f"a{called}"
            called = f"{called}_" if called.casefold() in folded else called
            if called != column and column not in KEYS[table]:
                names[column] = called
    return names


def _lines(graph: ExportedGraph) -> Iterator[str]:
    arcs = list(graph.arcs())
    pairs = [(edge.source, edge.target) if graph.directed else frozenset((edge.source, edge.target)) for edge in arcs]
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    yield 'Creator "socluster"'
    yield "graph ["
    yield f"  directed {int(graph.directed)}"
    if len(set(pairs)) < len(pairs):
        yield "  multigraph 1"
    if graph.name:
        yield f"  name {_text(graph.name)}"
    yield f"  {KEY} {_text(graph.description)}"
    for node in graph.nodes:
        yield from _block("node", {"id": numbers[node.id], ID_OF_OURS: node.id, **node.attributes})
    for edge in arcs:
        ends = {"source": numbers[edge.source], "target": numbers[edge.target]}
        yield from _block("edge", {**ends, **edge.attributes})
    yield "]"


def _block(key: str, values: Mapping[str, Any]) -> Iterator[str]:
    yield f"  {key} ["
    for name, value in values.items():
        yield f"    {name} {_written(value)}"
    yield "  ]"


def _written(value: Any) -> str:
    """Return a number as GML has it, true and false as 1 and 0, and all else as a text."""
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        text = repr(value).upper()
        mantissa, mark, exponent = text.partition("E")
        return text if "." in mantissa or "N" in mantissa else f"{mantissa}.0{mark}{exponent}"
    return _text(str(value))


def _text(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace('"', "&quot;")
    return '"' + "".join(each if " " <= each <= "~" else f"&#{ord(each)};" for each in escaped) + '"'
