"""A last row or column of totals beside a matrix, which is no actor and no group."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np

from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["refuse_totals"]

# Without marks above the letters, as the names are compared.
_CALLED = frozenset(
    ("total", "totals", "sum", "sums", "suma", "summa", "is viso", "viso", "totalt", "i alt", "yhteensa", "kokku")
)
_MESSAGE = marked(
    "looks like the total of the others and would become one of them; delete this row or column, or give it another "
    "name if it is none"
)


def refuse_totals(
    values: np.ndarray[Any, np.dtype[np.float64]], rows: Sequence[str], columns: Sequence[str], file: str
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
        problems.append(Problem(_MESSAGE, value=rows[-1], file=file))
    if is_column and known[:, -1].any() and np.allclose(known[down, :-1].sum(axis=1), known[down, -1]):
        problems.append(Problem(_MESSAGE, column=columns[-1], value=columns[-1], file=file))
    if problems:
        raise InputError(problems)


def _is_called_total(name: str) -> bool:
    letters = unicodedata.normalize("NFKD", name.strip(" :").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) in _CALLED
