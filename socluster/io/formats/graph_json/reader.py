"""Reading JSON files: the tables of a cluster, or a graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, LossWarning, Problem
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.formats.graph_file import lost_of_graph, weight_attribute
from socluster.io.formats.graph_json.links import SAYS_DIRECTION, directed_ends, ends_named
from socluster.io.formats.graph_json.members import Member, listed_rows, members_of
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.objects.networkx_graphs import with_layer
from socluster.io.objects.settling import settled_tables
from socluster.io.options import ReadingOptions, refuse_modes
from socluster.io.tables import json_file, strict_json
from socluster.io.tables.json_file import losses, write
from socluster.io.tables.text_encoding import decode
from socluster.words import Phrase, itemised, later, listed, marked, phrase

__all__ = ["losses", "read", "write"]

Members = tuple[Sequence[Any], Sequence[Any], str, str]

_MEMBERS = frozenset(("nodes", "links", "edges", "elements", "connections", "adjacency", "graph", "data"))
_OF_CYTOSCAPE = marked("is CX of Cytoscape, which is not read; export the network as GraphML (.graphml) from there")
_IDS = ("id", "key", "name", "label")
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
    if isinstance(document, list) and document and all(isinstance(row, dict) for row in document):
        if any(isinstance(row.get("nodes"), list) or isinstance(row.get("edges"), list) for row in document):
            raise InputError(Problem(_OF_CYTOSCAPE, file=file))
        message = marked(
            "is a list of rows; socluster.as_cluster(pandas.read_json(path)) takes a list of ties, and a file has "
            "nodes and links"
        )
        raise InputError(Problem(message, file=file))
    members = members_of(document)
    if members is None:
        refuse_modes(options)
        lost: list[Phrase] = []
        tables = settled_tables(json_file.tables_of(document, file), options, lost)
        _warn_of(lost, file)
        return tables
    graph = _graph(members, document, file, options)
    if options.weight == "weight":
        options = replace(options, weight=weight_attribute(graph.edge_attributes))
    tables, lost = tables_of_graph(graph, replace(options, source=None, target=None))
    if any(row.get("parent") not in (None, "") for row in graph.node_attributes):
        lost = [phrase("nodes inside of other nodes (which holds which)"), *lost]
    lost = [*lost_of_graph(_graph_attributes(document)), *lost]
    others = [name for name, value in document.items() if name not in _MEMBERS and isinstance(value, list) and value]
    if others:
        lost = [phrase("the lists {names} beside nodes and links", names=later(listed, others)), *lost]
    _warn_of(lost, file)
    return tables


def _warn_of(lost: Sequence[Phrase], file: str) -> None:
    if lost:
        warn("{file}: left out {lost}", LossWarning, file=file, lost=later(itemised, lost))


def _graph(members: Members, document: Mapping[str, Any], file: str, options: ReadingOptions) -> ImportedGraph:
    nodes = list(listed_rows(members[0], members[2], file, are_nodes=True))
    links = list(listed_rows(members[1], members[3], file, are_nodes=False))
    ids = _ids(nodes, file)
    names = ends_named(links, options, file)
    is_directed = _is_directed(document)
    astray: list[tuple[str, str, Any]] = []
    found = [directed_ends(link, ids, names, is_directed, astray) for link in links]
    if astray:
        message = marked("{place} has no node of this id at its end '{end}'")
        told = [(value, {"place": place, "end": end}) for place, end, value in astray]
        raise InputError([Problem(message, value=value, file=file, values=places) for value, places in told])
    own = _graph_attributes(document)
    name, description = own.get("name"), own.get(KEY)
    is_ours = isinstance(description, str)
    leave_out = {"id", "key", *names[0], *names[1], *SAYS_DIRECTION}
    keyed = document.get("multigraph") is True
    return ImportedGraph(
        ids=list(ids),
        node_attributes=[_attributes(row, {*_IDS[:2]}, is_ours) for row in nodes],
        ends=[ends for ends, _ in found],
        edge_attributes=[
            with_layer(link.attributes.get("key") if keyed else None, _attributes(link, leave_out, is_ours))
            for link in links
        ],
        directed=[directed for _, directed in found],
        name=str(name) if name else None,
        description=description if isinstance(description, str) else None,
        where=file,
    )


def _ids(nodes: Sequence[Member], file: str) -> dict[str, Any]:
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


def _attributes(row: Member, leave_out: set[str], keeps_all: bool) -> dict[str, Any]:
    """Return the attributes but for ids, ends, what is missing and, where the file is not ours, what is drawn."""
    gone = leave_out | {"attributes", "data"} | (set() if keeps_all else _PICTURE)
    return {name: value for name, value in row.attributes.items() if name not in gone and value is not None}
