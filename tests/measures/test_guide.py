"""The guide: every measure once, under its question, in both languages."""

import pytest

import socluster as sc
from socluster import InputError
from socluster.core.public_names import CHAPTERS
from socluster.measures.guide import GUIDE, guide
from socluster.words import measure_name


def test_every_measure_stands_under_its_question():
    table = guide()
    assert table.index.names == ["question", "function"]
    assert list(table) == ["name", "answer"]
    assert list(table.index) == [(question, name) for question, names in GUIDE.items() for name in names]
    assert table.index.get_level_values("function").is_unique
    row = table.loc[("Do ties stay inside groups or cross them?", "ei_index")]
    assert row["name"] == "E-I index"
    assert row["answer"] == sc.ei_index.__doc__.strip().splitlines()[0]


def test_questions_and_names_in_lithuanian():
    english, lithuanian = guide(), sc.guide(language="lt")
    assert list(lithuanian) == ["name"]
    functions = english.index.get_level_values("function")
    assert list(lithuanian.index.get_level_values("function")) == list(functions)
    assert lithuanian["name"].tolist() == [measure_name(name, "lt") for name in functions]
    asked, wanted = (each.index.get_level_values("question").unique() for each in (lithuanian, english))
    assert len(asked) == len(wanted)
    assert not set(asked) & set(wanted)
    assert all(question.endswith("?") for question in asked)
    assert lithuanian.loc["Ar klasteris turi branduolį?", "name"].tolist() == [
        "branduolys–periferija",
        "artumas branduoliui",
    ]


def test_another_language_is_refused():
    with pytest.raises(InputError, match="language must be one of"):
        guide(language="de")


def test_its_questions_are_a_chapter_of_the_reference():
    assert CHAPTERS["Measures"] is GUIDE
