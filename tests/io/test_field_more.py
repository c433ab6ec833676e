"""More files as people really have them, of surveys and spreadsheets above all; see `test_field`."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.io.read_back import rows


class TestIdsInAWorkbook:
    def test_a_number_and_a_text(self, read):
        with pytest.raises(InputError, match="is the same number as '001'"):
            read("x.xlsx", [["from", "to"], ["001", "A"], [1, "B"]])


class TestRowsAboveTheHeader:
    def test_a_title(self, read):
        expected = [("A", "B", 3)]
        assert rows(read("x.csv", "Partners in 2026;;\n;;\nfrom;to;weight\nA;B;3\n")) == expected
        assert rows(read("x.csv", "# exported on Monday, by the council\nfrom,to,weight\nA,B,3\n")) == expected
        with pytest.raises(InputError, match=r"row 4, column 'weight'"):
            read("x.csv", "Partners\n\nfrom;to;weight\nA;B;much\n")

    def test_a_title_above_a_matrix(self, read):
        with pytest.raises(InputError, match="delete what is above them"):
            read("x.csv", "Partners in 2026;;\n;A;B\nA;0;1\nB;1;0\n")
        with pytest.raises(InputError, match="and delete a title above them"):
            read("x.csv", "Partners in 2026\n;A;B\nA;0;1\nB;1;0\n")

    def test_a_table_copied_from_a_document(self, read):
        with pytest.raises(InputError, match="put a name of several words in quotation marks"):
            read("x.txt", "from        to\nDay centre  School\n")
        assert rows(read("x.txt", 'from        to\n"Day centre"  School\n')) == [("Day centre", "School", 1)]


class TestGraphsOfOtherPrograms:
    def test_attributes_that_are_not_declared(self, read):
        body = (
            '<graph edgedefault="undirected"><node id="62"><data key="name">Clinic</data></node><node id="63"/>'
            '<edge source="62" target="63"><data key="weight">3</data><data key="interaction">refers</data></edge>'
            "</graph>"
        )
        cluster = read("x.graphml", f"<graphml>{body}</graphml>")
        assert rows(cluster) == [("62", "63", 3)]
        assert cluster.ties["interaction"].tolist() == ["refers"]
        assert cluster.actors["name"].tolist()[0] == "Clinic"
        text = (
            '<gexf><graph><attributes class="node"/><nodes><node id="a"><attvalues><attvalue for="sector" '
            'value="public"/></attvalues></node></nodes></graph></gexf>'
        )
        assert read("x.gexf", text).actors["sector"].tolist() == ["public"]

    def test_attributes_without_a_name(self, read):
        for name, text in (
            ("x.graphml", '<graphml><graph><node id="a"><data>Clinic</data></node></graph></graphml>'),
            (
                "x.gexf",
                '<gexf><graph><nodes><node id="a"><attvalues><attvalue value="1"/></attvalues></node></nodes>'
                "</graph></gexf>",
            ),
        ):
            with pytest.raises(InputError, match="uses an attribute without a name"):
                read(name, text)

    @pytest.mark.parametrize(
        ("one_way", "both_ways"),
        [("Orienté", "Non orienté"), ("Gerichtet", "Ungerichtet"), ("Kryptinis", "Nekryptinis")],
    )
    def test_directions_in_other_languages(self, read, one_way, both_ways):
        text = f"Source,Target,Type\nA,B,{one_way}\nB,C,{both_ways}\n"
        assert rows(read("x.csv", text)) == [("A", "B", 1), ("B", "C", 1), ("C", "B", 1)]

    def test_a_name_that_begins_as_the_word_dl(self, read):
        assert rows(read("x.txt", "Dlugosz\tsource\ttarget\n1\tA\tB\n")) == [("A", "B", 1)]


class TestRowsOfJson:
    def test_one_in_each_line(self, read, tmp_path):
        text = '{"source": "A", "target": "B", "weight": 3}\n{"source": "B", "target": "C", "weight": 2}\n'
        with pytest.raises(InputError, match=r"socluster\.as_cluster\(pandas\.read_json\(path, lines=True\)\)"):
            read("x.json", text)
        frame = pd.read_json(tmp_path / "x.json", lines=True)
        assert rows(sc.as_cluster(frame)) == [("A", "B", 3), ("B", "C", 2)]

    def test_a_list(self, read, tmp_path):
        with pytest.raises(InputError, match=r"socluster\.as_cluster\(pandas\.read_json\(path\)\)"):
            read("x.json", '[{"source": "A", "target": "B", "weight": 3}]')
        assert rows(sc.as_cluster(pd.read_json(tmp_path / "x.json"))) == [("A", "B", 3)]


class TestNumbersAsPeopleWriteThem:
    @pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
    def test_blanks_between_thousands(self, read, blank):
        assert rows(read("x.csv", f"from;to;weight\nA;B;1{blank}250,50\nB;C;2{blank}000{blank}000\n")) == [
            ("A", "B", 1250.5),
            ("B", "C", 2_000_000),
        ]
        with pytest.raises(InputError, match="is not a number"):
            read("x.csv", f"from;to;weight\nA;B;12{blank}50\n")

    def test_percentages(self, read):
        with pytest.raises(InputError, match=r"is a percentage; write 25\.5 or 0\.255"):
            read("x.csv", "from;to;weight\nA;B;25,5 %\n")

    def test_a_telephone_number_stays_text(self, read):
        ties = read("x.csv", "from;to;phone\nA;B;852 123\n").ties
        assert ties["phone"].tolist() == ["852 123"]


class TestWholeLinesInQuotationMarks:
    def test_of_a_file_that_was_opened_as_one_column(self, read):
        assert rows(read("x.csv", '"from,to,weight"\n"A,""Q, C"",3"\n"B,D,2"\n')) == [("A", "Q, C", 3), ("B", "D", 2)]


class TestHalfOfAMatrix:
    @pytest.mark.parametrize(
        "text",
        [
            ";A;B;C\nA;;1;2\nB;;;0\nC;;;\n",
            ";A;B;C\nA;0;;\nB;1;0;\nC;2;0;0\n",
            ";A;B;C\nA;0;1;2\nB;NA;0;0\nC;NA;NA;0\n",
            ";A;C;B\nA;;2;1\nB;;0;\nC;;;\n",
        ],
    )
    def test_is_undirected(self, read, text):
        for directed in (None, False):
            cluster = read("x.csv", text, directed=directed)
            assert rows(cluster) == [("A", "B", 1), ("A", "C", 2)]
            assert not cluster.layers["tie"].directed
            assert len(cluster.unknown) == 0

    def test_unless_the_user_says_otherwise(self, read):
        assert read("x.csv", ";A;B;C\nA;;1;2\nB;;;1\nC;;;\n", directed=True).layers["tie"].directed

    def test_of_an_array(self):
        array = np.triu(np.ones((4, 4)), 1)
        array[np.tril_indices(4, -1)] = np.nan
        for cluster in (sc.as_cluster(array), sc.as_cluster(array.T), sc.as_cluster(pd.DataFrame(array))):
            assert len(cluster.ties) == 6
            assert not cluster.layers["tie"].directed
        array[0, 3] = np.nan
        assert sc.as_cluster(array).layers["tie"].directed

    def test_ties_of_some_pairs_only(self, read):
        assert read("x.csv", ";A;B;C\nA;;1;\nB;;;1\nC;;;\n").layers["tie"].directed


class TestFramesThatWereGrouped:
    def test_ends_in_the_index(self):
        frame = pd.DataFrame({"from": ["A", "A", "A"], "to": ["B", "B", "C"]})
        counted = frame.groupby(["from", "to"]).size().to_frame("weight")
        assert rows(sc.as_cluster(counted)) == [("A", "B", 2), ("A", "C", 1)]
        named = counted.rename_axis(["who", "whom"])
        assert rows(sc.as_cluster(named, source="who", target="whom")) == [("A", "B", 2), ("A", "C", 1)]
        with pytest.raises(InputError, match=r"has 2 levels \(who, whom\).*data\.reset_index\(\)"):
            sc.as_cluster(named)


class TestGmlOfValuesThatGmlDoesNotKnow:
    @pytest.mark.parametrize("word", ["NaN", "nan", "_NAN", "NAN"])
    def test_not_a_number(self, read, word):
        text = f"graph [ node [ id 0 cost {word} ] node [ id 1 cost 2.5 ] edge [ source 0 target 1 ] ]"
        assert read("x.gml", text).actors["cost"].isna().tolist() == [True, False]


class TestUtf16WithoutItsMark:
    def test_the_way_out(self, read):
        content = "from\tto\nA\tB\n".encode("utf-16-le")
        with pytest.raises(InputError, match="as encoding='utf-16-le' reads it"):
            read("x.csv", content)
        assert rows(read("x.csv", content, encoding="utf-16-le")) == [("A", "B", 1)]
        with pytest.raises(InputError, match=r"is not a text file \(zero byte at character 5\)$"):
            read("x.csv", b"from\0to\nA,B\n")


class TestMatricesWhoseRowsAreCounted:
    """R writes rows without names as 1 to n, and pandas as 0 to n - 1: of a matrix these are its actors."""

    @pytest.mark.parametrize("start", [0, 1])
    @pytest.mark.parametrize("two_mode", [None, True])
    def test_of_actors_and_events(self, read, start, two_mode):
        text = f",E1,E2,E3\n{start},1,0,1\n{start + 1},0,1,0\n"
        cluster = read("x.csv", text, two_mode=two_mode)
        assert cluster.labels == (str(start), str(start + 1))
        assert cluster.affiliations["group"].tolist() == ["E1", "E3", "E2"]

    def test_of_as_many_named_columns_is_asked_about(self, read):
        text = ",A,B,C\n1,0,1,1\n2,1,0,0\n3,1,0,0\n"
        with pytest.raises(InputError, match=r"its rows are counted, while the columns have names \(A, B and C\)"):
            read("x.csv", text)
        assert len(read("x.csv", text, two_mode=True).affiliations) == 4
        named = text.replace("1,0,1,1", "A,0,1,1").replace("2,1,0,0", "B,1,0,0").replace("3,1,0,0", "C,1,0,0")
        assert rows(read("x.csv", named)) == [("A", "B", 1), ("A", "C", 1)]

    def test_a_list_of_numbers_is_still_a_list(self, read):
        assert rows(read("x.csv", ",from,to\n1,3,4\n2,5,6\n")) == [("3", "4", 1), ("5", "6", 1)]
        unnamed = ",u,v\n0,3,4\n1,5,6\n2,3,7\n"
        with pytest.raises(InputError, match=r"read\(..., source='u', target='v'\) reads a list of ties"):
            read("x.csv", unnamed)
        assert len(rows(read("x.csv", unnamed, source="u", target="v"))) == 3


class TestWhatIsNoTable:
    def test_a_table_of_markdown(self, read):
        text = "| source | target |\n|:--|---|\n| a | b |\n"
        with pytest.raises(InputError, match="row 2: is the line that Markdown draws under a header; delete this row"):
            read("x.txt", text)
        assert rows(read("x.txt", text.replace("|:--|---|\n", ""))) == [("a", "b", 1)]

    @pytest.mark.parametrize("first", ['{"numberVerification": []}', '{"CXVersion": "2.0"}'])
    def test_cx_of_cytoscape(self, read, first):
        with pytest.raises(InputError, match="is CX of Cytoscape, which is not read; export the network as GraphML"):
            read("x.json", f'[{first}, {{"nodes": [{{"@id": 1, "n": "a"}}]}}, {{"edges": []}}]')

    def test_a_list_without_a_header_is_told_how_to_get_one(self, read):
        with pytest.raises(
            InputError, match="if the first row is a tie already, write a row with the words source and"
        ):
            read("x.txt", "a#1 b\nc #d\n")
        assert rows(read("x.txt", "source target\na#1 b\nc #d\n")) == [("a#1", "b", 1), ("c", "#d", 1)]
