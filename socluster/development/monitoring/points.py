"""The points of a run chart: numbers in the order of time, with what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["points_of"]

_MOST = 10_000


def points_of(values: Any) -> pd.Series[Any]:
    """Return numbers in the order of time, missing ones as NaN; without names of their own they are numbered from 1.

    Raises
    ------
    InputError
        If a value is no finite number, a time is there twice or out of order, or there are too many.
    """
    read = _listed(values)
    if len(read) > _MOST:
        message = marked("has more than {most} points")
        raise InputError(Problem(message, is_argument=True, column="values", values={"most": _MOST}))
    cells = [None if pd.api.types.is_scalar(each) and pd.isna(each) else each for each in read.astype(object)]
    problems = [
        Problem("is not a number", row=_called(label), is_argument=True, column="values", value=each)
        for label, each in zip(read.index, cells, strict=True)
        if each is not None and not (is_number(each) and np.isfinite(float(each)))
    ]
    problems += _twice(read.index)
    if problems:
        raise InputError(problems)
    _refuse_disorder(read.index)
    numbers = [np.nan if each is None else float(each) for each in cells]
    return pd.Series(numbers, index=[_called(each) for each in read.index], dtype=float, name="value").rename_axis(
        "time"
    )


def _listed(values: Any) -> pd.Series[Any]:
    if isinstance(values, pd.Series):
        is_plain = isinstance(values.index, pd.RangeIndex)
        return values.set_axis(range(1, len(values) + 1)) if is_plain else values
    if isinstance(values, Mapping):
        return pd.Series(dict(values), dtype=object)
    if isinstance(values, list | tuple | range | np.ndarray) and np.ndim(np.asarray(values, dtype=object)) == 1:
        return pd.Series(list(values), index=range(1, len(values) + 1), dtype=object)
    message = marked("must be a Series, a mapping from time to number, or a list, in the order of time")
    raise InputError(Problem(message, is_argument=True, column="values", value=values))


def _twice(times: pd.Index[Any]) -> list[Problem]:
    found = dict.fromkeys(times[times.duplicated()])
    message = marked("is there twice; a time has one value")
    return [Problem(message, row=_called(each), is_argument=True, column="values") for each in found]


def _refuse_disorder(times: pd.Index[Any]) -> None:
    """Refuse dates and numbers that do not rise; the order of names cannot be told."""
    ordered = isinstance(times, pd.DatetimeIndex | pd.PeriodIndex) or pd.api.types.is_numeric_dtype(times.dtype)
    if ordered and not times.is_monotonic_increasing:
        message = marked("must be in the order of time, as values.sort_index() puts them")
        raise InputError(Problem(message, is_argument=True, column="values"))


def _called(time: Any) -> str:
    """Return what a time is called: a date without its hour where that says nothing."""
    if isinstance(time, pd.Timestamp):
        return str(time.date() if time == time.normalize() else time)
    return str(time)
