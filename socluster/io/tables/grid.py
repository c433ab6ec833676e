"""From rows of cells, as in a file or sheet, to a table of text; all rows that do not fit are reported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.schema import KEYS
from socluster.core.tables import Origin
from socluster.io.tables.table_names import ALL_TABLES, HEADER_WORDS, is_header, our_columns, recognised_keys
from socluster.words import marked

__all__ = ["RowOfCells", "refuse_second_header", "table_of", "text_frame"]

RowOfCells = Sequence[str | None]

_LONGEST_WORD = max(map(len, HEADER_WORDS)) + 2  # with blanks around it
_SECOND_HEADER = marked(
    "looks like the header of a second table; give each table a file or sheet of its own, or delete this row if it "
    "repeats the header; if these are names, leave no empty row above them and give the table one more column, such as "
    "note, with a few words of your own in this row"
)
_LISTED_IN = {"source": "actors", "target": "actors", "actor": "actors", "group": "groups"}
_NOTHING: Mapping[str, pd.DataFrame] = MappingProxyType({})


def text_frame(rows: Sequence[RowOfCells], width: int) -> pd.DataFrame:
    """Return rows of equal length as text columns numbered from 0; an empty cell is missing."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * width
    return pd.DataFrame(
        {position: pd.Series([cell or None for cell in columns[position]], dtype=TEXT) for position in range(width)}
    )


def table_of(
    header: RowOfCells,
    cells: pd.DataFrame,
    numbers: Sequence[int],
    table: str,
    origin: Origin,
    others: Mapping[str, pd.DataFrame] = _NOTHING,
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
    others : mapping from table to DataFrame, optional
        Tables of the cluster that are read already; whom they list is known.

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
    gaps = {at for at in range(1, len(rows)) if rows[at] - rows[at - 1] > 1}
    refuse_second_header(frame, rows, table, origin.label, gaps=gaps, others=others)
    return frame.reset_index(drop=True), Origin(origin.file, origin.sheet, rows)


def refuse_second_header(
    frame: pd.DataFrame,
    places: Sequence[int | str],
    table: str,
    file: str | None,
    *,
    gaps: Collection[int] = (),
    others: Mapping[str, pd.DataFrame] = _NOTHING,
) -> None:
    """Refuse a row that names columns, as where a second table stands under the first one.

    A row between actors (or an actor and a group) that their own tables list is none, whatever they are called.

    Parameters
    ----------
    frame : DataFrame
        The cells under the header.
    places : sequence
        What a person calls each row.
    table : str
        Which table of the cluster, for errors.
    file : str or None
        File and sheet; a DataFrame has none.
    gaps : collection of int, optional
        Positions of the rows above which a row is empty; there, the first cell decides.
    others : mapping from table to DataFrame, optional
        Tables of the cluster that are read already.

    Raises
    ------
    InputError
        With each such row.
    """
    header = [str(name) for name in frame.columns]
    first = frame.iloc[:, 0].tolist() if header else []
    begins = {at for at, cell in enumerate(first) if isinstance(cell, str) and _may_begin(cell, header[0])}
    looked_at = sorted({*gaps} | begins)
    if not looked_at:
        return
    rows = list(zip(*(frame.iloc[:, position].tolist() for position in range(len(header))), strict=True))
    texts = {at: [cell for cell in rows[at] if isinstance(cell, str)] for at in looked_at}
    again = {at for at in looked_at if [*rows[at]] == header or (at in gaps and _begins_a_header(texts[at][0]))}
    named = {at for at in looked_at if is_header(texts[at])} - again
    elsewhere = {cell for at, row in enumerate(rows) if at not in named for cell in row} if named else set()
    found = sorted(again | {at for at in named if not elsewhere & {*texts[at]}})  # names of actors stand elsewhere, too
    found = [at for at in found if len({*texts[at]}) > 1]
    known = _between_known(frame.iloc[found], table, others) if found and others else [False] * len(found)
    problems = [
        Problem(_SECOND_HEADER, table, places[at], value=", ".join(texts[at]), file=file)
        for at, is_known in zip(found, known, strict=True)
        if not is_known
    ]
    if problems:
        raise InputError(problems)


def _between_known(rows: pd.DataFrame, table: str, others: Mapping[str, pd.DataFrame]) -> list[bool]:
    """Return for each row of a list whether both of its ends are listed in their own tables."""
    ends = KEYS.get(table, ())[:2]
    columns = _columns_meaning(ends, table, rows)
    if len(ends) < 2 or {*columns} != {*ends}:
        return [False] * len(rows)
    known = {end: _names_in(others, _LISTED_IN[end]) for end in ends}
    return [
        all(isinstance(row[columns[end]], str) and clean_text(row[columns[end]]) in known[end] for end in ends)
        for _, row in rows.iterrows()
    ]


def _names_in(others: Mapping[str, pd.DataFrame], table: str) -> set[str]:
    if table not in others:
        return set()
    frame = others[table]
    columns = _columns_meaning(KEYS[table], table, frame)
    return {clean_text(cell) for column in columns.values() for cell in frame[column].dropna() if isinstance(cell, str)}


def _columns_meaning(keys: Collection[str], table: str, frame: pd.DataFrame) -> dict[str, str]:
    """Return the column as written under each key."""
    try:
        meant = our_columns(table, [str(column) for column in frame.columns])
    except InputError:  # two columns for one key; the core says so
        return {}
    return {ours: column for column, ours in meant.items() if ours in keys}


def _may_begin(cell: str, first: str) -> bool:
    return cell == first or (len(cell) <= _LONGEST_WORD and cell.strip().casefold() in HEADER_WORDS)


def _begins_a_header(cell: str) -> bool:
    """Whether a cell names the column with which a table begins."""
    return any(recognised_keys(table, [cell]) for table in ALL_TABLES)
