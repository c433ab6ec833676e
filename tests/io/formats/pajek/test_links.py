"""From the lines between vertices to relations."""

from __future__ import annotations

from socluster.io.formats.pajek.links import Link, relations_of_links
from tests.io.formats.pajek.given_file import read, ties


class TestRelations:
    def test_several_relations(self, tmp_path):
        back = read(tmp_path, '*Vertices 3\n*Arcs :1 "info"\n1 2\n*Arcs :2 "funding"\n2 3 5\n*Edges :7\n1 3\n3: 1 2\n')
        assert list(back.layers) == ["info", "funding", "relation 7", "relation 3"]
        assert ties(back)[1:3] == [("2", "3", "funding", 5.0), ("1", "3", "relation 7", 1.0)]

    def test_two_relations_of_one_name_stay_apart(self, tmp_path):
        back = read(tmp_path, '*Vertices 2\n*Arcs :1 "a"\n1 2\n*Arcs :2 "a"\n1 2\n')
        assert list(back.layers) == ["a", "a (relation 2)"]

    def test_arcs_and_edges_in_one_relation(self, tmp_path):
        back = read(tmp_path, "*Vertices 3\n*Arcs\n1 2\n*Edges\n2 3 4\n")
        assert ties(back) == [("1", "2", "tie", 1.0), ("2", "3", "tie", 4.0), ("3", "2", "tie", 4.0)]
        assert back.layers == {"tie": {"directed": True}}
        assert back.info == {"note": "Layers with arcs and edges in the Pajek file, each edge read as two arcs: tie."}

    def test_header_of_arcs_without_arcs_means_nothing(self, tmp_path):
        back = read(tmp_path, "*Vertices 3\n*Arcs\n*Edges\n1 2\n")
        assert (back.layers, back.info) == ({"tie": {"directed": False}}, {})


def rows(relation):
    return list(zip(relation.sources.tolist(), relation.targets.tolist(), relation.weights.tolist(), strict=True))


def test_an_edge_among_arcs_is_two_arcs_of_one_line():
    links = [Link(1, "arc", 0, 1, 2.0, 5), Link(1, "edge", 1, 2, 3.0, 7)]
    (relation,), note = relations_of_links(links, {1: {"arc", "edge"}}, {}, first_mode=None)
    assert (relation.name, relation.directed) == ("tie", True)
    assert rows(relation) == [(0, 1, 2.0), (1, 2, 3.0), (2, 1, 3.0)]
    assert relation.lines.tolist() == [5, 7, 7]
    assert note.endswith("each edge read as two arcs: tie.")


def test_relations_stand_in_the_order_of_their_headers():
    links = [Link(2, "edge", 0, 1, 1.0, 9), Link(4, "arc", 1, 0, 1.0, 10)]
    headers = {4: {"arc"}, 2: {"edge"}, 3: {"edge"}, 5: {"arc", "edge"}}
    relations, note = relations_of_links(links, headers, {2: " help ", 3: "help"}, first_mode=None)
    assert [(relation.name, relation.directed, len(relation.sources)) for relation in relations] == [
        ("relation 4", True, 1),
        ("help", False, 1),
        ("help (relation 3)", False, 0),
        ("relation 5", False, 0),
    ]
    assert note is None


def test_between_two_modes_a_line_goes_from_actor_to_group():
    links = [Link(1, "arc", 0, 3, 1.0, 2), Link(1, "edge", 4, 2, 5.0, 3)]
    (relation,), note = relations_of_links(links, {1: {"arc", "edge"}}, {}, first_mode=3)
    assert (relation.name, relation.directed, note) == ("affiliation", False, None)
    assert rows(relation) == [(0, 0, 1.0), (2, 1, 5.0)]
