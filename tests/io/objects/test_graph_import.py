"""Nodes and edges with attributes as the tables of a cluster."""

import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.objects.graph_import import tables_of_graph
from socluster.io.objects.imported_graph import ImportedGraph
from socluster.io.options import ReadingOptions as Options


def graph(**more):
    """Two actors and a group; only a description can tell them apart beside a tie between two actors."""
    given = {
        "ids": ["a", "b", "e"],
        "node_attributes": [{"mode": "actor", "staff": 3}, {"mode": "actor"}, {"mode": "group", "date": "2016"}],
        "ends": [("a", "b"), ("e", "a")],
        "edge_attributes": [{"weight": 2, "layer": "help"}, {"layer": "attends"}],
        "directed": [True, False],
        "name": "Town",
        "description": '{"socluster": 1, "groups_where": {"mode": "group"}}',
    }
    return ImportedGraph(**{**given, **more})


def test_a_node_is_an_actor_or_a_group():
    tables, losses = tables_of_graph(graph(), Options())
    cluster = Cluster._from(tables)
    assert (cluster.name, cluster.labels, list(cluster.groups.index)) == ("Town", ("a", "b"), ["e"])
    assert cluster.ties[["source", "target", "layer", "weight"]].values.tolist() == [["a", "b", "help", 2.0]]
    assert cluster.affiliations[["actor", "group", "layer"]].values.tolist() == [["a", "e", "attends"]]
    assert cluster.is_directed("help")
    assert cluster.groups.loc["e", "date"] == "2016"
    assert "mode" not in cluster.actors
    assert losses == []


def test_lines_of_a_file_are_passed_on():
    numbered = graph(file="x.graphml", node_lines=[3, 4, 5], edge_lines=[6, 7])
    tables, _ = tables_of_graph(numbered, Options())
    found = {table: (origin.file, list(origin.rows)) for table, origin in tables.origins.items()}
    assert found["actors"] == ("x.graphml", [3, 4])
    assert found["groups"] == ("x.graphml", [5])
    assert found["ties"] == ("x.graphml", [6])
    loop = graph(file="x.graphml", node_lines=[3, 4, 5], edge_lines=[6, 7], ends=[("a", "a"), ("e", "a")])
    with pytest.raises(InputError) as caught:
        tables_of_graph(loop, Options())
    assert [(problem.file, problem.row) for problem in caught.value.problems] == [("x.graphml", 6)]


def test_what_is_asked_for_goes_before_what_is_found():
    tables, _ = tables_of_graph(graph(), Options(name="Village", two_mode=False, directed=True))
    cluster = Cluster._from(tables)
    assert (cluster.name, cluster.labels, cluster.n_groups) == ("Village", ("a", "b", "e"), 0)
    assert cluster.n_ties == 3  # what has no direction is two arcs
    assert all(cluster.is_directed(layer) for layer in cluster.tie_layers)


def test_declared_kinds_hold():
    tables, _ = tables_of_graph(graph(node_kinds={"staff": "text"}, edge_kinds={"layer": "text"}), Options())
    assert Cluster._from(tables).actors["staff"].tolist()[0] == "3"


def test_without_a_description_a_tie_between_two_actors_says_that_there_is_one_mode():
    tables, _ = tables_of_graph(graph(description=None), Options())
    assert Cluster._from(tables).actors["mode"].tolist() == ["actor", "actor", "group"]
    with pytest.raises(InputError, match="needs a node attribute"):
        tables_of_graph(graph(description=None), Options(two_mode=True))


def test_two_groups_cannot_be_tied():
    with pytest.raises(InputError, match="is an edge between two groups") as caught:
        tables_of_graph(graph(ends=[("a", "b"), ("e", "e")]), Options())
    assert caught.value.problems[0].row == "e – e"
