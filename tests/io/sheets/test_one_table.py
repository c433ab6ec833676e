"""What one table holds, and what is asked first."""

from __future__ import annotations

import io

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.io.read_back import rows


def test_cells_between_blanks(read):
    expected = [("A", "B", 1), ("B", "Big Club", 2)]
    for text in (
        '  A B "Big Club"\nA 0 1 0\nB  1 0 2\n"Big Club" 0 2 0\n',
        '"" A B "Big Club"\nA 0 1 0\nB 1 0 2\n"Big Club" 0 2 0\n',
    ):
        assert rows(read(text, name="x.txt")) == expected
        assert rows(read(text)) == expected
    assert rows(read("from to strength\nA B 2\n", name="x.dat")) == [("A", "B", 2)]
    assert rows(read("from\tto\nA\tB\n", name="x.txt")) == [("A", "B", 1)]


def test_a_text_file_is_known_by_its_beginning(read):
    assert rows(read("dl n=2 format=edgelist1 labels: a,b data:\n1 2\n", name="x.txt")) == [("a", "b", 1)]
    assert rows(read("*Vertices 2\n*Edges\n1 2\n", name="x.txt")) == [("1", "2", 1)]
    assert rows(read('{"nodes": ["a", "b"], "links": [{"source": "a", "target": "b"}]}', name="x.txt")) == [
        ("a", "b", 1)
    ]


def test_names_of_rows_that_the_header_does_not_count(read):
    assert rows(read("A,B\nA,0,1\nB,1,0\n")) == [("A", "B", 1)]
    assert rows(read('"from","to"\n"1","A","B"\n"2","B","C"\n')) == [("A", "B", 1), ("B", "C", 1)]
    assert rows(read("1,2\n1,0,1\n2,1,0\n")) == [("1", "2", 1)]


@pytest.mark.parametrize("rest", ["B,C,1,5\n", "B,C,1\n", "3,4,5,6\n"])
def test_a_decimal_comma_among_commas_is_no_further_column(read, rest):
    with pytest.raises(InputError, match="if a number has a decimal comma, put it in quotation marks") as caught:
        read("source,target,weight\nA,B,2,5\n" + rest)
    assert caught.value.problems[0].row == 2
    assert rows(read('source,target,weight\nA,B,"2,5"\n')) == [("A", "B", 2.5)]
    assert rows(read("source;target;weight\nA;B;2,5\n")) == [("A", "B", 2.5)]


def test_bare_numbers(read):
    square = "0 1 0 1\n1 0 0 1\n0 1 0 0\n1 1 0 0\n"
    cluster = read(square, name="x.txt")
    assert cluster.labels == ("1", "2", "3", "4")
    assert rows(cluster)[:2] == [("1", "2", 1), ("1", "4", 1)]
    assert cluster.n_ties == 7
    assert read("1,0\n0,1\n1,1\n", two_mode=True).n_affiliations == 4
    with pytest.raises(InputError, match="itself"):
        read("0,1,0,1\n1,0,0,1\n0,1,0,0\n1,1,0,5\n")
    assert read("0,1,0,1\n1,0,0,1\n0,1,0,0\n1,1,0,5\n", self_ties="drop").n_ties == 7


@pytest.mark.parametrize(
    "text", ["0,1,0\n1,0,1\n0,1,0\n", "1,2\n2,3\n3,1\n1,3\n", "0,1,2,3\n1,0,1,4\n2,1,0,5\n3,4,5,0\n"]
)
def test_bare_numbers_that_could_be_anything_are_asked_about(read, text):
    with pytest.raises(InputError, match=r"holds numbers only(; name the columns|, and the first row has the same)"):
        read(text)


def test_a_list_without_a_header(read):
    with pytest.raises(InputError, match="has no header: its first row holds names that stand below it, too"):
        read("A,B\nB,C\nA,C\n")


def test_free_text_makes_no_layers_of_affiliations_either(read):
    text = "actor,group,relationship\n" + "".join(f"A,G{k},met {k}\n" for k in range(15))
    with pytest.raises(InputError, match=r"affiliations, column 'relationship'.*layer=None"):
        read(text)
    assert len(read(text, layer=None).affiliations["relationship"].unique()) == 15
    assert len(read(text, layer="relationship").layers) == 15


def test_bare_numbers_that_could_be_names_are_asked_about(read):
    numbers = "0,2,1,0\n2,0,1,0\n1,1,0,1\n0,0,1,0\n"
    with pytest.raises(InputError, match="if these are names, leave the corner empty") as caught:
        read(numbers)
    assert "two_mode" not in str(caught.value)
    assert read(numbers[1:]).labels == ("2", "1", "0")
    assert read("0,1,0,1\n1,0,1,0\n0,1,0,1\n1,0,1,0\n").n_actors == 4


_ATTENDED = "Person,Meeting\nAna,Board\nAna,Forum\nAna,Board\nBoard,Forum\nForum,Board\n"


def attendance(cluster):
    return sorted(cluster.affiliations[["actor", "group", "weight"]].itertuples(index=False, name=None))


def test_ends_that_are_named_with_two_modes_are_actors_and_groups(read, tmp_path):
    columns = {"source": "Person", "target": "Meeting", "two_mode": True}
    expected = [("Ana", "Board", 2), ("Ana", "Forum", 1), ("Board", "Forum", 1), ("Forum", "Board", 1)]
    frame = pd.read_csv(io.StringIO(_ATTENDED))
    frame.to_excel(tmp_path / "x.xlsx", index=False)
    for cluster in (
        read(_ATTENDED, duplicates="sum", **columns),
        sc.read(tmp_path / "x.xlsx", duplicates="sum", **columns),
        sc.as_cluster(frame, duplicates="sum", **columns),
    ):
        assert cluster.n_ties == 0
        assert cluster.labels == ("Ana", "Board", "Forum")
        assert cluster.groups.index.tolist() == ["Board", "Forum"]
        assert attendance(cluster) == expected
    with pytest.raises(InputError, match=r"here are Person, Meeting.*\n?.*'Meting'|no column of this name"):
        read(_ATTENDED, source="Person", target="Meting", two_mode=True)


def test_the_error_for_an_attendance_list_says_how_to_read_it(read):
    with pytest.raises(
        InputError, match=r"read\(\.\.\., source='Person', target='Meeting', two_mode=True\) a list of affiliations"
    ):
        read("Person,Meeting\nAna,Board\nBea,Forum\n")
