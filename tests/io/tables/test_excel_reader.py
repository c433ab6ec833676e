"""Workbooks of people and programs, and what is said about wrong ones."""

from __future__ import annotations

import datetime as dt
import functools
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from socluster.core.build import build
from socluster.io.tables import excel
from tests.io.tables.samples import problems_in
from tests.io.workbooks import book

problems_of = functools.partial(problems_in, excel.read)


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
