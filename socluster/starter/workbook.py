"""Writes the workbook to fill in: headers with notes, drop-down lists, and rows that may be there already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socluster.io.tables.excel_text import spell
from socluster.io.tables.spreadsheet_safety import is_risky
from socluster.starter.example import INFO_HELP, SheetRows
from socluster.starter.fields import Field, Sheet
from socluster.starter.guide import guide_lines
from socluster.starter.sheets import GUIDE_SHEET, SHEETS
from socluster.starter.validations import LAST_ROW, validation
from socluster.words import Language

__all__ = ["write_workbook"]

_HEADER_FILL = "D9E7F5"
_HELP_GREY = "595959"  # dark enough to be read on white
_NUMBERS = ("weight", "confidence", "amount")
_AUTHOR = "socluster"


def write_workbook(path: Path, rows: SheetRows, language: Language) -> None:
    """Write the workbook with these rows, by the table that they belong to."""
    import openpyxl

    workbook = openpyxl.Workbook()
    _write_guide(workbook.active, language)
    for sheet in SHEETS:
        written = workbook.create_sheet(sheet.title(language))
        _write_header(written, sheet, language)
        for number, row in enumerate(rows.get(sheet.table, ()), start=2):
            for column, value in enumerate(row, start=1):
                _fill(written.cell(number, column), value)
        if sheet.table == "info":
            _write_help(written, language)
    workbook.save(path)


def _write_guide(sheet: Any, language: Language) -> None:
    """Write what to do, on a sheet that the reader leaves alone because it knows no table of this name."""
    from openpyxl.styles import Alignment, Font

    sheet.title = GUIDE_SHEET[language]
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(guide_lines(language), start=1):
        cell = sheet.cell(number, 1)
        _fill(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if number == 1:
            cell.font = Font(bold=True, size=14)


def _write_header(sheet: Any, about: Sheet, language: Language) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for position, field in enumerate(about.fields, start=1):
        letter = get_column_letter(position)
        dimension = sheet.column_dimensions[letter]
        dimension.width = field.width
        if not _holds_numbers(field):
            dimension.number_format = "@"  # what a person types stays text: no formula, no date, no number
        header = sheet.cell(1, position)
        _fill(header, field.name(language))
        header.font = Font(bold=True)
        header.fill = PatternFill("solid", fgColor=_HEADER_FILL)
        header.comment = Comment(field.note(language), _AUTHOR, height=150, width=320)
        rule = validation(field, about.table, f"{letter}2:{letter}{LAST_ROW}", language)
        if rule is not None:
            sheet.add_data_validation(rule)


def _write_help(sheet: Any, language: Language) -> None:
    """Say beside each row of the sheet on the cluster what goes in."""
    from openpyxl.styles import Font

    sheet.column_dimensions["C"].width = 60
    for number, text in enumerate(INFO_HELP[language].values(), start=2):
        cell = sheet.cell(number, 3)
        _fill(cell, text)
        cell.font = Font(italic=True, color=_HELP_GREY)


def _holds_numbers(field: Field) -> bool:
    return field.check in _NUMBERS


def _fill(cell: Any, value: str | float | None) -> None:
    """Write a value so that text is text, whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = spell(value)
    cell.data_type = "s"
    cell.number_format = "@"
    if is_risky(value):
        cell.quotePrefix = True
