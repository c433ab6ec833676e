"""Cells of a workbook that hold what they are given: no text becomes a formula, and no number loses a digit."""

from __future__ import annotations

from typing import Any

from socluster.io.tables.excel_text import spell
from socluster.io.tables.spreadsheet_safety import is_risky

__all__ = ["cell_of", "header_cell", "text_cell"]

_LARGEST_EXACT = 2**53  # a number in a workbook is a float


def header_cell(sheet: Any, name: str) -> Any:
    """Return the bold head of a column."""
    from openpyxl.styles import Font

    cell = text_cell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def cell_of(sheet: Any, value: Any) -> Any:
    """Return what to append for a value; a cell object only where openpyxl would take the plain value for another."""
    if isinstance(value, str):
        plain = not (is_risky(value) or value.startswith("#") or "_x" in value or value.isspace())
        return value if plain else text_cell(sheet, value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        return _exact_number_cell(sheet, value)
    if isinstance(value, int) and abs(value) >= _LARGEST_EXACT:
        return str(value)
    return value


def text_cell(sheet: Any, text: str) -> Any:
    """Return a cell with a text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, spell(text))
    cell.data_type = "s"  # not the formula or the error value that openpyxl sees in it
    if is_risky(text):
        cell.quotePrefix = True  # stays text when a person edits the cell
    return cell


def _exact_number_cell(sheet: Any, number: float) -> Any:
    """Return a number with all its digits; openpyxl writes 16, and some floats need 17."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, repr(number))
    cell.data_type = "n"
    return cell
