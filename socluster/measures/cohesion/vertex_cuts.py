"""Cuts of vertices: how few of them hold a graph together, and which ones.

igraph answers this pair by pair; here the pairs are chosen so that about n of them tell about the whole.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

__all__ = ["small_cut", "vertex_connectivity"]


def vertex_connectivity(graph: Any) -> int:
    """Return the least number of vertices without which a graph (of igraph) falls apart; n - 1 if it never does.

    In a directed graph, falling apart means that paths no longer lead from everybody to everybody. Any c + 1 vertices
    hold one outside a smallest cut of c vertices, and the pairs of that one show the cut; so the first rows will do.
    """
    n = graph.vcount()
    least: int = max(n - 1, 0)
    for first in range(n):
        if first > least:
            break
        for other in range(n):
            for source, target in ((first, other), (other, first))[: 1 + graph.is_directed()]:
                if source != target and not graph.are_adjacent(source, target):
                    least = min(least, _between(graph, source, target))
    return least


def small_cut(graph: Any, below: int) -> list[int] | None:
    """Return fewer than `below` vertices without which an undirected, connected graph falls apart, or None.

    A smallest cut either spares the vertex v with the fewest partners, and then parts it from somebody; or it holds v,
    and then parts two of the partners of v (Esfahanian & Hakimi 1984).
    """
    cutpoints = graph.articulation_points() if below > 1 else []
    if cutpoints or below <= 2:
        return cutpoints[:1] or None
    degrees = graph.degree()
    vertex = degrees.index(min(degrees))
    near = graph.neighbors(vertex)
    far = set(range(graph.vcount())) - {vertex, *near}
    for source, target in [*((vertex, other) for other in sorted(far)), *combinations(near, 2)]:
        if not graph.are_adjacent(source, target) and _between(graph, source, target) < below:
            return _cut_between(graph, source, target)
    return None


def _between(graph: Any, source: int, target: int) -> int:
    """Return the least number of vertices that part two vertices who are not tied."""
    return int(graph.vertex_connectivity(source, target, checks=False))


def _cut_between(graph: Any, source: int, target: int) -> list[int]:
    """Return these vertices: a smallest cut of edges where every vertex is an edge from its entrance to its exit."""
    import igraph

    n = graph.vcount()
    doors = [(vertex, vertex + n) for vertex in range(n)]
    ties = [(a + n, b) for edge in graph.get_edgelist() for a, b in (edge, edge[::-1])]
    split = igraph.Graph(n=2 * n, edges=doors + ties, directed=True)
    capacity = [1] * n + [n] * len(ties)  # a tie is never cheaper to cut than a vertex
    here = set(split.mincut(source + n, target, capacity).partition[0])
    return [vertex for vertex in range(n) if vertex in here and vertex + n not in here]
