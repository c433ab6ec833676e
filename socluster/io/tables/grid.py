"""From rows of cells, as in a file or sheet, to a table of text; all rows that do not fit are reported."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.io.tables.table_names import ALL_TABLES, recognised_keys
from socluster.words import marked

__all__ = ["RowOfCells", "table_of", "text_frame"]

RowOfCells = Sequence[str | None]


def text_frame(rows: Sequence[RowOfCells], width: int) -> pd.DataFrame:
    """Return rows of equal length as text columns numbered from 0; an empty cell is missing."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * width
    return pd.DataFrame(
        {position: pd.Series([cell or None for cell in columns[position]], dtype=TEXT) for position in range(width)}
    )


def table_of(
    header: RowOfCells, cells: pd.DataFrame, numbers: Sequence[int], table: str, origin: Origin
) -> tuple[pd.DataFrame, Origin]:
    """Return the table under its header, without empty rows and nameless empty columns, and where its rows are.

    Parameters
    ----------
    header : sequence of str or None
        Names of the columns.
    cells : DataFrame
        Text, with columns numbered from 0, as many as the header has.
    numbers : sequence of int
        The row number of each row as a person counts it.
    table : str
        Which table of the cluster, for errors.
    origin : Origin
        File and sheet.

    Raises
    ------
    InputError
        If a name is twice in the header, or a column has cells but no name.
    """
    names = [(name or "").strip() for name in header]
    filled = cells.notna()
    problems = [
        Problem("occurs more than once in the header", table, column=name, file=origin.label)
        for name in dict.fromkeys(names)
        if name and names.count(name) > 1
    ]
    for position, name in enumerate(names):
        if not name and filled[position].any():
            row = numbers[int(filled[position].to_numpy().argmax())]
            message, values = (
                marked("column {position} has cells but no name in the header"),
                {"position": position + 1},
            )
            problems.append(Problem(message, table, row, file=origin.label, values=values))
    if problems:
        raise InputError(problems)
    kept_rows = filled.any(axis="columns").to_numpy()
    kept = [position for position, name in enumerate(names) if name]
    frame = cells.loc[kept_rows, kept].set_axis([names[position] for position in kept], axis="columns")
    rows = [number for number, keep in zip(numbers, kept_rows, strict=True) if keep]
    _refuse_second_header(frame, rows, table, origin)
    return frame.reset_index(drop=True), Origin(origin.file, origin.sheet, rows)


def _refuse_second_header(frame: pd.DataFrame, numbers: Sequence[int], table: str, origin: Origin) -> None:
    """Refuse a row that names columns, as where a second table stands under the first one."""
    message = marked(
        "looks like the header of a second table; give each table a file or sheet of its own, or delete this row if it "
        "repeats the header"
    )
    header = [str(name) for name in frame.columns]
    apart = {at for at in range(1, len(numbers)) if numbers[at] - numbers[at - 1] > 1}
    again = (
        {int(at) for at in np.flatnonzero(frame.iloc[:, 0].eq(header[0]).fillna(False).to_numpy(dtype=bool))}
        if header
        else set()
    )
    problems = []
    for at in sorted(apart | again):
        row = frame.iloc[at].tolist()
        cells = [cell for cell in row if isinstance(cell, str)]
        if len({*cells}) > 1 and (row == header or (at in apart and _begins_a_header(cells[0]))):
            problems.append(Problem(message, table, numbers[at], value=", ".join(cells), file=origin.label))
    if problems:
        raise InputError(problems)


def _begins_a_header(cell: str) -> bool:
    """Whether a cell names the column with which a table begins."""
    return any(recognised_keys(table, [cell]) for table in ALL_TABLES)
