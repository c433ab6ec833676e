"""The notebooks come in two languages that share their code, without outputs, and with solutions to all exercises."""

import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

import socluster as sc
from tests.notebooks.course import CASE_STUDIES, ENGLISH, NOTEBOOKS, TUTORIALS, code_of, read, tagged

WORDS_A_MINUTE, MINUTES_AN_EXERCISE = 100, 4  # slow readers of a text with code
CASES = {"day_centres", "clustering_model", "norway_project", "care_reform", "siauliai"}


def test_all_are_there_in_both_languages():
    names = {language: {p.name for p in NOTEBOOKS if p.parent.name == language} for language in ("en", "lt")}
    assert names["en"] == names["lt"]
    assert {path.stem for path in CASE_STUDIES} == CASES
    numbers = [path.stem[:2] for path in TUTORIALS if path.parent.name == "en"]
    assert numbers == [f"{number:02d}" for number in range(10)]


@pytest.mark.parametrize("path", ENGLISH, ids=str)
def test_languages_share_the_code(path):
    other = Path(*path.parts[:2], "lt", path.name)
    english, lithuanian = (code_of(read(each)) for each in (path, other))
    assert english[0].metadata["tags"] == lithuanian[0].metadata["tags"] == ["language"]
    assert (english[0].source, lithuanian[0].source) == ('LANGUAGE = "en"', 'LANGUAGE = "lt"')
    assert [cell.source for cell in english[1:]] == [cell.source for cell in lithuanian[1:]]
    assert [cell.cell_type for cell in read(path).cells] == [cell.cell_type for cell in read(other).cells]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=str)
def test_stored_without_outputs(path):
    notebook = read(path)
    nbformat.validate(notebook)
    assert "widgets" not in notebook.metadata
    for cell in code_of(notebook):
        assert cell.outputs == []
        assert cell.execution_count is None


@pytest.mark.parametrize("path", [path for path in TUTORIALS if not path.stem.startswith("00")], ids=str)
def test_exercises_have_hidden_solutions(path):
    notebook = read(path)
    number = path.stem[:2]
    known = sc.learn.exercises.keys()
    keys = [key for key in known if key.startswith(f"{number}.")]
    solutions = tagged(notebook, "solution")
    assert 3 <= len(keys) <= 5
    assert len(solutions) == len(keys)
    assert all(cell.metadata["jupyter"]["source_hidden"] for cell in solutions)
    for key in keys:
        asked = [cell for cell in code_of(notebook) if f'check("{key}"' in cell.source]
        assert len(asked) == 2, key  # where the student answers, and the solution
        assert "answer = ..." in asked[0].source


@pytest.mark.parametrize("path", TUTORIALS, ids=str)
def test_a_tutorial_takes_at_most_45_minutes(path):
    notebook = read(path)
    words = sum(len(cell.source.split()) for cell in notebook.cells if cell.cell_type == "markdown")
    assert words / WORDS_A_MINUTE + MINUTES_AN_EXERCISE * len(tagged(notebook, "solution")) <= 45


@pytest.mark.parametrize("path", TUTORIALS, ids=str)
def test_a_tutorial_draws_with_the_library(path):
    assert not any("plotly" in cell.source for cell in code_of(read(path)))


@pytest.mark.parametrize("path", CASE_STUDIES, ids=str)
def test_a_case_study_marks_the_one_cell_that_its_reader_changes(path):
    notebook = read(path)
    (marked,) = tagged(notebook, "assumptions")
    names = [line.partition(" = ")[0] for line in marked.source.splitlines() if " = " in line and line[0].isupper()]
    later = [cell.source for cell in code_of(notebook)[code_of(notebook).index(marked) + 1 :]]
    assert names
    assert all(any(name in source for source in [marked.source, *later]) for name in names)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=str)
def test_headings_go_down_one_step_at_a_time_and_exercises_stand_within_a_section(path):
    texts = [cell.source for cell in read(path).cells if cell.cell_type == "markdown"]
    heads = [(len(marks), title) for text in texts for marks, title in re.findall(r"^(#+) (.+)$", text, re.MULTILINE)]
    levels = [level for level, _ in heads]
    assert all(after <= before + 1 for before, after in pairwise(levels)), heads
    assert {level for level, title in heads if re.search(r"Exercise \d|\d užduotis", title)} <= {3}


@pytest.mark.parametrize("path", ENGLISH, ids=str)
def test_warnings_and_refusals_are_printed_in_the_language_of_the_page(path):
    for cell in code_of(read(path)):
        assert not re.search(r"print\((said\[0\]\.message|problem|error)\)", cell.source), cell.source
