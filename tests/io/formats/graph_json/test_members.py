"""Where nodes and links stand in the JSON of each program."""

import pytest

from socluster.core.errors import InputError
from socluster.io.formats.graph_json.members import Member, listed_rows, members_of

NODE, LINK = {"id": "a"}, {"source": "a", "target": "a"}
CYTOSCAPE = [{"data": {"id": "a"}}, {"data": LINK}, {"group": "nodes", "data": LINK}, {"group": "edges", "data": {}}]


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ({"nodes": [NODE], "links": [LINK]}, ([NODE], [LINK], "nodes", "links")),
        ({"nodes": [NODE], "edges": [LINK]}, ([NODE], [LINK], "nodes", "edges")),
        ({"elements": [NODE], "connections": [LINK]}, ([NODE], [LINK], "elements", "connections")),
        ({"elements": {"nodes": [NODE]}}, ([NODE], [], "nodes", "edges")),
        ({"elements": {"nodes": [NODE], "edges": [LINK]}}, ([NODE], [LINK], "nodes", "edges")),
        ({"elements": CYTOSCAPE}, ([CYTOSCAPE[0], CYTOSCAPE[2]], [CYTOSCAPE[1], CYTOSCAPE[3]], "elements", "elements")),
    ],
)
def test_every_program_has_its_place(document, found):
    assert members_of(document) == found


@pytest.mark.parametrize(
    "document", [[], "text", None, {}, {"nodes": 5}, {"nodes": [NODE]}, {"actors": [], "nodes": []}]
)
def test_what_is_no_graph_is_none(document):
    assert members_of(document) is None


@pytest.mark.parametrize(("directed", "expected"), [(True, 2), (False, 1), ("yes", 1)])
def test_a_link_in_two_lists_of_neighbours_is_one_unless_it_has_a_direction(directed, expected):
    document = {
        "nodes": [{"id": "a"}, "b"],
        "adjacency": [[{"id": "b", "weight": 2}], [{"id": "a"}]],
        "directed": directed,
    }
    _, links, _, place = members_of(document)
    assert (len(links), place) == (expected, "adjacency")
    assert links[0] == {"weight": 2, "source": "a", "target": "b"}


def test_a_neighbour_that_is_no_object_is_left_to_be_named():
    _, links, _, _ = members_of({"nodes": ["a"], "adjacency": [["b"], ["too many lists"]]})
    assert links == ["b"]


def test_inner_objects_are_laid_over_the_outer_one():
    rows = list(
        listed_rows([{"id": "a", "data": {"sector": "x"}, "attributes": {"id": "b"}}], "nodes", "f", are_nodes=True)
    )
    assert [(row.place, row.attributes["id"], row.attributes["sector"]) for row in rows] == [("nodes[0]", "b", "x")]


def test_a_node_may_be_a_bare_id_and_a_link_may_not():
    assert list(listed_rows(["a", 5], "nodes", "f", are_nodes=True)) == [
        Member("nodes[0]", {"id": "a"}),
        Member("nodes[1]", {"id": 5}),
    ]
    with pytest.raises(InputError) as caught:
        list(listed_rows(["a", {}, None], "links", "it.json", are_nodes=False))
    assert [str(problem) for problem in caught.value.problems] == [
        "it.json: links[0] must be an object {...} (here: 'a')",
        "it.json: links[2] must be an object {...}",
    ]


def test_a_link_to_oneself_stands_once_in_the_lists_of_neighbours():
    lists = {"nodes": [{"id": "a"}, {"id": "b"}], "adjacency": [[{"id": "a"}, {"id": "b"}], [{"id": "a"}]]}
    _, links, *_ = members_of(lists)
    assert links == [{"source": "a", "target": "a"}, {"source": "a", "target": "b"}]
