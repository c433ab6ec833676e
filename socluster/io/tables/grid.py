"""From rows of cells, as in a file or sheet, to a table of text; all rows that do not fit are reported."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
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
    return frame.reset_index(drop=True), Origin(origin.file, origin.sheet, rows)
