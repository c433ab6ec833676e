"""Files of NetDraw."""

from __future__ import annotations

import pytest

import socluster as sc
from socluster.core.errors import InputError

FILE = """*Node data
ID, sector, size
"Big School" public 3
Clinic health .
*Node properties
ID x y color
Clinic 1 2 255
*Tie data
from to refers meets
"Big School" Clinic 1 0
Clinic Home 2 1
Home Clinic 0 1
*Tie properties
FROM TO color
Clinic Home 3
"""


@pytest.fixture
def read(tmp_path):
    def of(text, name="x.vna", **options):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return sc.read(tmp_path / name, **options)

    return of


def rows(cluster):
    return sorted(cluster.ties[["layer", "source", "target", "weight"]].itertuples(index=False, name=None))


def test_nodes_have_columns_and_relations_are_layers(read):
    cluster = read(FILE)
    assert cluster.labels == ("Big School", "Clinic", "Home")
    assert cluster.actors["sector"].tolist()[:2] == ["public", "health"]
    assert cluster.actors["size"].tolist()[0] == 3
    assert cluster.actors["size"].isna().tolist() == [False, True, True]
    assert rows(cluster) == [
        ("meets", "Clinic", "Home", 1),
        ("refers", "Big School", "Clinic", 1),
        ("refers", "Clinic", "Home", 2),
    ]
    assert {name: layer.directed for name, layer in cluster.layers.items()} == {"refers": True, "meets": False}


def test_one_column_with_the_strength_is_no_relation(read):
    assert rows(read("*tie data\nfrom to strength\nA B 2\n")) == [("tie", "A", "B", 2)]
    assert rows(read("*tie data\nfrom to\nA B\n")) == [("tie", "A", "B", 1)]
    assert rows(read("*tie data\nfrom to meets\nA B 2\n")) == [("meets", "A", "B", 2)]
    assert read("*node data\nid id\nA x\n").actors["id (attribute)"].tolist() == ["x"]


def test_it_is_known_by_its_beginning_and_takes_the_options(read):
    assert read(FILE, name="x.txt") == read(FILE)
    twice = "*tie data\nfrom to\nA B\nA B\nA A\n"
    assert rows(read(twice, duplicates="sum", self_ties="drop")) == [("tie", "A", "B", 2)]
    assert read(FILE, missing=["health"]).actors["sector"].isna().tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("A B\n", [(1, "a file of NetDraw begins with")]),
        ("*node properties\nid x\nA 1\n", [(None, "has neither the section")]),
        ("*tie data\nfrom to s\nA B 1\nA B\nC D 1 2\n", [(4, "must have 3 values"), (5, "must have 3 values")]),
        ("*tie data\nfrom\nA\n", [(1, "names its columns")]),
        ("*things\n*tie data\nfrom to\n", [(1, "not known here")]),
        ("*tie data\nfrom to s\nA B x\nA C -1\nA A 1\n", [(3, "is not a number"), (4, "above zero"), (5, "itself")]),
        ("*tie data\nfrom to s s\nA B 1 1\n", [(2, "more than once")]),
        ("*node data\nid\nA\nA\n", [(4, "same name")]),
    ],
)
def test_mistakes_are_named_with_their_line(read, text, problems):
    with pytest.raises(InputError) as caught:
        read(text)
    found = caught.value.problems
    assert [each.row for each in found] == [row for row, _ in problems]
    for each, (_, message) in zip(found, problems, strict=True):
        assert message in each.message
