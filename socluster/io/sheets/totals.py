"""A last row or column of totals beside a matrix, which is no actor and no group."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.io.tables.own_table import table_of_names
from socluster.words import marked

__all__ = ["refuse_last_total", "refuse_totals"]

# Without marks above the letters, as the names are compared.
_CALLED = frozenset(
    (
        "total",
        "totals",
        "grand total",
        "sum",
        "sums",
        "suma",
        "summa",
        "is viso",
        "viso",
        "totalt",
        "i alt",
        "yhteensa",
        "kokku",
    )
)
_MESSAGE = marked(
    "looks like the total of the others and would become one of them; delete this row or column, or give it another "
    "name if it is none"
)

_OF_A_LIST = marked(
    "looks like the total of the rows above and would be read as a name; delete this row or, if it is one, list it in "
    "{listing}, the table of such names, in a folder with {others}"
)


def refuse_last_total(ends: pd.DataFrame, table: str, origin: Origin) -> None:
    """Refuse a last row of a list that is called a total, if nothing else in the list is called so.

    Raises
    ------
    InputError
        With that row.
    """
    last = len(ends) - 1
    for column in ends.columns if last > 0 else ():
        name = ends[column].iloc[last]
        if isinstance(name, str) and _is_called_total(name) and not ends.iloc[:last].isin([name]).any(axis=None):
            values = table_of_names(str(column))
            row = origin.row(last)
            raise InputError(Problem(_OF_A_LIST, table, row, str(column), name, file=origin.label, values=values))


def refuse_totals(
    values: np.ndarray[Any, np.dtype[np.float64]], rows: Sequence[str], columns: Sequence[str], file: str, last: int
) -> None:
    """Refuse a last row or column that adds up all others and is called so.

    Parameters
    ----------
    values : array, shape (n_rows, n_columns)
        The matrix; an unknown cell counts as nothing.
    rows, columns : sequence of str
        Names beside and above it.
    file : str
        File and sheet, for the error.
    last : int
        Where the last row stands in the file.

    Raises
    ------
    InputError
        With each of them.
    """
    known = np.nan_to_num(values)
    is_row, is_column = _is_called_total(rows[-1]), _is_called_total(columns[-1])
    across = slice(-1) if is_column else slice(None)
    down = slice(-1) if is_row else slice(None)
    problems = []
    if is_row and known[-1].any() and np.allclose(known[:-1, across].sum(axis=0), known[-1, across]):
        problems.append(Problem(_MESSAGE, row=last, value=rows[-1], file=file))
    if is_column and known[:, -1].any() and np.allclose(known[down, :-1].sum(axis=1), known[down, -1]):
        problems.append(Problem(_MESSAGE, column=columns[-1], value=columns[-1], file=file))
    if problems:
        raise InputError(problems)


def _is_called_total(name: str) -> bool:
    letters = unicodedata.normalize("NFKD", name.strip(" :").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) in _CALLED
