"""The cells of a sheet as text: a workbook that is damaged, too large, or holds what has no value is refused."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.io.tables.excel_layout import merged_cells, tell_hidden
from socluster.io.tables.excel_text import unspell
from socluster.io.tables.frames import number_text
from socluster.io.tables.grid import RowOfCells
from socluster.words import later, marked, number

__all__ = ["Grid", "damage_reported", "grid_of", "refuse_bomb", "refuse_too_many"]

# A few kilobytes can unpack to gigabytes, and a row of a few cells can be as wide as the sheet.
_LARGEST_CONTENT = 256 * 2**20
_LARGEST_TEXTS = 64 * 2**20
_MOST_CELLS = 10_000_000
_MOST_ROWS = 1_048_576
_MOST_EMPTY_ROWS = 100_000  # in the midst of others

Grid = list[RowOfCells]


@contextmanager
def damage_reported(file: str) -> Iterator[None]:
    """Turn whatever zip, XML and openpyxl raise for a broken file into one plain error."""
    try:
        with warnings.catch_warnings():
            # about styles and extensions, which do not concern the cells
            warnings.filterwarnings("ignore", module="openpyxl|zipfile")
            yield
    except (InputError, MemoryError):
        raise
    except Exception as error:  # a damaged part surfaces as almost any exception, down to AttributeError
        what = {"what": type(error).__name__}
        message = marked("is no Excel workbook (.xlsx), or it is damaged, or it needs a password ({what})")
        raise InputError(Problem(message, file=file, values=what)) from None


def refuse_bomb(data: bytes, file: str) -> None:
    """Refuse a small file that would unpack to gigabytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sizes = {member.filename: member.file_size for member in archive.infolist()}
    texts = max((size for name, size in sizes.items() if name.endswith("sharedStrings.xml")), default=0)
    if sum(sizes.values()) > _LARGEST_CONTENT or texts > _LARGEST_TEXTS:
        message = marked("unpacks to {size} MiB, more than is read of a workbook; save its tables as CSV files")
        size = later(number, sum(sizes.values()) / 2**20, decimals=0)
        raise InputError(Problem(message, file=file, values={"size": size}))


def refuse_too_many(cells: int) -> None:
    """Refuse a sheet so wide or long that it would not fit into memory."""
    if cells > _MOST_CELLS:
        message = marked(
            "a sheet has more than {most} cells, most of them empty; delete what stands far to the right or far below"
        )
        raise InputError(message, {"most": later(number, _MOST_CELLS)})


def _refuse_far_below(n_empty: int, row: int, place: str) -> None:
    """Refuse a row so far below the others that it stands there by mistake; empty rows at the end are left out."""
    if n_empty > _MOST_EMPTY_ROWS:
        message = marked("stands below {n} empty rows; delete it, or the empty rows above it")
        raise InputError(Problem(message, row=row, file=place, values={"n": later(number, n_empty)}))


def grid_of(sheet: Any, data: bytes, file: str, problems: list[Problem]) -> Grid:
    """Return the cells of a sheet as text."""
    place = f"{file} [{sheet.title}]"
    grid: list[list[str | None]] = []
    formulas: set[tuple[int, int]] = set()
    n_cells = n_empty = 0
    for at, row in enumerate(_rows(sheet)):
        cells: list[str | None] = []
        for cell in row:
            if cell.data_type == "f":
                formulas.add((at, len(cells)))
                cells.append(None)
            else:
                cells.append(_text(cell, at + 1, place, problems))
        while cells and cells[-1] is None and (at, len(cells) - 1) not in formulas:
            cells.pop()
        if not cells:
            n_empty += 1
            continue
        _refuse_far_below(n_empty, at + 1, place)
        grid.extend([] for _ in range(n_empty))
        n_empty = 0
        n_cells += len(cells)
        refuse_too_many(n_cells)
        grid.append(cells)
    if formulas:
        _fill_in_shown_values(grid, formulas, sheet.title, data, place, problems)
    header = next((number for number, row in enumerate(grid, start=1) if any(row)), None)
    if header is not None:
        problems += merged_cells(sheet, data, file, header)
        tell_hidden(sheet, data, file)
    return list(grid)


def _rows(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()  # some programs write wrong ones, and openpyxl would believe them
    rows: Iterator[Any] = sheet.iter_rows(max_row=_MOST_ROWS)
    return rows


def _fill_in_shown_values(
    grid: list[list[str | None]],
    formulas: set[tuple[int, int]],
    title: str,
    data: bytes,
    place: str,
    problems: list[Problem],
) -> None:
    """Replace a formula by the value that the spreadsheet last showed."""
    import openpyxl

    shown = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)[title]
    for down, row in enumerate(_rows(shown)):
        for across, cell in enumerate(row):
            if (down, across) not in formulas:
                continue
            if cell.value is None:
                message = marked(
                    "holds a formula that no spreadsheet has calculated; open and save the workbook in one"
                )
                problems.append(Problem(message, row=down + 1, column=cell.column_letter, file=place))
            else:
                grid[down][across] = _text(cell, down + 1, place, problems)


def _text(cell: Any, row: int, place: str, problems: list[Problem]) -> str | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        message = marked("holds an error value of the spreadsheet")
        problems.append(Problem(message, row=row, column=cell.column_letter, value=value, file=place))
        return None
    if isinstance(value, str):
        return unspell(value) if value.strip() else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value)
