import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from socluster import InputError, as_cluster
from socluster.measures.cohesion import connectivity
from socluster.measures.cohesion.connectivity import (
    algebraic_connectivity,
    edge_connectivity,
    natural_connectivity,
    node_connectivity,
)
from tests.examples import examples
from tests.measures.small_graphs import by_removal, cluster_from, graphs

ALL = [algebraic_connectivity, edge_connectivity, natural_connectivity, node_connectivity]


def test_of_known_graphs():
    """Closed forms: a cycle, a complete graph, a star, two triangles that share a node."""
    cycle, full, star = (as_cluster(graph) for graph in (nx.cycle_graph(6), nx.complete_graph(5), nx.star_graph(4)))
    bow = as_cluster(nx.Graph([(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4)]))
    assert [node_connectivity(cluster) for cluster in (cycle, full, star, bow)] == [2, 4, 1, 1]
    assert [edge_connectivity(cluster) for cluster in (cycle, full, star, bow)] == [2, 4, 1, 2]
    assert algebraic_connectivity(cycle) == pytest.approx(2 - 2 * np.cos(2 * np.pi / 6))
    assert algebraic_connectivity(full) == pytest.approx(5)
    assert algebraic_connectivity(star) == pytest.approx(1)
    assert natural_connectivity(full) == pytest.approx(np.log((np.exp(4) + 4 * np.exp(-1)) / 5))
    assert natural_connectivity(star) == pytest.approx(np.log((2 * np.cosh(2) + 3) / 5))


def test_directed_ties_either_way_or_there_and_back(cluster_of):
    ring = cluster_of("AB BC CD DA", directed=True)
    assert (node_connectivity(ring), node_connectivity(ring, variant="strong")) == (2, 1)
    assert (edge_connectivity(ring), edge_connectivity(ring, variant="strong")) == (2, 1)
    chain = cluster_of("AB BC", directed=True)
    assert (node_connectivity(chain, variant="strong"), edge_connectivity(chain, variant="strong")) == (0, 0)


def test_in_pieces_and_too_few(cluster_of, path_and_pair):
    assert [measure(path_and_pair) for measure in ALL if measure is not natural_connectivity] == [0, 0, 0]
    assert [np.isnan(measure(cluster_of([], actors=""))) for measure in ALL] == [True] * 4
    assert [np.isnan(measure(cluster_of([], actors="A"))) for measure in ALL] == [True, True, False, True]
    assert natural_connectivity(cluster_of([], actors="ABC")) == 0
    assert (node_connectivity(cluster_of("AB")), edge_connectivity(cluster_of("AB"))) == (1, 1)


@pytest.mark.parametrize("measure", [node_connectivity, edge_connectivity])
def test_an_unknown_variant_is_refused(measure, kite):
    with pytest.raises(InputError, match="did you mean 'strong'"):
        measure(kite, variant="strongly")


def test_a_large_network_takes_the_sparse_way_to_the_same_value(monkeypatch):
    cluster = as_cluster(nx.connected_watts_strogatz_graph(60, 4, 0.2, seed=3))
    dense = algebraic_connectivity(cluster)
    monkeypatch.setattr(connectivity, "DENSE", 10)
    sparse = algebraic_connectivity(cluster)
    assert sparse == pytest.approx(dense, rel=1e-6)
    assert algebraic_connectivity(cluster) == sparse


@given(graphs(most=6))
def test_connectivity_equals_removal_and_networkx(graph):
    cluster = cluster_from(graph)
    if len(graph) < 2:
        return
    either_way = nx.Graph(graph)
    assert node_connectivity(cluster) == by_removal(either_way)
    assert node_connectivity(cluster, variant="strong") == by_removal(graph)
    assert edge_connectivity(cluster) == nx.edge_connectivity(either_way)
    assert edge_connectivity(cluster, variant="strong") == nx.edge_connectivity(graph)
    assert node_connectivity(cluster) <= edge_connectivity(cluster)


@given(graphs())
def test_spectra_equal_numpy(graph):
    cluster = cluster_from(graph)
    ties = nx.to_numpy_array(nx.Graph(graph), nodelist=range(len(graph)), weight=None)
    natural = np.log(np.exp(np.linalg.eigvalsh(ties)).mean())
    assert natural_connectivity(cluster) == pytest.approx(natural, abs=1e-9)
    if len(graph) > 1:
        laplacian = np.diag(ties.sum(axis=0)) - ties
        assert algebraic_connectivity(cluster) == pytest.approx(np.linalg.eigvalsh(laplacian)[1], abs=1e-9)


@pytest.mark.parametrize("seed", range(examples(3, 12)))
def test_node_connectivity_of_larger_networks(seed):
    """networkx 3.6 says 3 for the directed networks of seeds 0 and 3, in which two nodes are enough."""
    graph = nx.random_regular_graph(4, 20, seed=seed)
    assert node_connectivity(as_cluster(graph)) == nx.node_connectivity(graph)
    arcs = nx.gnp_random_graph(15, 0.4, seed=seed, directed=True)
    found = node_connectivity(as_cluster(arcs), variant="strong")
    assert found == by_removal(arcs)
    assert found == igraph.Graph(n=15, edges=list(arcs.edges), directed=True).vertex_connectivity()
