"""Nodes and edges as a graph library or a graph file holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem
from socluster.core.labels import equal_labels, ids_of, is_too_large
from socluster.words import marked

__all__ = ["ImportedGraph", "distinct_nodes", "node_ids"]


@dataclass(frozen=True)
class ImportedGraph:
    """Nodes and edges with attributes, before anybody asks which of them a cluster can hold.

    Parameters
    ----------
    ids : sequence of str
        Ids of the nodes, all different.
    node_attributes : sequence of mapping
        For each node.
    ends : sequence of pairs of str
        For each edge, the ids of its nodes.
    edge_attributes : sequence of mapping
        For each edge.
    directed : sequence of bool
        For each edge, whether it runs from the first to the second of its nodes only.
    name : str, optional
        Name of the graph.
    labels : sequence, optional
        The nodes themselves, if they are remembered: the labels of all answers.
    description : str, optional
        What socluster wrote about the cluster that the graph was made of.
    where : str
        Where the description is.
    node_kinds, edge_kinds : mapping
        From attribute to kind, where the source says it.
    file, node_lines, edge_lines : optional
        The file, and the lines on which nodes and edges are in it.
    """

    ids: Sequence[str]
    node_attributes: Sequence[Mapping[Any, Any]]
    ends: Sequence[tuple[str, str]]
    edge_attributes: Sequence[Mapping[Any, Any]]
    directed: Sequence[bool]
    name: str | None = None
    labels: Sequence[Any] | None = None
    description: str | None = None
    where: str = "graph attribute 'socluster'"
    node_kinds: Mapping[str, str] = field(default_factory=dict)
    edge_kinds: Mapping[str, str] = field(default_factory=dict)
    file: str | None = None
    node_lines: Sequence[int] = ()
    edge_lines: Sequence[int] = ()

    @property
    def node_places(self) -> Sequence[int] | Sequence[str]:
        """Where each node is, for errors: its line in the file, or its id."""
        return self.node_lines if self.file else self.ids

    @property
    def edge_places(self) -> Sequence[int] | Sequence[str]:
        """Where each edge is, for errors: its line in the file, or its ends."""
        return self.edge_lines if self.file else [f"{source} – {target}" for source, target in self.ends]


def node_ids(nodes: Iterable[Any]) -> list[str]:
    """Return the nodes as text.

    Raises
    ------
    InputError
        If one has no text that lasts, if two of them are the same as text, or if Python takes one for another of
        another id; names all of them.
    """
    nodes = list(nodes)
    ids = ids_of(nodes)
    problems = [_no_id(node) for node, text in zip(nodes, ids, strict=True) if not isinstance(text, str)]
    if problems:
        raise InputError(problems)
    first: dict[str, Any] = {}
    for node, text in zip(nodes, ids, strict=True):
        if text in first:
            message, other = (
                marked("is the same actor as {other}, as ids are text; rename one"),
                {"other": repr(first[text])},
            )
            problems.append(Problem(message, "actors", text, "actor", node, values=other))
        first.setdefault(text, node)
    problems += equal_labels(ids, nodes, "actors")
    if problems:
        raise InputError(problems)
    return ids


def distinct_nodes(ends: Iterable[Any]) -> list[Any]:
    """Return the different nodes among the ends, in order of first mention; True is another one than 1."""
    return [node for _, node in dict.fromkeys((isinstance(end, bool | np.bool_), end) for end in ends)]


def _no_id(node: Any) -> Problem:
    """Return why a node cannot be an actor."""
    place: dict[str, Any] = {"table": "actors", "column": "actor", "value": node}
    if is_too_large(node):
        return Problem("is too large a number", **place)
    if node is None or node is pd.NA or node != node:
        return Problem("is a missing value, which is no actor; name it or leave it out", **place)
    return Problem(
        "has no text that stays the same from run to run; relabel it with a text, as networkx.relabel_nodes does in a "
        "graph",
        **place,
    )
