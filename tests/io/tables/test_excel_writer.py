"""Our workbooks as a person sees them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl

from socluster.core.tables import Tables
from socluster.io.tables import excel
from tests.io.tables.samples import plain, rich


def written(tmp_path: Path, tables: Tables) -> Any:
    excel.write(tables, tmp_path / "book.xlsx")
    return openpyxl.load_workbook(tmp_path / "book.xlsx")


def test_sheets_of_a_rich_cluster(tmp_path: Path) -> None:
    titles = ["actors", "ties", "groups", "affiliations", "unknown", "layers", "info", "columns"]
    assert written(tmp_path, rich()).sheetnames == titles


def test_sheets_of_a_plain_cluster(tmp_path: Path) -> None:
    workbook = written(tmp_path, plain())
    assert workbook.sheetnames == ["actors", "ties", "layers", "info"]
    assert list(workbook["actors"].values) == [("actor", "sector"), ("a", "public"), ("b", None), ("c", "civic")]
    assert list(workbook["info"].values) == [("key", "value"), ("name", "plain")]
    assert list(workbook["layers"].values) == [("name", "directed"), ("tie", False)]


def test_a_person_can_read_the_sheets(tmp_path: Path) -> None:
    for sheet in written(tmp_path, rich()):
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
        assert not any(cell.font.bold for cell in sheet[2])
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(8 <= width <= 50 for width in widths)


def test_cells_have_the_type_of_their_column(tmp_path: Path) -> None:
    sheet = written(tmp_path, rich())["actors"]
    cells = {sheet[1][i].value: [column.value for column in list(sheet.columns)[i][1:4]] for i in range(len(sheet[1]))}
    assert cells["responded"] == [True, None, False]
    assert cells["beds"] == [0, 1, 2]
    assert cells["staff"] == [None, "9007199254740993", -5]
    assert cells["grant"] == [0.30000000000000004, None, -1e-300]
    assert cells["actor"] == ["NA", "null", "nan"]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    workbook = written(tmp_path, rich())
    seen = set()
    for sheet in workbook:
        for cell in (cell for row in sheet for cell in row if isinstance(cell.value, str)):
            assert cell.data_type == "s"
            if cell.value[0] in "=+-@":
                assert cell.quotePrefix
                seen.add(cell.value)
    assert {"=SUM(A1)", "-x", "@home", "+370", "=cost, gross;net", "-money", '=the "cluster"', "=1+1"} <= seen
    assert b"<f>" not in zipfile.ZipFile(tmp_path / "book.xlsx").read("xl/worksheets/sheet1.xml")
