"""The sheets that answers stand in: one file, a folder of files, or a workbook, all as cells of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.paths import path_of, refuse_special
from socluster.core.tables import Origin
from socluster.io.tables.csv_text import read_rows
from socluster.io.tables.excel_reader import every_sheet
from socluster.words import later, listed, marked

__all__ = ["Page", "only_page", "pages_of"]

_TEXT = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, eq=False)
class Page:
    """A sheet of answers.

    Parameters
    ----------
    name : str
        What the file or sheet is called.
    header : tuple of str
        Its first row; empty text where a cell is empty.
    rows : tuple of tuple of str
        All others.
    origin : Origin
        Where the rows are.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    origin: Origin

    def problem(self, message: str, position: int | None = None, column: str | None = None, **more: object) -> Problem:
        """Return a problem in the row at this position."""
        row = None if position is None else self.origin.row(position)
        return Problem(message, None, row, column, file=self.origin.label, **more)  # type: ignore[arg-type]


def pages_of(path: object) -> list[Page]:
    """Return the sheets of a workbook, the files of a folder (in the order of their names), or the one file.

    Raises
    ------
    InputError
        If nothing stands there, or it is neither text nor a workbook.
    """
    given = path_of(path)
    refuse_special(given)
    if given.is_dir():
        files = sorted(each for each in given.iterdir() if each.suffix.lower() in _TEXT)
        if not files:
            raise InputError(Problem("the folder holds no .csv files", file=str(given)))
        return [_of_text(each) for each in files]
    if not given.is_file():
        raise InputError(Problem("there is no such file", file=str(given)))
    if given.suffix.lower() in _TEXT:
        return [_of_text(given)]
    if given.suffix.lower() == ".xlsx":
        return [
            _page(origin.sheet or "", [each or "" for each in header], cells.to_numpy(dtype=object), origin, numbers)
            for header, cells, numbers, origin in every_sheet(given)
        ]
    raise InputError(Problem("answers are read from .csv, .tsv, .txt and .xlsx files", file=str(given)))


def only_page(pages: Sequence[Page], sheet: str | None) -> Page:
    """Return the sheet of this name, or the only one.

    Raises
    ------
    InputError
        If there is none, or several could be meant.
    """
    names = [page.name for page in pages]
    chosen = [page for page in pages if sheet is None or page.name == sheet]
    if len(chosen) == 1:
        return chosen[0]
    if not pages:
        raise InputError("the workbook is empty")
    message = marked("which of {names} holds the answers? Choose one, as in sheet='{first}'")
    values: dict[str, object] = {"names": later(listed, names), "first": names[0]}
    raise InputError(Problem(message, is_argument=True, column="sheet", value=sheet, values=values))


def _of_text(path: Path) -> Page:
    header, cells, numbers = read_rows(path, "ties")
    return _page(path.stem, header, cells.to_numpy(dtype=object), Origin(str(path)), numbers)


def _page(name: str, header: Sequence[str], cells: object, origin: Origin, numbers: Sequence[int]) -> Page:
    rows = tuple(tuple(_text(cell) for cell in row) for row in cells)  # type: ignore[attr-defined]
    placed = Origin(origin.file, origin.sheet, rows=list(numbers))
    return Page(name, tuple(_text(each) for each in header), rows, placed)


def _text(cell: object) -> str:
    return clean_text(cell) if isinstance(cell, str) else ""
