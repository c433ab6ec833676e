"""What a workbook hides or merges: told by name, because a reader of cells meets them as if they were not there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from socluster.core.errors import HiddenCellsWarning, Problem
from socluster.core.warn import warn
from socluster.words import later, listed, marked

__all__ = ["merged_cells", "tell_hidden"]

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_SHOWN = 8


def merged_cells(sheet: Any, data: bytes, file: str, header: int) -> Iterator[Problem]:
    """Yield the merged cells that reach below the header: of these, only the first holds what all of them show.

    Parameters
    ----------
    sheet : openpyxl sheet, read only
        The sheet.
    data : bytes
        The workbook.
    file : str
        What the file is called.
    header : int
        Number of the first row that is not empty; a title in it may be as wide as it likes.
    """
    for first_column, first_row, last_column, last_row in _MERGED.findall(_xml(sheet, data)):
        if int(last_row) > header:
            cells = f"{first_column.decode()}{first_row.decode()}:{last_column.decode()}{last_row.decode()}"
            message = marked(
                "the cells {cells} are merged, so that only the first of them has a value; unmerge them, and write the "
                "value into each that it holds for"
            )
            yield Problem(message, row=int(first_row), file=f"{file} [{sheet.title}]", values={"cells": cells})


def tell_hidden(sheet: Any, data: bytes, file: str) -> None:
    """Warn of a hidden sheet, hidden rows and hidden columns, which are read like all others.

    Warns
    -----
    HiddenCellsWarning
        With what is hidden, by name.
    """
    place = f"{file} [{sheet.title}]"
    if sheet.sheet_state != "visible":
        warn("{place}: this sheet is hidden; it was read all the same", HiddenCellsWarning, place=place)
    xml = _xml(sheet, data)
    rows = [_attribute(tag, "r") for tag in _ROW.findall(xml) if _HIDDEN.search(tag)]
    columns = [_span(tag) for tag in _COLUMN.findall(xml) if _HIDDEN.search(tag)]
    if any(rows):
        told = later(listed, [row for row in rows if row], most=_SHOWN)
        message = marked("{place}: hidden rows were read all the same ({rows}); delete them if they are not meant")
        warn(message, HiddenCellsWarning, place=place, rows=told)
    if columns:
        told = later(listed, columns, most=_SHOWN)
        message = marked(
            "{place}: hidden columns were read all the same ({columns}); delete them if they are not meant"
        )
        warn(message, HiddenCellsWarning, place=place, columns=told)


def _xml(sheet: Any, data: bytes) -> bytes:
    """Return the sheet as it stands in the archive, whose size was looked at before."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(sheet._worksheet_path)


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf'\s{name}="(\w+)"'.encode(), tag)
    return found[1].decode() if found else ""


def _span(tag: bytes) -> str:
    """Return the letters of the columns that one entry is about: B, or B:D."""
    from openpyxl.utils import get_column_letter

    first, last = (get_column_letter(int(_attribute(tag, name))) for name in ("min", "max"))
    return first if first == last else f"{first}:{last}"
