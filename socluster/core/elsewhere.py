"""What networkx, igraph and pandas call things that a cluster has under another name, or leaves to a function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from socluster.core.errors import NoSuchNameError, nearest

__all__ = ["INSTEAD", "no_such_attribute"]

_NODES = "cluster.labels, cluster.actors"
_EDGES = "cluster.ties"
_NEIGHBOURS = "cluster.ego(actor).without_actor(actor).labels"

INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("nodes", "node", "vertices", "vs"), _NODES),
        **dict.fromkeys(("edges", "links", "es", "edge_list", "get_edgelist"), _EDGES),
        **dict.fromkeys(("neighbors", "neighbours", "adj", "adjacency", "successors", "predecessors"), _NEIGHBOURS),
        **dict.fromkeys(("number_of_nodes", "order", "vcount"), "cluster.n_actors"),
        **dict.fromkeys(("number_of_edges", "ecount", "size"), "cluster.n_ties"),
        "shape": "cluster.n_actors, cluster.n_ties",
        "subgraph": "cluster.select(actors=...)",
        "add_node": "cluster.with_actor(...)",
        "add_vertex": "cluster.with_actor(...)",
        "add_edge": "cluster.with_ties(...)",
        "add_edges_from": "cluster.with_ties(DataFrame)",
        "remove_node": "cluster.without_actor(...)",
        "remove_edge": "cluster.without_ties(...)",
        "has_node": "actor in cluster",
        "to_undirected": "cluster.symmetrise()",
        "get_adjacency": "cluster.matrix()",
        "adjacency_matrix": "cluster.matrix()",
        "to_networkx": "socluster.to_networkx(cluster)",
        "to_igraph": "socluster.to_igraph(cluster)",
        "write": "socluster.write(cluster, path)",
        **dict.fromkeys(("plot", "draw"), "socluster.plot.network(cluster)"),
        "assign": "cluster.with_columns(...)",
        "copy": "cluster",
    }
)
"""From the name elsewhere to the code that does it here."""


def no_such_attribute(name: str, known: Iterable[str], measures: Iterable[str]) -> AttributeError:
    """Return the error for an attribute that a cluster does not have, with what was probably meant."""
    if name in INSTEAD:
        return NoSuchNameError("a cluster has no '{name}'; use {instead}", {"name": name, "instead": INSTEAD[name]})
    if name in measures:
        code = f"socluster.{name}(cluster)"
        return NoSuchNameError("a cluster has no '{name}'; use {instead}", {"name": name, "instead": code})
    near = nearest(name, known)
    if near:
        return NoSuchNameError("a cluster has no '{name}'; did you mean '{near}'?", {"name": name, "near": near})
    return NoSuchNameError("a cluster has no '{name}'", {"name": name})
