import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import socluster as sc
from socluster.measures.cohesion.small_world import small_worldness
from tests.measures.small_graphs import cluster_from, graphs


def by_definition(graph):
    """Humphries and Gurney's ratio, distances of a random network by Fronczak and others, from networkx alone."""
    directed = graph if graph.is_directed() else graph.to_directed()
    n, arcs = len(graph), directed.number_of_edges()
    if n < 2 or arcs <= n or not nx.is_strongly_connected(directed):
        return np.nan
    paths = [(a, b, c) for a, b in directed.edges for c in directed[b] if c != a]
    closure = np.mean([directed.has_edge(a, c) for a, _, c in paths])
    length = nx.average_shortest_path_length(directed)
    random_length = (np.log(n) - 0.5772156649015329) / np.log(arcs / n) + 0.5
    return (closure / (arcs / (n * (n - 1)))) / (length / random_length)


@given(graphs())
def test_by_its_definition(graph):
    assert small_worldness(cluster_from(graph)) == pytest.approx(by_definition(graph), nan_ok=True)


def test_a_ring_with_neighbours_of_neighbours_is_a_small_world_once_rewired():
    """Watts and Strogatz: far above 1, while a random network of as many ties is near 1."""
    small = nx.connected_watts_strogatz_graph(200, 8, 0.1, seed=7)
    chance = nx.gnm_random_graph(200, small.number_of_edges(), seed=7)
    assert small_worldness(sc.as_cluster(small)) > 5
    assert small_worldness(sc.as_cluster(chance)) == pytest.approx(1, abs=0.3)


def test_in_pieces_or_with_one_partner_each_it_is_undefined(cluster_of):
    assert np.isnan(small_worldness(cluster_of("AB BC CA DE EF FD")))
    assert np.isnan(small_worldness(cluster_of("AB BC CA", directed=True))), "a mean degree of 1"
    assert np.isnan(small_worldness(cluster_of("", actors="A")))
