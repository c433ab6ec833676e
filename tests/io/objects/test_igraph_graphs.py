"""Graphs that igraph users bring."""

from __future__ import annotations

import igraph
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects.dispatch import as_cluster


def test_names_attributes_and_gaps():
    graph = igraph.Graph(
        edges=[(0, 1), (1, 2)],
        directed=True,
        vertex_attrs={"name": ["a", "b", "c"], "staff": [1, None, 3], "label": [None, "Bendrija", None]},
        edge_attrs={"weight": [2, None], "layer": ["info", None]},
    )
    cluster = as_cluster(graph, name="Town")
    assert cluster.labels == ("a", "b", "c")
    assert cluster.name == "Town"
    assert cluster.is_directed()
    assert cluster.actors["staff"].tolist()[0] == 1
    assert cluster.actors["staff"].isna().tolist() == [False, True, False]
    assert cluster.actors.loc["b", "name"] == "Bendrija"
    assert cluster.ties[["source", "target", "layer", "weight"]].to_numpy().tolist() == [
        ["a", "b", "info", 2.0],
        ["b", "c", "tie", 1.0],
    ]


def test_without_names_the_numbers_of_igraph_are_the_labels():
    assert as_cluster(igraph.Graph.Ring(3)).labels == (0, 1, 2)


def test_names_that_stand_twice_are_refused():
    graph = igraph.Graph(edges=[(0, 1)], vertex_attrs={"name": ["a", "a"]})
    with pytest.raises(InputError, match="is the same actor as 'a'"):
        as_cluster(graph)


def test_two_modes():
    graph = igraph.Graph.Bipartite([0, 0, 1, 1], [(0, 2), (1, 2), (3, 1)])
    graph.vs["name"] = ["a", "b", "e", "f"]
    cluster = as_cluster(graph)
    assert cluster.affiliations[["actor", "group"]].to_numpy().tolist() == [["a", "e"], ["b", "e"], ["b", "f"]]
    assert cluster.labels == ("a", "b")
    assert "type" not in cluster.actors
    assert as_cluster(graph, two_mode=False).n_actors == 4


def test_a_type_in_words_is_the_kind_of_the_actor():
    graph = igraph.Graph(edges=[(0, 1)], vertex_attrs={"type": ["school", "clinic"]})
    cluster = as_cluster(graph)
    assert cluster.actors["kind"].tolist() == ["school", "clinic"]


def test_parallel_edges_and_self_ties():
    graph = igraph.Graph(edges=[(0, 1), (1, 0), (1, 1)])
    with pytest.raises(InputError, match=r"1 – 1.*self_ties='drop'"):
        as_cluster(graph)
    with pytest.warns(LossWarning, match="1 parallel edge"):
        cluster = as_cluster(graph, self_ties="drop")
    assert cluster.ties["weight"].tolist() == [2.0]


def test_labels_are_refused():
    with pytest.raises(InputError, match="a graph brings its own labels"):
        as_cluster(igraph.Graph.Ring(2), labels=["a", "b"])
