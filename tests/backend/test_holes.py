"""Structural holes as networkx has them."""

import networkx as nx
import pytest

from tests.backend.against import agree, graphs, ours

EVERY = pytest.mark.parametrize("graph", [graph for graph in graphs() if len(graph)], ids=str)
WEIGHTS = pytest.mark.parametrize("weights", [{}, {"weight": "w"}], ids=str)


@EVERY
@WEIGHTS
def test_constraint_and_local_constraint(graph, weights):
    agree("constraint", graph, **weights)
    agree("constraint", graph, nodes=list(graph)[:4], **weights)
    for u in list(graph)[:3]:
        for v in list(graph)[:6]:
            agree("local_constraint", graph, u, v, **weights)


@EVERY
@WEIGHTS
def test_effective_size_is_that_of_the_definition(graph, weights):
    """Of all nodes, networkx 3.6.1 divides by the wrong node's strongest tie; of some, it does not."""
    agree("effective_size", graph, nodes=list(graph)[:5], **weights)
    everybody = ours("effective_size", graph, **weights)
    if not graph.is_directed():  # where not, networkx calls those isolated who send no tie
        expected = nx.effective_size(graph, nodes=list(graph), **weights)
        assert everybody == pytest.approx(expected, nan_ok=True)


def test_a_graph_of_nobody_is_refused_as_by_networkx():
    for name in ("constraint", "effective_size"):
        with pytest.raises(nx.NetworkXError, match="Graph has no nodes or edges"):
            ours(name, nx.Graph())
        assert ours(name, nx.Graph(), nodes=[]) == {}


def test_loops_are_left_to_networkx():
    graph = nx.Graph([(0, 1), (1, 1)])
    for name, nodes in (("constraint", ()), ("effective_size", ()), ("local_constraint", (0, 1))):
        with pytest.raises(NotImplementedError, match="without self-loops"):
            ours(name, graph, *nodes)
