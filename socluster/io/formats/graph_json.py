"""JSON files: a cluster of our own, or the nodes and links that networkx, d3, graphology, sigma and others write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, LossWarning, Problem
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.formats.graph_file import weight_attribute
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.options import ReadingOptions
from socluster.io.tables import json_file, strict_json
from socluster.io.tables.json_file import losses, write
from socluster.io.tables.text_encoding import decode
from socluster.words import Phrase, itemised, later, marked, phrase

__all__ = ["losses", "read", "write"]

_IDS = ("id", "key", "name", "label")
_NEAR, _FAR = ("source", "from"), ("target", "to")
# Where a program draws a node or an edge, and how it looks, is no part of a network.
_PICTURE = frozenset(("x", "y", "z", "vx", "vy", "fx", "fy", "index", "color", "size", "position", "hidden", "zIndex"))


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a JSON file: the tables of a cluster, or a graph of nodes and links (or edges).

    Parameters
    ----------
    path : Path
        The file (`.json`).
    options : ReadingOptions, optional
        The encoding and, for a graph, what to do about directions, layers, repeated edges and ties of a node with
        itself.

    Returns
    -------
    Tables

    Raises
    ------
    InputError
        If the file is no strict JSON, or is built otherwise; every such place is named.

    Warns
    -----
    LossWarning
        If something of a graph is left behind.
    """
    options = options or ReadingOptions()
    file = str(path)
    if not path.is_file():
        raise InputError(Problem("there is no such file", file=file))
    document = strict_json.load(decode(path.read_bytes(), file, options.encoding), file)
    if not is_graph(document):
        return json_file.tables_of(document, file)
    graph, losses_ = _graph(document, file)
    if options.weight == "weight":
        options = ReadingOptions(**{**vars(options), "weight": weight_attribute(graph.edge_attributes)})
    tables, further = tables_of_graph(graph, options)
    if losses_ or further:
        warn("{file}: left out {lost}", LossWarning, file=file, lost=later(itemised, [*losses_, *further]))
    return tables


def is_graph(document: Any) -> bool:
    """Whether a JSON document lists nodes and links, under whichever of their names."""
    if not isinstance(document, Mapping) or "actors" in document:
        return False
    inner = document.get("elements")
    document = inner if isinstance(inner, Mapping) else document
    return isinstance(document.get("nodes"), list) and any(
        isinstance(document.get(name), list) for name in ("links", "edges")
    )


@dataclass(frozen=True)
class _Row:
    """A node or a link: where it stands, and its attributes with those of the inner objects that programs use."""

    place: str
    attributes: Mapping[str, Any]


def _graph(document: Mapping[str, Any], file: str) -> tuple[ImportedGraph, list[Phrase]]:
    inner = document.get("elements")
    holder = inner if isinstance(inner, Mapping) else document
    links = "links" if isinstance(holder.get("links"), list) else "edges"
    problems: list[Problem] = []
    nodes = list(_rows(holder["nodes"], "nodes", file, problems))
    edges = list(_rows(holder[links], links, file, problems))
    if problems:
        raise InputError(problems)
    ids = _ids(nodes, file)
    ends = [_ends(edge, ids, file, problems) for edge in edges]
    if problems:
        raise InputError(problems)
    own = _graph_attributes(document)
    name, description = own.get("name"), own.get(KEY)
    is_directed = _is_directed(document)
    has_links = isinstance(description, str)
    lost = [phrase("nodes inside of other nodes (which holds which)")] if _is_nested(nodes) else []
    graph = ImportedGraph(
        ids=list(ids),
        node_attributes=[_attributes(row, ("attributes", "data"), {*_IDS[:2]}, has_links) for row in nodes],
        ends=ends,
        edge_attributes=[
            _attributes(row, ("attributes", "data"), {"id", "key", *_NEAR, *_FAR, "undirected", "directed"}, has_links)
            for row in edges
        ],
        directed=[_edge_is_directed(row, is_directed) for row in edges],
        name=str(name) if name else None,
        description=description if isinstance(description, str) else None,
        where=file,
    )
    return graph, lost


def _rows(rows: Sequence[Any], member: str, file: str, problems: list[Problem]) -> Iterator[_Row]:
    for position, row in enumerate(rows):
        place = f"{member}[{position}]"
        if isinstance(row, Mapping):
            yield _Row(place, {**row, **_inner(row)})
        elif member == "nodes" and isinstance(row, str | int):
            yield _Row(place, {"id": row})
        else:
            message = marked("{place} must be an object {...}")
            problems.append(Problem(message, value=row, file=file, values={"place": place}))


def _inner(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for member in ("attributes", "data"):
        if isinstance(row.get(member), Mapping):
            found.update(row[member])
    return found


def _ids(nodes: Sequence[_Row], file: str) -> dict[str, Any]:
    """Return the id of each node as text, and as it is written; where no node has one, its number from 0."""
    key = next((name for name in _IDS if all(name in row.attributes for row in nodes)), None)
    ids: dict[str, Any] = {}
    problems = []
    for position, row in enumerate(nodes):
        written = position if key is None else row.attributes[key]
        text = clean_text(str(written)) if isinstance(written, str | int | float) else ""
        if not text:
            message = marked("{place} needs an id that is text or a number")
            problems.append(Problem(message, value=written, file=file, values={"place": row.place}))
        elif text in ids:
            message = marked("{place} has the id of another node")
            problems.append(Problem(message, value=written, file=file, values={"place": row.place}))
        ids.setdefault(text, written)
    if problems:
        raise InputError(problems)
    return ids


def _ends(row: _Row, ids: Mapping[str, Any], file: str, problems: list[Problem]) -> tuple[str, str]:
    """Return the ends of a link: ids, or (as older d3 files have it) numbers of nodes from 0."""
    names = list(ids)
    ends = []
    for words in (_NEAR, _FAR):
        written = next((row.attributes[word] for word in words if word in row.attributes), None)
        if isinstance(written, Mapping):
            written = written.get("id")
        text = clean_text(str(written)) if isinstance(written, str | int | float) else ""
        place = written if isinstance(written, int) and not isinstance(written, bool) else -1
        if text in ids:
            ends.append(text)
        elif 0 <= place < len(names) and all(isinstance(each, str) for each in ids.values()):
            ends.append(names[place])
        else:
            message = marked("{place} has no node of this id at its end '{end}'")
            values = {"place": row.place, "end": words[0]}
            problems.append(Problem(message, value=written, file=file, values=values))
            ends.append("")
    return ends[0], ends[1]


def _graph_attributes(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is said of the whole graph; networkx also writes it as a list of pairs."""
    for member in ("graph", "attributes", "data", "metadata"):
        own = document.get(member)
        if isinstance(own, Mapping):
            return own
        if isinstance(own, list) and all(isinstance(pair, list) and len(pair) == 2 for pair in own):
            return {str(name): value for name, value in own}
    return {}


def _is_directed(document: Mapping[str, Any]) -> bool:
    options = document.get("options")
    kind = options.get("type") if isinstance(options, Mapping) else None
    if isinstance(kind, str):
        return kind != "undirected"
    return document.get("directed") is True


def _edge_is_directed(row: _Row, default: bool) -> bool:
    own = row.attributes
    if isinstance(own.get("undirected"), bool):
        return not own["undirected"]
    if isinstance(own.get("directed"), bool):
        return bool(own["directed"])
    kind = own.get("type")
    if isinstance(kind, str) and kind.casefold() in ("directed", "undirected"):
        return kind.casefold() == "directed"
    return default or (isinstance(own.get("arrows"), str) and own["arrows"] == "to")


def _is_nested(nodes: Sequence[_Row]) -> bool:
    return any(row.attributes.get("parent") not in (None, "") for row in nodes)


def _attributes(row: _Row, inner: Sequence[str], leave_out: set[str], keeps_all: bool) -> dict[str, Any]:
    """Return the attributes but for ids, ends, what is missing and, where the file is not ours, what is drawn."""
    gone = leave_out | {*inner} | (set() if keeps_all else _PICTURE)
    return {name: value for name, value in row.attributes.items() if name not in gone and value is not None}
