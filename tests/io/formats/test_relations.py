"""Numbered nodes and named relations as plain tables."""

from pathlib import Path

import numpy as np
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.formats.relations import (
    FileNetwork,
    Labels,
    Relation,
    default_layer,
    label_problems,
    matrix_names,
    tables_of_network,
    warn_of_unknown_affiliations,
)

PATH = Path("given.net")


def relation(name, rows, *, directed=False, lines=None):
    sources, targets, weights = (np.array(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    ends = [np.asarray(each, dtype=np.int64) for each in (sources, targets)]
    lines = None if lines is None else np.array(lines)
    return Relation(name, directed, *ends, np.asarray(weights, dtype=float), lines)


def test_a_node_without_a_name_has_its_number():
    assert Labels.numbered([" a ", "", "e\u0307"]).names == ["a", "2", "ė"]
    assert Labels.numbered(["", "b"], prefix="group ").names == ["group 1", "b"]


def test_a_part_of_the_labels_keeps_their_lines():
    labels = Labels(["a", "b", "c"], [4, 5, 9])
    part = labels.part(1, 3)
    assert (part.names, part.line(1)) == (["b", "c"], 9)
    assert Labels(["a", "b"]).part(0, 1).line(0) is None


def test_names_of_matrices_that_have_none():
    assert [matrix_names(1, two_mode).names for two_mode in (False, True)] == [["tie"], ["affiliation"]]
    assert matrix_names(3, False).names == ["relation 1", "relation 2", "relation 3"]
    assert (default_layer(False), default_layer(True)) == ("tie", "affiliation")


def test_every_double_name_is_told_with_both_places():
    labels = Labels(["a", "b", "a", "a"], [2, 3, 4, 5])
    problems = label_problems(labels, table="actors", file="x")
    assert [(problem.row, problem.value) for problem in problems] == [(4, "a"), (5, "a")]
    assert problems[1].message == "node 4 has the same name as node 1"
    (problem,) = label_problems(Labels(["x", "x"]), table="layers", file="x", what="matrix")
    assert (problem.message, problem.row) == ("matrix 2 has the same name as matrix 1", None)


def test_ties_of_which_nothing_is_known_are_unknown_dyads():
    network = FileNetwork(
        Labels(["a", "b", "c"], [2, 3, 4]),
        [
            relation("x", [(0, 1, 2.0), (1, 2, np.nan)], directed=True, lines=[6, 7]),
            relation("y", [(0, 2, 1.0)], lines=[9]),
            relation("z", [], lines=[]),
        ],
    )
    tables = tables_of_network(network, PATH, name="N", info={"note": "n"})
    assert tables.ties.values.tolist() == [["a", "b", "x", 2.0], ["a", "c", "y", 1.0]]
    assert tables.unknown.values.tolist() == [["b", "c", "x"]]
    assert tables.layers == {"x": {"directed": True}, "y": {"directed": False}, "z": {"directed": False}}
    assert (tables.name, tables.info, tables.groups) == ("N", {"note": "n"}, None)
    assert {table: list(origin.rows) for table, origin in tables.origins.items()} == {
        "actors": [2, 3, 4],
        "ties": [6, 9],
        "unknown": [7],
    }


def test_of_two_modes_the_second_are_the_groups():
    network = FileNetwork(Labels(["a"]), [relation("affiliation", [(0, 1, 3.0)])], Labels(["e", "f"]))
    tables = tables_of_network(network, PATH)
    assert tables.affiliations.values.tolist() == [["a", "f", "affiliation", 3.0]]
    assert tables.groups["group"].tolist() == ["e", "f"]
    assert (tables.ties, tables.origins) == (None, {})
    assert len({tables.affiliations[name].dtype for name in ("actor", "group", "layer")}) == 1  # texts


def test_double_names_make_no_tables():
    network = FileNetwork(Labels(["a", "a"]), [], Labels(["e", "e"]))
    with pytest.raises(InputError) as caught:
        tables_of_network(network, PATH)
    assert [problem.table for problem in caught.value.problems] == ["actors", "groups"]


def test_unknown_affiliations_are_counted():
    cells = relation("x", [(0, 0, np.nan), (0, 1, np.nan), (0, 2, 1.0)])
    groups = Labels(["e", "f", "g"])
    with pytest.warns(LossWarning, match=r"given\.net: 2 unknown affiliations were left out"):
        warn_of_unknown_affiliations(FileNetwork(Labels(["a"]), [cells], groups), PATH)
    warn_of_unknown_affiliations(FileNetwork(Labels(["a", "b", "c"]), [cells]), PATH)  # as ties, they are kept
