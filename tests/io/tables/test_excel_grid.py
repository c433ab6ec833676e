"""Cells become text; what has no value, unpacks to gigabytes or stands far below is refused."""

from __future__ import annotations

import datetime as dt
import functools
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.io.tables import excel
from tests.io.tables.samples import problems_in
from tests.io.workbooks import book

problems_of = functools.partial(problems_in, excel.read)


def test_dates_and_times_become_iso_text(tmp_path: Path) -> None:
    moments = [dt.date(2016, 11, 5), dt.datetime(2016, 11, 5, 14, 30), dt.time(8, 15)]
    path = book(tmp_path / "book.xlsx", actors=[["actor", "when"], *[[f"a{i}", m] for i, m in enumerate(moments)]])
    assert excel.read(path).actors["when"].tolist() == ["2016-11-05", "2016-11-05T14:30:00", "08:15:00"]


def test_formula_without_a_value_is_an_error(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "n"], ["a", "=1+1"], ["=A2", 2]], ties=[["=X", "target"]])
    message = "holds a formula that no spreadsheet has calculated; open and save the workbook in one"
    assert problems_of(path) == [(2, "B", message), (3, "A", message), (1, "A", message)]


def test_formula_with_a_value_gives_the_value(tmp_path: Path) -> None:
    path = book(tmp_path / "book.xlsx", actors=[["actor", "n"], ["a", "=1+1"], ["b", 7], ["c", None]])
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        written = archive.read(sheet)
    forms = (b"<v />", b"<v/>", b"<v></v>")  # openpyxl writes one of them, with lxml or without
    empty = next(each for each in forms if b"<f>1+1</f>" + each in written)
    replace_in(path, sheet, b"<f>1+1</f>" + empty, b"<f>1+1</f><v>2</v>")
    numbers = excel.read(path).actors["n"]
    assert numbers.iloc[:2].tolist() == ["2", "7"]
    assert numbers.isna().tolist() == [False, False, True]


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
    assert message == "unpacks to 3\u00a0072 MiB, more than is read of a workbook; save its tables as CSV files"


def test_a_row_far_below_the_others_is_refused_by_its_number_and_empty_rows_at_the_end_are_left_out(
    tmp_path: Path,
) -> None:
    path = tmp_path / "far.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.title = "actors"
    for row in (["actor"], ["a"]):
        workbook.active.append(row)
    workbook.active["A1048576"].number_format = "0%"  # as where whole columns are formatted
    workbook.save(path)
    assert excel.read(path).actors["actor"].tolist() == ["a"]
    workbook.active["XFD1048576"] = "x"
    workbook.save(path)
    with pytest.raises(InputError) as caught:
        excel.read(path)
    (problem,) = caught.value.problems
    assert problem.row == 1_048_576
    assert problem.message == "stands below 1\u00a0048\u00a0573 empty rows; delete it, or the empty rows above it"


def test_a_row_below_some_empty_ones_keeps_its_number(tmp_path: Path) -> None:
    rows: list[list[object]] = [["actor"], ["a"], [], [None, None], ["b"], []]
    path = book(tmp_path / "gaps.xlsx", actors=rows, ties=[["from", "to"], [], ["a", "c"]])
    assert excel.read(path).origins["actors"].rows == [2, 5]
    with pytest.raises(InputError, match="row 3, column 'to': is not in the table of actors"):
        build(excel.read(path))
