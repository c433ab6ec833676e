"""networkx's measures of distance: closeness, efficiency, and the mean distance."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import networkx as nx
import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.ego.neighbourhoods import inverse_distances_around
from socluster._kernels.paths.distances import distance_sums, reach
from socluster._kernels.products import Vector
from socluster.backend.graph import Converted
from socluster.backend.strangers import or_as_networkx

__all__ = [
    "average_shortest_path_length",
    "closeness_centrality",
    "global_efficiency",
    "harmonic_centrality",
    "local_efficiency",
]


@or_as_networkx
def closeness_centrality(
    G: Converted, u: Hashable | None = None, distance: Hashable | None = None, wf_improved: bool = True
) -> Any:
    """Return how near a node is to those who reach it: of every node, or of one."""
    lengths = G.positive(distance).T.tocsr()
    if u is None:
        reached, total, _ = reach(lengths, directed=True)
        return G.by_node(_closeness(reached, total, len(G), wf_improved))
    found = csgraph.dijkstra(lengths, indices=G.index[u])
    found = found[np.isfinite(found)]
    return float(_closeness(np.array([len(found) - 1.0]), np.array([found.sum()]), len(G), wf_improved)[0])


@or_as_networkx
def harmonic_centrality(
    G: Converted, nbunch: None = None, distance: Hashable | None = None, sources: None = None
) -> dict[Hashable, float]:
    """Return the sum of 1 / distance from those who reach a node."""
    values: dict[Hashable, float] = G.by_node(reach(G.positive(distance).T.tocsr(), directed=True)[2])
    return values


def global_efficiency(G: Converted) -> float:
    """Return the mean of 1 / distance over all pairs; 0 for fewer than two nodes."""
    n = len(G)
    return float(distance_sums(G.ties, directed=True).inverse.sum()) / (n * (n - 1)) if n > 1 else 0.0


def local_efficiency(G: Converted) -> float:
    """Return the mean over nodes of how efficient a node's neighbours are among themselves."""
    degree = np.diff(G.without_loops().starts)
    around = inverse_distances_around(G.ties) / np.maximum(degree * (degree - 1), 1)
    return float(around.sum()) / len(G)


def average_shortest_path_length(G: Converted, weight: Hashable | None = None, method: str | None = None) -> float:
    """Return the mean distance over all pairs of nodes."""
    lengths, n = G.positive(None if method == "unweighted" else weight), len(G)
    if n == 0:
        raise nx.NetworkXPointlessConcept("the null graph has no paths, thus there is no average shortest path length")
    if n == 1:
        return 0
    reached, total, _ = reach(lengths, directed=True)
    if reached.min() < n - 1:
        raise nx.NetworkXError(f"Graph is not {'strongly ' * G.directed}connected.")
    return float(total.sum()) / (n * (n - 1))


def _closeness(reached: Vector, total: Vector, n: int, improved: bool) -> Vector:
    """Return reached / total, times the share of the others that is reached; 0 where nobody is reached."""
    values = np.divide(reached, total, out=np.zeros(len(total)), where=total > 0)
    return np.asarray(values * (reached / max(n - 1, 1)) if improved else values)  # digit by digit as networkx does
