"""Workbooks as a person would type them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

__all__ = ["book", "filled"]


def filled(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> openpyxl.Workbook:
    """A workbook with these sheets and no other."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return workbook


def book(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    """Write a workbook; return where."""
    filled(sheets).save(path)
    return path
