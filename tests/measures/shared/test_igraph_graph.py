"""A network handed to igraph's C core, against the networkx graph that it came from."""

from hypothesis import given

from socluster.measures.shared.igraph_graph import igraph_of
from tests.measures.small_graphs import cluster_from, graphs


@given(graphs())
def test_every_tie_is_one_edge_with_its_strength(graph):
    cluster = cluster_from(graph, weight="weight")
    found = igraph_of(cluster.matrix(), directed=cluster.is_directed())
    assert found.vcount() == len(graph)
    assert found.is_directed() == graph.is_directed()
    ends = edge_ends(found.get_edgelist(), graph.is_directed())
    strengths = dict(zip(ends, found.es["value"], strict=True))
    assert found.ecount() == len(strengths) == graph.number_of_edges()
    expected = edge_ends(graph.edges, graph.is_directed())
    assert strengths == dict(zip(expected, (data["weight"] for *_, data in graph.edges(data=True)), strict=True))


def edge_ends(edges, directed):
    """The two ends of every edge, without their order if there is no direction."""
    return [tuple(ends) if directed else frozenset(ends) for ends in edges]
