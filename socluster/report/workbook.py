"""The tables of a report as a workbook: each on a sheet, numbers as numbers, the source below, no text a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from socluster.io.tables.excel_cells import text_cell
from socluster.report.blocks import Cell, Definitions, Figure, Part, ShownTable
from socluster.report.content import Content
from socluster.words import DASH, Language, say
from socluster.words.plain import on_page

__all__ = ["workbook"]

_LONGEST_NAME = 31  # of a sheet
_LONGEST_CELL = 32_767
_NOT_IN_A_NAME = re.compile(r"[\\/*?:\[\]\n\r\t]")
_NARROWEST, _WIDEST = 10, 60


def workbook(content: Content) -> bytes:
    """Return the workbook: what it is about first, then a sheet for each table, the definitions last."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    book.properties.title = on_page(content.title)
    book.properties.creator = "socluster"
    names = _Names()
    language = content.language
    about = book.create_sheet(names.new(say("About", language)))
    listed = []
    for part in content.parts:
        for table in tables_of(part):
            name = names.new(table.caption)
            _fill(book.create_sheet(name), table, part, content.source)
            listed.append((name, table.caption))
    blocks = [block for part in content.parts for block in part.blocks]
    terms = [item for block in blocks if isinstance(block, Definitions) for item in block.items]
    if terms:
        _fill_terms(book.create_sheet(names.new(say("Definitions", language))), terms, content)
    _fill_about(about, content, listed)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def tables_of(part: Part) -> Iterator[ShownTable]:
    """Yield the tables of a section with all their rows, those behind its pictures too."""
    for block in part.blocks:
        if isinstance(block, ShownTable):
            yield block.in_full or block
        elif isinstance(block, Figure):
            yield from block.numbers


class _Names:
    """Names of sheets that a workbook can have, each once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, wanted: str) -> str:
        plain = _NOT_IN_A_NAME.sub(" ", _without_details(on_page(wanted))).strip(" '.") or "table"
        name, number = _shortened(plain, _LONGEST_NAME), 1
        while name.casefold() in self.taken:
            number += 1
            end = f" {number}"
            name = _shortened(plain, _LONGEST_NAME - len(end)) + end
        self.taken.add(name.casefold())
        return name


def _without_details(caption: str) -> str:
    """Return what stands before a colon or a bracket, if all of it is too long for a name."""
    short = re.split(r":\s|\s\(", caption)[0]
    return short if len(caption) > _LONGEST_NAME and short.strip() else caption


def _shortened(name: str, longest: int) -> str:
    """Return a name that is not too long: cut between two words, with a sign that there was more."""
    if len(name) <= longest:
        return name
    whole = name[: longest - 1].rsplit(" ", 1)[0].rstrip(" ',;–-")
    return f"{whole}…" if len(whole) > longest // 2 else name[: longest - 1] + "…"


def _fill(sheet: Any, table: ShownTable, part: Part, source: str) -> None:
    """Write a table: caption and finding, heads, rows, then note and source."""
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A5"
    for place, head in enumerate(table.heads):
        lengths = [len(row[place].text) for row in table.rows]
        width = min(max(_NARROWEST, len(head.text) // 2, *lengths, 0) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.append([_text(sheet, table.caption, bold=True)])
    sheet.append([_text(sheet, table.finding or part.finding)])
    sheet.append([])
    sheet.append([_text(sheet, head.text, bold=True, wrap=True) for head in table.heads])
    for row in table.rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    sheet.append([])
    for said in filter(None, (table.note, source)):
        sheet.append([_text(sheet, said)])


def _fill_terms(sheet: Any, terms: Sequence[tuple[str, str]], content: Content) -> None:
    language: Language = content.language
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 40, 110
    sheet.append([_text(sheet, each, bold=True) for each in (say("term", language), say("meaning", language))])
    for term, meaning in terms:
        sheet.append([_text(sheet, term, wrap=True), _text(sheet, meaning, wrap=True)])
    sheet.append([])
    sheet.append([_text(sheet, content.source)])


def _fill_about(sheet: Any, content: Content, listed: Sequence[tuple[str, str]]) -> None:
    """Write what the workbook is about: title, data, what was found, how far it carries, and what is on which sheet."""
    language = content.language
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 110
    sheet.append([_text(sheet, content.title, bold=True)])
    sheet.append([_text(sheet, content.lead)])
    pairs = {
        "": content.meta,
        say("In short", language): [
            line for big, said, more in content.short for line in [(big, said), *(("", each) for each in more)]
        ],
        say("How far this carries", language): [("", said) for said in content.carries],
        say("Sheets", language): listed,
    }
    for heading, rows in pairs.items():
        sheet.append([])
        if heading:
            sheet.append([_text(sheet, heading, bold=True)])
        for name, value in rows:
            sheet.append([_text(sheet, name), _text(sheet, value, wrap=True)])


def _text(sheet: Any, text: str, *, bold: bool = False, wrap: bool = False) -> Any:
    from openpyxl.styles import Alignment, Font

    cell = text_cell(sheet, on_page(text)[:_LONGEST_CELL])
    if bold:
        cell.font = Font(bold=True)
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Any, cell: Cell) -> Any:
    """Return a number as a number with the decimals that it is shown with, and all else as text."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if cell.value is None or not np.isfinite(cell.value):
        written = _text(sheet, DASH if cell.value is not None else cell.text, wrap=not cell.is_number)
        if cell.is_number:
            written.alignment = Alignment(horizontal="right")
        return written
    written = WriteOnlyCell(sheet, float(cell.value))
    written.number_format = f"0.{'0' * cell.decimals}".rstrip(".") + ("%" if cell.is_share else "")
    return written
