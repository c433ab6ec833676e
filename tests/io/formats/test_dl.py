from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.core.tables import Tables
from socluster.io.formats import dl
from tests.io.formats.network_samples import assert_same_network, rows, text

ABC = {("a", "b", "tie", 1.0), ("a", "c", "tie", 2.5)}  # undirected: a-b and a-c


def read(tmp_path: Path, content: str | bytes, **options: str) -> Tables:
    path = tmp_path / "given.dl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return dl.read(path, **options)


def ties(tables: Tables) -> set[tuple]:
    return rows(tables.ties, layers=tables.layers)


def problems(tmp_path: Path, content: str) -> list[tuple]:
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)
    return [(problem.row, problem.value) for problem in caught.value.problems]


class TestRoundTrip:
    def test_layers_weights_names_and_unknown(self, tmp_path, layered):
        dl.write(layered, tmp_path / "x.dl")
        assert_same_network(dl.read(tmp_path / "x.dl"), layered)
        assert dl.losses(layered) == []

    def test_two_modes(self, tmp_path, two_mode):
        dl.write(two_mode, tmp_path / "x.dl")
        back = dl.read(tmp_path / "x.dl")
        assert_same_network(back, two_mode)
        assert (back.ties, dl.losses(two_mode)) == (None, [])

    def test_through_a_cluster(self, tmp_path, layered):
        cluster = Cluster._from(layered)
        dl.write(cluster.to_tables(), tmp_path / "x.dl")
        assert Cluster._from(dl.read(tmp_path / "x.dl")) == cluster

    @pytest.mark.parametrize(
        "name", ["a \"b\" 'c'", "\\", '"', '""', "data:", "n=5", "na", "a:b", "=", ",", "labels embedded"]
    )
    def test_hard_names(self, tmp_path, name):
        actors = pd.DataFrame({"actor": text([name, "other"])})
        given = Tables(actors, pd.DataFrame({"source": [name], "target": ["other"], "layer": [name]}))
        dl.write(given, tmp_path / "x.dl")
        back = dl.read(tmp_path / "x.dl")
        assert back.actors["actor"].tolist() == [name, "other"]
        assert list(back.layers) == [name]

    def test_no_layer_becomes_one_without_ties(self, tmp_path):
        dl.write(Tables(pd.DataFrame({"actor": text(["a", "b"])})), tmp_path / "x.dl")
        back = dl.read(tmp_path / "x.dl")
        assert (len(back.ties), back.layers) == (0, {"tie": {"directed": False}})


class TestWriting:
    def test_bytes(self, tmp_path, two_mode):
        dl.write(two_mode, tmp_path / "x.dl")
        lines = (tmp_path / "x.dl").read_bytes().decode("utf-8").split("\r\n")
        assert lines[0] == "dl nr=6, nc=2, nm=1, format=fullmatrix"
        assert lines[2] == '"VšĮ ""Gija"", centras"'
        assert lines[8:12] == ["column labels:", '"2016-11 „Diena“"', '"b, c"', "data:"]
        assert lines[12:] == ["1.5 2", "0 1", "0 0", "0 0", "0 0", "0 0", ""]

    def test_direction_of_a_mutual_layer_is_named_as_lost(self):
        actors = pd.DataFrame({"actor": text(["a", "b"])})
        ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "a"], "layer": ["x", "x"], "weight": [1.0, 1.0]})
        given = Tables(actors, ties, layers={"x": {"directed": True}})
        assert [*map(str, dl.losses(given))] == [
            "the direction of the layers x (all mutual, they will look undirected)"
        ]

    def test_groups_with_the_names_of_the_actors(self):
        given = Tables(pd.DataFrame({"actor": ["a"]}), groups=pd.DataFrame({"group": ["a"]}))
        assert [*map(str, dl.losses(given))] == ["that the groups are groups (they have the names of the actors)"]


class TestFullMatrix:
    @pytest.mark.parametrize(
        "header",
        [
            "dl n=3 format=fullmatrix labels: a b c data: ",
            "DL N = 3, FORMAT = FULLMATRIX\nLABELS:\na,b,c\nDATA:\n",
            "dl\nn=3\nlabels:\na\nb\nc\nformat=fm\ndiagonal present\ndata:\n",
            "dl nr=3, nc=3\nrow labels: a b c\ncolumn labels: a b c\ndata:\n",
            "dl nr=3 nc=3 row labels: a b c data:\n",
            'Dl n=3;labels:="a" = b, "c"\nData :\n',
            "dl labels: a b c data:",
        ],
    )
    def test_headers(self, tmp_path, header):
        back = read(tmp_path, header + "0 1 2.5\n1 0 0\n2.5 0 0\n")
        assert back.actors["actor"].tolist() == ["a", "b", "c"]
        assert ties(back) == ABC
        assert back.layers == {"tie": {"directed": False}}

    def test_line_ends_mean_nothing_and_commas_separate(self, tmp_path):
        assert ties(read(tmp_path, "dl n=3 labels: a b c\ndata:\n0,1 2.5 1\n\n0 0 2.5 0\r\n0\n\x1a rest")) == ABC

    def test_no_labels(self, tmp_path):
        back = read(tmp_path, "dl n=2\ndata:\n0 1\n0 0\n")
        assert ties(back) == {("1", "2", "tie", 1.0)}
        assert back.layers == {"tie": {"directed": True}}
        assert back.origins["ties"].rows == [3]

    def test_labels_embedded(self, tmp_path):
        both = "dl n=3 labels embedded\ndata:\na b c\na 0 1 2.5\nb 1 0 0\nc 2.5 0 0\n"
        of_rows = "dl n=3 row labels embedded:\ndata:\na 0 1 2.5\nb 1 0 0\nc 2.5 0 0\n"
        of_columns = "dl n=3 col labels embedded\ndata:\na b c\n0 1 2.5\n1 0 0\n2.5 0 0\n"
        for content in (both, of_rows, of_columns):
            back = read(tmp_path, content)
            assert ties(back) == ABC
            assert back.actors["actor"].tolist() == ["a", "b", "c"]
            assert back.groups is None

    def test_two_modes(self, tmp_path):
        listed = "dl nr=2, nc=3 format=fullmatrix\nrow labels:\na,b\ncolumn labels:\nx,y,z\ndata:\n1 0 0\n0 2 0\n"
        embedded = 'dl nr=2 nc=3 labels embedded data:\n"x" y z\na 1 0 0\n"b" 0 2 0\n'
        square = "dl nr=2 nc=2 row labels: a b col labels: x y data: 1 0 0 2"
        for content in (listed, embedded, square):
            back = read(tmp_path, content)
            assert rows(back.affiliations) == {("a", "x", "affiliation", 1.0), ("b", "y", "affiliation", 2.0)}
            assert back.layers == {"affiliation": {"directed": False}}
        unnamed = read(tmp_path, "dl nr=1 nc=2 data: 0 1")
        assert rows(unnamed.affiliations) == {("1", "group 2", "affiliation", 1.0)}

    def test_several_matrices(self, tmp_path):
        content = 'dl n=2 nm=2\nlabels: a b\nmatrix labels:\nPADGM, "two words"\ndata:\n0 1\n1 0\n\n0 3\n0 0\n'
        back = read(tmp_path, content)
        assert back.layers == {"PADGM": {"directed": False}, "two words": {"directed": True}}
        assert ties(back) == {("a", "b", "PADGM", 1.0), ("a", "b", "two words", 3.0)}
        level = read(tmp_path, "dl n=2 nm=2 level labels: x y data: 0 1 1 0 0 0 0 0")
        assert list(level.layers) == ["x", "y"]
        assert list(read(tmp_path, "dl n=2 nm=2 data: 0 1 1 0 0 0 0 0").layers) == ["relation 1", "relation 2"]

    def test_several_matrices_with_embedded_labels_over_each_or_over_the_first(self, tmp_path):
        each = "dl n=2 nm=2 labels embedded data:\na b\na 0 1\nb 1 0\na b\na 0 3\nb 0 0\n"
        first = "dl n=2 nm=2 labels embedded data:\na b\na 0 1\nb 1 0\na 0 3\nb 0 0\n"
        for content in (each, first):
            assert ties(read(tmp_path, content)) == {("a", "b", "relation 1", 1.0), ("a", "b", "relation 2", 3.0)}

    def test_missing_cells_are_unknown_ties(self, tmp_path):
        back = read(tmp_path, "dl n=3 labels: a b c data:\n. 1 NA\n1 ? 0\nna 0 na\n")
        assert ties(back) == {("a", "b", "tie", 1.0)}
        assert back.unknown.to_numpy().tolist() == [["a", "c", "tie"]]
        assert back.layers == {"tie": {"directed": False}}

    def test_missing_on_one_side_only_is_directed(self, tmp_path):
        back = read(tmp_path, "dl n=2 data: 0 na 1 0")
        assert back.layers == {"tie": {"directed": True}}
        assert (ties(back), rows(back.unknown, layers=back.layers)) == (
            {("2", "1", "tie", 1.0)},
            {("1", "2", "tie", None)},
        )

    def test_missing_affiliations_are_warned_about(self, tmp_path):
        with pytest.warns(LossWarning, match="1 unknown affiliation was"):
            back = read(tmp_path, "dl nr=1 nc=2 data: na 1")
        assert rows(back.affiliations) == {("1", "group 2", "affiliation", 1.0)}

    def test_diagonal(self, tmp_path):
        absent = read(tmp_path, "dl n=3 diagonal=absent labels: a b c data:\n1 2.5\n1 0\n2.5 0\n")
        assert ties(absent) == ABC
        filled = "dl n=2 labels: a b\ndata:\n1 1\n1 5\n"
        assert problems(tmp_path, filled) == [(3, 1.0), (4, 5.0)]
        with pytest.raises(InputError, match=r"'a' to 'a'.*self_ties='drop'"):
            read(tmp_path, filled)
        assert ties(read(tmp_path, filled, self_ties="drop")) == {("a", "b", "tie", 1.0)}


class TestHalves:
    @pytest.mark.parametrize(
        "content",
        [
            "dl n=3 format=lowerhalf labels: a b c data:\n0\n1 0\n2.5 0 0\n",
            "dl n=3 format=lh diagonal absent labels: a b c data:\n1\n2.5 0\n",
            "dl n=3 format=upperhalf labels: a b c data:\n0 1 2.5\n0 0\n0\n",
            "dl n=3 format=upperhalf diagonal = absent labels: a b c data:\n1 2.5\n0\n",
            "dl n=3 format=lowerhalf row labels embedded data:\na 0\nb 1 0\nc 2.5 0 0\n",
            "dl n=3 format=lowerhalf diagonal absent labels embedded data:\na b c\na\nb 1\nc 2.5 0\n",
            "dl n=3 format=upperhalf labels embedded data:\na b c\na 0 1 2.5\nb 0 0\nc 0\n",
        ],
    )
    def test_variants(self, tmp_path, content):
        back = read(tmp_path, content)
        assert ties(back) == ABC
        assert back.layers == {"tie": {"directed": False}}

    def test_unknown(self, tmp_path):
        back = read(tmp_path, "dl n=3 format=lowerhalf diagonal absent data:\nna\n0 1\n")
        assert rows(back.unknown, layers=back.layers) == {("1", "2", "tie", None)}

    def test_two_sizes_are_refused(self, tmp_path):
        assert problems(tmp_path, "dl nr=2 nc=3 format=upperhalf\ndata: 0 0 0") == [(2, None)]


class TestLists:
    @pytest.mark.parametrize(
        "content",
        [
            "dl n=3 format=edgelist1 labels: a b c data:\n1 2\n2 1 1\n1 3 2.5\n3,1,2.5\n2 3 0\n",
            "dl n=3 format=edgelist1 labels embedded data:\na b\nb a\na c 2.5\nc a 2.5\n",
            'dl n=3 format=edgelist labels embedded:\nlabels: a "b" c\ndata:\n"b" a\na b\nc a 2.5\na c 2.5\n',
            "dl format=el1 labels embedded data:\na b\nb a\na c 2.5\nc a 2.5\n",
        ],
    )
    def test_edgelist1(self, tmp_path, content):
        back = read(tmp_path, content)
        assert back.actors["actor"].tolist() == ["a", "b", "c"]
        assert ties(back) == ABC

    @pytest.mark.parametrize(
        "content",
        [
            "dl n=4 format=nodelist1 labels: a b c d data:\n1 2 3\n2 3\n",
            "dl n=4 format=nodelist1 labels embedded data:\na b c\nb c\nd\n",
            "dl n=4 format=nodelist1 labels: a b c d data:\n1 2\n2 3\n1 3\n",
            "dl n=4 format=nodelist1b labels: a b c d data:\n2 2 3\n1 3\n0\n0\n",
        ],
    )
    def test_nodelists(self, tmp_path, content):
        back = read(tmp_path, content)
        assert back.actors["actor"].tolist() == ["a", "b", "c", "d"]
        assert ties(back) == {("a", "b", "tie", 1.0), ("a", "c", "tie", 1.0), ("b", "c", "tie", 1.0)}
        assert back.layers == {"tie": {"directed": True}}

    @pytest.mark.parametrize(
        "content",
        [
            "dl nr=2 nc=3 format=edgelist2 row labels: a b col labels: x y z data:\n1 1\n2 2 2\n",
            "dl nr=2 nc=2 format=edgelist2 labels embedded data:\na x\nb y 2\n",
            "dl nr=2 nc=2 format=edgelist2 row labels embedded\ncolumn labels embedded\ndata:\na x\nb y 2\n",
            "dl nr=2 nc=2 format=edgelist2 row labels embedded col labels: x y data:\na 1\nb 2 2\n",
        ],
    )
    def test_edgelist2(self, tmp_path, content):
        back = read(tmp_path, content)
        assert back.actors["actor"].tolist() == ["a", "b"]
        assert rows(back.affiliations) == {("a", "x", "affiliation", 1.0), ("b", "y", "affiliation", 2.0)}

    def test_nodelist2_keeps_equal_names_apart(self, tmp_path):
        back = read(tmp_path, "dl nr=2 nc=2 format=nodelist2 labels embedded data:\na a b\nb a\n")
        assert rows(back.affiliations) == {("a", g, "affiliation", 1.0) for g in "ab"} | {
            ("b", "a", "affiliation", 1.0)
        }

    def test_several_matrices_and_unknown(self, tmp_path):
        back = read(tmp_path, "dl n=2 nm=2 format=edgelist1 matrix labels: x y data:\n1 2\n!\n2 1 na\n1 2 na\n")
        assert ties(back) == {("1", "2", "x", 1.0)}
        assert rows(back.unknown, layers=back.layers) == {("1", "2", "y", None)}


class TestProblems:
    @pytest.mark.parametrize(
        ("content", "row", "value"),
        [
            ("", 1, ""),
            ("hello", 1, "hello"),
            ("dlx n=2", 1, "dlx n=2"),
            ("dl n=2", 1, None),
            ("dl\nn=two data: 1", 2, "two"),
            ("dl n=99999999 data:", 1, "99999999"),
            ("dl n=2 nm=9999 data:", 1, "9999"),
            ("dl n=2\nfromat=fullmatrix data:", 2, "fromat=fullmatrix"),
            ("dl n=2 format=blockmatrix data:", 1, "blockmatrix"),
            ("dl n=2 matrix labels embedded data:", 1, None),
            ('dl n=2 labels:\na\n"b data: 0', 3, None),
            ("dl data: 0 1", 1, None),
            ("dl n=2 labels:\na\nb\nc\ndata: 0 1 1 0", 4, None),
            ("dl n=2\ndata:\n0 1\n1\n", 4, None),
            ("dl n=2\ndata:\n0 1\n1 0\n0\n", 5, None),
            ("dl n=2\ndata:\n0 1\nx 0\n", 4, "x"),
            ("dl n=2\ndata:\n0 1\n-1 0\n", 4, -1.0),
            ("dl n=2\ndata:\n0 1\n1e999 0\n", 4, "1e999"),
            ("dl n=2 nm=2 matrix labels: a a data: 0 1 1 0 0 1 1 0", 1, "a"),
            ("dl n=2 labels: a a data: 0 1 1 0", 1, "a"),
            ("dl n=2 format=edgelist1\ndata:\n1 3\n", 3, "3"),
            ("dl n=2 format=edgelist1\ndata:\n1\n", 3, "1"),
            ("dl n=2 format=edgelist1\ndata:\n1 2 x\n", 3, "x"),
            ("dl n=2 format=edgelist1\ndata:\n1 2\n1 2 5\n", 4, None),
            ("dl n=2 format=edgelist1\ndata:\n1 2\n!\n", 2, None),
            ("dl n=3 format=edgelist1 labels embedded\ndata:\na b\n", 2, None),
            ("dl n=2 format=edgelist1 labels embedded labels: a b\ndata:\na c\n", 3, "c"),
            ('dl n=2 format=edgelist1 labels embedded\ndata:\n"a b\n', 3, None),
            ("dl format=edgelist1\ndata:\n1 2\n", 2, None),
            ("dl n=2 format=edgelist1 row labels embedded\ndata:\na 2\n", 2, None),
            ("dl n=2 format=nodelist1b\ndata:\n2 1\n0\n", 3, "2"),
            ("dl n=2 format=nodelist1b\ndata:\n1 2\n", 4, None),
            ("dl n=2 format=nodelist1b labels embedded\ndata:\n1 b\n0\n", 2, None),
        ],
    )
    def test_line_and_value(self, tmp_path, content, row, value):
        assert problems(tmp_path, content)[0] == (row, value)

    def test_every_bad_cell_is_listed(self, tmp_path):
        assert problems(tmp_path, "dl n=2\ndata:\nx y\n1 z\n") == [(3, "x"), (3, "y"), (4, "z")]

    def test_counts_are_told(self, tmp_path):
        with pytest.raises(InputError, match=r"2 rows and 2 columns \(fullmatrix\) hold 4 words, but here are 3"):
            read(tmp_path, "dl n=2 data: 0 1 1")
        with pytest.raises(InputError, match="decimals take a point"):
            read(tmp_path, "dl n=2 data: 0 1,5 1 0")
        with pytest.raises(InputError, match="says 3 rows, but lists 2 labels"):
            read(tmp_path, "dl n=3 labels: a b data: 0")

    def test_nearest_word(self, tmp_path):
        with pytest.raises(InputError, match="did you mean 'fullmatrix'"):
            read(tmp_path, "dl n=2 format=fulmatrix data:")
        with pytest.raises(InputError, match="LABELS EMBEDDED"):
            read(tmp_path, "dl n=2 format=edgelist1 data:\na b\n")
