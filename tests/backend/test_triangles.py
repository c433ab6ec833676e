"""Triangles, clustering and squares as networkx has them."""

import networkx as nx
import pytest

from tests.backend.against import agree, graphs, ours

UNDIRECTED = pytest.mark.parametrize("graph", graphs(directed=[False]), ids=str)


@UNDIRECTED
def test_of_undirected_graphs(graph):
    agree("transitivity", graph)
    for name in ("triangles", "square_clustering"):
        agree(name, graph)
        agree(name, graph, nodes=list(graph)[:3])
        for node in list(graph)[:2]:
            agree(name, graph, node)


@pytest.mark.parametrize("graph", graphs(), ids=str)
@pytest.mark.parametrize("weights", [{}, {"weight": "w"}], ids=str)
def test_clustering(graph, weights):
    agree("clustering", graph, **weights)
    agree("clustering", graph, nodes=list(graph)[:3], **weights)
    if len(graph):
        agree("average_clustering", graph, **weights)
        agree("average_clustering", graph, nodes=list(graph)[:3], **weights)
        agree("clustering", graph, next(iter(graph)), **weights)
    if any(nx.clustering(graph).values()):
        agree("average_clustering", graph, count_zeros=False, **weights)


def test_loops_close_nothing_but_may_be_the_strongest():
    graph = nx.complete_graph(5)
    graph.add_edge(0, 0, w=8)
    graph[0][1]["w"], graph[1][2]["w"] = -3, 0
    for name in ("triangles", "transitivity", "clustering", "average_clustering", "square_clustering"):
        agree(name, graph)
    agree("clustering", graph, weight="w")


def test_weights_without_a_positive_one_are_left_to_networkx():
    graph = nx.complete_graph(3)
    nx.set_edge_attributes(graph, -1, "w")
    with pytest.raises(NotImplementedError, match="largest is positive"):
        ours("clustering", graph, weight="w")
