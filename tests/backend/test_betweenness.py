"""Betweenness as networkx scales, samples and orders it."""

from random import Random

import networkx as nx
import pytest

from tests.backend.against import agree, graphs, ours

WEIGHTS = [{}, {"weight": "w"}]


@pytest.mark.parametrize("graph", graphs(), ids=str)
@pytest.mark.parametrize("weights", WEIGHTS, ids=str)
def test_it_is_networkx_betweenness(graph, weights):
    for options in ({}, {"normalized": False}, {"endpoints": True}, {"endpoints": True, "normalized": False}):
        agree("betweenness_centrality", graph, **weights, **options)
    for options in ({}, {"normalized": False}):
        agree("edge_betweenness_centrality", graph, **weights, **options)


@pytest.mark.parametrize("graph", [graph for graph in graphs() if len(graph) > 5], ids=str)
@pytest.mark.parametrize("weights", WEIGHTS, ids=str)
def test_it_draws_the_same_sample(graph, weights):
    for k in (1, len(graph) // 3, len(graph)):
        for options in ({}, {"normalized": False}):
            agree("betweenness_centrality", graph, **weights, k=k, **options)
            agree("edge_betweenness_centrality", graph, **weights, k=k, **options)
        if not graph.is_directed():
            agree("betweenness_centrality", graph, **weights, k=k, endpoints=True)


def test_a_loop_carries_nothing_but_is_an_edge():
    graph = nx.path_graph(4)
    graph.add_edge(1, 1)
    agree("betweenness_centrality", graph)
    agree("edge_betweenness_centrality", graph)
    assert ours("edge_betweenness_centrality", graph)[1, 1] == 0


def test_a_sample_is_not_drawn_before_it_is_sure_that_the_answer_is_ours():
    """networkx, which answers then, must draw the sample that it would have drawn alone."""
    graph = nx.path_graph(5)
    nx.set_edge_attributes(graph, 0, "w")
    for name in ("betweenness_centrality", "edge_betweenness_centrality"):
        rng = Random(1)
        with pytest.raises(NotImplementedError, match="positive numbers as 'w' only"):
            ours(name, graph, weight="w", k=2, seed=rng)
        assert rng.random() == Random(1).random()
