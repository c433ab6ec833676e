"""What measures of one network share: the same as if each had computed it, and computed once."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster._kernels.ego.holes import holes
from socluster.measures.shared.direction import DIRECTIONS
from socluster.measures.shared.kept import graph_of, holes_of, reach_of, steps_of
from socluster.measures.shared.network import network
from tests.measures.small_graphs import cluster_from, graphs


def distances_from_everybody(graph, direction, length=None):
    """For every node, the distances to the others along the ties, against them, or either way."""
    turned = {"out": graph, "in": graph.reverse() if graph.is_directed() else graph}.get(direction)
    walked = either_way(graph) if turned is None else turned
    found = dict(nx.all_pairs_dijkstra_path_length(walked, weight=length or (lambda *_: 1)))
    return [[distance for other, distance in found[node].items() if other != node] for node in graph]


def either_way(graph):
    """Both ties of a mutual pair, each walked in both directions (`nx.MultiGraph(graph)` keeps one of them)."""
    found = nx.MultiGraph()
    found.add_nodes_from(graph)
    found.add_edges_from(graph.edges(data=True))
    return found


@given(graphs(), st.sampled_from(DIRECTIONS))
def test_reach_in_steps_equals_networkx(graph, direction):
    net = network(cluster_from(graph))
    expected = distances_from_everybody(graph, direction)
    steps = steps_of(net, direction=direction)
    assert steps.reached.tolist() == [len(each) for each in expected]
    assert steps.total.tolist() == [sum(each) for each in expected]
    assert steps.farthest.tolist() == [max(each, default=0) for each in expected]
    assert steps.inverse.tolist() == pytest.approx([sum(1 / distance for distance in each) for each in expected])


@given(graphs(), st.sampled_from(DIRECTIONS))
def test_reach_by_cost_equals_networkx(graph, direction):
    for *_, data in graph.edges(data=True):
        data["length"] = 1 / data["weight"]
    net = network(cluster_from(graph, weight="weight"))
    expected = distances_from_everybody(graph, direction, "length")
    reached, total, inverse = reach_of(net, cost="inverse", direction=direction)
    assert reached.tolist() == [len(each) for each in expected]
    assert total.tolist() == pytest.approx([sum(each) for each in expected])
    assert inverse.tolist() == pytest.approx([sum(1 / distance for distance in each) for each in expected])


def test_reach_without_a_cost_is_a_copy_in_floats(kite):
    net = network(kite)
    reached, total, inverse = reach_of(net)
    kept = steps_of(net)
    assert reached.dtype == total.dtype == inverse.dtype == float
    before = kept.inverse.tolist()
    inverse[:] = 0
    assert kept.inverse.tolist() == before


def test_each_is_computed_once_for_all_who_ask(knoke):
    money, again, other = network(knoke, "money"), network(knoke, "money"), network(knoke, "information")
    for ask in (graph_of, holes_of, steps_of):
        assert ask(money) is ask(again)
        assert ask(money) is not ask(other)
    assert holes_of(money) is not holes_of(money, weighted=False)
    assert len({id(steps_of(money, direction=each)) for each in DIRECTIONS}) == 3


def test_without_direction_all_three_are_one(kite):
    net = network(kite)
    assert len({id(steps_of(net, direction=each)) for each in DIRECTIONS}) == 1


def test_holes_heed_strength_only_if_asked(cluster_of):
    """A gives B nine tenths of its strength: 0.9² + 0.1² against (1/2)² twice."""
    net = network(cluster_of([("A", "B", 9), ("A", "C", 1)]))
    assert holes_of(net).constraint[0] == pytest.approx(0.9**2 + 0.1**2)
    assert holes_of(net, weighted=False).constraint[0] == pytest.approx(0.5)
    assert np.array_equal(holes_of(net).contacts, holes(net.strength, directed=False).contacts)


def test_the_graph_has_the_ties_of_the_layer(knoke):
    net = network(knoke, "money")
    graph = graph_of(net)
    assert graph.is_directed()
    assert sorted(graph.get_edgelist()) == sorted(zip(*net.ties.nonzero(), strict=True))
