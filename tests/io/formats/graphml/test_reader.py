"""GraphML of other programs, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.io.formats import graphml
from socluster.io.objects.dispatch import as_cluster
from socluster.io.options import ReadingOptions
from tests.io.formats.graphml.samples import cluster

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def given_file(tmp_path: Path, body: str, head: str = HEAD) -> Path:
    path = tmp_path / "given.graphml"
    path.write_text(f"{head}{body}\n</graphml>", encoding="utf-8")
    return path


def read(tmp_path: Path, body: str, **options: str) -> Cluster:
    return Cluster._from(graphml.read(given_file(tmp_path, body), ReadingOptions(**options)))


def problems(tmp_path: Path, body: str, **options: str) -> list[tuple]:
    with pytest.raises(InputError) as caught:
        read(tmp_path, body, **options)
    return [(problem.row, problem.value) for problem in caught.value.problems]


class TestFilesOfNetworkx:
    def test_with_whole_numbers_as_ids_and_mixed_types(self, tmp_path):
        graph = nx.DiGraph(name="Town")
        graph.add_node(0, staff=3, share=1, open=True, place="Kelmė")
        graph.add_node(1, staff=4, share=0.5)
        graph.add_edge(0, 1, weight=2)
        path = tmp_path / "x.graphml"
        nx.write_graphml(graph, path)
        found = Cluster._from(graphml.read(path))
        assert found.labels == ("0", "1")
        assert found.name == "Town"
        assert found.is_directed()
        assert found.actors["staff"].tolist() == [3, 4]
        assert found.actors["staff"].dtype == "int64"
        assert found.actors["share"].tolist() == [1.0, 0.5]
        assert found.actors["open"].dtype == "boolean"
        assert found.actors["place"].tolist()[0] == "Kelmė"
        assert found.ties["weight"].tolist() == [2.0]

    def test_with_two_modes(self, tmp_path):
        path = tmp_path / "davis.graphml"
        graph = nx.davis_southern_women_graph()
        graph.graph.clear()  # lists of names, which GraphML cannot hold
        nx.write_graphml(graph, path)
        found = Cluster._from(graphml.read(path))
        assert found == as_cluster(graph)
        assert (found.n_actors, found.n_groups, found.n_affiliations) == (18, 14, 89)

    def test_parallel_edges(self, tmp_path):
        path = tmp_path / "x.graphml"
        nx.write_graphml(nx.MultiGraph([("a", "b"), ("a", "b")]), path)
        with pytest.warns(LossWarning, match="1 parallel edge that nothing tells from another"):
            found = graphml.read(path)
        assert found.ties["weight"].tolist() == [2.0]


class TestFilesOfOtherPrograms:
    def test_yed(self, tmp_path):
        head = HEAD.replace("<graphml ", '<graphml xmlns:y="http://www.yworks.com/xml/graphml" ')
        body = """<key for="node" id="d5" attr.name="description" attr.type="string"/>
<key for="node" id="d6" yfiles.type="nodegraphics"/>
<key for="edge" id="d9" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G">
<node id="n0"><data key="d5"/><data key="d6"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>Kelmės
mokykla<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
<node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode>
<y:NodeLabel>Savivaldybė</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
<graph edgedefault="directed" id="n1:"><node id="n1::n0"/><edge id="e1" source="n1::n0" target="n0"/></graph></node>
<edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge><y:Arrows source="none" target="standard"/>
<y:EdgeLabel>siunčia</y:EdgeLabel></y:PolyLineEdge></data></edge>
</graph>"""
        with pytest.warns(LossWarning, match="which node holds which"):
            found = Cluster._from(graphml.read(given_file(tmp_path, body, head)))
        assert found.labels == ("n0", "n1", "n1::n0")
        assert found.actors["name"].tolist()[:2] == ["Kelmės\nmokykla", "Savivaldybė"]
        assert found.ties[["source", "target"]].to_numpy().tolist() == [["n0", "n1"], ["n1::n0", "n0"]]
        assert found.ties["label"].tolist()[0] == "siunčia"

    def test_gephi(self, tmp_path):
        body = """<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="Sektorius" attr.type="string" for="node" id="sektorius"/>
<key attr.name="size" attr.type="float" for="node" id="size"/>
<graph edgedefault="undirected">
<node id="1"><data key="label">Mokykla</data><data key="sektorius">public</data><data key="size">10.5</data></node>
<node id="2"><data key="label">NVO</data></node>
<edge id="0" source="1" target="2"><data key="weight">2.5</data></edge>
</graph>"""
        found = read(tmp_path, body)
        assert found.actors["name"].tolist() == ["Mokykla", "NVO"]
        assert found.actors["sector"].tolist()[0] == "public"
        assert found.actors["size"].tolist()[0] == 10.5
        assert found.ties["weight"].tolist() == [2.5]
        assert not found.is_directed()

    def test_defaults_strengths_and_directions(self, tmp_path):
        body = """<key id="k" for="node" attr.name="level" attr.type="string"><default>local</default></key>
<key id="s" for="edge" attr.name="strength" attr.type="int"/>
<key id="a" for="all" attr.name="seen" attr.type="boolean"><default>false</default></key>
<graph edgedefault="undirected">
<node id="a"/><node id="b"><data key="k">national</data><data key="a">1</data></node><node id="c"/>
<edge source="a" target="b" directed="true"><data key="s">3</data></edge>
<edge source="b" target="c"/>
</graph>"""
        found = read(tmp_path, body)
        assert found.actors["level"].tolist() == ["local", "national", "local"]
        assert found.actors["seen"].tolist() == [False, True, False]
        assert found.ties[["source", "target", "weight"]].to_numpy().tolist() == [
            ["a", "b", 3.0], ["b", "c", 1.0], ["c", "b", 1.0],
        ]  # fmt: skip

    def test_windows_1257(self, tmp_path):
        path = tmp_path / "x.graphml"
        text = '<?xml version="1.0" encoding="windows-1257"?><graphml><graph><node id="Šiauliai Į"/></graph></graphml>'
        path.write_bytes(text.encode("cp1257"))
        assert Cluster._from(graphml.read(path)).labels == ("Šiauliai Į",)

    def test_utf_16(self, tmp_path):
        path = tmp_path / "x.graphml"
        text = '<?xml version="1.0" encoding="UTF-16"?><graphml><graph><node id="Šiauliai"/></graph></graphml>'
        path.write_bytes(text.encode("utf-16"))
        assert Cluster._from(graphml.read(path)).labels == ("Šiauliai",)

    def test_what_is_no_network_is_left_out_with_a_warning(self, tmp_path):
        body = '<graph><node id="a"/><hyperedge/></graph><graph/>'
        with pytest.warns(LossWarning) as caught:
            graphml.read(given_file(tmp_path, body))
        assert [str(each.message).split(": ")[1] for each in caught] == [
            "holds 2 graphs; only the first was read",
            "left out 1 hyperedge, which joins more than two nodes",
        ]


class TestFaults:
    def test_values_that_are_none_of_their_type(self, tmp_path):
        body = """<key id="n" for="node" attr.name="staff" attr.type="int"/>
<key id="w" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="directed">
<node id="a"><data key="n">many</data></node>
<node id="b"><data key="n">3</data></node>
<edge source="a" target="b"><data key="w">strong</data></edge>
<edge source="b" target="a"><data key="w">-1</data></edge>
</graph>"""
        assert problems(tmp_path, body) == [(6, "many"), (8, "strong"), (9, -1.0)]

    def test_decimals_among_whole_numbers_make_a_column_of_numbers(self, tmp_path):
        body = """<key id="n" for="node" attr.name="staff" attr.type="int"/>
<graph><node id="a"><data key="n">1.5</data></node><node id="b"><data key="n">3</data></node></graph>"""
        assert read(tmp_path, body).actors["staff"].tolist() == [1.5, 3.0]

    def test_ids(self, tmp_path):
        body = """<graph>
<node/>
<node id="a"/>
<node id=" a "/>
<edge source="a"/>
</graph>"""
        assert problems(tmp_path, body) == [(4, None), (6, "a"), (7, None)]

    def test_ends_that_are_no_nodes(self, tmp_path):
        body = '<graph>\n<node id="Mokykla"/><node id="b"/>\n<edge source="Mokykl" target="b"/></graph>'
        with pytest.raises(InputError, match="did you mean 'Mokykla'"):
            read(tmp_path, body)
        assert problems(tmp_path, body) == [(5, "Mokykl")]

    def test_attributes_without_a_name(self, tmp_path):
        assert problems(tmp_path, '<graph>\n<node id="a"><data>x</data></node></graph>') == [(4, None)]

    def test_self_ties(self, tmp_path):
        body = '<graph>\n<node id="a"/>\n<edge source="a" target="a"/></graph>'
        with pytest.raises(InputError, match=r"'a' to 'a': is a tie .* read\(..., self_ties='drop'\)"):
            read(tmp_path, body)
        assert problems(tmp_path, body) == [(5, None)]
        assert read(tmp_path, body, self_ties="drop").n_ties == 0

    def test_edges_between_groups(self, tmp_path):
        path = tmp_path / "x.graphml"
        graphml.write(cluster().to_tables(), path)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('source="b" target="b (group)"', 'source="b (group)" target="b (group)"'))
        with pytest.raises(InputError, match="is an edge between two groups"):
            graphml.read(path)

    def test_no_graph(self, tmp_path):
        with pytest.raises(InputError, match="holds no graph"):
            read(tmp_path, "")

    def test_missing_file(self, tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            graphml.read(tmp_path / "none.graphml")
