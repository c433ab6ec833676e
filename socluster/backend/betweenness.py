"""networkx's betweenness of nodes and edges."""

from __future__ import annotations

import math
from collections.abc import Hashable
from random import Random
from typing import Any

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.paths import shortest_paths
from socluster._kernels.paths.betweenness import carried_paths
from socluster._kernels.paths.distances import distance_sums
from socluster._kernels.products import Matrix, Vector
from socluster.backend.graph import Converted

__all__ = ["betweenness_centrality", "edge_betweenness_centrality"]


def betweenness_centrality(
    G: Converted,
    k: int | None = None,
    normalized: bool = True,
    weight: Hashable | None = None,
    endpoints: bool = False,
    seed: Random | None = None,
) -> dict[Hashable, float]:
    """Return the part of shortest paths that every node is on, with networkx's own scales and sampling."""
    lengths = G.positive(weight)
    k = None if k == len(G) else k
    sources = _sampled(G, k, seed)
    first = np.r_[sources, np.setdiff1d(np.arange(len(G)), sources)]
    ties = lengths if k is None else lengths[first][:, first]
    raw = np.empty(len(G))
    if weight is None and len(G) >= COMPILED_FROM:
        raw[first] = carried_paths(ties if k is None else ties.T.tocsr(), len(sources))
    else:
        raw[first] = shortest_paths.carried(ties, len(sources))[0]
    if endpoints:
        raw += _ends(G.ties, sources, directed=G.directed)
    scale = _scales(len(G), k, sources, normalized=normalized, directed=G.directed, endpoints=endpoints)
    return dict(zip(G.nodes, (raw * scale).tolist(), strict=True))


def edge_betweenness_centrality(
    G: Converted,
    k: int | None = None,
    normalized: bool = True,
    weight: Hashable | None = None,
    seed: Random | None = None,
) -> dict[tuple[Hashable, Hashable], float]:
    """Return the part of shortest paths that every edge is on, with networkx's own scales, sampling and order."""
    lengths = G.positive(weight)
    sources = _sampled(G, k, seed)
    first = sources if k is None else np.r_[sources, np.setdiff1d(np.arange(len(G)), sources)]
    at = G.places if k is None else G.places[first][:, first]
    ties = lengths if k is None else lengths[first][:, first]
    raw = np.zeros(len(G.columns))
    raw[_sorted(at).data.astype(np.int64) - 1] = shortest_paths.carried(_sorted(ties), len(sources))[1]
    pairs = np.arange(len(G.columns))
    if not G.directed:  # both directions are one edge, which stands where networkx meets it first
        back = np.empty(len(pairs), dtype=np.int64)
        back[np.lexsort((G.columns, G.rows))] = np.lexsort((G.rows, G.columns))
        raw += np.where(back == pairs, 0.0, raw[back])
        pairs = pairs[G.rows <= G.columns]
    raw *= _scales(len(G), k, sources, normalized=normalized, directed=G.directed, endpoints=True)[G.rows]
    rows, columns, values = G.rows[pairs].tolist(), G.columns[pairs].tolist(), raw[pairs].tolist()
    return {(G.nodes[u], G.nodes[v]): value for u, v, value in zip(rows, columns, values, strict=True)}


def _sampled(graph: Converted, k: int | None, seed: Random | None) -> Vector:
    """Return the places of the nodes from whom paths start, drawn as networkx draws them."""
    if k is None:
        return np.arange(len(graph))
    drawn: list[Any] = seed.sample(list(graph.nodes), k) if seed is not None else []
    return np.array([graph.index[node] for node in drawn], dtype=np.int64)


def _sorted(matrix: Matrix) -> Matrix:
    matrix = matrix.copy()
    matrix.sort_indices()
    return matrix


def _ends(ties: Matrix, sources: Vector, *, directed: bool) -> Vector:
    """Return how many paths from the sources end at every node, and, for sources, begin there."""
    if directed:
        reached = distance_sums(ties, directed=True).reached + distance_sums(ties.T.tocsr(), directed=True).reached
        return np.asarray(reached, dtype=np.float64)
    part = csgraph.connected_components(ties, directed=False)[1]
    ends: Vector = np.bincount(part[sources], minlength=part.max(initial=0) + 1)[part].astype(np.float64)
    ends[sources] += np.bincount(part)[part[sources]] - 2.0
    return ends


def _scales(n: int, k: int | None, sources: Vector, *, normalized: bool, directed: bool, endpoints: bool) -> Vector:
    """Return by what networkx (3.6) multiplies what every node or edge has."""
    most = n if endpoints else n - 1
    if most < 2:
        return np.ones(n)
    top, bottom = (1.0, most - 1) if normalized else (float(most), 1 if directed else 2)
    scale = np.full(n, top / ((most if k is None else k) * bottom))  # one division, digit by digit as networkx does
    if k is not None and not endpoints:
        scale[sources] = top / ((k - 1) * bottom) if k > 1 else math.nan
    return scale
