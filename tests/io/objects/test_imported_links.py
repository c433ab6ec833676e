"""Strengths, layers and waves among the attributes of edges."""

from __future__ import annotations

import networkx as nx
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects.dispatch import as_cluster
from tests.io.objects.rows import ties


class TestWeights:
    def test_missing_ones_are_one(self):
        graph = nx.Graph([("a", "b", {"weight": 3}), ("b", "c"), ("c", "d", {"weight": None})])
        assert as_cluster(graph).ties["weight"].tolist() == [3.0, 1.0, 1.0]

    def test_bad_ones_are_refused_all_at_once(self):
        weights = {"ab": 0, "bc": -1, "cd": float("nan"), "de": float("inf"), "ef": "strong", "fg": 1}
        graph = nx.Graph([(*pair, {"weight": weight}) for pair, weight in weights.items()])
        with pytest.raises(InputError) as caught:
            as_cluster(graph)
        assert {problem.row for problem in caught.value.problems} == {f"{a} – {b}" for a, b in list(weights)[:5]}

    def test_may_be_another_attribute(self):
        graph = nx.Graph([("a", "b", {"capacity": 4, "weight": 9})])
        with pytest.warns(LossWarning, match="the edge attribute weight, as 'capacity' is the weight"):
            cluster = as_cluster(graph, weight="capacity")
        assert cluster.ties["weight"].tolist() == [4.0]
        assert "capacity" not in cluster.ties

    def test_may_be_ignored(self):
        cluster = as_cluster(nx.Graph([("a", "b", {"weight": 4})]), weight=None)
        assert cluster.ties["weight"].tolist() == [1.0]

    def test_that_no_edge_has_are_refused(self):
        with pytest.raises(InputError, match=r"no edge has this attribute.*did you mean 'capacity'"):
            as_cluster(nx.Graph([("a", "b", {"capacity": 4})]), weight="capcity")


class TestLayers:
    def test_of_an_attribute(self):
        graph = nx.DiGraph([("a", "b", {"layer": "referral"}), ("b", "a", {"layer": "info"})])
        cluster = as_cluster(graph)
        assert ties(cluster) == [("a", "b", "referral", 1.0), ("b", "a", "info", 1.0)]
        assert all(layer.directed for layer in cluster.layers.values())

    def test_of_a_key_that_is_a_word(self):
        graph = nx.MultiGraph()
        graph.add_edge("a", "b", key="work")
        graph.add_edge("a", "b", key="friendship")
        assert set(as_cluster(graph).layers) == {"work", "friendship"}

    def test_not_of_keys_that_are_numbers(self):
        graph = nx.MultiGraph()
        graph.add_edge("a", "b", key="e1")
        graph.add_edge("b", "c", key="e2")
        assert set(as_cluster(graph).layers) == {"tie"}

    def test_waves_keep_parallel_edges_apart(self):
        graph = nx.MultiGraph([("a", "b", {"year": 2016}), ("a", "b", {"year": 2017})])
        assert as_cluster(graph).ties["wave"].tolist() == ["2016", "2017"]
