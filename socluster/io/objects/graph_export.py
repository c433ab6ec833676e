"""From the tables of a cluster to nodes and edges with attributes, as graph libraries and graph files hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from socluster.core.schema import AFFILIATION, KEYS, TIE
from socluster.core.tables import Tables
from socluster.io.objects.description import GraphDescription
from socluster.io.tables import sidecar

__all__ = ["Edge", "ExportedGraph", "Node", "exported_graph"]

OwnNames = Mapping[str, Mapping[str, str]]  # table -> column -> attribute

_LINK_TABLES = (("ties", TIE), ("affiliations", AFFILIATION))


class Node(NamedTuple):
    """An actor or a group: the id of the node, the label to show, its table and its attributes."""

    id: str
    label: str
    table: str
    attributes: dict[str, Any]


class Edge(NamedTuple):
    """A tie or an affiliation, between two nodes given by their ids."""

    source: str
    target: str
    directed: bool
    attributes: dict[str, Any]


@dataclass(frozen=True)
class ExportedGraph:
    """A cluster as nodes and edges; attributes mention only what is known.

    Parameters
    ----------
    nodes, edges : list
        Actors, then groups; ties, then affiliations.
    name : str or None
        Name of the cluster.
    description : str
        All the rest, as JSON.
    directed : bool
        Whether a graph that has one direction for all must be a directed one.
    labels : mapping
        From the id of a node to what it is called, where that is something else.
    """

    nodes: list[Node]
    edges: list[Edge]
    name: str | None
    description: str
    directed: bool
    labels: Mapping[str, Any]

    def called(self, node: str) -> Any:
        """Return what an object of another library calls the node: its label, where that is not its id."""
        return self.labels.get(node, node)

    def arcs(self) -> Iterator[Edge]:
        """Give the edges of a graph that has one direction for all: undirected ones become two arcs, if it must."""
        for edge in self.edges:
            yield edge
            if self.directed and not edge.directed:
                yield edge._replace(source=edge.target, target=edge.source, attributes=dict(edge.attributes))


def exported_graph(
    tables: Tables,
    *,
    mode: tuple[str, object, object],
    reserved: Mapping[str, str] | None = None,
    reserved_of_edges: Mapping[str, str] | None = None,
    display: Iterable[str] = (),
) -> ExportedGraph:
    """Return a cluster as nodes and edges.

    Groups are nodes if actors are in any of them; else they would be isolates that say nothing, and are in the
    description.

    Parameters
    ----------
    tables : Tables
        The cluster.
    mode : tuple of str and two objects
        The node attribute that tells actors from groups, its value for an actor, and that for a group. Nodes have it
        only where there are groups among them.
    reserved : mapping, optional
        Node attributes that mean something else there, and what to call a column of that name instead.
    reserved_of_edges : mapping, optional
        The same of edges.
    display : iterable of str
        Reserved attributes that the reader will not find worth keeping.
    """
    has_groups = tables.affiliations is not None and len(tables.affiliations) > 0
    reserved = {**(reserved or {}), **({mode[0]: f"{mode[0]}_"} if has_groups else {})}
    names = {
        **_attribute_names(tables, ("actors", "groups") if has_groups else ("actors",), reserved),
        **_attribute_names(tables, ("ties", "affiliations"), reserved_of_edges or {}),
    }
    actors, groups = (_frame(tables, table)[KEYS[table][0]].tolist() for table in ("actors", "groups"))
    group_nodes = _distinct(actors, groups)
    edges = list(_edges(tables, names, group_nodes))
    unknown, loose_groups = (list(_records(_frame(tables, table))) for table in ("unknown", "groups"))
    description = GraphDescription(
        unknown=unknown,
        groups=[] if has_groups else loose_groups,
        groups_where={mode[0]: mode[2]} if has_groups else {},
        group_ids={node: group for group, node in group_nodes.items() if node != group},
        columns=_renamed(names),
        display=list(display),
    )
    return ExportedGraph(
        nodes=list(_nodes(tables, names, group_nodes, mode)),
        edges=edges,
        name=tables.name,
        description=description.to_json(sidecar.describe(tables, layers=True)),
        directed=any(edge.directed for edge in edges) or (not edges and _is_directed(tables)),
        labels=_labels(tables, group_nodes if has_groups else {}),
    )


def _labels(tables: Tables, group_nodes: Mapping[str, str]) -> dict[str, Any]:
    """Return the labels of nodes by id; a group that is called as an actor is goes by its id."""
    labels = dict(tables.originals.actors)
    taken = set(labels.values())
    for group, node in group_nodes.items():
        label = tables.originals.groups.get(group, node)
        if group == node and label not in taken:
            labels[node] = label
    return labels


def _attribute_names(tables: Tables, of: Iterable[str], reserved: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return, for each of the tables, what to call each column as an attribute.

    Tables whose rows are all nodes, or all edges, share their attributes; so columns of one name but different kinds
    are called differently.
    """
    columns = {(table, name): _kind(tables, table, name) for table in of for name in _columns(tables, table)}
    written = {name for _, name in columns}
    taken: dict[str, tuple[str, str]] = {}
    names: dict[str, dict[str, str]] = {table: {} for table in of}
    for (table, column), kind in columns.items():
        attribute = reserved.get(column, column)
        while (
            attribute in reserved
            or (attribute != column and attribute in written)
            or taken.get(attribute, (column, kind)) != (column, kind)
        ):
            attribute += "_"
        taken[attribute] = (column, kind)
        names[table][column] = attribute
    return names


def _renamed(names: OwnNames) -> dict[str, dict[str, str]]:
    """Return, for each table, from attribute to column where the two differ."""
    found = {
        table: {attribute: column for column, attribute in of_table.items() if attribute != column}
        for table, of_table in names.items()
    }
    return {table: renamed for table, renamed in found.items() if renamed}


def _kind(tables: Tables, table: str, column: str) -> str:
    return tables.kinds.get(table, {}).get(column) or str(_frame(tables, table)[column].dtype)


def _frame(tables: Tables, table: str) -> pd.DataFrame:
    frame: pd.DataFrame | None = getattr(tables, table)
    return pd.DataFrame({key: [] for key in KEYS[table]}) if frame is None else frame


def _columns(tables: Tables, table: str) -> list[str]:
    return [str(column) for column in _frame(tables, table).columns if column not in KEYS[table]]


def _is_directed(tables: Tables) -> bool:
    return any(attributes.get("directed") is True for attributes in tables.layers.values())


def _nodes(
    tables: Tables, names: OwnNames, group_nodes: Mapping[str, str], mode: tuple[str, object, object]
) -> Iterator[Node]:
    for table, value in (("actors", mode[1]), ("groups", mode[2])):
        if table in names:
            frame = _frame(tables, table)
            mark = {mode[0]: value} if "groups" in names else {}
            for each, row in zip(frame[KEYS[table][0]], _records(frame, names[table]), strict=True):
                label = str(row.get(names[table].get("name", "name"), each))
                yield Node(group_nodes[each] if table == "groups" else each, label, table, {**mark, **row})


def _distinct(actors: Iterable[str], groups: Iterable[str]) -> dict[str, str]:
    """Return a node id for each group that is no actor's id."""
    actors, groups = set(actors), list(groups)
    taken = {*actors, *groups}
    ids = {}
    for group in groups:
        node = group
        while group in actors and node in taken:
            node += " (group)"
        taken.add(node)
        ids[group] = node
    return ids


def _edges(tables: Tables, names: OwnNames, group_nodes: Mapping[str, str]) -> Iterator[Edge]:
    for table, default in _LINK_TABLES:
        frame = _frame(tables, table)
        near, far = KEYS[table][:2]
        layers = [*frame["layer"].fillna(default)] if "layer" in frame else [default] * len(frame)
        is_directed = {name: _directed(tables, name) if table == "ties" else False for name in set(layers)}
        rows = _records(frame, names[table])
        for source, target, layer, row in zip(frame[near], frame[far], layers, rows, strict=True):
            end = target if table == "ties" else group_nodes[target]
            yield Edge(source, end, is_directed[layer], {"layer": layer, **row})


def _directed(tables: Tables, layer: str) -> bool:
    return tables.layers.get(layer, {}).get("directed") is True


def _records(frame: pd.DataFrame, names: Mapping[str, str] | None = None) -> Iterator[dict[str, Any]]:
    """Give each row as a dictionary of what is known of it; of the columns named, under these names."""
    columns = [str(column) for column in frame.columns if names is None or column in names]
    if not columns:
        yield from ({} for _ in range(len(frame)))
        return
    called = columns if names is None else [names[column] for column in columns]
    values = [frame[column].tolist() for column in columns]
    gaps = [frame[column].isna().tolist() for column in columns]
    for row, missing in zip(zip(*values, strict=True), zip(*gaps, strict=True), strict=True):
        yield {name: value for name, value, gap in zip(called, row, missing, strict=True) if not gap}
