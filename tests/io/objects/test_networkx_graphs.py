"""Graphs that networkx users bring."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects import as_cluster


def ties(cluster) -> list[tuple]:
    return list(cluster.ties[["source", "target", "layer", "weight"]].itertuples(index=False, name=None))


def problems(caught) -> list[tuple]:
    return [(problem.row, problem.value) for problem in caught.value.problems]


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


class TestIds:
    def test_become_text_in_the_order_of_the_graph(self):
        graph = nx.Graph()
        graph.add_nodes_from([2, "b", (0, 1), 1.5])
        assert as_cluster(graph).labels == ("2", "b", "(0, 1)", "1.5")

    def test_that_are_the_same_as_text_are_refused(self):
        graph = nx.Graph([(1, "1"), ("a", " a")])
        with pytest.raises(InputError, match="is the same actor as 1, as ids are text") as caught:
            as_cluster(graph)
        assert problems(caught) == [("1", "1"), ("a", " a")]


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


class TestParallelEdges:
    def test_are_merged_with_a_warning(self):
        graph = nx.MultiGraph([("a", "b", {"weight": 2, "ref": "x"}), ("b", "a", {"ref": "y"}), ("b", "c")])
        with pytest.warns(LossWarning, match="1 parallel edge that nothing tells from another"):
            cluster = as_cluster(graph)
        assert ties(cluster) == [("a", "b", "tie", 3.0), ("b", "c", "tie", 1.0)]
        assert cluster.ties["ref"].tolist()[0] == "x"

    def test_both_directions_are_no_parallels(self):
        graph = nx.MultiDiGraph([("a", "b"), ("b", "a"), ("a", "b")])
        with pytest.warns(LossWarning, match="1 parallel edge"):
            cluster = as_cluster(graph)
        assert ties(cluster) == [("a", "b", "tie", 2.0), ("b", "a", "tie", 1.0)]


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


class TestTwoModes:
    def test_davis_southern_women(self):
        cluster = as_cluster(nx.davis_southern_women_graph())
        assert (cluster.n_actors, cluster.n_groups, cluster.n_affiliations, cluster.n_ties) == (18, 14, 89, 0)
        assert cluster.labels[0] == "Evelyn Jefferson"
        assert cluster.groups.index[:2].tolist() == ["E1", "E2"]
        assert "bipartite" not in cluster.actors

    def test_of_a_directed_graph(self):
        graph = nx.DiGraph([("a", "e"), ("f", "a")])
        nx.set_node_attributes(graph, {"a": 0, "e": 1, "f": 1}, "bipartite")
        assert as_cluster(graph).affiliations[["actor", "group"]].to_numpy().tolist() == [["a", "e"], ["a", "f"]]

    def test_not_where_an_edge_joins_two_nodes_of_one_set(self):
        graph = nx.path_graph(3)
        nx.set_node_attributes(graph, {0: 0, 1: 1, 2: 1}, "bipartite")
        cluster = as_cluster(graph)
        assert cluster.n_ties == 2
        assert cluster.actors["bipartite"].tolist() == [0, 1, 1]
        with pytest.raises(InputError, match="a two-mode graph needs a node attribute `bipartite`"):
            as_cluster(graph, two_mode=True)

    def test_may_be_read_as_one(self):
        cluster = as_cluster(nx.davis_southern_women_graph(), two_mode=False)
        assert (cluster.n_actors, cluster.n_groups, cluster.n_ties) == (32, 0, 89)

    def test_parallel_affiliations_are_merged(self):
        graph = nx.MultiGraph([("a", "e"), ("e", "a")])
        nx.set_node_attributes(graph, {"a": 0, "e": 1}, "bipartite")
        with pytest.warns(LossWarning, match="1 parallel edge"):
            cluster = as_cluster(graph)
        assert cluster.affiliations["weight"].tolist() == [2.0]


def test_subclasses_and_frozen_graphs():
    class Mine(nx.DiGraph):
        pass

    assert as_cluster(nx.freeze(Mine([("a", "b")]))).is_directed()
    assert as_cluster(nx.subgraph_view(nx.path_graph(3), filter_node=lambda node: node)).labels == ("1", "2")


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
