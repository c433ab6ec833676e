"""From a matrix with names above and beside it to ties or, where rows and columns differ, to affiliations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from socluster.core.coerce import as_number, clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin, Tables
from socluster.io.objects.matrices import adjacency_tables, incidence_tables
from socluster.io.options import ReadingOptions
from socluster.io.sheets.totals import refuse_totals
from socluster.io.tables.missing import MEANS_MISSING
from socluster.words import later, listed, marked

__all__ = ["is_nameless", "looks_like_matrix", "tables_of_matrix"]

_MOST_OF_A_LIST = 3  # columns: source, target and weight
_UNKNOWN = MEANS_MISSING | {".", "?"}


def looks_like_matrix(names: Sequence[str], cells: pd.DataFrame) -> bool:
    """Whether every row has a name, and every further cell holds a number, nothing, or a sign for a missing value."""
    if len(names) < 2 or not len(cells) or cells[0].isna().any() or not all(names[1:]):
        return False
    if len(set(names[1:])) < len(names) - 1:
        return False
    return all(
        cell.strip() in _UNKNOWN or as_number(cell) is not None
        for column in range(1, len(names))
        for cell in cells[column].dropna().unique()
    )


def is_nameless(names: Sequence[str], cells: pd.DataFrame) -> bool:
    """Whether the first row and all others hold numbers only, so that no name stands above or beside them."""
    if len(names) < 2 or not len(cells) or any(as_number(name) is None for name in names):
        return False
    return all(as_number(cell) is not None for column in cells for cell in cells[column].dropna().unique())


def tables_of_matrix(
    names: Sequence[str], cells: pd.DataFrame, numbers: Sequence[int], origin: Origin, options: ReadingOptions
) -> Tables:
    """Return a matrix as ties from row to column or, where rows and columns are different things, as affiliations.

    A sign for a missing value means a dyad that is not known. An empty cell means no tie where no cell holds a zero;
    where some do, nobody can tell, unless the option `missing` says so.

    Raises
    ------
    InputError
        With every cell that cannot be told, or with what to ask for.
    """
    rows, columns = [clean_text(str(name)) for name in cells[0]], [clean_text(name) for name in names[1:]]
    file = origin.label
    lost = not names[0] and _are_lost(rows, columns)
    as_list = _as_list(names, rows, options)
    _refuse_same_names(rows, numbers, file, as_list)
    values = _values(cells.drop(columns=0), rows, columns, numbers, origin, options)
    refuse_totals(values, rows, columns, file, numbers[-1])
    try:
        if not options.two_mode and {*rows} == {*columns}:
            order = [columns.index(name) for name in rows]
            tables = adjacency_tables(sparse.coo_array(values[:, order]), rows, _without_name(options))
        elif options.two_mode or (
            options.two_mode is None and not lost and _is_surely_incidence(values, rows, columns)
        ):
            tables = incidence_tables(sparse.coo_array(values), rows, columns, _without_name(options))
        else:
            raise InputError(_differ(rows, columns, options, as_list, lost=lost))
    except InputError as error:
        raise InputError([replace(problem, file=problem.file or file) for problem in error.problems]) from None
    return tables


def _refuse_same_names(rows: Sequence[str], numbers: Sequence[int], file: str, as_list: str | None) -> None:
    first = {name: numbers[at] for at, name in reversed([*enumerate(rows)])}
    message = marked("is already in row {row}")
    if as_list:
        message = marked("is already in row {row}; if this is no matrix, {way} reads a list of ties")
    problems = [
        Problem(message, "actors", numbers[at], value=name, file=file, values={"row": first[name], "way": as_list})
        for at, name in enumerate(rows)
        if first[name] != numbers[at]
    ]
    if problems:
        raise InputError(problems)


def _without_name(options: ReadingOptions) -> ReadingOptions:
    """Return the options without what is asked of the tables afterwards."""
    directed = None if options.merges else options.directed  # two cells of a pair are laid together by the rule
    return replace(options, name=None, layers={}, directed=directed)


def _values(
    cells: pd.DataFrame,
    rows: Sequence[str],
    columns: Sequence[str],
    numbers: Sequence[int],
    origin: Origin,
    options: ReadingOptions,
) -> np.ndarray:
    unknown = _UNKNOWN | {*(options.missing or ())}
    values = np.zeros((len(rows), len(columns)))
    gaps = []
    has_zero = False
    for across in range(len(columns)):
        for down, cell in enumerate(cells.iloc[:, across].tolist()):
            is_own = rows[down] == columns[across]
            if not isinstance(cell, str) or not cell.strip():
                if not is_own:
                    gaps.append((down, across))
            elif cell.strip() in unknown:
                values[down, across] = 0.0 if is_own else np.nan
            else:
                values[down, across] = as_number(cell) or 0.0
                has_zero |= values[down, across] == 0 and not is_own
    if gaps and ("" in unknown or (_are_one_half(gaps, rows, columns, options) and not np.isnan(values).any())):
        for down, across in gaps:
            values[down, across] = np.nan
    elif gaps and has_zero:
        message = marked("is empty where other cells hold 0; write 0 for no tie, or {way} takes it for not known")
        way = {"way": options.way(missing=[""])}
        raise InputError(
            [
                Problem(message, "ties", numbers[down], columns[across], file=origin.label, values=way)
                for down, across in gaps
            ]
        )
    return values


def _are_one_half(
    gaps: Sequence[tuple[int, int]], rows: Sequence[str], columns: Sequence[str], options: ReadingOptions
) -> bool:
    """Whether all cells on one side of the diagonal, and no others, are empty, as where each pair is written once."""
    n = len(rows)
    if options.directed or options.two_mode or {*rows} != {*columns} or n < 3 or len(gaps) != n * (n - 1) // 2:
        return False
    place = {name: position for position, name in enumerate(rows)}
    return len({down < place[columns[across]] for down, across in gaps}) == 1


def _is_surely_incidence(values: np.ndarray, rows: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether the cells say yes or no only, and no name is that of a row and of a column."""
    return not {*rows} & {*columns} and bool(np.isin(values, (0, 1)).all())


def _are_counted(rows: Sequence[str]) -> bool:
    """Whether the rows are called 1 to n or 0 to n - 1, as R and pandas write rows that have no names."""
    return any([*rows] == [str(number + start) for number in range(len(rows))] for start in (0, 1))


def _are_lost(rows: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether the columns may be the actors whose names beside the matrix are lost: as many, but counted."""
    return len(rows) == len(columns) and _are_counted(rows)


def _as_list(names: Sequence[str], rows: Sequence[str], options: ReadingOptions) -> str | None:
    """Return how to read a list of ties instead, if there are no more columns than one has."""
    ends = names if names[0] else names[1:]
    if not 1 < len(ends) <= _MOST_OF_A_LIST or not (names[0] or _are_counted(rows)):
        return None
    return options.way(source=ends[0], target=ends[1])


def _differ(
    rows: Sequence[str], columns: Sequence[str], options: ReadingOptions, as_list: str | None, *, lost: bool
) -> Problem:
    message = marked(
        "looks like a matrix, but rows and columns have different names ({names}); {way} reads rows as actors and "
        "columns as groups"
    )
    if all(any(name in column for name in rows) for column in columns):
        message = marked(
            "looks like a matrix, but the names above it hold more than those beside it ({names}); write the same "
            "names in both places or, if these are different things, {way} reads rows as actors and columns as groups"
        )
    elif lost:
        message = marked(
            "looks like a matrix, but its rows are counted, while the columns have names ({names}); write the same "
            "names beside it or, if the columns are groups, {way} reads rows as actors and columns as groups"
        )
    elif as_list:
        message = marked(
            "looks like a matrix, but rows and columns have different names ({names}); {way} reads rows as actors and "
            "columns as groups, {list} reads a list of ties"
        )
    names = columns if lost else sorted({*rows} ^ {*columns})
    values = {"list": as_list, "names": later(listed, [*names[:6]]), "way": options.way(two_mode=True)}
    return Problem(message, values=values)
