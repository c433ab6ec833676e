"""Workbooks: ours as a person sees them, theirs as we read them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.tables import excel
from tests.io.tables.samples import plain, rich, settled


def book(path: Path, **sheets: list[list[Any]]) -> Path:
    """A workbook as a person would type it."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def problems_of(path: Path) -> list[tuple[object, object, str]]:
    with pytest.raises(InputError) as caught:
        excel.read(path)
    assert all(problem.file and str(path) in problem.file for problem in caught.value.problems)
    return [(problem.row, problem.column, problem.message) for problem in caught.value.problems]


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


def test_cells_longer_than_excel_allows_are_refused(tmp_path: Path) -> None:
    for text, good in [("x" * 32_767, True), ("x" * 32_768, False), ("_x0041_" * 4000, False)]:
        tables = settled(Tables(pd.DataFrame({"actor": ["a"], "note": [text]})))
        if good:
            excel.write(tables, tmp_path / "book.xlsx")
            assert excel.read(tmp_path / "book.xlsx").actors["note"].tolist() == [text]
        else:
            with pytest.raises(InputError, match="column 'note': is longer than the 32\u00a0767 characters of a cell"):
                excel.write(tables, tmp_path / "book.xlsx")


def test_workbook_of_a_person(tmp_path: Path) -> None:
    actors = [
        [],
        ["Organizacija", "Sektorius", "Atsakė", "Įkurta", "Kodas", None],
        ["Šiauliai", "viešasis", True, 1990, "007"],
        [],
        ["5", None, False, 2000.5, "08"],
    ]
    path = book(
        tmp_path / "tinklas.xlsx",
        Pastabos=[["šito niekas neskaito"]],
        VEIKĖJAI=actors,
        Ryšiai=[["Šaltinis", "Tikslas", "Svoris"], ["Šiauliai", 5, "1,5"]],
        Grupės=[["Renginys", "Data"], ["e1", dt.datetime(2016, 11, 5)], ["e2", "2016-11"]],
        Dalyvavimas=[["Dalyvis", "Renginys"], [5.0, "e1"]],
        Sluoksniai=[["Sluoksnis", "Kryptingas"], ["tie", "taip"]],
        Info=[["Name", "Šiaulių tinklas"], ["year", 2016]],
    )
    tables = excel.read(path)
    assert tables.origins["actors"].rows == [3, 5]
    assert tables.origins["actors"].label == f"{path} [VEIKĖJAI]"
    assert (tables.name, tables.info) == ("Šiaulių tinklas", {"year": "2016"})
    again = build(tables).to_tables()
    assert again.actors["actor"].tolist() == ["Šiauliai", "5"]
    assert again.actors["responded"].tolist() == [True, False]
    assert again.actors["Įkurta"].tolist() == [1990, 2000.5]
    assert again.actors["Kodas"].tolist() == ["007", "08"]
    assert again.ties[["source", "target", "weight"]].to_numpy().tolist() == [["Šiauliai", "5", 1.5]]
    assert again.groups["date"].tolist() == ["2016-11-05", "2016-11"]
    assert again.affiliations[["actor", "group"]].to_numpy().tolist() == [["5", "e1"]]
    assert again.layers["tie"]["directed"] is True


def test_dates_and_times_become_iso_text(tmp_path: Path) -> None:
    moments = [dt.date(2016, 11, 5), dt.datetime(2016, 11, 5, 14, 30), dt.time(8, 15)]
    path = book(tmp_path / "book.xlsx", actors=[["actor", "when"], *[[f"a{i}", m] for i, m in enumerate(moments)]])
    assert excel.read(path).actors["when"].tolist() == ["2016-11-05", "2016-11-05T14:30:00", "08:15:00"]


def test_formula_without_a_value_is_an_error(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "n"], ["a", "=1+1"], ["=A2", 2]], ties=[["=X", "target"]])
    message = "holds a formula that no spreadsheet has calculated; open and save the workbook in one"
    assert problems_of(path) == [(2, "B", message), (3, "A", message), (1, "A", message)]


def test_formula_with_a_value_gives_the_value(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "n"], ["a", "=1+1"], ["b", 7]])
    replace_in(path, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    assert excel.read(path).actors["n"].tolist() == ["2", "7"]


def test_error_values_are_named(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "n"], ["a", "#DIV/0!"], ["b", "#N/A"]])
    message = "holds an error value of the spreadsheet"
    assert problems_of(path) == [(2, "B", message), (3, "B", message)]


def replace_in(path: Path, member: str, old: bytes, new: bytes) -> None:
    """Change one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = parts[member].replace(old, new)
    assert changed != parts[member]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, changed if name == member else content)


def test_characters_that_excel_spells_are_read(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "note"], ["a", "one_x0009_two_xD800_"]])
    assert excel.read(path).actors["note"].tolist() == ["one\ttwo_xD800_"]


def test_wrong_dimensions_hide_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "note"], ["a", "x"], ["b", "y"]])
    replace_in(path, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:B3"', b'<dimension ref="A1"')
    assert excel.read(path).actors.to_numpy().tolist() == [["a", "x"], ["b", "y"]]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({"Sheet1": []}, [(None, None, "the workbook has no sheet named actors (here: Sheet1)")]),
        ({"actors": []}, [(None, None, "the sheet is empty; its first row must name the columns")]),
        (
            {"actors": [["actor"]], "ties": [["source"]], "Edges": [["source"]]},
            [(None, None, "the sheets 'ties' and 'Edges' both hold the ties")],
        ),
        (
            {"actors": [["actor", "actor"]], "ties": [["source", "target"], ["a", "b"], [None, None, "c"]]},
            [
                (None, "actor", "occurs more than once in the header"),
                (3, None, "column 3 has cells but no name in the header"),
            ],
        ),
        (
            {
                "actors": [["actor"], ["a"]],
                "columns": [["table", "column", "kind"], ["actors", "staff"], ["x", "y", "text"]],
            },
            [
                (2, None, "must name a table, a column of it, and its kind (text, number, integer or flag)"),
                (3, None, "must name a table, a column of it, and its kind (text, number, integer or flag)"),
            ],
        ),
    ],
)
def test_wrong_sheets(tmp_path: Path, sheets: dict[str, Any], expected: list[tuple[object, object, str]]) -> None:
    assert problems_of(book(tmp_path / "book.xlsx", **sheets)) == expected


def test_missing_file(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "no.xlsx") == [(None, None, "there is no such file")]


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100])
def test_file_that_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    ((_, _, message),) = problems_of(path)
    assert message.startswith("is no Excel workbook (.xlsx), or it is damaged")


def test_archive_without_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    ((_, _, message),) = problems_of(path)
    assert message.startswith("is no Excel workbook (.xlsx), or it is damaged")


def test_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    data = buffer.getvalue()
    small = len(parts["xl/worksheets/sheet1.xml"]).to_bytes(4, "little")
    entry = data.rindex(b"xl/worksheets/sheet1.xml") - 46  # its record in the central directory
    assert data[entry + 24 : entry + 28] == small
    path.write_bytes(data[: entry + 24] + (3 * 2**30).to_bytes(4, "little") + data[entry + 28 :])
    ((_, _, message),) = problems_of(path)
    assert message == "unpacks to 3.0 GiB; a workbook of a cluster is far smaller"


def test_a_lithuanian_sheet_on_the_cluster_has_lithuanian_keys(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "veikėjai"
    book.active.append(["veikėjas"])
    book.active.append(["A"])
    sheet = book.create_sheet("informacija")
    for row in (["raktas", "reikšmė"], ["pavadinimas", "Kelmė"], ["Šaltinis", "iš čia"], ["sava", "x"], ["note", "y"]):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    tables = excel.read(tmp_path / "book.xlsx")
    assert tables.name == "Kelmė"
    assert tables.info == {"source": "iš čia", "sava": "x", "note": "y"}


def test_lithuanian_keys_in_an_english_sheet_are_a_users_own(tmp_path):
    tables = Tables(pd.DataFrame({"actor": ["A"]}), info={"šaltinis": "iš čia", "pavadinimas": "x"})
    excel.write(tables, tmp_path / "book.xlsx")
    assert excel.read(tmp_path / "book.xlsx").info == tables.info
