"""Graphs to answer about, and networkx's own answers beside ours."""

import math
from random import Random

import networkx as nx

from socluster.backend import interface

SIZES = [(0, 0.0), (1, 0.0), (2, 1.0), (6, 0.5), (30, 0.15), (202, 0.008)]  # the last beyond the size of compiled loops


def graphs(*, directed=(False, True)):
    """Return random graphs whose nodes are in no order, with weights of which several are equal."""
    rng, made = Random(3), []
    for n, p in SIZES:
        for one in directed:
            drawn = nx.gnp_random_graph(n, p, seed=n, directed=one)
            graph = nx.DiGraph() if one else nx.Graph()
            graph.add_nodes_from(rng.sample([f"node {node}" for node in drawn], n))
            edges = [(f"node {a}", f"node {b}") for a, b in drawn.edges]
            graph.add_edges_from((*edge, {"w": rng.choice([0.5, 1, 2, 3])}) for edge in rng.sample(edges, len(edges)))
            made.append(graph)
    return made


def ours(name, graph, *args, **kwargs):
    """Return our answer of that name, as the dispatcher asks for it."""
    attribute = kwargs.get("weight") or kwargs.get("distance")
    made = interface.convert_from_nx(graph, edge_attrs={attribute: 1} if attribute else None)
    return interface.convert_to_nx(getattr(interface, name)(made, *args, **kwargs))


def agree(name, graph, *args, **kwargs):
    """Assert that our answer is networkx's: plain numbers, of the same nodes in the same order."""
    seed = [{"seed": Random(5)} if kwargs.get("k") else {} for _ in range(2)]
    expected = getattr(nx, name)(graph, *args, **kwargs, **seed[0])
    answer = ours(name, graph, *args, **kwargs, **seed[1])
    if not isinstance(expected, dict):
        _same(answer, expected)
        return
    assert set(answer) == set(expected)
    assert list(answer) == list(expected) or name == "harmonic_centrality"  # there networkx goes through a set
    for key, value in expected.items():
        _same(answer[key], value)


def _same(answer, expected):
    assert type(answer) in (int, float)
    assert math.isnan(answer) == math.isnan(expected)
    assert math.isnan(expected) or math.isclose(answer, expected, rel_tol=1e-9, abs_tol=1e-12)
