"""The header of a DL file."""

from __future__ import annotations

from pathlib import Path

import pytest

from socluster.core.errors import InputError
from socluster.io.formats.dl.header import read_header, unquoted
from socluster.io.formats.relations import Labels
from tests.io.formats.dl.given_file import ABC, read, ties


class TestHeaders:
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


def header(text):
    return read_header(text, Path("given.dl"))


def test_sizes_format_and_diagonal():
    found = header("DL\nNR=2, NC = 3; NM=4\nFORMAT = EL2\nDIAGONAL ABSENT\nDATA:\n1 2\n")
    assert (found.n_rows, found.n_columns, found.n_matrices) == (2, 3, 4)
    assert (found.format, found.has_diagonal, found.two_mode) == ("edgelist2", False, True)
    assert (found.data, found.data_line) == ("\n1 2\n", 5)


def test_what_the_header_does_not_say():
    found = header("dl data:")
    assert (found.n_rows, found.n_columns, found.n_matrices) == (None, None, 1)
    assert (found.format, found.has_diagonal, found.two_mode) == ("fullmatrix", True, False)
    assert (found.labels, found.embedded, found.data, found.data_line) == ({}, set(), "", 1)


def test_labels_of_both_unless_it_says_of_which():
    both = header('dl labels:\na, "b ""c"""\nd data:')
    assert both.labels["rows"] == both.labels["columns"] == Labels(["a", 'b "c"', "d"], [2, 2, 3])
    assert (both.n_rows, both.n_columns) == (3, 3)
    each = header("dl n=2 row labels: a b column labels: x y level labels: m data:")
    assert {kind: list(labels.names) for kind, labels in each.labels.items()} == {
        "rows": ["a", "b"],
        "columns": ["x", "y"],
        "matrices": ["m"],
    }
    assert each.two_mode


def test_labels_may_be_among_the_data():
    assert header("dl n=2 labels embedded data:").embedded == {"rows", "columns"}
    assert header("dl n=2 col labels embedded: data:").embedded == {"columns"}


@pytest.mark.parametrize(
    ("text", "row", "fault"),
    [
        ("dl\nn=2\n", 2, "the file ends before the data"),
        ("dl n=2\nlabels:\na\nb\nc\ndata:", 5, "says 2 rows, but lists 3 labels"),
        ("dl\nnm=1001 data:", 2, "after NM= stands a whole number up to 1000"),
        ("dl n=2\nmatrix labels embedded data:", 2, "cannot be embedded"),
    ],
)
def test_faults_have_their_line(text, row, fault):
    with pytest.raises(InputError, match=fault) as caught:
        header(text)
    assert caught.value.problems[0].row == row


def test_a_quotation_mark_inside_stands_twice():
    assert [unquoted(word) for word in ('"a ""b"""', "plain", '"')] == ['a "b"', "plain", '"']
