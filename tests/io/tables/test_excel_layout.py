"""What workbooks hide or merge is told by name."""

import warnings

import openpyxl
import pytest

import socluster as sc
from socluster.core.errors import HiddenCellsWarning

ROWS = [["source", "target", "weight"], ["A", "B", 1], ["B", "C", 2], ["C", "D", 3]]


def workbook(folder, change=lambda book, sheet: None, rows=ROWS):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ties"
    for row in rows:
        sheet.append(row)
    change(book, sheet)
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def hide_rows(book, sheet):
    sheet.row_dimensions[3].hidden = True


def hide_columns(book, sheet):
    sheet.column_dimensions["C"].hidden = True


def hide_sheet(book, sheet):
    book.create_sheet("shown").append(["nothing"])
    sheet.sheet_state = "hidden"


@pytest.mark.parametrize(
    ("hide", "said"),
    [
        (hide_rows, r"a\.xlsx \[ties\]: hidden rows were read all the same \(3\)"),
        (hide_columns, r"\[ties\]: hidden columns were read all the same \(C\)"),
        (hide_sheet, r"\[ties\]: this sheet is hidden; it was read all the same"),
    ],
)
def test_what_is_hidden_is_read_and_told(tmp_path, hide, said):
    with pytest.warns(HiddenCellsWarning, match=said):
        assert sc.read(workbook(tmp_path, hide), sheet="ties").n_ties == 3


def test_merged_cells_below_the_header_are_refused_with_their_place(tmp_path):
    with pytest.raises(sc.InputError, match=r"\[ties\].*row 2.*the cells A2:A3 are merged"):
        sc.read(workbook(tmp_path, lambda book, sheet: sheet.merge_cells("A2:A3")))


def test_a_title_may_be_as_wide_as_it_likes(tmp_path):
    rows = [["Who works with whom", None, None], *ROWS]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = sc.read(workbook(tmp_path, lambda book, sheet: sheet.merge_cells("A1:C1"), rows))
    assert found.n_ties == 3


def test_a_plain_workbook_says_nothing(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert sc.read(workbook(tmp_path)).n_ties == 3


def test_several_hidden_columns_are_named_as_one_span(tmp_path):
    rows = [[*row, "x", "y"] for row in ROWS]
    rows[0][3:] = ["note", "remark"]

    def hide(book, sheet):
        sheet.column_dimensions.group("C", "E", hidden=True)

    with pytest.warns(HiddenCellsWarning, match="C:E"):
        sc.read(workbook(tmp_path, hide, rows))
