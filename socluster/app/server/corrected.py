"""The workbook that was brought, with every problem marked in its cell: to be mended, and brought again.

Nothing is mended in silence: where one name is nearly the one that is there, it is put in, in another colour, and the
note says what stood there before.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import Any

from socluster.app.server.uploads import sheet_of
from socluster.core.errors import Problem
from socluster.io.tables.excel_text import spell
from socluster.words import Language, say

__all__ = ["corrected"]

_TO_MEND, _PUT_IN = "FCE4D6", "FFF2CC"
_AUTHOR = "socluster"
_HEADER_WITHIN = 3


def corrected(raw: bytes, problems: Sequence[Problem], language: Language) -> bytes | None:
    """Return the workbook with the problems marked, or None if none of them has a cell, or it cannot be opened.

    Parameters
    ----------
    raw : bytes
        The workbook.
    problems : sequence of Problem
        What is wrong with it.
    language : {"en", "lt"}
        Language of the notes.
    """
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which do not concern the cells
        try:
            workbook = openpyxl.load_workbook(io.BytesIO(raw))
        except Exception:  # a damaged part surfaces as almost any exception
            return None
        marked_cells = [_mark(workbook, problem, language) for problem in problems]
        if not any(marked_cells):
            return None
        written = io.BytesIO()
        workbook.save(written)
    return written.getvalue()


def _mark(workbook: Any, problem: Problem, language: Language) -> bool:
    """Mark the cell of one problem; return whether it has one."""
    sheet = sheet_of(problem)
    if sheet not in workbook.sheetnames or not isinstance(problem.row, int):
        return False
    cell = workbook[sheet].cell(problem.row, _column(workbook[sheet], problem) or 1)
    if type(cell).__name__ == "MergedCell":
        return False
    message = problem.in_language(language).message
    before = str(cell.value) if cell.value is not None else ""
    if problem.nearest is not None and isinstance(problem.value, str) and before.strip() == problem.value.strip():
        cell.value = spell(problem.nearest)
        cell.data_type = "s"
        _note(cell, _PUT_IN, say("was '{before}': {message}", language, before=before, message=message))
    else:
        _note(cell, _TO_MEND, message)
    return True


def _note(cell: Any, colour: str, text: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    earlier = f"{cell.comment.text}\n" if cell.comment is not None and cell.comment.author == _AUTHOR else ""
    cell.comment = Comment(earlier + text, _AUTHOR, height=120, width=320)
    cell.fill = PatternFill("solid", fgColor=colour)


def _column(sheet: Any, problem: Problem) -> int | None:
    """Return the number of the column that is called so in the header, or of which this is the letter."""
    from openpyxl.utils import column_index_from_string

    if problem.column is None:
        return None
    name = problem.column.strip().casefold()
    for row in sheet.iter_rows(max_row=_HEADER_WITHIN):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.strip().casefold() == name:
                return int(cell.column)
    try:
        return int(column_index_from_string(problem.column))
    except ValueError:
        return None
