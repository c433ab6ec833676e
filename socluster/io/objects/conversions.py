"""Clusters as graphs of other libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socluster.core.checked import checked
from socluster.core.errors import TwoModesWarning
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.objects.dispatch import as_cluster
from socluster.io.objects.igraph_graphs import igraph_graph
from socluster.io.objects.networkx_graphs import networkx_graph
from socluster.io.objects.two_modes import n_beside_projection
from socluster.words import counted

if TYPE_CHECKING:
    import igraph
    import networkx as nx

__all__ = ["to_igraph", "to_networkx", "to_tables"]


@checked
def to_networkx(cluster: Any, /) -> nx.Graph[Any]:
    """What does networkx make of this cluster? Return it as a graph of networkx.

    The simplest class that holds it: `Graph` or `DiGraph` for one layer, `MultiGraph` or `MultiDiGraph` for several
    (or for several waves), with the layer as the key of each edge. Where any layer is directed, the graph is, and an
    undirected tie becomes two arcs.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to convert.

    Returns
    -------
    networkx.Graph, DiGraph, MultiGraph or MultiDiGraph
        Node attributes are the columns of the actors, edge attributes those of the ties and `layer`; what is missing is
        left out. If actors belong to groups, groups are nodes too (`bipartite` 1, actors 0). `graph["socluster"]` is a
        JSON text with all the rest (layers, info, unknown dyads), from which `as_cluster` restores the same cluster.

    Warns
    -----
    TwoModesWarning
        If the graph holds a projection and, beside it, the groups and affiliations that it was made of.

    Notes
    -----
    The edge attribute `weight` is the strength of the tie. Functions of networkx that find shortest paths
    (`betweenness_centrality`, `closeness_centrality`, `shortest_path`) take a weight for a *distance*, by which strong
    ties would be long. Leave out their `weight` (or `distance`) argument to count steps, or give them the inverse::

        for _, _, tie in graph.edges(data=True):
            tie["distance"] = 1 / tie["weight"]
        networkx.betweenness_centrality(graph, weight="distance")

    Unknown dyads are no edges; networkx takes them for absent ties.

    Examples
    --------
    >>> graph = to_networkx([("School", "Clinic"), ("Clinic", "NGO", 3)])
    >>> sorted(graph["Clinic"])
    ['NGO', 'School']
    >>> graph["Clinic"]["NGO"]["weight"]
    3.0
    """
    return networkx_graph(_told_of_two_modes(as_cluster(cluster).parts.to_tables()))


@checked
def to_igraph(cluster: Any, /) -> igraph.Graph:
    """What does igraph make of this cluster? Return it as a graph of igraph.

    A graph of igraph is directed as a whole: where any layer is directed, the graph is, and an undirected tie becomes
    two arcs. All layers are in one graph, told apart by the edge attribute `layer`.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to convert.

    Returns
    -------
    igraph.Graph
        The vertex attribute `name` is the id of the actor and `label` its name; the others are the columns of the
        actors, None where missing, and edge attributes likewise. If actors belong to groups, groups are vertices too
        (`type` true, as igraph marks a second mode). The graph attribute `socluster` is a JSON text with all the rest,
        from which `as_cluster` restores the same cluster.

    Warns
    -----
    TwoModesWarning
        If the graph holds a projection and, beside it, the groups and affiliations that it was made of.

    Notes
    -----
    `weight` is the strength of a tie. Functions of igraph use it only if told to (`weights="weight"`); those that find
    shortest paths then take it for a distance, so give them the inverse.

    Examples
    --------
    >>> graph = to_igraph([("School", "Clinic"), ("Clinic", "NGO", 3)])
    >>> graph.vs["name"], graph.es["weight"]
    (['School', 'Clinic', 'NGO'], [1.0, 3.0])
    """
    return igraph_graph(_told_of_two_modes(as_cluster(cluster).parts.to_tables()))


def _told_of_two_modes(tables: Tables) -> Tables:
    """Return the tables, and warn if measures of the graph would count groups as actors, beside their projection."""
    n = n_beside_projection(tables)
    if n:
        warn(
            "the graph holds the ties of the projection and, beside them, {affiliations} with groups as nodes; for the "
            "actors and their ties alone, convert cluster.select(keep_groups=False)",
            TwoModesWarning,
            affiliations=counted("{n} affiliation", "{n} affiliations", n),
        )
    return tables


@checked
def to_tables(cluster: Any, /) -> Tables:
    """What stands in the tables of this cluster? Return them as DataFrames, with the layers and the rest beside them.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to convert.

    Returns
    -------
    Tables
        actors, ties, groups, affiliations and unknown as new DataFrames; layers, name and info; kinds of the columns.

    Examples
    --------
    >>> to_tables([("School", "Clinic"), ("Clinic", "NGO", 3)]).ties[["source", "target", "weight"]]
       source  target  weight
    0  School  Clinic     1.0
    1  Clinic     NGO     3.0
    """
    return as_cluster(cluster).to_tables()
