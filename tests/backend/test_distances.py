"""Closeness, efficiency and mean distance as networkx has them."""

import networkx as nx
import pytest

from tests.backend.against import agree, graphs, ours

EVERY = pytest.mark.parametrize("graph", graphs(), ids=str)
UNDIRECTED = pytest.mark.parametrize("graph", graphs(directed=[False]), ids=str)


@EVERY
def test_closeness_and_harmonic(graph):
    for options in ({}, {"distance": "w"}):
        agree("closeness_centrality", graph, **options)
        agree("closeness_centrality", graph, wf_improved=False, **options)
        agree("harmonic_centrality", graph, **options)
        for node in list(graph)[:3]:
            agree("closeness_centrality", graph, node, **options)


@UNDIRECTED
def test_efficiency(graph):
    agree("global_efficiency", graph)
    if len(graph):
        agree("local_efficiency", graph)
    else:
        with pytest.raises(ZeroDivisionError):
            ours("local_efficiency", graph)


@pytest.mark.parametrize("n", [1, 30, 230])
@pytest.mark.parametrize("directed", [False, True])
def test_mean_distance(n, directed):
    graph = nx.cycle_graph(n, create_using=nx.DiGraph if directed else nx.Graph)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    graph.add_edges_from((a, b, {"w": 1 + a % 3}) for a, b in list(graph.edges))
    agree("average_shortest_path_length", graph)
    agree("average_shortest_path_length", graph, weight="w")
    agree("average_shortest_path_length", graph, weight="w", method="unweighted")


@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(3), nx.path_graph(3, create_using=nx.DiGraph)], ids=str)
def test_where_there_is_no_mean_distance_the_error_is_networkx_own(graph):
    with pytest.raises(nx.NetworkXException) as expected:
        nx.average_shortest_path_length(graph)
    with pytest.raises(type(expected.value)) as error:
        ours("average_shortest_path_length", graph)
    assert str(error.value) == str(expected.value)


@pytest.mark.parametrize("wrong", [0, -1, float("inf"), float("nan"), None, "2"])
def test_lengths_that_are_none_are_left_to_networkx(wrong):
    graph = nx.path_graph(3)
    graph[0][1]["w"] = wrong
    with pytest.raises(NotImplementedError, match="as 'w' only"):
        ours("closeness_centrality", graph, distance="w")
