"""Every message that a filled table can provoke is told in Lithuanian."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.io.needs import read_needs
from tests.io.workbooks import book

ACTORS = [["actor", "sector"], ["A", "public"], ["B", "civic"]]


def workbook(path, **sheets):
    return book(path, **{"actors": ACTORS, **sheets})


LINKS = ["source", "target", "layer", "weight", "evidence", "confidence"]
SHEETS = {
    "empty id": {"actors": [["actor", "sector"], [None, "public"]]},
    "no weight": {"ties": [LINKS, ["A", "B", "x", 1, None, None], ["B", "A", "x", None, None, None]]},
    "negative weight": {"ties": [LINKS, ["A", "B", None, -1, None, None]]},
    "no number": {"ties": [LINKS, ["A", "B", None, "much", None, None]]},
    "not finite": {"ties": [LINKS, ["A", "B", None, "inf", None, None]]},
    "evidence": {"ties": [LINKS, ["A", "B", None, 1, "hearsay", None]]},
    "assumed": {"ties": [LINKS, ["A", "B", None, 1, "assumed", None]]},
    "simulated": {"ties": [LINKS, ["A", "B", None, 1, "simulated", None]]},
    "confidence": {"ties": [LINKS, ["A", "B", None, 1, None, 2]]},
    "stranger": {"ties": [LINKS, ["A", "Bb", None, 1, None, None]]},
    "self-tie": {"ties": [LINKS, ["A", "A", None, 1, None, None]]},
    "twice": {"ties": [LINKS, ["A", "B", None, 1, None, None], ["B", "A", None, 1, None, None]]},
    "directed twice": {
        "ties": [LINKS, ["A", "B", "x", 1, None, None], ["A", "B", "x", 1, None, None]],
        "layers": [["name", "directed"], ["x", "yes"]],
    },
    "actor twice": {"actors": [["actor"], ["A"], ["A"]]},
    "group": {"groups": [["group"], ["G"]], "affiliations": [["actor", "group"], ["A", "H"]]},
    "mixed layer": {
        "ties": [LINKS, ["A", "B", "x", 1, None, None]],
        "groups": [["group"], ["G"]],
        "affiliations": [["actor", "group", "layer"], ["A", "G", "x"]],
    },
    "unknown and known": {"ties": [["source", "target"], ["A", "B"]], "unknown": [["source", "target"], ["A", "B"]]},
    "flag": {"actors": [["actor", "responded"], ["A", "perhaps"]]},
    "kind": {
        "actors": [["actor", "beds"], ["A", "x"]],
        "columns": [["table", "column", "kind"], ["actors", "beds", "?"]],
    },
    "whole": {
        "actors": [["actor", "beds"], ["A", "1.5"]],
        "columns": [["table", "column", "kind"], ["actors", "beds", "integer"]],
    },
    "columns": {"columns": [["table", "column", "kind"], ["actors", "beds", None]]},
    "line break": {"actors": [["actor"], ["A\nB"]]},
    "character in a text": {"actors": [["actor", "name"], ["A", "_x0007_"]]},
    "column name": {"actors": [["actor", "a\nb"], ["A", "x"]]},
    "needed column": {"ties": [["source", "weight"], ["A", 1]]},
    "column twice": {"actors": [["actor", "actor"], ["A", "B"]]},
    "two columns mean one": {"ties": [["from", "sender", "to"], ["A", "A", "B"]]},
    "nameless column": {"actors": [["actor", None], ["A", "x"]]},
    "synonym twice": {"actors": [["actor", "kind", "Kind"], ["A", "x", "y"]]},
    "ladder": {"layers": [["name", "scale"], ["x", "staircase"]]},
    "step": {"ties": [LINKS, ["A", "B", "x", 9, None, None]], "layers": [["name", "scale"], ["x", "frey"]]},
    "directed": {"layers": [["name", "directed"], ["x", "perhaps"]]},
    "layer attribute": {"layers": [["name", "colour"], ["x", "red"]]},
    "layer twice": {"layers": [["name"], ["x"], ["x"]]},
    "nameless layer": {"layers": [["name", "meaning"], [None, "something"]]},
    "layers without names": {"layers": [["meaning"], ["something"]]},
    "empty sheet": {"actors": []},
    "no sheet of actors": {"actors": [], "veikėjai": ACTORS},
    "formula": {"actors": [["actor"], ["=1+1"]]},
    "error value": {"actors": [["actor"], ["#N/A"]]},
    "bad info": {"info": [["key", "value"], ["title", "_x0007_"]]},
}


def told_twice(provoke):
    """Return the problems in English and in Lithuanian."""
    problems = []
    for language in ("en", "lt"):
        with pytest.raises(InputError) as caught:
            provoke(language)
        problems.append(caught.value.problems)
    return problems


@pytest.mark.parametrize("case", SHEETS)
def test_a_workbook_with_a_mistake(case, tmp_path):
    path = workbook(tmp_path / "book.xlsx", **SHEETS[case])
    english, lithuanian = told_twice(lambda language: sc.read(path, language=language))
    assert len(english) == len(lithuanian)
    for one, other in zip(english, lithuanian, strict=True):
        assert other.message != one.message
        assert (other.file, other.row, other.column) == (one.file, one.row, one.column)
        assert " is " not in str(other)
        assert "row " not in str(other)


NEEDS = {
    "no place": [["place", "service", "amount"], [None, "x", 1]],
    "negative": [["place", "service", "amount"], ["A", "x", -1]],
    "no number": [["place", "service", "amount"], ["A", "x", "many"]],
    "twice": [["place", "service", "amount"], ["A", "x", 1], ["A", "x", 2]],
    "no column": [["place", "service"], ["A", "x"]],
    "column twice": [["location", "vieta", "service", "amount"], ["A", "B", "x", 1]],
}


@pytest.mark.parametrize("case", NEEDS)
def test_needs_with_a_mistake(case, tmp_path):
    path = workbook(tmp_path / "book.xlsx", needs=NEEDS[case])
    english, lithuanian = told_twice(lambda language: read_needs(path, language=language))
    assert all(a.message != b.message for a, b in zip(english, lithuanian, strict=True))


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "damaged.xlsx").write_bytes(b"PK")
    (tmp_path / "book.xyz").write_text("x")
    for name in ("damaged.xlsx", "book.xyz", "nothing.xlsx"):
        english, lithuanian = told_twice(lambda language, name=name: sc.read(tmp_path / name, language=language))
        assert english[0].message != lithuanian[0].message


def test_problems_of_layers_say_where_they_stand(tmp_path):
    sheets = {"layers": [["sluoksnis", "kryptingas"], ["x", "ne"], ["y", "gal"]], "ties": [LINKS, ["A", "Z"]]}
    with pytest.raises(InputError) as caught:
        sc.read(workbook(tmp_path / "book.xlsx", **sheets))
    places = [(problem.file[-8:], problem.row, problem.column) for problem in caught.value.problems]
    assert places == [("[layers]", 3, "kryptingas"), ("x [ties]", 2, "target")]


def test_a_weight_column_that_nobody_filled_in_is_no_weight_column(tmp_path):
    path = workbook(tmp_path / "book.xlsx", ties=[LINKS, ["A", "B"]])
    assert sc.read(path).ties["weight"].tolist() == [1.0]
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "weight": [np.nan]})
    with pytest.raises(InputError, match="has no weight"):  # in a table that a program made it is a mistake
        sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties)
