"""Lists of ties in a DL file."""

from __future__ import annotations

import pytest

from tests.io.formats.dl.given_file import ABC, read, ties
from tests.io.formats.network_samples import rows


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
