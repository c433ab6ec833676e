"""Cells that hold what they are given."""

import io

import openpyxl
import pytest

from socluster.io.tables.excel_cells import cell_of, header_cell, text_cell

VALUES = ["=1+1", "-x", "#N/A", " ", "_x000D_", "plain", True, None, 0.1 + 0.2, 2**60, 3]


def through_a_workbook(make, value):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("s")
    sheet.append([make(sheet, value)])
    target = io.BytesIO()
    book.save(target)
    return openpyxl.load_workbook(target)["s"]["A1"]


@pytest.mark.parametrize("value", VALUES)
def test_what_goes_in_comes_out(value):
    found = through_a_workbook(cell_of, value)
    expected = {"_x000D_": "_x005F_x000D_", 2**60: str(2**60)}.get(value, value)
    assert found.value == expected
    assert found.data_type != "f"


def test_a_text_that_looks_like_a_formula_stays_text_when_edited():
    assert through_a_workbook(text_cell, "=1").quotePrefix
    assert not through_a_workbook(text_cell, "x").quotePrefix


def test_heads_are_bold():
    assert through_a_workbook(header_cell, "name").font.bold
