"""The tables of a report as a workbook."""

import io

import openpyxl
import pandas as pd
import pytest

import socluster as sc
from socluster.report.blocks import Cell, Definitions, Figure, Part, ShownTable
from socluster.report.content import Content, content_of
from socluster.report.workbook import workbook

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"]


def content(*parts):
    return Content("title", "kicker", "lead", [("Data", "2 actors")], ["carries"], parts, "Source: here.", "en")


def opened(given):
    return openpyxl.load_workbook(io.BytesIO(workbook(given)))


def table(caption, *rows):
    return ShownTable(caption, [Cell("name"), Cell("n", is_number=True)], rows)


def test_each_table_has_a_sheet_with_its_source_and_numbers_are_numbers():
    rows = (Cell("A"), Cell("0.43", True, 0.4256, 2)), (Cell("B"), Cell("–", True, float("nan")))
    share = (Cell("C"), Cell("21%", True, 0.2134, 0, True))
    book = opened(content(Part("part", "finding", [table("in numbers", *rows, share)])))
    sheet = book["in numbers"]
    assert [cell.value for cell in sheet["A"]][:7] == ["in numbers", "finding", None, "name", "A", "B", "C"]
    assert sheet["A9"].value == "Source: here."
    assert (sheet["B5"].value, sheet["B5"].number_format) == (0.4256, "0.00")
    assert sheet["B6"].value == "–"
    assert (sheet["B7"].value, sheet["B7"].number_format) == (0.2134, "0%")
    assert sheet.freeze_panes == "A5"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_the_data_becomes_a_formula(text):
    rows = [(Cell(text), Cell("1", True, 1.0))]
    given = content(
        Part(text, text, [ShownTable(text, [Cell(text), Cell(text)], rows, text), Definitions([(text, text)])])
    )
    book = opened(Content(text, text, text, [(text, text)], [text], given.parts, text, "en"))
    texts = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in texts} == {"s"}
    hostile = [cell for cell in texts if cell.value.strip() == text.strip()]
    assert len(hostile) > 8
    assert all(cell.quotePrefix for cell in hostile if cell.value.startswith(tuple("=+-@")))


def test_what_the_page_leaves_out_is_in_the_workbook(facts):
    given = facts(sc.load_dataset("siauliai"))
    book = opened(content_of(given))
    sheet = book["On the shortest paths between…"]
    names = [cell.value for cell in sheet["A"]][4:]
    assert names[:38] == [given.name(actor) for actor in given.betweenness.index]


def test_numbers_behind_pictures_are_there(facts):
    book = opened(content_of(facts(sc.load_dataset("siauliai"))))
    sheet = book["By sector"]
    counts = {row[0]: row[1] for row in sheet.iter_rows(min_row=5, values_only=True) if row[0] and row[1] is not None}
    assert sum(counts.values()) == 38


def test_names_of_sheets_are_names_that_excel_takes_and_each_once():
    captions = ["a/b", "A b", "a b", "", "x" * 40, "X" * 40, "'quoted'"]
    parts = [Part("p", "f", [table(caption, (Cell("A"), Cell("1", True, 1.0))) for caption in captions])]
    names = opened(content(*parts)).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 1 + len(captions)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") and name.strip("'") == name for name in names)


@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_cluster_of_next_to_nothing_has_a_workbook(facts, language):
    empty = sc.Cluster.from_tables(pd.DataFrame({"actor": []}))
    assert opened(content_of(facts(empty, language=language))).sheetnames


def test_tables_behind_a_figure_follow_the_order_of_reading():
    shown = [Figure("f", ["<svg/>"], numbers=[table("first")]), table("second")]
    assert opened(content(Part("p", "f", shown))).sheetnames == ["About", "first", "second"]


def test_names_of_sheets_are_cut_by_meaning():
    captions = [
        "The same in numbers: medians and 90% intervals of 100 draws.",
        "Ties and memberships by the evidence",
        "Ties and memberships by the evidences of it",
        "A" * 40,
    ]
    book = opened(
        content(Part("part", "finding", [table(each, (Cell("A"), Cell("1", True, 1.0))) for each in captions]))
    )
    assert book.sheetnames[1:5] == [
        "The same in numbers",
        "Ties and memberships by the…",
        "Ties and memberships by the… 2",
        "A" * 30 + "…",
    ]


def test_each_table_of_members_says_what_it_shows_itself(facts):
    book = opened(content_of(facts(sc.load_dataset("siauliai"))))
    found = {name: book[name]["A2"].value for name in book.sheetnames if name.startswith("By ")}
    assert len(found) > 1
    assert all(name.removeprefix("By ") in said for name, said in found.items())
