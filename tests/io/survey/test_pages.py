"""Sheets of answers, wherever they stand."""

import openpyxl
import pytest

import socluster as sc
from socluster.io.survey.pages import only_page, pages_of
from tests.io.survey.questionnaires import write_rows


def test_text_folder_and_workbook(tmp_path):
    write_rows(tmp_path / "b.csv", [["x", "y"], [" 1 ", ""]])
    write_rows(tmp_path / "a.csv", [["x"], ["2"]])
    page = only_page(pages_of(tmp_path / "b.csv"), None)
    assert (page.name, page.header, page.rows, page.origin.row(0)) == ("b", ("x", "y"), (("1", ""),), 2)
    assert [each.name for each in pages_of(tmp_path)] == ["a", "b"]
    book = openpyxl.Workbook()
    book.active.append(["x", None])
    book.active.append([1.0, None])
    book.create_sheet("second").append(["y"])
    book.create_sheet("empty")
    book.save(tmp_path / "book.xlsx")
    sheets = pages_of(tmp_path / "book.xlsx")
    assert [each.name for each in sheets] == ["Sheet", "second"]
    assert sheets[0].rows[0][0] == "1"
    assert only_page(sheets, "second").header == ("y",)
    with pytest.raises(sc.InputError, match=r"which of Sheet and second holds the answers\? .*sheet='Sheet'"):
        only_page(sheets, None)


def test_what_is_no_sheet(tmp_path):
    with pytest.raises(sc.InputError, match=r"the folder holds no \.csv files"):
        pages_of(tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(sc.InputError, match=r"answers are read from \.csv"):
        pages_of(tmp_path / "a.pdf")
