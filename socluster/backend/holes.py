"""networkx's structural holes."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import networkx as nx
import numpy as np

from socluster._kernels.ego import holes as kernel
from socluster._kernels.products import Vector
from socluster.backend.graph import Converted
from socluster.backend.strangers import or_as_networkx

__all__ = ["constraint", "effective_size", "local_constraint"]


@or_as_networkx
def constraint(G: Converted, nodes: Any = None, weight: Hashable | None = None) -> Any:
    """Return Burt's constraint; NaN for nodes without contacts."""
    return _chosen(G, _holes(G, weight).constraint, nodes)


@or_as_networkx
def effective_size(G: Converted, nodes: Any = None, weight: Hashable | None = None) -> Any:
    """Return Burt's effective size; NaN for nodes without contacts.

    It follows the definition, as networkx does when it is asked about some nodes. Asked about all, networkx up to 3.6.1
    divides by the strongest tie of the wrong contact where ties are weighted or directed.
    """
    return _chosen(G, _holes(G, weight).effective_size, nodes)


@or_as_networkx
def local_constraint(G: Converted, u: Hashable, v: Hashable, weight: Hashable | None = None) -> float:
    """Return what the ties to one node, directly and through others, constrain another: (p_uv + sum p_uw p_wv)^2."""
    between, total = G.without_loops().two_way(weight)
    row, column = G.index[u], G.index[v]
    if total[row] == 0:
        return 0.0
    here = slice(between.indptr[row], between.indptr[row + 1])
    there = slice(between.indptr[column], between.indptr[column + 1])
    near, far = between.indices[here], between.indices[there]
    common, of_row, of_column = np.intersect1d(near, far, assume_unique=True, return_indices=True)
    direct = between.data[here][near == column].sum()
    through = (between.data[here][of_row] * between.data[there][of_column] / total[common]).sum()
    return float(((direct + through) / total[row]) ** 2)


def _holes(graph: Converted, weight: Hashable | None) -> kernel.Holes:
    return kernel.holes(graph.without_loops().positive(weight), directed=graph.directed)


def _chosen(graph: Converted, values: Vector, nodes: Any) -> Any:
    """Return the values of these nodes; networkx, asked about some nodes, calls those without successors isolated."""
    if nodes is None:
        if not graph.nodes:
            raise nx.NetworkXError("Graph has no nodes or edges")
        return graph.by_node(values)
    if graph.directed:
        values = np.where(np.diff(graph.starts) > 0, values, np.nan)
    numbers = values.tolist()
    return {node: numbers[graph.index[node]] for node in nodes}
