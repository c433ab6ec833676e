"""Graphs become arrays and graphs again."""

import networkx as nx
import pytest

from socluster.backend.graph import converted, restored
from tests.backend.against import graphs


@pytest.mark.parametrize("graph", graphs(), ids=str)
def test_there_and_back(graph):
    made = converted(graph, {"w": 1})
    again = restored(made)
    assert nx.utils.graphs_equal(again, graph)
    assert list(again) == list(graph)
    assert made.is_directed() == graph.is_directed()
    assert not made.is_multigraph()
    assert nx.utils.graphs_equal(restored(converted(graph, {})), nx.create_empty_copy(graph)) or graph.edges


def test_a_tie_without_the_attribute_counts_as_much_as_is_said():
    made = converted(nx.Graph([(0, 1, {"w": 3}), (1, 2)]), {"w": 7})
    assert made.positive("w").toarray().tolist() == [[0, 3, 0], [3, 0, 7], [0, 7, 0]]


def test_views_are_graphs_too():
    graph = nx.path_graph(5)
    inside = graph.subgraph([1, 2, 4])
    assert nx.utils.graphs_equal(restored(converted(inside, {})), nx.Graph(inside))


def test_loops_are_counted_but_no_kernel_sees_them():
    graph = nx.Graph([("a", "a"), ("a", "b")])
    made = converted(graph, {})
    assert made.has_loops
    assert made.ties.toarray().tolist() == [[0, 1], [1, 0]]
    assert nx.utils.graphs_equal(restored(made), graph)


def test_nodes_of_any_kind():
    graph = nx.Graph([((0, 1), "x"), (frozenset([2]), 3)])
    made = converted(graph, {})
    assert made.by_node(made.ties.sum(axis=1)) == dict(graph.degree())
    assert made.by_node(made.ties.sum(axis=1), (0, 1)) == 1  # a node, not two
    assert made.by_node(made.ties.sum(axis=1), [3, "x", "nobody"]) == {3: 1, "x": 1}
