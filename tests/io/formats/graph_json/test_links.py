"""The ends and the direction of a link in JSON."""

import pytest

from socluster.core.errors import InputError
from socluster.io.formats.graph_json.links import directed_ends, ends_named
from socluster.io.formats.graph_json.members import Member
from socluster.io.options import ReadingOptions

USUAL = (("source", "from"), ("target", "to"))
IDS = {"a": "a", "b": "b", "7": 7}
NAMES_ONLY = {"a": "a", "b": "b"}


def link(**attributes):
    return Member("links[0]", attributes)


def ends(attributes, ids=IDS, names=USUAL, default=False):
    problems = []
    return (*directed_ends(link(**attributes), ids, names, default, problems), problems)


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ({"source": "a", "target": "b"}, ("a", "b")),
        ({"from": " a ", "to": "b"}, ("a", "b")),
        ({"source": {"id": "a"}, "target": {"id": 7}}, ("a", "7")),
        ({"source": 7, "target": "a"}, ("7", "a")),
    ],
)
def test_an_end_is_an_id_wherever_it_is_written(attributes, found):
    assert ends(attributes) == (found, False, [])


def test_a_number_counts_the_nodes_only_where_no_id_is_one():
    assert ends({"source": 0, "target": 1}, NAMES_ONLY) == (("a", "b"), False, [])
    assert ends({"source": 0, "target": "a"})[2] == [("links[0]", "source", 0)]
    assert ends({"source": True, "target": 2}, NAMES_ONLY)[2] == [
        ("links[0]", "source", True),
        ("links[0]", "target", 2),
    ]


@pytest.mark.parametrize("written", [None, [], "", "nobody", -1])
def test_an_end_that_is_no_node_is_noted_with_its_place(written):
    assert ends({"source": written, "target": "a"}, NAMES_ONLY)[2] == [("links[0]", "source", written)]


@pytest.mark.parametrize(
    ("said", "directed", "turned"),
    [
        ({"directed": True}, True, False),
        ({"directed": False}, False, False),
        ({"undirected": True}, False, False),
        ({"undirected": False}, True, False),
        ({"arrows": "to"}, True, False),
        ({"arrows": "from"}, True, True),
        ({"arrows": "to, from"}, False, False),
        ({"arrows": {"to": {"enabled": True}, "from": {"enabled": False}}}, True, False),
        ({"arrows": {"from": True}}, True, True),
        ({"type": "Directed"}, True, False),
        ({"direction": "mutual"}, False, False),
    ],
)
@pytest.mark.parametrize("default", [True, False])
def test_what_a_link_says_of_its_direction_goes_before_what_the_file_says(said, directed, turned, default):
    found, is_directed, _ = ends({"source": "a", "target": "b", **said}, default=default)
    assert (found, is_directed) == (("b", "a") if turned else ("a", "b"), directed)


@pytest.mark.parametrize("said", [{}, {"type": "referral"}, {"arrows": ""}, {"arrows": 1}, {"directed": "yes"}])
@pytest.mark.parametrize("default", [True, False])
def test_a_link_that_says_nothing_is_as_the_file_says(said, default):
    assert ends({"source": "a", "target": "b", **said}, default=default)[1] is default


def test_the_ends_are_called_as_the_user_says():
    options = ReadingOptions(source="who", target="whom")
    assert ends_named([link(who="a", whom="b")], options, "it.json") == (("who",), ("whom",))
    assert ends_named([link(source="a", target="b")], ReadingOptions(), "it.json") == USUAL
    assert ends_named([], options, "it.json") == (("who",), ("whom",))
    with pytest.raises(InputError, match="no edge has this attribute") as caught:
        ends_named([link(who="a", whom="b")], ReadingOptions(source="whi", target="whom"), "it.json")
    assert caught.value.problems[0].nearest == "who"


def test_links_without_ends_are_asked_about():
    with pytest.raises(InputError, match=r"here are who and whom; read\(..., source='who', target='whom'\) takes ends"):
        ends_named([link(who="a", whom="b")], ReadingOptions(), "it.json")
    with pytest.raises(InputError, match=r"between which nodes it runs \(source and target\)$"):
        ends_named([link(weight=1)], ReadingOptions(), "it.json")
