"""Files as people really have them: read as they are meant, or refused with a way out that works when followed."""

import json
import re
import warnings

import openpyxl
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, LossWarning
from tests.io.read_back import rows

GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"{more}>{body}</graphml>'
NODES = '<node id="a"/><node id="b"/>'


def is_directed(cluster):
    return {layer.directed for layer in cluster.layers.values()} == {True}


class TestIsRead:
    def test_a_namespace_that_ends_in_a_blank(self, read):
        more = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance "'
        body = f'<graph edgedefault="directed">{NODES}<edge source="a" target="b"/></graph>'
        assert is_directed(read("x.graphml", GRAPHML.format(more=more, body=body)))

    def test_keys_inside_of_the_graph(self, read):
        body = (
            '<graph edgedefault="undirected"><key id="s" for="node" attr.name="sector"/>'
            '<node id="a"><data key="s">public</data></node></graph>'
        )
        assert read("x.graphml", GRAPHML.format(more="", body=body)).actors["sector"].tolist() == ["public"]

    def test_nested_nodes_are_told(self, read):
        body = '<graph edgedefault="undirected"><node id="town"><graph><node id="school"/></graph></node></graph>'
        with pytest.warns(LossWarning, match="which node holds which"):
            assert read("x.graphml", GRAPHML.format(more="", body=body)).labels == ("town", "school")

    def test_an_infinite_attribute_is_missing_and_told(self, read):
        text = (
            '<gexf><graph><attributes class="node"><attribute id="0" title="cost" type="double"/></attributes><nodes>'
            '<node id="a"><attvalues><attvalue for="0" value="Infinity"/></attvalues></node><node id="b"><attvalues>'
            '<attvalue for="0" value="3.5"/></attvalues></node></nodes></graph></gexf>'
        )
        with pytest.warns(LossWarning, match="1 infinite value of the node attribute cost"):
            assert read("x.gexf", text).actors["cost"].isna().tolist() == [True, False]

    def test_directions_of_gephi_and_kumu(self, read):
        gephi = "Source,Target,Type,Weight\nA,B,Directed,2\nB,A,Directed,4\n"
        assert rows(read("x.csv", gephi)) == [("A", "B", 2), ("B", "A", 4)]
        mixed = "Source,Target,Type\nA,B,Directed\nB,C,Undirected\n"
        assert rows(read("x.csv", mixed)) == [("A", "B", 1), ("B", "C", 1), ("C", "B", 1)]
        kumu = "From,To,Direction,Type,Strength\nA,B,directed,refers,3\nB,C,mutual,meets,1\n"
        cluster = read("x.csv", kumu)
        assert rows(cluster) == [("A", "B", 3), ("B", "C", 1), ("C", "B", 1)]
        assert cluster.ties["Type"].tolist() == ["refers", "meets", "meets"]

    def test_workbooks_of_kumu_and_nodexl(self, read):
        kumu = {"Elements": [["Label"], ["A"], ["B"]], "Connections": [["From", "To", "Strength"], ["A", "B", 3]]}
        assert rows(read("x.xlsx", kumu)) == [("A", "B", 3)]
        heading = [None, None, "Visual Properties"]
        nodexl = {
            "Edges": [heading, ["Vertex 1", "Vertex 2", "Color"], ["A", "B", None]],
            "Vertices": [heading, ["Vertex", "Color"], ["A", None], ["B", None]],
        }
        assert rows(read("x.xlsx", nodexl)) == [("A", "B", 1)]

    def test_matrices(self, read):
        expected = [("A", "B", 2.5), ("B", "A", 1), ("C", "B", 1)]
        assert rows(read("x.csv", ";A;B;C\nA;0;2,5;0\nB;1;0;0\nC;0;1;0\n")) == expected
        assert rows(read("x.tsv", "A\tB\tC\nA\t0\t2.5\t0\nB\t1\t0\t0\nC\t0\t1\t0\n")) == expected
        sheet = {"Sheet1": [[None, "A", "B"], ["A", 0, 2], ["B", 2, 0]]}
        assert not is_directed(read("x.xlsx", sheet))
        two = read("x.csv", ",Fair,Board\nA,1,0\nB,1,1\n")
        assert (two.n_actors, two.n_groups, two.n_affiliations) == (2, 2, 3)
        assert len(read("x.csv", ",A,B\nA,0,NA\nB,1,0\n").unknown) == 1

    def test_a_list_in_the_only_sheet_and_with_row_numbers(self, read):
        table = [["from", "to", "weight"], ["A", "B", 2]]
        assert rows(read("x.xlsx", {"Sheet1": table})) == [("A", "B", 2)]
        assert rows(read("x.csv", '"","from","to","weight"\n"1","A","B",2\n')) == [("A", "B", 2)]

    def test_columns_that_are_called_otherwise(self, read):
        cluster = read("x.csv", "Who,Whom,Times\nA,B,2\n", source="Who", target="Whom", weight="Times", name="Town")
        assert (rows(cluster), cluster.name) == ([("A", "B", 2)], "Town")

    def test_projects_and_labels_of_pajek(self, read):
        text = '*Network Care\n*Vertices 2\n1 "A"\n2 "B"\n*Edges\n1 2 1\n\n*Partition Sector\n*Vertices 2\n1\n2\n'
        assert read("x.paj", text).actors["sector"].tolist() == ["1", "2"]
        with pytest.warns(LossWarning, match="same label"):
            assert read("x.net", '*Vertices 2\n1 "A"\n2 "A"\n*Edges\n1 2\n').labels == ("1", "2")

    def test_one_size_is_one_mode(self, read):
        text = "dl n=3\nformat = fullmatrix\nlabels embedded\ndata:\na b c\nA 0 1 0\nB 1 0 1\nC 0 1 0\n"
        assert rows(read("x.dl", text)) == [("A", "B", 1), ("B", "C", 1)]
        with pytest.raises(InputError, match="rows and columns are the same"):
            read("x.dl", text.replace("a b c", "a b d"))

    def test_a_czech_encoding(self, read):
        text = "source,target\nŠkola Údlí,Dům\n".encode("cp1250")
        assert read("x.csv", text, encoding="cp1250").labels == ("Škola Údlí", "Dům")

    def test_json_of_other_programs(self, read):
        d3 = '{"nodes": [{"id": "A"}, {"id": "B"}], "links": [{"source": "A", "target": "B", "value": 3}]}'
        assert rows(read("x.json", d3)) == [("A", "B", 3)]
        older = '{"nodes": [{"name": "A"}, {"name": "B"}], "links": [{"source": 0, "target": 1}]}'
        assert rows(read("x.json", older)) == [("A", "B", 1)]
        graphology = (
            '{"options": {"type": "directed"}, "nodes": [{"key": "A", "attributes": {"sector": "x"}}, {"key": "B"}], '
            '"edges": [{"key": "e", "source": "B", "target": "A", "attributes": {"weight": 2}}]}'
        )
        assert rows(read("x.json", graphology)) == [("B", "A", 2)]
        assert read("x.json", graphology).actors["sector"].tolist()[0] == "x"

    def test_ids_that_became_decimals(self, tmp_path):
        (tmp_path / "nodes.csv").write_text("Id\n1\n2\n")
        (tmp_path / "edges.csv").write_text("Source,Target\n1.0,2\n")
        with pytest.raises(InputError, match="did you mean '1'"):
            sc.read(tmp_path)


LIST = "source,target\n"


def test_what_the_rules_make_of_repeated_ties(read):
    text = "source,target,weight\nA,B,2\nA,B,4\n"
    found = {
        rule: rows(read("x.csv", text, duplicates=rule))[0][2]
        for rule in ("sum", "count", "mean", "max", "min", "first")
    }
    assert found == {"sum": 6, "count": 2, "mean": 3, "max": 4, "min": 2, "first": 2}
    with pytest.warns(LossWarning, match="date"):
        assert rows(read("x.csv", "source,target,date\nA,B,1\nB,A,2\n", duplicates="count")) == [("A", "B", 2)]


def test_a_missing_partner_leaves_an_actor_without_ties(read):
    text = LIST + "A,B\nC,NA\n"
    with pytest.warns(LossWarning, match="1 row in which an end is not known"):
        assert read("x.csv", text, missing=["NA"]).labels == ("A", "B", "C")
    assert read("x.csv", text, missing=[]).labels == ("A", "B", "C", "NA")


def test_an_option_that_a_format_cannot_use_names_those_it_can(read):
    with pytest.raises(InputError, match=r"'encodin'.*is no option for \.csv.*did you mean 'encoding'"):
        read("x.csv", LIST + "A,B\n", encodin="cp1250")
    with pytest.raises(InputError, match=r"'sheet'.*is no option for \.net; its options are .*duplicates"):
        read("x.net", "*Vertices 1\n", sheet="x")
    with pytest.raises(InputError, match="is no option for list"):
        sc.as_cluster([("A", "B")], sheet="x")


def test_bounded_work(read, tmp_path):
    with pytest.raises(InputError, match=r"announces 999.999 nodes"):
        read("x.net", "*Vertices 999999\n")
    for odd in ("x" * 5000, "a\0b", "", 5, "\ud800.csv"):
        with pytest.raises(InputError):
            sc.read(odd)
    tables = {"actors": [{"actor": "a"}, {"actor": "b"}], "ties": [{"source": "a", "target": "b", "weight": 10**400}]}
    with pytest.raises(InputError):
        read("x.json", json.dumps(tables))
    workbook = openpyxl.Workbook()
    workbook.active.append(["source", "target"])
    for position in range(300):
        workbook.active.append([f"a{position}", "b"])
        workbook.active.cell(position + 2, 16_384, " ")
    workbook.save(tmp_path / "blank.xlsx")
    assert sc.read(tmp_path / "blank.xlsx").n_ties == 300


def test_two_cells_of_a_pair_become_one_tie_if_asked(read):
    text = ",A,B\nA,0,1\nB,3,0\n"
    with pytest.raises(InputError, match="differs from the cell the other way"):
        read("x.csv", text, directed=False)
    assert rows(read("x.csv", text, directed=False, duplicates="mean")) == [("A", "B", 2)]
    assert rows(read("x.csv", text)) == [("A", "B", 1), ("B", "A", 3)]


class TestIsToldByName:
    def test_ports_of_nodes(self, read):
        body = '<graph edgedefault="directed"><node id="a"><port name="N"/></node><node id="b"/></graph>'
        with pytest.warns(LossWarning, match="1 port of a node"):
            read("x.graphml", GRAPHML.format(more="", body=body))

    def test_values_over_time(self, read):
        value = '<attvalue for="0" value="{}" start="{}"/>'
        text = (
            '<gexf><graph mode="dynamic"><attributes class="node" mode="dynamic"><attribute id="0" title="staff" '
            f'type="integer"/></attributes><nodes><node id="a"><attvalues>{value.format(1, 1)}{value.format(2, 2)}'
            "</attvalues></node></nodes></graph></gexf>"
        )
        with pytest.warns(LossWarning, match="the values over time of staff, but for the last one"):
            assert read("x.gexf", text).actors["staff"].tolist() == [2]

    @pytest.mark.parametrize(
        "line", ['1 "A" 0.1 0.2 [1-3]\n2 "B"\n*Arcs\n1 2 1', '1 "A [1-3]"\n2 "B"\n*Arcs\n1 2 [1-3]']
    )
    def test_times_of_pajek(self, read, line):
        with pytest.warns(LossWarning, match="the times at which vertices and lines are there were left out"):
            assert rows(read("x.net", f"*Vertices 2\n{line}\n"))[0][2] == 1

    def test_brackets_in_a_name_are_no_times(self, read):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert read("x.net", '*Vertices 1\n1 "A [1-3]"\n').labels == ("A [1-3]",)


def test_layers_of_a_file_may_all_become_one(read):
    text = '*Vertices 3\n1 "A"\n2 "B"\n3 "C"\n*Arcs :1 "x"\n1 2 3\n*Edges :2 "y"\n2 3 2\n'
    cluster = read("x.net", text, layer=None)
    assert rows(cluster) == [("A", "B", 3), ("B", "C", 2), ("C", "B", 2)]
    assert is_directed(cluster)
    assert list(cluster.layers) == ["tie"]
    assert rows(read("x.net", text, layer=None, directed=False, duplicates="sum")) == [("A", "B", 3), ("B", "C", 2)]
    assert rows(read("x.net", text, weight=None)) == [("A", "B", 1), ("B", "C", 1)]
    with pytest.raises(InputError, match="there is no column of this name"):
        read("x.net", text, weight="width")


def test_problems_come_in_the_order_of_the_rows(read):
    with pytest.raises(InputError) as caught:
        read("x.csv", "source,target,weight,confidence\nA,B,1,2\nA,,1,1\nA,C,x,1\nB,B,1,1\nB,A,1,1\n")
    assert [each.row for each in caught.value.problems] == [2, 3, 4, 5, 6]


def test_an_argument_is_called_so(read):
    with pytest.raises(InputError, match="argument 'self_ties': must be one of 'refuse', 'drop'"):
        read("x.csv", LIST + "A,B\n", self_ties="keep")
    with pytest.raises(InputError, match="argument 'sheet': is no option for"):
        read("x.net", "*Vertices 1\n", sheet="x")


class TestOtherTables:
    def test_a_file_with_ties_that_is_not_called_so(self, tmp_path):
        (tmp_path / "actors.csv").write_text("actor\nA\nB\n")
        (tmp_path / "relations.csv").write_text("source,target\nA,B\n")
        (tmp_path / "notes.csv").write_text('what,who\n"open')
        with pytest.warns(LossWarning, match=r"relations\.csv holds ties, but was left out.*ties\.csv would be read"):
            assert sc.read(tmp_path).n_ties == 0

    def test_a_sheet_with_ties_that_is_not_called_so(self, read):
        sheets = {"actors": [["actor"], ["A"], ["B"]], "notes": [["what"]], "Sheet2": [["from", "to"], ["A", "B"]]}
        with pytest.warns(LossWarning, match=r"x\.xlsx \[Sheet2\] holds ties, but was left out"):
            assert read("x.xlsx", sheets).n_ties == 0

    def test_the_sheets_of_nodexl(self, read):
        heading = [None, None, "Visual Properties"]
        sheets = {
            "Edges": [heading, ["Vertex 1", "Vertex 2", "Edge Weight"], ["A", "B", 2.5]],
            "Vertices": [heading, ["Vertex", "Color"], ["A", None], ["B", None]],
            "Group Vertices": [["Group", "Vertex"], ["G1", "A"]],
            "Overall Metrics": [["Graph Metric", "Value"], ["Graph Type", "Directed"]],
        }
        with pytest.warns(LossWarning, match=r"\[Group Vertices\] holds affiliations"):
            assert rows(read("x.xlsx", sheets)) == [("A", "B", 2.5)]


class TestGraphmlOfOtherPrograms:
    """As yEd, visone and Cytoscape write it: keys before, inside and behind the graph."""

    def test_yed(self, read):
        label = "<y:ShapeNode><y:NodeLabel>{}<y:Model/></y:NodeLabel></y:ShapeNode>"
        node = f'<node id="{{}}"><data key="d6">{label}</data>{{}}</node>'
        inner = f'<graph id="n0:">{node.format("n0::n0", "School", "")}</graph>'
        body = (
            '<key for="port" id="d0" yfiles.type="portgraphics"/><key for="node" id="d6" yfiles.type="nodegraphics"/>'
            '<key attr.name="url" for="node" id="d4"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>'
            f'<graph edgedefault="directed"><data key="d0"/>{node.format("n0", "Group", inner)}'
            f'{node.format("n1", "Clinic", "")}<edge source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge>'
            "<y:EdgeLabel>refers</y:EdgeLabel></y:PolyLineEdge></data></edge></graph>"
        )
        text = GRAPHML.format(more=' xmlns:y="http://www.yworks.com/xml/graphml"', body=body)
        with pytest.warns(LossWarning, match="which node holds which"):
            cluster = read("x.graphml", text)
        assert cluster.actors["name"].tolist() == ["Group", "School", "Clinic"]
        assert cluster.ties["label"].tolist() == ["refers"]

    def test_visone(self, read):
        body = (
            '<key id="d0" for="node" visone4.type="nodegraphics"/><key id="w" for="edge" attr.name="value" '
            'attr.type="double"/><graph edgedefault="directed"><node id="n0"><data key="d0"><visone:shapeNode/></data>'
            '</node><node id="n1"/><edge source="n0" target="n1" directed="false"><data key="w">2</data></edge></graph>'
        )
        cluster = read("x.graphml", GRAPHML.format(more=' xmlns:visone="http://visone.info/xmlns"', body=body))
        assert (rows(cluster), is_directed(cluster)) == ([("n0", "n1", 2)], False)

    def test_cytoscape(self, read):
        body = (
            '<graph edgedefault="directed"><node id="65"><data key="shared name">A</data></node><node id="66"/>'
            '<edge source="65" target="66"/></graph><key id="shared name" for="node" attr.name="shared name"/>'
        )
        assert read("x.graphml", GRAPHML.format(more="", body=body)).actors["shared name"].tolist()[0] == "A"


@pytest.mark.parametrize("options", [{}, {"duplicates": "sum"}])
def test_a_comma_that_may_be_one_of_thousands_is_asked_about(read, options):
    with pytest.raises(InputError, match=r"row 2, column 'weight': may mean 1250 or 1\.250; write it so"):
        read("x.csv", 'source,target,weight\nA,B,"1,250"\nB,C,2\n', **options)
    assert rows(read("x.csv", "source;target;weight\nA;B;1,250\nB;C;2,5\n", **options))[0] == ("A", "B", 1.25)


def test_labels_of_lines_are_told(read):
    with pytest.warns(LossWarning, match="the labels of lines were left out"):
        read("x.net", '*Vertices 2\n*Arcs\n1 2 1 c Blue l "refers"\n')


def test_an_actor_without_a_sector_is_an_actor(read):
    workbook = {
        "actors": [["actor", "sector"], ["A", "public"], ["B", None]],
        "ties": [["source", "target"], ["A", "B"]],
    }
    cluster = read("x.xlsx", workbook)
    assert (cluster.labels, cluster.actors["sector"].isna().tolist()) == (("A", "B"), [False, True])


SIGNED = {
    "x.csv": "source,target,weight\nA,B,-2\nB,C,1\n",
    "x.net": "*Vertices 2\n*Edges\n1 2 -1\n",
    "m.csv": ",A,B\nA,0,-1\nB,1,0\n",
    "x.dl": "dl n=2 format=edgelist1 labels: a,b data:\n1 2 -1\n",
    "x.vna": "*tie data\nfrom to s\nA B -1\n",
    "x.gml": "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 weight -1 ] ]",
    "x.json": '{"nodes": ["a", "b"], "links": [{"source": "a", "target": "b", "value": -1}]}',
}


@pytest.mark.parametrize("name", SIGNED)
def test_signed_ties_are_refused_with_both_ways_to_bring_them_in(read, name):
    with pytest.raises(InputError, match="socluster holds no signed ties") as caught:
        read(name, SIGNED[name])
    (problem,) = caught.value.problems
    assert re.search("(leave .* out|write 0)", problem.message)
    assert re.search(
        "without the minus,? (in|as) a (layer|relation|matrix or relation) of (their|its) own", problem.message
    )


def test_advice_is_given_only_where_it_helps():
    twice = pd.DataFrame({"source": ["A", "A"], "target": ["B", "B"]})
    with pytest.raises(InputError, match=r"duplicates='sum'\) adds them up") as caught:
        sc.as_cluster(twice, directed=True)
    assert "directed=True" not in str(caught.value)
    assert sc.as_cluster(twice, directed=True, duplicates="sum").ties["weight"].tolist() == [2]


def test_no_option_is_passed_over(read):
    sheets = {"actors": [["actor"], ["A"]], "ties": [["source", "target"]]}
    for name, content in (("x.xlsx", sheets), ("x.json", '{"actors": [{"actor": "A"}]}')):
        with pytest.raises(InputError, match="'two_mode': is no option for the tables of a cluster"):
            read(name, content, two_mode=True)
    text = "source,target,layer\nA,B,referral\n"
    for make in (lambda **given: read("x.csv", text, **given), lambda **given: sc.as_cluster([("A", "B")], **given)):
        with pytest.raises(
            InputError, match=r"'layers': is not a layer of what is read .*; did you mean '(referral|tie)'"
        ):
            make(layers={"refferal": {"directed": True}, "ties": {"directed": True}})
    for others in (["money"], ["referral", "referrals"]):
        described = {name: {"directed": True} for name in others}
        assert {*read("x.csv", text, layers=described).layers} == {"referral", *others}


def test_other_lists_of_a_json_graph_are_told(read):
    with pytest.warns(LossWarning, match="the lists groups and combos beside nodes and links"):
        read("x.json", '{"nodes": ["a"], "links": [], "groups": [{"leaves": [0]}], "combos": [1], "empty": []}')


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.gml", 'graph [ directed 1 year 2020 source "survey" node [ id 1 ] ]'),
        ("x.json", '{"graph": {"name": "N", "year": 2020, "source": "survey"}, "nodes": ["a"], "links": []}'),
        (
            "x.graphml",
            '<graphml><key id="y" for="graph" attr.name="year"/><key id="s" for="graph" attr.name="source"/><graph>'
            '<data key="y">2020</data><data key="s">survey</data><node id="a"/></graph></graphml>',
        ),
    ],
)
def test_what_is_said_of_the_whole_graph_is_told(read, name, text):
    with pytest.warns(LossWarning, match="the attributes year and source of the graph"):
        read(name, text)
