"""Graphs that networkx users bring."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster


def test_subclasses_and_frozen_graphs():
    class Mine(nx.DiGraph):
        pass

    assert as_cluster(nx.freeze(Mine([("a", "b")]))).is_directed()
    assert as_cluster(nx.subgraph_view(nx.path_graph(3), filter_node=lambda node: node)).labels == (1, 2)


def test_labels_are_refused():
    with pytest.raises(InputError, match=r"a graph brings its own labels; networkx.relabel_nodes"):
        as_cluster(nx.path_graph(2), labels=["a", "b"])


def test_empty_graph():
    cluster = as_cluster(nx.Graph())
    assert cluster.n_actors == 0
    assert isinstance(cluster.ties, pd.DataFrame)


def test_the_graph_is_left_as_it_was():
    graph = nx.Graph([("a", "b", {"weight": 2})])
    as_cluster(graph)
    assert dict(graph["a"]["b"]) == {"weight": 2}
