"""Edges on their way to being ties: parallels, self-ties, directions."""

from __future__ import annotations

import networkx as nx
import pytest

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster
from tests.io.objects.rows import problems, ties


class TestSelfTies:
    def test_are_refused_all_at_once(self):
        graph = nx.Graph([("a", "a"), ("a", "b"), ("b", "b")])
        with pytest.raises(InputError, match=r"as_cluster.*self_ties='drop'") as caught:
            as_cluster(graph)
        assert [row for row, _ in problems(caught)] == ["a – a", "b – b"]

    def test_are_dropped_if_wanted(self):
        assert ties(as_cluster(nx.Graph([("a", "a"), ("a", "b")]), self_ties="drop")) == [("a", "b", "tie", 1.0)]


class TestDirection:
    def test_an_undirected_graph_may_be_read_as_directed(self):
        cluster = as_cluster(nx.path_graph(["a", "b"]), directed=True)
        assert ties(cluster) == [("a", "b", "tie", 1.0), ("b", "a", "tie", 1.0)]
        assert cluster.is_directed()

    def test_a_directed_graph_may_be_read_as_undirected_if_all_ties_are_mutual(self):
        cluster = as_cluster(nx.DiGraph([("a", "b"), ("b", "a")]), directed=False)
        assert ties(cluster) == [("a", "b", "tie", 1.0)]
        assert not cluster.is_directed()

    def test_but_not_otherwise(self):
        graph = nx.DiGraph([("a", "b", {"weight": 2}), ("b", "a"), ("b", "c")])
        with pytest.raises(InputError, match="symmetrise") as caught:
            as_cluster(graph, directed=False)
        assert [row for row, _ in problems(caught)] == ["b – a", "b – c"]
