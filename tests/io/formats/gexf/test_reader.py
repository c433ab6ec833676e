"""GEXF of other programs, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.io.formats import gexf
from socluster.io.options import ReadingOptions


def read(tmp_path: Path, body: str, version: str = "1.3", **options: str) -> Cluster:
    path = tmp_path / "given.gexf"
    path.write_text(f'<gexf xmlns="http://gexf.net/{version}" version="{version}">\n{body}\n</gexf>', encoding="utf-8")
    return Cluster._from(gexf.read(path, ReadingOptions(**options)))


def problems(tmp_path: Path, body: str) -> list[tuple]:
    with pytest.raises(InputError) as caught:
        read(tmp_path, body)
    return [(problem.row, problem.value) for problem in caught.value.problems]


def ties(cluster: Cluster) -> list[list]:
    return cluster.ties[["source", "target", "layer", "weight"]].to_numpy().tolist()


class TestFilesOfOtherPrograms:
    def test_gephi(self, tmp_path):
        body = """<meta lastmodifieddate="2024-01-01"><creator>Gephi 0.10</creator><description></description></meta>
<graph defaultedgetype="directed" mode="static">
<attributes class="node" mode="static">
<attribute id="sektorius" title="Sektorius" type="string"/>
<attribute id="open" title="open" type="boolean"><default>true</default></attribute>
</attributes>
<nodes>
<node id="0" label="Mokykla"><attvalues><attvalue for="sektorius" value="public"/></attvalues>
<viz:size xmlns:viz="http://gexf.net/1.3/viz" value="10.0"/></node>
<node id="1"><attvalues><attvalue for="open" value="false"/></attvalues></node>
<node id="2" label="2"/>
</nodes>
<edges>
<edge id="0" source="0" target="1" kind="info" weight="2.0"/>
<edge id="1" source="0" target="1" kind="referral"/>
<edge id="2" source="1" target="2" type="mutual" kind="referral" label="kas savaitę"/>
</edges>
</graph>"""
        found = read(tmp_path, body)
        assert found.labels == ("0", "1", "2")
        assert found.actors["name"].isna().tolist() == [False, True, True]
        assert found.actors["sector"].tolist()[0] == "public"
        assert found.actors["open"].tolist() == [True, False, True]
        assert ties(found) == [
            ["0", "1", "info", 2.0],
            ["0", "1", "referral", 1.0],
            ["1", "2", "referral", 1.0],
            ["2", "1", "referral", 1.0],
        ]
        assert found.ties["label"].tolist()[2] == "kas savaitę"

    @pytest.mark.parametrize("version", ["1.1draft", "1.2draft", "1.3"])
    def test_networkx(self, tmp_path, version):
        graph = nx.Graph(name="Town")
        graph.add_node(1, staff=3, open=True, place="Kelmė", share=0.5)
        graph.add_edge(1, 2, weight=2, ref="p. 1")
        nx.write_gexf(graph, tmp_path / "x.gexf", version=version)
        found = Cluster._from(gexf.read(tmp_path / "x.gexf"))
        assert found.labels == ("1", "2")
        assert found.name == "Town"
        assert found.actors.loc["1", ["staff", "open", "place", "share"]].tolist() == [3, True, "Kelmė", 0.5]
        assert found.ties[["weight", "ref"]].to_numpy().tolist() == [[2.0, "p. 1"]]
        assert not found.is_directed()

    def test_networkx_with_mixed_numbers_which_it_cannot_read_itself(self, tmp_path):
        graph = nx.Graph()
        graph.add_node("a", x=1)
        graph.add_node("b", x=0.5)
        nx.write_gexf(graph, tmp_path / "x.gexf")
        assert Cluster._from(gexf.read(tmp_path / "x.gexf")).actors["x"].tolist() == [1.0, 0.5]

    def test_nodes_inside_of_nodes_and_times(self, tmp_path):
        body = """<graph mode="dynamic"><nodes><node id="a"><nodes><node id="b" start="2016"/></nodes></node></nodes>
<edges><edge source="a" target="b"><spells><spell start="1"/></spells></edge></edges></graph>"""
        with pytest.warns(
            LossWarning,
            match="which node holds which .*; the times of nodes and edges",
        ):
            found = read(tmp_path, body)
        assert ties(found) == [["a", "b", "tie", 1.0]]


class TestFaults:
    def test_all_at_once(self, tmp_path):
        body = """<graph><attributes class="node"><attribute id="0" title="staff" type="integer"/></attributes>
<nodes>
<node id="a"><attvalues><attvalue for="0" value="many"/></attvalues></node>
<node id="b"/>
</nodes>
<edges>
<edge source="a" target="b" weight="0"/>
<edge source="a" target="c"/>
</edges></graph>"""
        assert problems(tmp_path, body) == [(4, "many"), (9, "c"), (8, 0.0)]

    def test_attributes_without_a_name(self, tmp_path):
        body = '<graph><nodes>\n<node id="a"><attvalues><attvalue value="x"/></attvalues></node></nodes></graph>'
        assert problems(tmp_path, body) == [(3, None)]

    def test_no_graph(self, tmp_path):
        with pytest.raises(InputError, match="holds no graph"):
            read(tmp_path, "")

    def test_self_ties(self, tmp_path):
        body = '<graph><nodes><node id="a"/></nodes><edges>\n<edge source="a" target="a"/></edges></graph>'
        assert problems(tmp_path, body) == [(3, None)]
        assert read(tmp_path, body, self_ties="drop").n_ties == 0

    def test_a_spoilt_description(self, tmp_path):
        body = '<meta><description>{"socluster": 1, "unknown": 3}</description></meta><graph/>'
        with pytest.raises(InputError, match="unknown must be a list of objects"):
            read(tmp_path, body)
