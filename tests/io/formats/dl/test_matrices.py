"""Matrices of a DL file: full, or the half of one."""

from __future__ import annotations

import pytest

from socluster.core.errors import InputError, LossWarning
from tests.io.formats.dl.given_file import ABC, problems, read, ties
from tests.io.formats.network_samples import rows


class TestFullMatrix:
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
