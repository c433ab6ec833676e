"""Core numbers as networkx counts them."""

import networkx as nx
import pytest

from tests.backend.against import agree, graphs, ours


@pytest.mark.parametrize("graph", graphs(), ids=str)
def test_core_number(graph):
    agree("core_number", graph)


def test_a_tie_both_ways_counts_twice():
    graph = nx.DiGraph([(0, 1), (1, 0), (1, 2)])
    agree("core_number", graph)


def test_loops_are_left_to_networkx():
    with pytest.raises(NotImplementedError, match="without self-loops"):
        ours("core_number", nx.Graph([(0, 0)]))
