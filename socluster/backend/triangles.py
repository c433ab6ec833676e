"""networkx's triangles, clustering and squares."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np
from scipy import sparse

from socluster._kernels.ego.holes import holes
from socluster._kernels.products import Matrix, Vector, product_at, row_blocks, row_sums
from socluster.backend.graph import Converted
from socluster.backend.strangers import or_as_networkx

__all__ = ["average_clustering", "clustering", "square_clustering", "transitivity", "triangles"]


@or_as_networkx
def triangles(G: Converted, nodes: Any = None) -> Any:
    """Return the number of triangles that a node is part of."""
    return G.by_node(_triangles(G), nodes)


def transitivity(G: Converted) -> float:
    """Return the share of pairs of neighbours that are tied."""
    degree = _degrees(G.ties)
    closed, pairs = int(_triangles(G).sum()) * 2, int((degree * (degree - 1)).sum())
    return closed / pairs if closed else 0


@or_as_networkx
def clustering(G: Converted, nodes: Any = None, weight: Hashable | None = None) -> Any:
    """Return the share of pairs of neighbours that are tied, by node, or its weighted or directed form."""
    return G.by_node(_clustering(G, weight), nodes)


@or_as_networkx
def average_clustering(
    G: Converted, nodes: Any = None, weight: Hashable | None = None, count_zeros: bool = True
) -> float:
    """Return the mean clustering, of all nodes or of some."""
    values = list(G.by_node(_clustering(G, weight), nodes).values())
    if not count_zeros:
        values = [value for value in values if abs(value) > 0]
    return float(sum(values)) / len(values)


@or_as_networkx
def square_clustering(G: Converted, nodes: Any = None) -> Any:
    """Return the share of possible squares at a node that are there."""
    ties = G.ties
    degree = _degrees(ties)
    common, closed = np.zeros(len(G)), np.zeros(len(G))
    for rows in row_blocks(ties, ties):
        shared = (ties[rows] @ ties).tocoo()
        row = shared.row + rows.start
        count = np.where(row == shared.col, 0.0, shared.data)
        common += np.bincount(row, weights=count * (count - 1) / 2, minlength=len(G))
        closed[rows] = row_sums((shared.tocsr() * ties[rows]).tocsr())
    possible = (degree - 1) * (ties @ degree) - degree * (degree - 1) - closed - common
    values = np.divide(common, possible, out=np.zeros(len(G)), where=(possible > 0) & (degree > 1))
    return G.by_node(values, nodes)


def _triangles(graph: Converted) -> Vector:
    return np.asarray(holes(graph.ties, directed=False).triangles)


def _degrees(ties: Matrix) -> Vector:
    return np.asarray(np.diff(ties.indptr), dtype=np.int64)


def _clustering(graph: Converted, weight: Hashable | None) -> Vector:
    """Return Onnela's or Fagiolo's clustering of every node: cubes of the sum of both directions, over those there are.

    References
    ----------
    Onnela, J.-P. et al. (2005). Intensity and coherence of motifs in weighted complex networks. Physical Review E, 71,
    065103. doi:10.1103/PhysRevE.71.065103
    Fagiolo, G. (2007). Clustering in complex directed networks. Physical Review E, 76, 026107.
    doi:10.1103/PhysRevE.76.026107
    """
    ties = graph.ties
    degree = _degrees(ties)
    if weight is None and not graph.directed:
        closed, pairs = 2.0 * _triangles(graph), degree * (degree - 1)
    else:
        roots = _cube_roots(graph, weight)
        both = (roots + roots.T).tocsr() if graph.directed else roots
        closed = row_sums(product_at(both, both, both))
        pairs = degree * (degree - 1)
        if graph.directed:
            total = degree + _degrees(ties.T.tocsr())
            pairs = 2 * (total * (total - 1) - 2 * _degrees((ties * ties.T).tocsr()))
    return np.asarray(np.divide(closed, pairs, out=np.zeros(len(graph)), where=closed != 0))


def _cube_roots(graph: Converted, weight: Hashable | None) -> Matrix:
    """Return the cube root of every weight as a part of the largest, loops included; ones without a weight."""
    if weight is None or not len(graph.columns):
        return graph.ties
    numbers = graph.numbers(weight)
    if numbers.max() <= 0:
        raise NotImplementedError("socluster takes weights of which the largest is positive")
    result = graph.places.astype(np.float64)
    result.data = np.cbrt(numbers / numbers.max())[graph.places.data - 1]
    return sparse.csr_array(result)
