"""The layout of one component by forces, made repeatable: fixed start, private random state, fixed orientation.

Stress keeps the distances of few nodes. Of more, most are as far from each other, and it spreads them evenly over a
disc: forces that start from it draw together who is tied among themselves, so that parts are seen.

Beyond some hundred nodes plain forces press the parts of a dense network into one ball. Its backbone is then laid out
by DrL, whose repulsion ends at a distance, so that parts with few ties between them stand apart; a random network of
the same size stays one ball.

References
----------
Martin, Brown, Klavans & Boyack 2011, doi:10.1117/12.871402 (DrL, also known as OpenOrd).
"""

from __future__ import annotations

import random

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from socluster.core.columns import Array

__all__ = ["force_directed"]

_FEW, _MOST_FOR_STRESS = 80, 500
_MOST_FOR_PARTS = 5_000
_PIVOTS = 60


def force_directed(n: int, edges: Array, of_backbone: bool = False) -> Array:
    """Return one point per node of a connected graph, in a unit square (centred where the drawing is narrower).

    Parameters
    ----------
    n : int
        Number of nodes, at least 2.
    edges : ndarray of shape (m, 2)
        Distinct pairs of nodes.
    of_backbone : bool, default False
        Whether they are the backbone of a dense network, whose parts are to stand apart.

    Returns
    -------
    ndarray of shape (n, 2)
    """
    start = _pivot_mds(n, edges)
    points = start if n <= 2 else _igraph_layout(n, edges, start, of_backbone)
    points = _oriented(points)
    extent = np.ptp(points, axis=0)
    unit: Array = (points - points.min(axis=0) - extent / 2) / extent.max() + 0.5
    return unit


def _igraph_layout(n: int, edges: Array, start: Array, of_backbone: bool) -> Array:
    """Stress, parts or forces from a fixed start; what igraph draws at random comes from a generator of its own."""
    import igraph

    graph = igraph.Graph(n, edges.tolist())
    igraph.set_random_number_generator(random.Random(1))
    try:
        if n <= _MOST_FOR_STRESS:
            found = graph.layout_kamada_kawai(seed=start.tolist(), maxiter=50 * n, epsilon=0)
            if n > _FEW:
                points = np.array(found.coords, dtype=float)
                points *= np.sqrt(n) / np.ptp(points, axis=0).max()  # the distances at which forces balance
                found = graph.layout_fruchterman_reingold(seed=points.tolist(), niter=500, grid=False)
        elif of_backbone and n <= _MOST_FOR_PARTS:
            found = graph.layout_drl(seed=start.tolist(), options="default")
        else:
            found = graph.layout_fruchterman_reingold(seed=start.tolist(), niter=500, grid="auto")
    finally:
        igraph.set_random_number_generator(random)  # igraph's default; the state of `random` was never touched
    return np.array(found.coords, dtype=float)


def _pivot_mds(n: int, edges: Array) -> Array:
    """Classical scaling of the distances to some pivots (each the farthest from those before)."""
    ones = np.ones(len(edges))
    graph = sparse.csr_array((ones, (edges[:, 0], edges[:, 1])), shape=(n, n))
    rows: list[Array] = []
    nearest = np.full(n, np.inf)
    pivot = 0
    for _ in range(min(n, _PIVOTS)):
        rows.append(csgraph.dijkstra(graph, directed=False, indices=pivot, unweighted=True))
        nearest = np.minimum(nearest, rows[-1])
        pivot = int(nearest.argmax())
    squared = np.column_stack(rows) ** 2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean())
    _, vectors = np.linalg.eigh(centred.T @ centred)
    points = centred @ vectors[:, :-3:-1]
    scale = np.abs(points).max() or 1.0
    points = points / scale * np.sqrt(n)
    if points.shape[1] < 2:
        points = np.column_stack([points, np.zeros(n)])
    # actors with the same neighbours would start on the same spot, where forces have no direction
    turn = 2.399963 * np.arange(n)
    jittered: Array = points + 0.05 * np.column_stack([np.cos(turn), np.sin(turn)])
    return jittered


def _oriented(points: Array) -> Array:
    """Turn the long axis flat, and mirror so that the long tails point right and up."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Array = centred @ axes[:, ::-1]
    for axis in (0, 1):
        values = turned[:, axis]
        skew = float((values**3).sum())
        reference = skew if abs(skew) > 1e-6 * float((np.abs(values) ** 3).sum()) else -float(values[0])
        if reference < 0:
            turned[:, axis] = -values
    return turned
