"""Cells become typed columns, whatever they were in a table or in a file."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.coerce import Reader, clean_text, positions, unfit
from socluster.core.columns import text_column
from socluster.core.errors import InputError
from socluster.core.tables import Origin, Tables
from tests.core.samples import ACTORS, frame, problems


def test_text_cells_of_files_are_typed_by_what_they_say():
    actors = frame("actor staff share code flag", ("1", "10", "0,5", "007", "true"), ("2", "", "1.5", "008", "FALSE"))
    cluster = Cluster._from(Tables(actors, raw_text=True))
    kinds = cluster.to_tables().kinds["actors"]
    assert [kinds[key] for key in ("staff", "share", "code", "flag")] == ["integer", "number", "text", "flag"]
    assert cluster.actors["share"].tolist() == [0.5, 1.5]
    assert cluster.actors["code"].tolist() == ["007", "008"]


def test_stated_kinds_win_over_what_the_text_says():
    actors = frame("actor code", ("a", "1"), ("b", "2"))
    cluster = Cluster._from(Tables(actors, raw_text=True, kinds={"actors": {"code": "text", "gone": "integer"}}))
    assert cluster.actors["code"].tolist() == ["1", "2"]
    assert str(cluster.actors["gone"].dtype) == "Int64"


def test_ids_are_composed_stripped_and_free_of_control_characters():
    decomposed = "Kelme\u0307"
    assert Cluster.from_tables(frame("actor", (f" {decomposed} ",))).labels == ("Kelmė",)
    (problem,) = problems(actors=frame("actor", ("a\x00b",)))
    assert "U+0000" in problem.message
    (problem,) = problems(actors=frame("actor", ("a\nb",)))
    assert "line break" in problem.message


def test_numbers_as_ids_become_text_and_stay_the_labels():
    cluster = Cluster.from_tables(pd.DataFrame({"actor": [1, 2]}), pd.DataFrame({"source": [1.0], "target": [2.0]}))
    assert cluster.ids == ("1", "2")
    assert cluster.labels == (1, 2)
    assert cluster.n_ties == 1


def test_lists_in_cells_are_refused_with_their_place():
    (problem,) = problems(actors=pd.DataFrame({"actor": ["a", "b"], "tags": [["x"], "y"]}))
    assert (problem.row, problem.column) == (0, "tags")


def test_infinite_numbers_are_refused():
    (problem,) = problems(actors=ACTORS.assign(x=[1.0, np.inf, 2.0]))
    assert (problem.row, problem.column) == (1, "x")


@pytest.mark.parametrize(
    ("kind", "cells", "expected"),
    [
        ("number", ["1,5", "−2", " 3e2 ", None, ""], [1.5, -2.0, 300.0, None, None]),
        ("integer", ["+7", "-0", 2.0, 2**63 - 1], [7, 0, 2, 2**63 - 1]),
        ("flag", ["taip", "No", 1, 0.0, True, None], [True, False, True, False, True, None]),
        (
            "text",
            [1.0, 0.5, True, dt.datetime(2016, 11, 3), dt.date(2016, 11, 4), "a\r\nb"],
            ["1", "0.5", "true", "2016-11-03", "2016-11-04", "a\nb"],
        ),
    ],
)
def test_a_cell_is_read_as_what_it_means(kind, cells, expected):
    reader = Reader("actors", pd.DataFrame({"x": pd.Series(cells, dtype=object)}))
    assert reader.typed("x", kind).objects() == expected
    assert reader.problems == []


@pytest.mark.parametrize(
    ("kind", "bad", "fault"),
    [
        ("number", "five", "is not a number"),
        ("number", "inf", "must be finite"),
        ("integer", 1.5, "is not a whole number"),
        ("integer", 2**63, "is not a whole number"),
        ("flag", "perhaps", "is neither true nor false"),
        ("flag", 2, "is neither true nor false"),
        ("text", ("a", "b"), "is no text"),
        ("colour", "red", "has the unknown kind 'colour'"),
    ],
)
def test_what_a_column_cannot_hold_is_noted_with_its_place(kind, bad, fault):
    frame = pd.DataFrame({"x": pd.Series([None, bad], dtype=object)})
    reader = Reader("actors", frame, Origin("a.csv", rows=[4, 9], columns={"x": "Iksas"}))
    assert len(reader.typed("x", kind)) == 2
    (problem,) = reader.problems
    assert fault in problem.message
    assert (problem.file, problem.column) == ("a.csv", "Iksas")
    assert problem.row == (None if kind == "colour" else 9)


def test_a_key_stands_in_every_row():
    reader = Reader("actors", pd.DataFrame({"actor": ["a", " ", None]}))
    assert reader.key("actor").objects() == ["a", None, None]
    assert [(problem.row, problem.column) for problem in reader.problems] == [(1, "actor"), (2, "actor")]


def test_texts_may_have_lines_and_identifiers_may_not():
    assert unfit("two\nlines", is_key=False) is None
    assert "line break" in str(unfit("two\nlines", is_key=True))
    for character in "\x00\x07\ufffe\ud800":
        for is_key in (True, False):
            assert f"U+{ord(character):04X}" in unfit(character, is_key=is_key).said("en")


def test_a_text_has_one_form():
    assert clean_text("  Kelme\u0307\r\nx\ry ") == "Kelm\u0117\nx\ny"


def test_positions_in_labels():
    column = text_column(["b", None, "c", "a", "b"])
    assert positions(column, ["a", "b"]).tolist() == [1, -1, -1, 0, 1]


def test_a_comma_may_be_one_of_thousands():
    def problems(*cells):
        reader = Reader("ties", pd.DataFrame({"weight": pd.Series(cells, dtype=object)}))
        reader.number("weight")
        return [(problem.row, problem.message) for problem in reader.problems]

    assert problems("1,250", "3", None) == [(0, "may mean 1250 or 1.250; write it so")]
    for cells in (["1,250", "2,5"], ["0,125"], ["1,25"], ["1.250"], [1.25]):
        assert problems(*cells) == []


@pytest.mark.parametrize(
    ("cells", "kind"),
    [([1, 2], "integer"), ([1, 2.5], "number"), ([2.5, 1], "number"), ([True, False], "flag"), ([True, 1], "text")],
)
def test_one_number_with_decimals_makes_a_column_of_numbers(cells, kind):
    actors = pd.DataFrame({"actor": ["a", "b"], "x": pd.Series(cells, dtype=object)})
    assert Cluster.from_tables(actors).to_tables().kinds["actors"]["x"] == kind


@pytest.mark.parametrize("text", ["9" * 25, "-" + "9" * 25])
def test_digits_that_no_integer_holds_stay_text(text):
    actors = frame("actor code", ("a", text), ("b", "2"))
    assert Cluster._from(Tables(actors, raw_text=True)).actors["code"].tolist() == [text, "2"]


def test_a_percentage_of_a_share_is_to_be_written_as_one():
    actors = pd.DataFrame({"actor": ["A", "B"]})
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "evidence": "assumed", "confidence": ["60 %"]})
    with pytest.raises(InputError) as caught:
        Cluster.from_tables(actors, ties)
    assert "is a percentage; write 0.6" in str(caught.value)
    assert "rašykite 0,6" in str(caught.value.in_language("lt"))
    assert "60 arba" not in str(caught.value.in_language("lt"))
    assert len(caught.value.problems) == 1, "what is there is not missing"


@pytest.mark.parametrize(
    ("cell", "said", "in_lithuanian"),
    [
        ("140 %", "is a percentage, but not one from 0 to 100 (here: '140 %')", "procentai, bet ne nuo 0 iki 100"),
        ("-5%", "is a percentage, but not one from 0 to 100 (here: '-5%')", "procentai, bet ne nuo 0 iki 100"),
        (60, "must lie between 0 and 1; 60 in a hundred is 0.6 (here: 60.0)", "60 iš šimto yra 0,6"),
        ("2,5", "must lie between 0 and 1; 2.5 in a hundred is 0.025 (here: 2.5)", "2,5 iš šimto yra 0,025"),
        (1.5, "must lie between 0 and 1 (here: 1.5)", "turi būti nuo 0 iki 1 (įrašyta: 1.5)"),
        (101, "must lie between 0 and 1 (here: 101.0)", "turi būti nuo 0 iki 1 (įrašyta: 101.0)"),
        ("sure", "is not a number (here: 'sure')", "tai ne skaičius"),
    ],
)
def test_a_confidence_that_is_none_is_told_once_with_a_way_out_that_works(cell, said, in_lithuanian):
    actors = pd.DataFrame({"actor": ["A", "B"]})
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "evidence": "assumed", "confidence": [cell]}, index=[7])
    with pytest.raises(InputError) as caught:
        Cluster.from_tables(actors, ties)
    assert str(caught.value) == f"ties, row 7, column 'confidence': {said}"
    assert in_lithuanian in str(caught.value.in_language("lt"))


@pytest.mark.parametrize(("cell", "read"), [("0,6", 0.6), ("0.6", 0.6), ("100 %", None), ("1,0", 1.0), (" 0,60 ", 0.6)])
def test_a_share_with_a_decimal_comma_is_read_and_the_way_out_of_a_percentage_works(cell, read):
    actors = pd.DataFrame({"actor": ["A", "B"]})
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "evidence": "assumed", "confidence": [cell]})
    if read is None:
        with pytest.raises(InputError, match="is a percentage; write 1 "):
            Cluster.from_tables(actors, ties)
        ties, read = ties.assign(confidence="1"), 1.0
    assert Cluster.from_tables(actors, ties).ties["confidence"].tolist() == [read]


@pytest.mark.parametrize("cells", [[True, 2], [True, 0.5], [None, None], ["a", 2]])
def test_a_column_of_objects_that_are_not_all_numbers_is_text(cells):
    actors = pd.DataFrame({"actor": ["a", "b"], "x": pd.Series(cells, dtype=object)})
    assert Cluster.from_tables(actors).to_tables().kinds["actors"]["x"] == "text"
