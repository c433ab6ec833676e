"""What a graph has no place for, carried along as one text."""

import json

import pytest

from socluster.core.errors import InputError
from socluster.io.objects.description import GraphDescription
from socluster.io.tables.sidecar import Description

FULL = GraphDescription(
    Description(name="Kelmė", info={"note": "n"}, layers={"x": {"directed": True}}),
    unknown=[{"source": "a", "target": "b", "wave": None}],
    groups=[{"group": "g"}],
    groups_where={"bipartite": 1},
    group_ids={"NVO (group)": "NVO"},
    columns={"actors": {"staff_": "staff"}},
    display=["label"],
)


def test_what_is_written_is_read():
    text = FULL.to_json({"socluster": 1, "name": "Kelmė", "info": {"note": "n"}, "layers": {"x": {"directed": True}}})
    assert GraphDescription.from_json(text, "here") == FULL


def test_what_says_nothing_is_not_written():
    assert json.loads(GraphDescription().to_json({"socluster": 1})) == {"socluster": 1}


def test_attributes_get_back_the_names_of_their_columns():
    assert FULL.renamed("actors", {"staff_": 1, "sector": 2}) == {"staff": 1, "sector": 2}
    assert FULL.renamed("ties", {"staff_": 1}) == {"staff_": 1}


@pytest.mark.parametrize(
    ("member", "value", "what"),
    [
        ("unknown", {"a": 1}, "a list of objects"),
        ("unknown", [{"source": ["a"]}], "a list of objects"),
        ("groups", [1], "a list of objects"),
        ("group_ids", {"a": 1}, "an object of texts"),
        ("columns", {"actors": {"a": 1}}, "an object of objects of texts"),
        ("groups_where", {"bipartite": [1]}, "an object"),
        ("display", "label", "a list of texts"),
    ],
)
def test_a_spoilt_member_is_named(member, value, what):
    with pytest.raises(InputError) as caught:
        GraphDescription.from_json(json.dumps({"socluster": 1, member: value}), "graph attribute 'socluster'")
    (problem,) = caught.value.problems
    assert (problem.message, problem.file) == (f"{member} must be {what}", "graph attribute 'socluster'")


def test_all_spoilt_members_are_told_at_once():
    with pytest.raises(InputError) as caught:
        GraphDescription.from_json('{"unknown": 1, "groups": 2}', "here")
    assert [problem.value for problem in caught.value.problems] == [1, 2]
    with pytest.raises(InputError, match="must hold a JSON object"):
        GraphDescription.from_json("[]", "here")
