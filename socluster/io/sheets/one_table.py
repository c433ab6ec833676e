"""What one table holds: a list of ties, a list of affiliations, or a matrix; and what to say if that does not show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from socluster.core.coerce import as_number
from socluster.core.errors import InputError, Problem
from socluster.core.schema import KEYS, canonical_columns
from socluster.core.tables import Origin, Tables
from socluster.io.options import ReadingOptions
from socluster.io.sheets.lists import tables_of_list
from socluster.io.sheets.matrices import is_nameless, looks_like_matrix, tables_of_matrix
from socluster.io.sheets.what_else import neither, refuse_explanations
from socluster.io.tables.grid import table_of
from socluster.io.tables.missing import MEANS_MISSING
from socluster.words import marked

__all__ = ["OneSheet", "tables_of_rows"]


_MOST_AMBIGUOUS_ROWS = 3  # up to three rows of numbers could as well be source, target and weight


@dataclass(frozen=True)
class OneSheet:
    """The rows of one table, before anybody knows what they are.

    Parameters
    ----------
    header : sequence of str or None
        The first row.
    cells : DataFrame
        The other rows as text, columns numbered from 0.
    numbers : sequence of int
        The row number of each, as a person counts it.
    origin : Origin
        File and sheet.
    """

    header: Sequence[str | None]
    cells: pd.DataFrame
    numbers: Sequence[int]
    origin: Origin


def tables_of_rows(rows: OneSheet, options: ReadingOptions) -> Tables:
    """Return the tables of a cluster that one table holds.

    Raises
    ------
    InputError
        If it is neither a list nor a matrix, or a cell of it is wrong; says which options could help.
    """
    refuse_explanations(rows.cells, rows.numbers, rows.origin)
    rows = _without_row_count(rows, options)
    names = [(name or "").strip() for name in rows.header]
    table = _list_of(names, options)
    if table is None and is_nameless(names, rows.cells):
        names, rows = _with_names(names, rows, options)
    if table is None and looks_like_matrix(names, rows.cells):
        return tables_of_matrix(names, rows.cells, rows.numbers, rows.origin, options)
    if table is None:
        raise InputError(neither(names, rows.cells, rows.origin, options))
    return tables_of_list(table, *table_of(names, rows.cells, rows.numbers, table, rows.origin), options)


def _list_of(names: Sequence[str], options: ReadingOptions) -> str | None:
    """Return which list the columns make up, by their names or by what the user says."""
    if options.source is not None or options.target is not None:
        return "affiliations" if options.two_mode else "ties"
    tables = {None: ("ties", "affiliations"), True: ("affiliations",), False: ("ties",)}
    for table in tables[options.two_mode]:
        try:
            found = {*canonical_columns(table, [name for name in dict.fromkeys(names) if name]).values()}
        except InputError:  # two columns for one key; the core says so
            found = {*KEYS[table]} if table == "ties" else set()
        if {*KEYS[table][:2]} <= found:
            return table
    return None


def _without_row_count(rows: OneSheet, options: ReadingOptions) -> OneSheet:
    """Leave out the nameless first column in which R and pandas count the rows of a list.

    Beside numbers alone such a column stays, unless the header is that of a list: it names the rows of a matrix.
    """
    if len(rows.header) < 3 or (rows.header[0] or "").strip() not in ("", "Unnamed: 0") or not len(rows.cells):
        return rows
    counted = rows.cells[0].tolist()
    if not all(isinstance(cell, str) for cell in counted) or not any(
        [cell.strip() for cell in counted] == [str(number + start) for number in range(len(counted))]
        for start in (0, 1)
    ):
        return rows
    names = [(name or "").strip() for name in rows.header[1:]]
    cells = rows.cells.drop(columns=0).set_axis(range(len(names)), axis="columns")
    if _list_of(names, options) is None and _holds_numbers_only(cells):
        return rows
    return OneSheet(names, cells, rows.numbers, rows.origin)


def _holds_numbers_only(cells: pd.DataFrame) -> bool:
    """Whether each cell is empty, a number or what stands for a missing one."""
    distinct = {cell for column in cells for cell in cells[column].dropna().unique().tolist()}
    return all(cell.strip() in MEANS_MISSING or as_number(cell) is not None for cell in distinct)


def _with_names(names: Sequence[str], rows: OneSheet, options: ReadingOptions) -> tuple[list[str], OneSheet]:
    """Return a matrix of bare numbers with names: 1 to n above and beside it.

    Raises
    ------
    InputError
        If it could as well be a list of ties between numbers (few rows, or not as many rows as columns), or the first
        row and column could be names.
    """
    n_rows, n_columns = len(rows.cells) + 1, len(names)
    first_column = [str(cell).strip() for cell in rows.cells[0].tolist()]
    may_be_names = [*names[1:]] == first_column and len({*first_column}) == len(first_column)
    has_as_many = n_rows == n_columns and options.two_mode is not True
    is_square = has_as_many and n_rows > _MOST_AMBIGUOUS_ROWS and not may_be_names
    if has_as_many and may_be_names and n_rows > _MOST_AMBIGUOUS_ROWS:
        message = marked(
            "holds numbers only, and the first row has the same as the first column; if these are names, leave the "
            "corner empty, else write names above and beside the matrix"
        )
        raise InputError(Problem(message, "ties", 1, file=rows.origin.label))
    if not is_square and options.two_mode is not True:
        message = marked(
            "holds numbers only; name the columns in a first row above them (source and target for a list of ties) or, "
            "for a matrix, write names above and beside it and leave the corner empty; {way} takes rows for "
            "actors and columns for groups"
        )
        values = {"way": options.way(two_mode=True)}
        raise InputError(Problem(message, "ties", 1, file=rows.origin.label, values=values))
    beside = [str(number) for number in range(1, n_rows + 1)]
    above = beside if is_square else [f"group {number}" for number in range(1, n_columns + 1)]
    bare = pd.DataFrame([names, *rows.cells.to_numpy(dtype=object).tolist()], dtype=rows.cells[0].dtype)
    cells = pd.concat([pd.Series(beside, dtype=bare[0].dtype), bare], axis="columns", ignore_index=True)
    first = rows.numbers[0] - 1 if len(rows.numbers) else 1
    return ["", *above], OneSheet(["", *above], cells, [first, *rows.numbers], rows.origin)
