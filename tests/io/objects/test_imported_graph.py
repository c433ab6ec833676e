"""Nodes of a graph as text."""

from __future__ import annotations

import networkx as nx
import pytest

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster
from socluster.io.objects.imported_graph import ImportedGraph
from tests.io.objects.rows import problems


class TestIds:
    def test_become_text_in_the_order_of_the_graph(self):
        graph = nx.Graph()
        graph.add_nodes_from([2, "b", (0, 1), 1.5])
        assert as_cluster(graph).ids == ("2", "b", "(0, 1)", "1.5")

    def test_that_are_the_same_as_text_are_refused(self):
        graph = nx.Graph([(1, "1"), ("a", " a")])
        with pytest.raises(InputError, match="is the same actor as 1, as ids are text") as caught:
            as_cluster(graph)
        assert problems(caught) == [("1", "1"), ("a", " a")]


def test_places_are_lines_of_the_file_or_ids():
    parts = {"ids": ["a", "b"], "node_attributes": [{}, {}], "ends": [("a", "b")], "edge_attributes": [{}]}
    graph = ImportedGraph(**parts, directed=[False])
    assert (list(graph.node_places), list(graph.edge_places)) == (["a", "b"], ["a – b"])
    read = ImportedGraph(**parts, directed=[False], file="x.gexf", node_lines=[2, 3], edge_lines=[5])
    assert (list(read.node_places), list(read.edge_places)) == ([2, 3], [5])
