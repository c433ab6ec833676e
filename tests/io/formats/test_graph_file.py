"""Nodes and edges of a graph file, collected line by line."""

import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.io.formats.graph_file import GraphFile, tables_of_file
from socluster.io.formats.xml_tree import Element
from socluster.io.options import ReadingOptions
from socluster.words import phrase


def on(line):
    return Element("node", {}, line)


@pytest.fixture
def file():
    """Two nodes and an edge on lines 3 to 5."""
    file = GraphFile("x.gexf")
    file.add_node(on(3), " a ", {"staff": 1})
    file.add_node(on(4), "b", {})
    file.add_edge(on(5), "a", "b", True, {"strength": 2.0, "layer": "referral"})
    return file


def test_a_file_becomes_tables_that_know_its_lines(file):
    tables = tables_of_file(file, ReadingOptions())
    cluster = Cluster._from(tables)
    assert cluster.labels == ("a", "b")
    assert cluster.ties[["source", "target", "layer", "weight"]].values.tolist() == [["a", "b", "referral", 2.0]]
    assert cluster.is_directed()
    assert (tables.origins["actors"].row(1), tables.origins["ties"].row(0)) == (4, 5)


def test_every_fault_is_told_with_its_line(file):
    file.add_node(on(6), "  ", {})
    file.add_node(on(7), "a", {})
    file.add_edge(on(8), None, "b", False, {})
    file.note(on(9), "is odd", "value")
    with pytest.raises(InputError) as caught:
        tables_of_file(file, ReadingOptions())
    assert [(problem.row, problem.value) for problem in caught.value.problems] == [
        (6, None),
        (7, "a"),
        (8, None),
        (9, "value"),
    ]
    assert "is already in line 3" in caught.value.problems[1].message
    assert {problem.file for problem in caught.value.problems} == {"x.gexf"}


def test_what_no_cluster_can_hold_is_told(file):
    file.losses.append(phrase("the times of nodes and edges"))
    with pytest.warns(LossWarning, match=r"x\.gexf: left out the times of nodes and edges"):
        tables_of_file(file, ReadingOptions())


def test_kinds_hold_where_the_values_agree(file):
    file.kinds = {"node": [("staff", "text")]}
    assert Cluster._from(tables_of_file(file, ReadingOptions())).actors["staff"].tolist()[0] == "1"
