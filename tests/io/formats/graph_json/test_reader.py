"""Nodes and links in JSON, as networkx writes them and as the pages of other libraries show."""

from __future__ import annotations

import json

import networkx as nx
import pytest

import socluster as sc
from socluster.core.errors import InputError, LossWarning
from socluster.io.formats.graph_json.reader import _graph_attributes


@pytest.fixture
def read(tmp_path):
    def of(document, **options):
        (tmp_path / "x.json").write_text(document if isinstance(document, str) else json.dumps(document))
        return sc.read(tmp_path / "x.json", **options)

    return of


def rows(cluster):
    """The ties by names as text: a graph in memory keeps its numbers, a file has the same as text."""
    ties = cluster.ties[["source", "target", "weight"]].itertuples(index=False, name=None)
    return sorted((str(source), str(target), weight) for source, target, weight in ties)


KARATE = nx.karate_club_graph()
ARCS = nx.gnp_random_graph(8, 0.3, seed=4, directed=True)


@pytest.mark.parametrize("graph", [KARATE, ARCS], ids=["graph", "digraph"])
@pytest.mark.parametrize("written", [nx.node_link_data, nx.adjacency_data, nx.cytoscape_data])
def test_what_networkx_writes(read, graph, written):
    if written is nx.cytoscape_data and graph is ARCS:
        assert sc.as_cluster(graph).n_ties == read(written(graph), directed=True).n_ties
        return
    assert rows(read(written(graph))) == rows(sc.as_cluster(graph))
    assert read(written(graph)).is_directed() == graph.is_directed()


def test_keys_of_networkx_are_layers_as_they_are_of_its_graphs(read):
    graph = nx.MultiGraph([("a", "b", "refers"), ("a", "b", "meets")])
    assert read(nx.node_link_data(graph)) == sc.as_cluster(graph)
    assert list(read(nx.node_link_data(graph)).layers) == ["refers", "meets"]


CYTOSCAPE = [
    {"data": {"id": "1", "name": "A"}, "position": {"x": 1, "y": 2}},
    {"data": {"id": "2", "parent": "1"}},
    {"group": "edges", "data": {"id": "e", "source": "1", "target": "2", "weight": 2}},
]


def test_cytoscape(read):
    for elements in (CYTOSCAPE, {"nodes": CYTOSCAPE[:2], "edges": CYTOSCAPE[2:]}):
        with pytest.warns(LossWarning, match="nodes inside of other nodes"):
            assert rows(read({"elements": elements})) == [("1", "2", 2)]
    assert read({"elements": {"nodes": CYTOSCAPE[:1]}}).n_actors == 1


def test_vis_js_and_its_arrows(read):
    nodes = [{"id": 1, "label": "A", "x": 3}, {"id": 2, "label": "B"}]
    arrows = ["to", "from", {"from": {"enabled": True}}, {"to": True}, "to, from", {"to": False}, "middle"]
    found = [read({"nodes": nodes, "edges": [{"from": 1, "to": 2, "arrows": each}]}) for each in arrows]
    ends = [("1", "2"), ("2", "1"), ("2", "1"), ("1", "2"), ("1", "2"), ("1", "2"), ("1", "2")]
    assert [rows(each)[0][:2] for each in found] == ends
    assert [each.is_directed() for each in found] == [True] * 4 + [False] * 3
    assert "arrows" not in found[0].ties
    assert found[0].actors["name"].tolist() == ["A", "B"]


def test_sigma_and_kumu(read):
    sigma = {"nodes": [{"id": "n0", "label": "A", "x": 0, "size": 3}, {"id": "n1"}], "edges": []}
    assert read(sigma).labels == ("n0", "n1")
    kumu = {
        "elements": [{"label": "A", "type": "school"}, {"label": "B"}],
        "connections": [{"from": "A", "to": "B", "direction": "directed"}],
    }
    assert (rows(read(kumu)), read(kumu).is_directed()) == ([("A", "B", 1)], True)


def test_ends_that_are_called_otherwise(read):
    document = {"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"ego": "a", "alter": "b", "who": "NA"}]}
    with pytest.raises(InputError, match=r"ego, alter and who; read\(\.\.\., source='ego', target='alter'\)"):
        read(document)
    cluster = read(document, source="ego", target="alter", missing=["NA"])
    assert rows(cluster) == [("a", "b", 1)]
    assert cluster.ties["who"].isna().all()
    with pytest.raises(InputError, match=r"no edge has this attribute.*did you mean 'ego'"):
        read(document, source="eg")
    with pytest.raises(InputError, match="no edge says between which nodes"):
        read({"nodes": ["a"], "links": [{}]})


def test_a_cluster_takes_the_options_too(read):
    tables = {"actors": [{"actor": "a"}, {"actor": "b"}], "ties": [{"source": "a", "target": "b"}] * 2}
    with pytest.raises(InputError, match=r"duplicates='sum'"):
        read(tables)
    assert rows(read(tables, duplicates="sum")) == [("a", "b", 2)]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "c"}]}, r"links\[0\] has no node of this id"),
        ({"nodes": [{"id": "a"}, {"id": "a"}], "links": []}, r"nodes\[1\] has the id of another node"),
        ({"nodes": [{"id": [1]}], "links": []}, r"nodes\[0\] needs an id"),
        ({"nodes": [3.5], "links": [3]}, r"nodes\[0\] must be an object"),
        ({"nodes": [{"id": 1}], "adjacency": [3]}, r"adjacency\[0\] must be an object"),
        ({"name": "a", "children": []}, "has no member 'actors'; here are 'name', 'children'"),
        ('{"nodes": [{"id": 1' + "0" * 400 + "}]}", "holds a number that is too large"),
    ],
)
def test_what_is_no_graph_is_told(read, document, message):
    with pytest.raises(InputError, match=message):
        read(document)


def test_a_list_that_is_not_all_pairs_says_nothing_of_the_graph():
    assert _graph_attributes({"graph": [["name", "town"], ["year", 2020]]}) == {"name": "town", "year": 2020}
    assert _graph_attributes({"graph": [["name", "town"], "loose"]}) == {}
