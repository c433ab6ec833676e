"""The workbook with its slips marked can be brought again, and then one slip less is in it."""

import io

import openpyxl
import pytest

from socluster.app.server.corrected import corrected
from socluster.app.server.settings import ServerLimits
from socluster.app.server.uploads import read_upload
from socluster.core.errors import InputError, Problem
from tests.app.server.workbooks import example, with_slips


def problems_of(raw):
    with pytest.raises(InputError) as caught:
        read_upload("x.xlsx", ".xlsx", raw, ServerLimits())
    return caught.value.problems


@pytest.mark.parametrize("language", ["en", "lt"])
def test_slips_are_marked_and_what_is_nearly_right_is_put_in(language):
    raw = with_slips()
    found = corrected(raw, problems_of(raw), language)
    ties = openpyxl.load_workbook(io.BytesIO(found))["ties"]
    header = [cell.value for cell in ties[1]]
    mended, to_mend = ties.cell(2, header.index("source") + 1), ties.cell(3, header.index("confidence") + 1)
    assert mended.value == "Municipality"
    assert "Municipalty" in mended.comment.text
    assert to_mend.value == 7
    assert to_mend.comment.text
    assert mended.fill.fgColor.rgb != to_mend.fill.fgColor.rgb
    assert [problem.column for problem in problems_of(found)] == ["confidence"]


def test_there_is_none_where_no_cell_is_wrong():
    assert corrected(example(), [Problem("no such sheet")], "en") is None
    assert corrected(example(), [Problem("x", "ties", 2, file="a.xlsx [nowhere]")], "en") is None
    assert corrected(b"no workbook", [Problem("x", "ties", 2, file="a.xlsx [ties]")], "en") is None


def test_a_letter_names_a_column_and_a_row_without_column_is_marked_at_its_beginning():
    problems = [Problem("x", "ties", 4, "C", file="a [ties]"), Problem("y", "ties", 5, file="a [ties]")]
    ties = openpyxl.load_workbook(io.BytesIO(corrected(example(), problems, "en")))["ties"]
    assert ties["C4"].comment.text == "x"
    assert ties["A5"].comment.text == "y"


def test_two_problems_of_one_cell_are_both_noted():
    problems = [Problem(each, "ties", 4, "C", file="a [ties]") for each in "xy"]
    ties = openpyxl.load_workbook(io.BytesIO(corrected(example(), problems, "en")))["ties"]
    assert ties["C4"].comment.text == "x\ny"
