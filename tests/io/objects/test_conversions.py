"""Clusters as graphs of other libraries."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import pytest

from socluster import Cluster
from socluster.core.errors import LossWarning
from socluster.io.objects.conversions import to_igraph, to_networkx, to_tables
from socluster.io.objects.dispatch import as_cluster


@pytest.fixture
def cluster() -> Cluster:
    """Two layers of ties, one of them directed, a group that is called like an actor, and an unknown dyad."""
    return Cluster.from_tables(
        pd.DataFrame(
            {"actor": ["Mokykla", "Klinika", "NVO"], "sector": ["public", None, "civic"], "staff": [40, 7, 2]}
        ),
        pd.DataFrame(
            {
                "source": ["Klinika", "Mokykla", "Mokykla"],
                "target": ["Mokykla", "Klinika", "NVO"],
                "layer": ["referral", "referral", "info"],
                "weight": [1.0, 2.0, 3.0],
                "ref": [None, "report p. 3", None],
            }
        ),
        groups=pd.DataFrame({"group": ["Diena", "NVO"], "staff": ["many", None]}),
        affiliations=pd.DataFrame({"actor": ["NVO", "Mokykla"], "group": ["Diena", "NVO"], "layer": "attends"}),
        unknown=pd.DataFrame({"source": ["NVO"], "target": ["Klinika"], "layer": ["referral"]}),
        layers={"referral": {"directed": True, "meaning": "sends people to"}, "unused": {"directed": True}},
        name="Kelmė",
        info={"note": "<&>"},
    )


class TestToNetworkx:
    def test_one_undirected_layer_is_a_graph(self, cluster):
        graph = to_networkx(cluster.layer("info"))
        assert type(graph) is nx.Graph
        assert graph["Mokykla"]["NVO"] == {
            "layer": "info",
            "weight": 3.0,
            "confidence": 1.0,
            "evidence": "reported",
        }
        assert graph.nodes["Mokykla"] == {"sector": "public", "staff": 40}
        assert graph.nodes["Klinika"] == {"staff": 7}
        assert type(graph.nodes["Klinika"]["staff"]) is int

    def test_one_directed_layer_is_a_digraph(self, cluster):
        graph = to_networkx(cluster.layer("referral"))
        assert type(graph) is nx.DiGraph
        assert list(graph.edges(data="weight")) == [("Mokykla", "Klinika", 2.0), ("Klinika", "Mokykla", 1.0)]

    def test_waves_make_a_multigraph(self):
        ties = pd.DataFrame({"source": ["a", "a"], "target": ["b", "b"], "wave": ["2016", "2017"]})
        graph = to_networkx(Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}), ties))
        assert type(graph) is nx.MultiGraph
        assert list(graph.edges(keys=True)) == [("a", "b", "tie"), ("a", "b", "tie (2017)")]

    def test_mixed_layers_are_a_multidigraph_with_two_arcs_per_undirected_tie(self, cluster):
        graph = to_networkx(cluster)
        assert type(graph) is nx.MultiDiGraph
        assert graph["Mokykla"]["NVO"]["info"] == graph["NVO"]["Mokykla"]["info"]
        assert graph.number_of_edges() == 2 + 2 * 1 + 2 * 2
        assert graph.graph["name"] == "Kelmė"

    def test_groups_are_nodes_of_their_own(self, cluster):
        graph = to_networkx(cluster)
        assert dict(graph.nodes(data="bipartite")) == {
            "Mokykla": 0, "Klinika": 0, "NVO": 0, "Diena": 1, "NVO (group)": 1,
        }  # fmt: skip
        assert set(graph["NVO (group)"]) == {"Mokykla"}
        assert as_cluster(graph) == cluster

    def test_two_groups_never_become_one_node(self):
        actors = pd.DataFrame({"actor": ["X", "Y"]})
        groups = pd.DataFrame({"group": ["X", "X (group)", "Y", "Z"]})
        links = pd.DataFrame({"actor": ["X", "Y", "X", "Y"], "group": ["X", "X (group)", "Y", "Z"]})
        cluster = Cluster.from_tables(actors, groups=groups, affiliations=links)
        graph = to_networkx(cluster)
        assert graph.number_of_nodes() == 6
        assert sorted(dict(graph.degree).values()) == [1, 1, 1, 1, 2, 2]
        assert as_cluster(graph) == cluster

    def test_groups_without_affiliations_are_no_nodes(self):
        alone = as_cluster([("a", "b")]).with_group("meeting", kind="event")
        graph = to_networkx(alone)
        assert list(graph.nodes(data=True)) == [("a", {}), ("b", {})]
        assert as_cluster(graph) == alone

    def test_columns_of_one_name_and_two_kinds_are_told_apart(self, cluster):
        graph = to_networkx(cluster)
        assert graph.nodes["Diena"] == {"bipartite": 1, "staff_": "many"}

    def test_networkx_writes_and_reads_its_own_files_without_losing_the_cluster(self, cluster, tmp_path):
        graph = to_networkx(cluster)
        nx.write_graphml(graph, tmp_path / "x.graphml")
        assert as_cluster(nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True)) == cluster
        document = nx.node_link_data(graph, edges="edges")
        assert as_cluster(nx.node_link_graph(document, edges="edges")) == cluster

    def test_part_of_the_graph(self, cluster):
        part = to_networkx(cluster).subgraph(["Mokykla", "NVO"])
        with pytest.warns(LossWarning, match="1 unknown dyad, as the graph has no such actors"):
            found = as_cluster(part)
        assert set(found.labels) == {"Mokykla", "NVO"}
        assert list(found.ties["layer"]) == ["info"]

    def test_what_networkx_adds_is_a_further_column(self, cluster):
        graph = to_networkx(cluster.layer("info"))
        nx.set_node_attributes(graph, nx.degree_centrality(graph), "time")
        found = as_cluster(graph)
        assert found.actors["time"].tolist() == [0.5, 0.0, 0.5]
        graph.add_edge("Klinika", "NVO", time=2016)
        assert as_cluster(graph).ties.query("source == 'Klinika'")["time"].tolist() == [2016]

    def test_an_undirected_copy_is_undirected(self, cluster):
        graph = to_networkx(cluster.layer("referral")).to_undirected()
        found = as_cluster(graph)
        assert not found.is_directed()
        assert found.n_ties == 1

    def test_arcs_of_an_undirected_tie_that_differ_are_refused(self, cluster):
        graph = to_networkx(cluster)
        graph["NVO"]["Mokykla"]["info"]["weight"] = 5.0
        with pytest.raises(ValueError, match=r"weighs 5.0, but the other way 3.0"):
            as_cluster(graph)

    def test_spoilt_description(self, cluster):
        graph = to_networkx(cluster)
        graph.graph["socluster"] = '{"socluster": 1, "unknown": 7}'
        with pytest.raises(ValueError, match="graph attribute 'socluster': unknown must be a list of objects"):
            as_cluster(graph)


class TestToIgraph:
    def test_attributes(self, cluster):
        graph = to_igraph(cluster)
        assert graph.is_directed()
        assert graph.vs["name"] == ["Mokykla", "Klinika", "NVO", "Diena", "NVO (group)"]
        assert graph.vs["type"] == [False, False, False, True, True]
        assert graph.vs["sector"] == ["public", None, "civic", None, None]
        assert graph.vs["staff"] == [40, 7, 2, None, None]
        assert graph["name"] == "Kelmė"
        assert sorted(zip(graph.es["layer"], graph.es["weight"], strict=True)) == [
            ("attends", 1.0), ("attends", 1.0), ("attends", 1.0), ("attends", 1.0),
            ("info", 3.0), ("info", 3.0), ("referral", 1.0), ("referral", 2.0),
        ]  # fmt: skip
        assert as_cluster(graph) == cluster

    def test_names_are_labels(self):
        cluster = as_cluster([("a", "b")])
        named = Cluster.from_tables(cluster.actors.assign(name=["Mokykla", None], label=["x", "y"]), cluster.ties)
        graph = to_igraph(named)
        assert graph.vs["name"] == ["a", "b"]
        assert graph.vs["label_"] == ["Mokykla", None]
        assert as_cluster(graph) == named

    def test_empty(self):
        empty = Cluster.from_tables(pd.DataFrame({"actor": []}), layers={"referral": {"directed": True}})
        assert to_igraph(empty).is_directed()
        assert as_cluster(to_igraph(empty)) == empty


def test_to_tables(cluster):
    tables = to_tables(cluster)
    assert tables.actors["actor"].tolist() == ["Mokykla", "Klinika", "NVO"]
    assert tables.layers["referral"] == {"directed": True, "scale": None, "meaning": "sends people to"}
    assert Cluster._from(tables) == cluster
