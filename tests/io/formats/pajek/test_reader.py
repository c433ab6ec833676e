"""Pajek files as networks, and what is wrong in them."""

from __future__ import annotations

import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.formats import pajek
from tests.io.formats.pajek.given_file import problems, read, ties


class TestReading:
    def test_names_coordinates_and_parameters(self, tmp_path):
        text = (
            '*Vertices 5\n1 "a b" 0.1 0.2 0.3 box ic Red\n2 plain 0.5\n3 „Rūta“\n'
            '5 "a ""b"" c" ellipse\n*Arcs\n1 2 2.5 c Blue [3-*]\n2 5\n'
        )
        with pytest.warns(LossWarning, match="the times at which vertices and lines are there were left out"):
            back = read(tmp_path, text)
        assert back.actors["actor"].tolist() == ["a b", "plain", "„Rūta“", "4", 'a "b" c']
        assert ties(back) == [("a b", "plain", "tie", 2.5), ("plain", 'a "b" c', "tie", 1.0)]
        assert back.layers == {"tie": {"directed": True}}
        assert back.origins["actors"].rows == [2, 3, 4, 1, 5]
        assert back.origins["ties"].rows == [7, 8]

    def test_no_list_of_names_at_all(self, tmp_path):
        back = read(tmp_path, "*vertices 3\n*edges\n1 3\n")
        assert back.actors["actor"].tolist() == ["1", "2", "3"]
        assert back.layers == {"tie": {"directed": False}}

    def test_comments_name_and_blank_lines(self, tmp_path):
        back = read(tmp_path, "% c\n*Network Šiaulių tinklas\n\n/* two\nlines */\n*VERTICES 2\n*ARCS\n1 2 % twice\n")
        assert back.name == "Šiaulių tinklas"
        assert ties(back) == [("1", "2", "tie", 1.0)]

    def test_lists_of_arcs_and_edges(self, tmp_path):
        back = read(tmp_path, '*Vertices 4\n*Arcslist :1 "a"\n1 2 3\n*Edgeslist :2 "b"\n4 1 2\n')
        assert ties(back) == [("1", "2", "a", 1.0), ("1", "3", "a", 1.0), ("4", "1", "b", 1.0), ("4", "2", "b", 1.0)]
        assert back.layers == {"a": {"directed": True}, "b": {"directed": False}}

    def test_matrix(self, tmp_path):
        back = read(tmp_path, "*Vertices 3\n*Matrix\n0 1 0\n0 0 2.5\n0 0 0\n")
        assert ties(back) == [("1", "2", "tie", 1.0), ("2", "3", "tie", 2.5)]
        assert back.layers == {"tie": {"directed": True}}

    def test_two_mode_matrix_and_lines_in_either_order(self, tmp_path):
        matrix = read(tmp_path, "*Vertices 5 3\n1 a\n2 b\n3 c\n4 e\n5 f\n*Matrix\n1 0\n0 2\n0 0\n")
        lines = read(tmp_path, "*Vertices 5 3\n1 a\n2 b\n3 c\n4 e\n5 f\n*Edges\n4 1\n2 5 2\n")
        for back in (matrix, lines):
            assert back.actors["actor"].tolist() == ["a", "b", "c"]
            assert back.groups["group"].tolist() == ["e", "f"]
            found = back.affiliations[["actor", "group", "layer", "weight"]].to_numpy().tolist()
            assert found == [["a", "e", "affiliation", 1.0], ["b", "f", "affiliation", 2.0]]
        assert lines.layers == {"affiliation": {"directed": False}}

    @pytest.mark.parametrize(
        ("encoding", "name"),
        [("utf-8", "Šiauliai ė"), ("utf-8-sig", "Šiauliai ė"), ("cp1257", "Šiauliai ė"), ("utf-16", "Šiauliai ė")],
    )
    def test_encodings_are_found(self, tmp_path, encoding, name):
        back = read(tmp_path, f'*Vertices 1\r\n1 "{name}"\r\n'.encode(encoding))
        assert back.actors["actor"].tolist() == [name]

    def test_encoding_that_nothing_reveals(self, tmp_path):
        data = '*Vertices 1\n1 "Łódź"\n'.encode("cp1250")
        assert read(tmp_path, data, encoding="cp1250").actors["actor"].tolist() == ["Łódź"]
        latin = read(tmp_path, b'*Vertices 1\n1 "\xa1\xe9"\n')  # a1 is no letter in Windows-1257
        assert latin.actors["actor"].tolist() == ["¡é"]

    def test_project_with_other_objects(self, tmp_path):
        content = (
            "*Network a.net\n*Vertices 2\n*Arcs\n1 2\n\n*Partition sector.clu\n*Vertices 2\n1\n2\n"
            "*Vector beds\n*Vertices 2\n0.5\n3\n*Partition too short\n*Vertices 2\n1\n*Permutation order\n2\n1\n"
        )
        with pytest.warns(LossWarning, match="not: permutation order, partition too short"):
            back = read(tmp_path, content)
        assert ties(back) == [("1", "2", "tie", 1.0)]
        assert back.actors["sector"].tolist() == ["1", "2"]
        assert back.actors["beds"].tolist() == [0.5, 3.0]

    def test_labels_that_tell_nothing_are_names(self, tmp_path):
        with pytest.warns(LossWarning, match="several vertices have the same label, so the numbers are the actors"):
            back = read(tmp_path, '*Vertices 3\n1 "Centre"\n2 "Centre"\n3 "School"\n*Edges\n1 3\n2 3\n')
        assert ties(back) == [("1", "3", "tie", 1.0), ("2", "3", "tie", 1.0)]
        assert back.actors["name"].tolist() == ["Centre", "Centre", "School"]

    def test_signed_and_zero_values_say_what_to_do(self, tmp_path):
        content = "*Vertices 2\n*Edges\n1 2 0\n1 2 -1\n"
        with pytest.raises(
            InputError, match=r"zero_weight='drop'\) leaves it out.*\n.*no signed ties; leave the line out"
        ):
            read(tmp_path, content)
        assert ties(read(tmp_path, "*Vertices 2\n*Edges\n1 2 0\n", zero_weight="drop")) == []


class TestProblems:
    def test_all_bad_lines_at_once(self, tmp_path):
        content = "*Vertices 2\n1 a\nx b\n3 c\n1 d\n*Arcs\n1 2 -1\n1 2 0\n1 2 two\n1 9\n1\n1 2 1e999\n"
        found = problems(tmp_path, content)
        assert found == [
            (3, "x"),
            (4, "3"),
            (5, None),
            (7, "-1"),
            (8, "0"),
            (9, "two"),
            (10, "9"),
            (11, "1"),
            (12, "1e999"),
        ]

    @pytest.mark.parametrize(
        ("content", "row"),
        [
            ("", None),
            ("hello\n", 1),
            ("*Vertices\n", 1),
            ("*Vertices many\n", 1),
            ("*Vertices 99999999\n", 1),
            ("*Vertices 5 9\n", 1),
            ("*Arcs\n1 2\n", 1),
            ("*Vertices 2\n*Vertices 2\n", 2),
            ("*Vertices 2\n*Network b\n", 2),
            ("*Vertices 2\n*Matrix\n0 1\n", 2),
            ("*Vertices 2\n*Matrix\n0 1\n1 0 0\n", 4),
            ("*Vertices 2\n*Matrix\n0 1\n1 0\n1 0\n", 5),
            ("*Vertices 2\n*Matrix\n0 x\n1 0\n", 3),
            ("*Vertices 3 2\n*Arcs\n1 2\n", 3),
            ('*Vertices 2\n1 "a\n', 2),
            ("*Vertices 999999\n", 1),
            ("*Vertices 2\n*Arcs\n1 1\n", 3),
        ],
    )
    def test_line_of_the_problem(self, tmp_path, content, row):
        assert [place for place, _ in problems(tmp_path, content)] == [row]

    def test_unknown_section_suggests_the_known_one(self, tmp_path):
        with pytest.raises(InputError, match=r"row 2: .*did you mean '\*Edges'"):
            read(tmp_path, "*Vertices 2\n*Egdes\n1 2\n")

    def test_self_ties_can_be_dropped(self, tmp_path):
        with pytest.raises(InputError, match="self_ties='drop'"):
            read(tmp_path, "*Vertices 2\n*Arcs\n1 1\n1 2\n")
        assert ties(read(tmp_path, "*Vertices 2\n*Arcs\n1 1\n1 2\n", self_ties="drop")) == [("1", "2", "tie", 1.0)]

    def test_words_of_the_options(self, tmp_path):
        with pytest.raises(InputError, match="did you mean 'drop'"):
            read(tmp_path, "*Vertices 2\n", self_ties="dropp")
        with pytest.raises(InputError, match="no such encoding"):
            read(tmp_path, "*Vertices 2\n", encoding="cp12577")

    def test_coordinates_are_no_labels(self, tmp_path):
        with pytest.warns(LossWarning, match="where coordinates stand in place of a label"):
            back = read(tmp_path, "*Vertices 3\n1 0.5 0.3\n2 -0.1 1e-3 0.2\n3 Clinic 0.7 0.9\n*Edges\n1 2\n2 3\n")
        assert back.actors["actor"].tolist() == ["1", "2", "Clinic"]
        # a number may be a label
        back = read(tmp_path, '*Vertices 2\n1 2019 0.5 0.3\n2 "0.5" 0.3 0.1\n*Edges\n1 2\n')
        assert back.actors["actor"].tolist() == ["2019", "0.5"]

    def test_missing_file(self, tmp_path):
        with pytest.raises(InputError, match="cannot be read: no such file"):
            pajek.read(tmp_path / "absent.net")
