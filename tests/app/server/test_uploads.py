"""Reading what was brought: every problem by sheet and row, bounds, and no path in any message."""

import io
import tempfile
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from socluster.app.server.settings import ServerLimits
from socluster.app.server.uploads import _measure, _Measured, problem_rows, read_upload
from socluster.core.errors import InputError
from socluster.starter.example import TEMPLATE
from socluster.starter.workbook import write_workbook
from tests.app.server.workbooks import bare_workbook, bomb, example, saved, with_services, with_slips, without_services

LIMITS = ServerLimits()


def problems_of(name, suffix, raw, limits=LIMITS):
    with pytest.raises(InputError) as caught:
        read_upload(name, suffix, raw, limits)
    texts = [str(each.in_language(language)) for each in caught.value.problems for language in ("en", "lt")]
    for text in texts:
        assert tempfile.gettempdir() not in text
        assert "brought" not in text
    return caught.value.problems


@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_good_workbook_is_read(language):
    brought = read_upload("Ours.xlsx", ".xlsx", example(language), LIMITS)
    assert brought.cluster.n_actors == 8
    assert all(set(note) == {"en", "lt"} for note in brought.notes)


def test_needs_go_to_the_report_where_services_are_offered_and_are_told_where_not():
    without = read_upload("Ours.xlsx", ".xlsx", without_services(), LIMITS)
    assert without.needs is None
    assert any("no group of the cluster is of the kind 'service'" in note["en"] for note in without.notes)
    assert len(read_upload("Ours.xlsx", ".xlsx", with_services(), LIMITS).needs) == 2


def test_every_slip_is_told_with_sheet_row_column_value_and_the_nearest():
    rows = problem_rows(problems_of("Ours.xlsx", ".xlsx", with_slips()))
    assert [(row["sheet"], row["row"], row["column"], row["value"], row["nearest"]) for row in rows] == [
        ("ties", 2, "source", "Municipalty", "Municipality"),
        ("ties", 3, "confidence", "7", None),
    ]
    assert all(row["said"]["en"] != row["said"]["lt"] for row in rows)


def test_a_way_out_of_the_command_line_is_not_offered_on_the_page():
    csv = b"source,target\nA,B\nB,A\nC,C\n"
    said = [problem.message for problem in problems_of("x.csv", ".csv", csv)]
    assert not any("--" in each or "read(" in each for each in said), said


def test_notes_call_the_file_as_the_person_does():
    workbook = openpyxl.load_workbook(io.BytesIO(example()))
    sheet = workbook.create_sheet("more of it")
    sheet.append(["source", "target"])
    sheet.append(["School", "Clinic"])
    brought = read_upload("Ours.xlsx", ".xlsx", saved(workbook), LIMITS)
    assert any("Ours.xlsx" in note["en"] for note in brought.notes)
    assert not any("brought" in note["en"] for note in brought.notes)


@pytest.mark.parametrize(
    "raw", [b"", b"no workbook", b"PK\3\4 nor this", example()[:500]], ids=["empty", "text", "zip", "cut"]
)
def test_what_is_no_workbook_is_refused(raw):
    assert "no Excel workbook" in problems_of("x.xlsx", ".xlsx", raw)[0].message


def test_a_bomb_is_refused_before_it_is_unpacked():
    raw = bomb()
    assert len(raw) < 2**20
    assert "unpacks to more than 60 MB" in problems_of("x.xlsx", ".xlsx", raw)[0].message


def test_rows_cells_and_actors_are_bounded():
    assert "more than 3 rows" in problems_of("x.xlsx", ".xlsx", example(), replace(LIMITS, rows=3))[0].message
    assert "9 cells" in problems_of("x.xlsx", ".xlsx", example(), replace(LIMITS, cells=9))[0].message
    assert "up to 7 actors" in problems_of("x.xlsx", ".xlsx", example(), replace(LIMITS, actors=7))[0].message
    many = b"source,target\n" + b"A,B\n" * 50
    assert "more than 3 rows" in problems_of("x.csv", ".csv", many, replace(LIMITS, rows=3))[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/elsewhere.xml"])
@pytest.mark.parametrize("cell", ["<c t='inlineStr'><is><t>x</t></is></c>", "<x:c><x:v>1</x:v></x:c>", "<c/>"])
def test_cells_are_bounded_however_a_sheet_writes_them(cell, part, encoding):
    raw = bare_workbook(f"<row>{cell * 500}</row>".encode(encoding), part)
    assert "499 cells" in problems_of("x.xlsx", ".xlsx", raw, replace(LIMITS, cells=499))[0].message


@pytest.mark.parametrize(
    "rows",
    ["<row r='1048576'><c r='A1048576'/></row>", "".join(f"<row r='{n}'><c r='XFD{n}'/></row>" for n in range(200))],
)
def test_a_cell_far_away_is_refused_before_all_between_are_read(rows):
    assert "far to the right" in problems_of("x.xlsx", ".xlsx", bare_workbook(rows.encode()))[0].message


def test_a_cell_is_counted_once_where_two_pieces_of_the_file_meet():
    row = b"<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
    raw = bare_workbook(b" " * (2**20 - 14) + row)
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        measured = _Measured()
        _measure(book, book.getinfo("xl/worksheets/sheet1.xml"), measured)
    assert (measured.rows, measured.cells, measured.last_row, measured.between) == (1, 2, 1, 2)


def test_a_template_that_is_still_empty_is_told_as_such():
    written = io.BytesIO()
    write_workbook(written, TEMPLATE["en"], "en")
    assert "no actors" in str(problems_of("x.xlsx", ".xlsx", written.getvalue())[0])
