"""What is wrong in a DL file is told with its line."""

from __future__ import annotations

import pytest

from socluster.core.errors import InputError
from tests.io.formats.dl.given_file import problems, read


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
