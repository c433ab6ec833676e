"""Which calls are ours."""

import networkx as nx
import pytest

from socluster.backend import interface, limits

GRAPH = nx.path_graph(50)

REFUSED = [
    ("betweenness_centrality", (nx.MultiGraph(),), {}, "parallel"),
    ("betweenness_centrality", (GRAPH,), {"weight": lambda u, v, d: 1}, "not functions"),
    ("betweenness_centrality", (GRAPH, 0), {}, "samples"),
    ("betweenness_centrality", (GRAPH, 51), {}, "samples"),
    ("betweenness_centrality", (GRAPH, 2.5), {}, "samples"),
    ("betweenness_centrality", (nx.DiGraph(GRAPH),), {"k": 3, "endpoints": True}, "endpoints"),
    ("edge_betweenness_centrality", (nx.MultiDiGraph(),), {}, "parallel"),
    ("closeness_centrality", (GRAPH,), {"distance": lambda u, v, d: 1}, "not functions"),
    ("harmonic_centrality", (GRAPH, [1]), {}, "all nodes"),
    ("harmonic_centrality", (GRAPH,), {"sources": [1]}, "all nodes"),
    ("average_shortest_path_length", (GRAPH,), {"method": "floyd-warshall"}, "methods"),
    ("transitivity", (nx.DiGraph(),), {}, "undirected"),
    ("square_clustering", (nx.DiGraph(),), {}, "undirected"),
    ("clustering", (GRAPH, iter([1])), {}, "collection"),
]
OURS = [
    ("betweenness_centrality", (GRAPH,), {}),
    ("betweenness_centrality", (), {"G": GRAPH, "k": 3, "endpoints": True, "weight": "w"}),
    ("betweenness_centrality", (nx.DiGraph(GRAPH),), {"k": 50, "endpoints": True}),
    ("triangles", (GRAPH, 3), {}),
    ("clustering", (GRAPH, {1, 2}), {"weight": "w"}),
    ("constraint", (nx.DiGraph(GRAPH),), {"nodes": (1, 2)}),
    ("average_shortest_path_length", (GRAPH,), {"method": "dijkstra"}),
    ("triangles", (GRAPH,), {"wrong": 1}),  # networkx names the argument that there is not
]
LEFT = [
    ("betweenness_centrality", (nx.path_graph(39),)),
    ("triangles", (nx.path_graph(199),)),
    ("core_number", (nx.path_graph(199),)),
    ("closeness_centrality", (GRAPH, 3)),
]


@pytest.mark.parametrize(("name", "args", "kwargs", "reason"), REFUSED)
def test_what_is_not_ours_says_why(name, args, kwargs, reason):
    assert reason in interface.can_run(name, args, kwargs)


@pytest.mark.parametrize(("name", "args", "kwargs"), OURS)
def test_what_is_ours(name, args, kwargs):
    assert interface.can_run(name, args, kwargs) is True


@pytest.mark.parametrize(("name", "args"), LEFT)
def test_what_networkx_answers_as_quickly(name, args):
    assert interface.can_run(name, args, {}) is True
    assert "as quick" in interface.should_run(name, args, {})


def test_the_rest_had_better_be_asked_here():
    assert interface.should_run("betweenness_centrality", (GRAPH,), {}) is True
    assert interface.should_run("local_constraint", (GRAPH, 1, 2), {}) is True
    assert interface.should_run("triangles", (nx.path_graph(200),), {}) is True


def test_an_older_networkx_has_other_scales(monkeypatch):
    monkeypatch.setattr(limits, "_version", lambda: (3, 5))
    assert "older" in interface.can_run("betweenness_centrality", (GRAPH,), {})
