"""The layout of one component."""

import random

import igraph
import networkx as nx
import numpy as np
import pytest

from socluster.plot.clusters.force import force_directed


def edges_of(graph):
    return np.array(sorted(tuple(sorted(edge)) for edge in graph.edges))


def distances(points):
    return np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))


@pytest.mark.parametrize(
    "graph",
    [nx.path_graph(2), nx.path_graph(7), nx.star_graph(9), nx.complete_graph(6), nx.barabasi_albert_graph(540, 2, 1)],
    ids=["pair", "path", "star", "complete", "many"],
)
def test_it_fills_the_unit_square_and_is_always_the_same(graph):
    points = force_directed(len(graph), edges_of(graph))
    assert points.shape == (len(graph), 2)
    assert points.min() > -1e-9
    assert points.max() < 1 + 1e-9
    assert np.ptp(points, axis=0).max() == pytest.approx(1)
    np.testing.assert_array_equal(points, force_directed(len(graph), edges_of(graph)))


def test_the_long_axis_lies_flat():
    points = force_directed(9, edges_of(nx.path_graph(9)))
    width, height = np.ptp(points, axis=0)
    assert width > 3 * height
    order = np.argsort(points[:, 0])
    assert list(order) in (list(range(9)), list(range(8, -1, -1)))


def test_near_in_the_network_is_near_in_the_picture():
    graph = nx.convert_node_labels_to_integers(nx.grid_2d_graph(5, 5))
    steps = np.array(nx.floyd_warshall_numpy(graph))
    upper = np.triu_indices(25, 1)
    found = distances(force_directed(25, edges_of(graph)))
    assert np.corrcoef(found[upper], steps[upper])[0, 1] > 0.9


def test_actors_with_the_same_neighbours_do_not_lie_on_each_other():
    points = force_directed(13, edges_of(nx.star_graph(12)))
    apart = distances(points)
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > 0.1


def test_the_parts_of_a_large_backbone_stand_apart_and_always_the_same():
    graph = nx.random_partition_graph([180] * 3, 0.03, 0.0005, seed=1)
    graph = nx.convert_node_labels_to_integers(
        graph.subgraph(max(nx.connected_components(graph), key=len)), label_attribute="was"
    )
    part = np.array([graph.nodes[node]["was"] // 180 for node in range(len(graph))])
    assert len(graph) > 500
    edges = edges_of(graph)

    def overlap(points):
        """How far the members of a part are from its middle, in distances of the middles."""
        middles = np.array([points[part == each].mean(axis=0) for each in range(3)])
        spread = np.hypot(*(points - middles[part]).T).mean()
        return spread / distances(middles)[np.triu_indices(3, 1)].mean()

    points = force_directed(len(graph), edges, of_backbone=True)
    assert overlap(points) < 0.7 * overlap(force_directed(len(graph), edges))
    np.testing.assert_array_equal(points, force_directed(len(graph), edges, of_backbone=True))


def test_the_random_state_of_the_user_is_left_alone():
    graph = nx.barabasi_albert_graph(520, 2, seed=1)
    random.seed(8)
    expected = igraph.Graph.Erdos_Renyi(30, p=0.2).get_edgelist()
    random.seed(8)
    state = random.getstate()
    for of_backbone in (False, True):
        force_directed(len(graph), edges_of(graph), of_backbone)
    assert random.getstate() == state
    assert igraph.Graph.Erdos_Renyi(30, p=0.2).get_edgelist() == expected


def test_of_many_those_who_are_tied_among_themselves_stand_together():
    sizes = [30, 25, 30, 20, 25, 20]
    ties = [[0.18 if one == other else 0.006 for other in range(6)] for one in range(6)]
    graph = nx.stochastic_block_model(sizes, ties, seed=1)
    nodes = sorted(max(nx.connected_components(graph), key=len))
    part = np.array([graph.nodes[node]["block"] for node in nodes])
    graph = nx.convert_node_labels_to_integers(graph.subgraph(nodes), ordering="sorted")
    apart = distances(force_directed(len(graph), edges_of(graph)))
    np.fill_diagonal(apart, np.inf)
    nearest = np.argsort(apart, axis=1)[:, :5]
    own = (part[nearest] == part[:, None]).mean()
    assert own > 0.78  # of the five nearest; 0.73 where only distances in the network count
