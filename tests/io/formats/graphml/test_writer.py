"""GraphML for other programs."""

from __future__ import annotations

import igraph
import networkx as nx
import pytest

from socluster.core.errors import InputError
from socluster.io.formats import graphml
from tests.io.formats.graphml.samples import cluster


class TestForOtherPrograms:
    def test_nodes_show_their_names(self, tmp_path):
        graphml.write(cluster().to_tables(), tmp_path / "x.graphml")
        text = (tmp_path / "x.graphml").read_text(encoding="utf-8")
        assert '<y:NodeLabel>Mokykla "Ąžuolas" &amp; &lt;Co&gt;</y:NodeLabel>' in text
        assert '<edge id="e0" source="b" target="kelmė 1" directed="true">' in text
        assert '<edge id="e1" source="b" target="b (group)">' in text

    def test_networkx_reads_it(self, tmp_path):
        path = tmp_path / "x.graphml"
        graphml.write(cluster().select(layers="referral").to_tables(), path)
        graph = nx.read_graphml(path)
        assert graph.is_directed()
        assert graph.nodes["kelmė 1"]["staff"] == 40
        assert graph.nodes["b"]["label"] == "b"
        edge = graph["b"]["kelmė 1"]
        assert (edge["weight"], edge["layer"], edge["evidence"]) == (0.1 + 0.2, "referral", "reported")

    def test_igraph_reads_it(self, tmp_path):
        path = tmp_path / "x.graphml"
        graphml.write(cluster().to_tables(), path)
        graph = igraph.Graph.Read_GraphML(str(path))
        assert graph.vs["id"] == ["kelmė 1", "b", "b (group)"]
        assert graph.vs["label"] == ['Mokykla "Ąžuolas" & <Co>', "b", "b"]
        assert graph.vs["mode"] == ["actor", "actor", "group"]
        assert graph.es["layer"] == ["referral", "affiliation"]


class TestUnwritable:
    def test_a_column_that_xml_cannot_name(self, tmp_path):
        tables = cluster().to_tables()
        tables.actors["a\0b"] = 1
        with pytest.raises(InputError, match=r"XML cannot hold the character U\+0000"):
            graphml.write(tables, tmp_path / "x.graphml")
        assert not (tmp_path / "x.graphml").exists()
