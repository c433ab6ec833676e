"""In which period an event is held: stated, or by its date."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.words import later, marked, number

__all__ = ["periods_of"]

_YEAR = 365.25


def periods_of(table: pd.DataFrame, length: float, periods: int) -> Array:
    """Return in which period each event is held, from 0.

    Parameters
    ----------
    table : DataFrame
        A row per event; columns period (from 1), or date. With one period they are not needed. The first period begins
        with the first date.
    length : float
        Years in a period.
    periods : int
        Number of periods.

    Raises
    ------
    InputError
        If an event has neither, or is held before the first or after the last period.
    """
    if "period" in table:
        return _stated(table["period"], periods)
    if periods == 1 or not len(table):
        return np.zeros(len(table), dtype=np.int64)
    if "date" not in table:
        raise InputError("say when the events are held: a column 'period' (from 1) or 'date', or take one period")
    return _by_date(table["date"], length, periods)


def _stated(column: pd.Series[Any], periods: int) -> Array:
    wrong = [
        (row, value)
        for row, value in enumerate(column.tolist())
        if not is_number(value) or not float(value).is_integer() or not 1 <= value <= periods
    ]
    if wrong:
        message = marked("must be a period from 1 to {periods}")
        values = {"periods": later(number, periods)}
        raise InputError(
            [Problem(message, row=row + 1, column="period", value=each, values=values) for row, each in wrong]
        )
    return np.asarray(column.to_numpy(dtype=np.int64) - 1)


def _by_date(column: pd.Series[Any], length: float, periods: int) -> Array:
    dates = pd.to_datetime(column.astype(object), errors="coerce", format="ISO8601")
    missing = np.flatnonzero(dates.isna())
    if len(missing):
        message = marked("has no date (as in 2016-11-03); state its period, or take one period")
        rows = [(row, column.iloc[row]) for row in missing.tolist()]
        raise InputError(
            [
                Problem(message, row=row + 1, column="date", value=None if pd.isna(value) else value)
                for row, value in rows
            ]
        )
    years = (dates - dates.min()).dt.days.to_numpy() / _YEAR
    place = np.asarray(np.floor(years / length + 1e-9), dtype=np.int64)
    late = np.flatnonzero(place >= periods)
    if len(late):
        message = marked("is after the last of {periods} periods, which begin with the first event")
        values = {"periods": later(number, periods)}
        raise InputError(
            [
                Problem(message, row=row + 1, column="date", value=column.iloc[row], values=values)
                for row in late.tolist()
            ]
        )
    return place
