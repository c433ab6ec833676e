"""GML as other programs write it; networkx and igraph are the second implementation."""

from __future__ import annotations

import igraph
import networkx as nx
import pytest

import socluster as sc
from socluster.core.errors import InputError, LossWarning

CYTOSCAPE = """Creator "Cytoscape"
Version 1.0
# a remark
graph
[
  directed 1
  label "Care"
  node
  [
    root_index -1
    id -1
    graphics [ x 1.5 y 2.5 type "ellipse" ]
    label "School &amp; &#352;eima"
    sector "public"
  ]
  node [ id -2 label "Clinic" staff 12 ]
  edge [ source -1 target -2 weight 2.5e0 LabelGraphics [ text "x" ] ]
]
"""


@pytest.fixture
def read(tmp_path):
    def of(text, **options):
        (tmp_path / "x.gml").write_text(text, encoding="utf-8")
        return sc.read(tmp_path / "x.gml", **options)

    return of


def ties(cluster):
    return {frozenset(map(str, ends)) for ends in cluster.ties[["source", "target"]].to_numpy().tolist()}


def test_names_attributes_and_directions(read):
    cluster = read(CYTOSCAPE)
    assert (cluster.name, cluster.labels) == ("Care", ("-1", "-2"))
    assert cluster.actors["name"].tolist() == ["School & Šeima", "Clinic"]
    assert cluster.actors["staff"].tolist()[1] == 12
    assert cluster.ties[["source", "target", "weight"]].values.tolist() == [["-1", "-2", 2.5]]
    assert cluster.is_directed()
    assert "graphics" not in cluster.actors


def test_what_networkx_and_igraph_write(tmp_path):
    graph = nx.karate_club_graph()
    nx.write_gml(graph, tmp_path / "networkx.gml")
    igraph.Graph.Famous("Zachary").write_gml(str(tmp_path / "igraph.gml"))
    ours = sc.as_cluster(graph)
    assert ties(sc.read(tmp_path / "networkx.gml")) == ties(ours)
    assert ties(sc.read(tmp_path / "igraph.gml")) == ties(ours)
    assert sc.read(tmp_path / "networkx.gml").ties["weight"].tolist() == ours.ties["weight"].tolist()
    assert {frozenset(map(str, edge)) for edge in nx.read_gml(tmp_path / "networkx.gml").edges} == ties(ours)


def test_what_is_left_behind_is_told(read):
    group = 'graph [ node [ id 1 ] node [ id 2 gid 1 tags "a" tags "b" parts [ x 1 ] ] ] graph [ ]'
    with pytest.warns(LossWarning) as told:
        assert read(group).n_actors == 2
    message = str(told[0].message)
    for lost in ("which node holds which", "'tags'", "'parts'", "1 graph after the first"):
        assert lost in message


def test_edges_that_stand_twice_follow_the_options(read):
    text = "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] edge [ source 1 target 2 ] ]"
    with pytest.warns(LossWarning, match="parallel"):
        read(text)
    with pytest.raises(InputError, match=r"duplicates='sum'"):
        read(text, duplicates="refuse")
    assert read(text, duplicates="count").ties["weight"].tolist() == [2]


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        ("graph [\n node [ id 1 ]\n", 3, "the file ends inside of a list"),
        ("graph [ ]\n]", 2, "a closing bracket"),
        ("graph [\n 5 ]", 2, "a key with its value must stand here, not '5'"),
        ("graph [\n node ? ]", 2, "must stand here, not '? ]'"),
        ("a [ " * 101, 1, "is nested too deeply"),
        ("node [ ]", None, "holds no graph"),
        ("graph [ node [ id 1 ]\n node [ id 1 ] ]", 2, "a node of this id is already in line 1"),
        ("graph [ node [ id 1 ]\n edge [ source 1 ] ]", 2, "an edge needs a source and a target"),
        ("graph [ node [ label 1 ] ]", 1, "a node has no id"),
    ],
)
def test_mistakes_are_named_with_their_line(read, text, row, message):
    with pytest.raises(InputError, match=r"x\.gml") as caught:
        read(text)
    assert caught.value.problems[0].row == row
    assert message in caught.value.problems[0].message
