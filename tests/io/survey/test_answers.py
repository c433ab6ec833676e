"""The three layouts."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.io.survey.answers import from_long, from_matrices, from_wide
from socluster.io.survey.pages import pages_of
from tests.io.survey.questionnaires import write_rows


def answers(sheet):
    return [(each.respondent, each.partner, each.item, each.text) for each in sheet.answers]


def test_a_list_without_items_ticks(tmp_path):
    (page,) = pages_of(write_rows(tmp_path / "a.csv", [["from", "to"], ["A", "B"], ["B", "C"]]))
    assert answers(from_long(page)) == [("A", "B", "tie", "1"), ("B", "C", "tie", "1")]


def test_lithuanian_headings(tmp_path):
    (page,) = pages_of(write_rows(tmp_path / "a.csv", [["Respondentas", "Partneris", "dažnis"], ["A", "B", "2"]]))
    assert answers(from_long(page)) == [("A", "B", "dažnis", "2")]


def test_wide_with_items_and_without(tmp_path):
    (page,) = pages_of(write_rows(tmp_path / "a.csv", [["who", "A | trust", "B|trust"], ["A", "", "3"]]))
    assert answers(from_wide(page)) == [("A", "A", "trust", ""), ("A", "B", "trust", "3")]
    (page,) = pages_of(write_rows(tmp_path / "b.csv", [["who", "A", "B"], ["A", "", "3"]]))
    assert from_wide(page).items == ("tie",)


def test_the_corner_of_a_matrix_names_the_item(tmp_path):
    square = [["trust", "A", "B"], ["A", "", "1"], ["B", "2", ""]]
    assert from_matrices(pages_of(write_rows(tmp_path / "x.csv", square))).items == ("trust",)
    (tmp_path / "y").mkdir()
    write_rows(tmp_path / "y" / "help.csv", [["", *square[0][1:]], *square[1:]])
    write_rows(tmp_path / "y" / "more.csv", square)
    assert from_matrices(pages_of(tmp_path / "y")).items == ("help", "trust")
    write_rows(tmp_path / "y" / "again.csv", square)
    with pytest.raises(sc.InputError, match="two sheets are of the item 'trust'"):
        from_matrices(pages_of(tmp_path / "y"))


def test_rows_without_names(tmp_path):
    (page,) = pages_of(write_rows(tmp_path / "a.csv", [["from", "to", "t"], ["", "B", 1], ["A", "", 2], ["A", "", ""]]))
    with pytest.raises(sc.InputError) as caught:
        from_long(page)
    assert [(each.row, each.column) for each in caught.value.problems] == [(2, "from"), (3, "to")]


def test_an_answer_about_nobody_is_a_problem_however_few_items_it_has(tmp_path):
    rows = [["from", "to", "trust", "advice"], ["A", "B", "1", "2"], ["A", "", "3", ""], ["C", "", "", ""]]
    (page,) = pages_of(write_rows(tmp_path / "a.csv", rows))
    with pytest.raises(InputError) as caught:
        from_long(page)
    (problem,) = caught.value.problems
    assert (problem.row, problem.column) == (3, "to")
