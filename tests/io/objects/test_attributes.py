"""Attributes of nodes and edges as columns."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects.dispatch import as_cluster
from tests.io.objects.rows import problems


class TestAttributes:
    def test_become_columns_of_their_kind(self):
        graph = nx.Graph(name="Town")
        graph.add_node("a", sector="public", staff=2**60 + 1, open=True, share=0.1, since=np.int64(1990))
        graph.add_node("b", label="Bendrija")
        graph.add_edge("a", "b", weight=2, ref="p. 1", since=1999)
        cluster = as_cluster(graph)
        assert cluster.name == "Town"
        actors = cluster.actors
        assert actors.loc["a", ["sector", "staff", "open", "share", "since"]].tolist() == [
            "public", 2**60 + 1, True, 0.1, 1990,
        ]  # fmt: skip
        assert actors[["staff", "open", "share", "since"]].dtypes.astype(str).tolist() == [
            "Int64", "boolean", "float64", "Int64",
        ]  # fmt: skip
        assert actors.loc["b", "name"] == "Bendrija"
        assert cluster.ties.loc[0, ["weight", "ref", "since"]].tolist() == [2.0, "p. 1", 1999]

    def test_that_are_no_scalars_are_left_out_by_name(self):
        graph = nx.path_graph(3)
        nx.set_node_attributes(graph, {0: [1, 2], 1: [3]}, "pos")
        nx.set_edge_attributes(graph, {(0, 1): {"a": 1}}, "more")
        with pytest.warns(LossWarning, match=r"left out the node attributes pos \(list\).*; the edge .* more \(dict\)"):
            cluster = as_cluster(graph)
        assert "pos" not in cluster.actors
        assert "more" not in cluster.ties

    def test_called_like_the_ids_are_left_out_by_name(self):
        graph = nx.Graph([("a", "b", {"source": "x"})])
        graph.nodes["a"]["Actor"] = "y"
        with pytest.warns(LossWarning, match=r"node attribute Actor.*edge attribute source"):
            as_cluster(graph)

    def test_two_of_one_name_are_refused(self):
        graph = nx.Graph()
        graph.add_node("a", **{"x": 1, " x": 2})
        with pytest.raises(InputError, match="two attributes of the nodes are both called so"):
            as_cluster(graph)

    def test_unfit_text_is_named_with_its_actor(self):
        graph = nx.Graph()
        graph.add_node("a", place="x\0y")
        with pytest.raises(InputError) as caught:
            as_cluster(graph)
        assert problems(caught) == [("a", "x\0y")]
