"""The nodes and edges of a graph file, collected line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, LossWarning, Problem
from socluster.core.schema import canonical_columns
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.formats.graph_values import agreed_kinds, without_infinities
from socluster.io.formats.xml_tree import Element
from socluster.io.objects.description import KEY
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted, itemised, later, listed, phrase

__all__ = ["GraphFile", "lost_of_graph", "tables_of_file", "weight_attribute"]

_OF_GRAPH = frozenset(
    ("name", "label", "id", "directed", "multigraph", "hierarchic", "node_default", "edge_default", "type", "mode", KEY)
)


@dataclass
class GraphFile:
    """What was found in a file so far.

    Parameters
    ----------
    file : str
        Its name.
    name, description : str, optional
        Name of the graph, and what socluster wrote about the cluster.
    kinds : mapping
        From node and edge to pairs of attribute and declared kind.
    losses : list of Phrase
        What no cluster can hold.
    """

    file: str
    name: str | None = None
    description: str | None = None
    kinds: Mapping[str, Iterable[tuple[str, str]]] = field(default_factory=dict)
    losses: list[Phrase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    nodes: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    edges: list[tuple[int, tuple[str, str], bool, dict[str, Any]]] = field(default_factory=list)

    def note(self, element: Element, message: str | Phrase, value: object = None) -> None:
        """Add a problem on the line of the element."""
        self.problems.append(Problem(message, row=element.line, value=value, file=self.file))

    def note_nested(self, n_inside: int) -> None:
        """Note that nodes are inside of other nodes, where a cluster has actors beside each other."""
        if n_inside:
            self.losses.append(
                counted(
                    "which node holds which ({n} node is inside of another)",
                    "which node holds which ({n} nodes are inside of others)",
                    n_inside,
                )
            )

    def note_of_graph(self, own: Mapping[str, Any]) -> None:
        """Note what is said of the whole graph, which no column holds."""
        self.losses += lost_of_graph(own)

    def add_node(self, element: Element, node: str | None, attributes: dict[str, Any]) -> None:
        """Add a node; its id must be there, and be new."""
        node = clean_text(node or "")
        if not node:
            self.note(element, "a node has no id")
        elif node in self.nodes:
            earlier = self.nodes[node][0]
            self.note(element, phrase("a node of this id is already in line {line}", line=earlier), node)
        else:
            self.nodes[node] = (element.line, attributes)

    def add_edge(
        self, element: Element, source: str | None, target: str | None, directed: bool, attributes: dict[str, Any]
    ) -> None:
        """Add an edge; both of its ends must be there (whether such nodes exist is for the core to say)."""
        ends = (clean_text(source or ""), clean_text(target or ""))
        if not all(ends):
            self.note(element, "an edge needs a source and a target")
        self.edges.append((element.line, ends, directed, attributes))


def lost_of_graph(own: Mapping[str, Any]) -> list[Phrase]:
    """Return what is said of a whole graph, but for its name, its ids and its direction, as what is left behind."""
    names = [
        name for name, value in own.items() if name.casefold() not in _OF_GRAPH and value not in (None, "", {}, [])
    ]
    return [phrase("the attributes {names} of the graph", names=later(listed, names))] if names else []


def tables_of_file(file: GraphFile, options: ReadingOptions) -> Tables:
    """Return the graph of a file as plain tables.

    Raises
    ------
    InputError
        With every problem that was noted, or with what the edges have that no tie can have.

    Warns
    -----
    LossWarning
        If something is left behind.
    """
    if file.problems:
        raise InputError(file.problems)
    node_rows = [row for _, row in file.nodes.values()]
    edge_rows = [row for *_, row in file.edges]
    file.losses += without_infinities(node_rows)
    graph = ImportedGraph(
        ids=list(file.nodes),
        node_attributes=node_rows,
        ends=[ends for _, ends, _, _ in file.edges],
        edge_attributes=edge_rows,
        directed=[directed for _, _, directed, _ in file.edges],
        name=file.name,
        description=file.description,
        where=f"{file.file}, attribute 'socluster' of the graph",
        node_kinds=agreed_kinds(file.kinds.get("node", ()), node_rows),
        edge_kinds=agreed_kinds(file.kinds.get("edge", ()), edge_rows),
        file=file.file,
        node_lines=[line for line, _ in file.nodes.values()],
        edge_lines=[line for line, *_ in file.edges],
    )
    if options.weight == "weight":
        options = replace(options, weight=weight_attribute(edge_rows))
    tables, losses = tables_of_graph(graph, options)
    if file.losses or losses:
        lost = later(itemised, [*file.losses, *losses])
        warn("{file}: left out {lost}", LossWarning, file=file.file, lost=lost)
    return tables


def weight_attribute(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the attribute that means the strength of a tie, whatever the program called it."""
    names = dict.fromkeys(name for row in rows for name in row)
    meanings = canonical_columns("ties", [*names, "source", "target", "layer"])
    return next((name for name in names if meanings[name] == "weight"), "weight")
