"""What several measures of one network look at together: computed for the first of them, kept for the others."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster._kernels.ego.holes import Holes, holes
from socluster._kernels.paths.distances import DistanceSums, distance_sums, reach
from socluster.core.columns import Array
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.lengths import Cost, lengths
from socluster.measures.shared.network import Network

__all__ = ["graph_of", "holes_of", "reach_of", "steps_of"]


def graph_of(net: Network) -> Any:
    """Return the ties as a graph of igraph, strengths as edge attribute `value` (the graph is not to be changed)."""
    return net.kept("igraph", lambda: igraph_of(net.ties, directed=net.directed))


def holes_of(net: Network, *, weighted: bool = True) -> Holes:
    """Return what the ties among the contacts of every actor tell (arrays are not to be changed)."""
    strength = net.ties if weighted else net.binary
    return net.kept(f"holes, weighted {weighted}", lambda: holes(strength, directed=net.directed))


def steps_of(net: Network, *, direction: str = "out") -> DistanceSums:
    """Return how many others every actor reaches in steps, and how far they are (arrays are not to be changed)."""
    walked = direction if net.directed else "out"  # without direction all three are the same

    def search() -> DistanceSums:
        return distance_sums(net.ties.T.tocsr() if walked == "in" else net.ties, directed=walked != "all")

    return net.kept(f"steps {walked}", search)


def reach_of(net: Network, *, cost: Cost = None, direction: str = "out") -> tuple[Array, Array, Array]:
    """Return the number of others that every actor reaches, the sum of their distances, and that of 1 / distance."""
    if cost is None:
        steps = steps_of(net, direction=direction)
        return steps.reached.astype(float), steps.total.astype(float), np.array(steps.inverse)
    length = lengths(net.strength, cost)
    if direction == "in":
        length = length.T.tocsr()
    return reach(length, directed=direction != "all")
