"""The fewest vertices without which a graph falls apart, against trying every set of them."""

import igraph
import networkx as nx
import pytest
from hypothesis import given

from socluster.measures.cohesion.vertex_cuts import small_cut, vertex_connectivity
from tests.measures.small_graphs import by_removal, graphs, undirected_graphs


def igraph_from(graph):
    """A networkx graph with nodes 0, 1, ... as a graph of igraph."""
    return igraph.Graph(n=len(graph), edges=list(graph.edges), directed=graph.is_directed())


@given(graphs(most=6))
def test_the_connectivity_is_found_by_trying_every_set(graph):
    assert vertex_connectivity(igraph_from(graph)) == by_removal(graph)


def test_of_nobody_and_of_one():
    assert [vertex_connectivity(igraph.Graph(n=n)) for n in (0, 1, 2)] == [0, 0, 0]


@pytest.mark.parametrize("below", [1, 2, 3, 4])
def test_a_small_cut_parts_the_graph_and_is_found_wherever_there_is_one(below):
    for graph in undirected_graphs(6):
        if not nx.is_connected(graph):
            continue
        cut = small_cut(igraph_from(graph), below)
        can_be_parted = graph.number_of_edges() < len(graph) * (len(graph) - 1) // 2
        assert (cut is not None) == (can_be_parted and by_removal(graph) < below)
        if cut is not None:
            assert len(set(cut)) == len(cut) < below
            assert not nx.is_connected(graph.subgraph(set(graph) - set(cut)))
