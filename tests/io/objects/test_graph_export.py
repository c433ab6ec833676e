"""A cluster as nodes and edges with attributes."""

import json

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.io.objects.graph_export import exported_graph


@pytest.fixture
def cluster():
    """A group that is called like an actor, a column of two kinds, and layers of both directions."""
    return Cluster.from_tables(
        pd.DataFrame({"actor": ["a", "b"], "name": ["Mokykla", None], "staff": [3, 4]}),
        pd.DataFrame({"source": ["b", "a"], "target": ["a", "b"], "layer": ["arcs", "lines"], "since": [1999, None]}),
        groups=pd.DataFrame({"group": ["b", "e"], "staff": ["few", None]}),
        affiliations=pd.DataFrame({"actor": ["a"], "group": ["b"], "layer": ["attends"]}),
        unknown=pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["arcs"]}),
        layers={"arcs": {"directed": True}},
        name="Town",
    )


def test_nodes_are_actors_and_then_groups(cluster):
    graph = exported_graph(cluster.to_tables(), mode=("mode", "actor", "group"))
    assert [(node.id, node.label, node.table) for node in graph.nodes] == [
        ("a", "Mokykla", "actors"),
        ("b", "b", "actors"),
        ("b (group)", "b", "groups"),
        ("e", "e", "groups"),
    ]
    assert [node.attributes for node in graph.nodes] == [
        {"mode": "actor", "name": "Mokykla", "staff": 3},
        {"mode": "actor", "staff": 4},
        {"mode": "group", "staff_": "few"},
        {"mode": "group"},
    ]


def test_edges_are_ties_and_then_affiliations(cluster):
    graph = exported_graph(cluster.to_tables(), mode=("mode", "actor", "group"))
    assert {(edge.source, edge.target, edge.directed, edge.attributes["layer"]) for edge in graph.edges} == {
        ("b", "a", True, "arcs"),
        ("a", "b", False, "lines"),
        ("a", "b (group)", False, "attends"),
    }
    assert [edge.attributes.get("since") for edge in graph.edges if edge.directed] == [1999]
    assert "since" not in graph.edges[-1].attributes


def test_in_a_graph_of_one_direction_an_undirected_edge_is_two_arcs(cluster):
    graph = exported_graph(cluster.to_tables(), mode=("mode", "actor", "group"))
    assert graph.directed
    arcs = [(edge.source, edge.target, edge.attributes["layer"]) for edge in graph.arcs()]
    assert len(arcs) == 5
    assert {("a", "b", "lines"), ("b", "a", "lines"), ("b (group)", "a", "attends")} < set(arcs)
    lines = exported_graph(cluster.layer("lines").to_tables(), mode=("mode", "actor", "group"))
    assert not lines.directed
    assert list(lines.arcs()) == lines.edges


def test_the_rest_is_described(cluster):
    graph = exported_graph(cluster.to_tables(), mode=("mode", "actor", "group"), display=["label"])
    said = json.loads(graph.description)
    assert (graph.name, said["name"]) == ("Town", "Town")
    assert said["unknown"] == [{"source": "a", "target": "b", "layer": "arcs"}]
    assert (said["groups_where"], said["group_ids"]) == ({"mode": "group"}, {"b (group)": "b"})
    assert (said["columns"], said["display"]) == ({"groups": {"staff_": "staff"}}, ["label"])


def test_a_reserved_name_is_given_to_nothing_else(cluster):
    tables = cluster.with_attributes("a", label="shown", label_="taken").to_tables()
    graph = exported_graph(tables, mode=("mode", "actor", "group"), reserved={"label": "label_"})
    attributes = graph.nodes[0].attributes
    assert "label" not in attributes
    assert (attributes["label_"], attributes["label__"]) == ("taken", "shown")


def test_groups_that_nobody_belongs_to_are_no_nodes():
    alone = Cluster.from_tables(pd.DataFrame({"actor": ["a"]}), groups=pd.DataFrame({"group": ["g"]}))
    graph = exported_graph(alone.to_tables(), mode=("mode", "actor", "group"))
    assert [(node.id, node.attributes) for node in graph.nodes] == [("a", {})]
    assert json.loads(graph.description)["groups"] == [{"group": "g"}]


def test_edges_say_whether_a_graph_is_directed_and_layers_only_where_there_are_none():
    def is_directed(ties):
        layers = {"arcs": {"directed": True}, "lines": {"directed": False}}
        tables = Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}), ties, layers=layers).to_tables()
        return exported_graph(tables, mode=("mode", "actor", "group")).directed

    lines = pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["lines"]})
    assert not is_directed(lines)
    assert is_directed(lines.assign(layer="arcs"))
    assert is_directed(None)
