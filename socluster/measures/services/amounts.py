"""Amounts that are too large to be added up: refused in words, where a sum would have no end."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.errors import Problem
from socluster.words import marked

__all__ = ["too_large"]

_MOST = 1e150  # the product of two such numbers can still be computed with


def too_large(values: Any, column: str, table: str | None = None) -> list[Problem]:
    """Return a problem if amounts add up to more than one can compute with.

    Parameters
    ----------
    values : array-like of float
        The amounts, none negative; NaN where unknown.
    column : str
        Their column, or the argument in which they were given.
    table : str, optional
        The table of the column; None for an argument.

    Examples
    --------
    >>> [str(problem) for problem in too_large([1e308, 1], "values")]
    ["argument 'values': add up to too large a number; state them in a larger unit"]
    >>> too_large([3, 4], "values")
    []
    """
    numbers = np.asarray(values, dtype=float)
    numbers = numbers[np.isfinite(numbers)]
    if not len(numbers) or numbers.max() < _MOST / len(numbers):
        return []
    message = marked("add up to too large a number; state them in a larger unit")
    return [Problem(message, table, column=column, is_argument=table is None)]
