"""Ratings of goals as people hand them in: a row per rater, a column per goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["is_one_goal", "rating_frame", "rating_scale", "refuse_off_scale", "unnamed_goals"]

_SHAPE = marked("must be a table with a row per rater and a column per goal, or the ratings of one goal")


def is_one_goal(ratings: Any) -> bool:
    """Whether these are the ratings of one goal: a Series, or a list of numbers."""
    if isinstance(ratings, pd.Series):
        return True
    return not isinstance(ratings, pd.DataFrame) and np.ndim(_as_array(ratings)) == 1


def rating_frame(ratings: Any, *, numeric: bool = True) -> pd.DataFrame:
    """Return ratings as a table: raters by goals, NaN where somebody did not rate.

    Parameters
    ----------
    ratings : DataFrame, Series or nested sequence
        A row per rater, a column per goal; a Series or a plain list is one goal.
    numeric : bool, default True
        Whether they must be numbers; otherwise they are codes, and names will do.

    Raises
    ------
    InputError
        If it is no such table, an actor rated twice, two goals have one name, or a rating is no number; all are listed.
    """
    frame = _framed(ratings)
    problems = _repeated(frame.index, marked("rated twice; keep one row per rater"))
    problems += _repeated(frame.columns, marked("stands twice; every goal needs a name of its own"), columns=True)
    problems += unnamed_goals(frame.columns)
    if numeric:
        problems += _no_numbers(frame)
    if problems:
        raise InputError(problems)
    if not numeric:
        return frame.astype(object).where(frame.notna(), None)
    return frame.apply(pd.to_numeric).astype(float)


def rating_scale(scale: Any) -> tuple[float, float]:
    """Return the lowest and the highest rating of a scale.

    Raises
    ------
    InputError
        If it is not two numbers, the lower first.
    """
    ends = tuple(scale) if isinstance(scale, Sequence) and not isinstance(scale, str) else ()
    if len(ends) != 2 or not all(is_number(end) and np.isfinite(end) for end in ends) or not ends[0] < ends[1]:
        raise InputError(Problem("scale must be two numbers, the lowest and the highest rating", value=scale))
    return float(ends[0]), float(ends[1])


def refuse_off_scale(frame: pd.DataFrame, scale: tuple[float, float]) -> None:
    """Refuse ratings outside the scale.

    Raises
    ------
    InputError
        If there are any; all of them are listed.
    """
    low, high = scale
    values = frame.to_numpy(dtype=float)
    problems = [
        Problem(
            "lies outside the scale from {low} to {high}",
            row=str(frame.index[row]),
            column=str(frame.columns[column]),
            value=float(values[row, column]),
            values={"low": low, "high": high},
        )
        for row, column in np.argwhere((values < low) | (values > high))
    ]
    if problems:
        raise InputError(problems)


def unnamed_goals(columns: pd.Index[Any]) -> list[Problem]:
    """Return a problem for every goal without a name."""
    message = marked("has no name; write what the goal of column {place} is")
    return [
        Problem(message, "ratings", column=str(column), values={"place": place})
        for place, column in enumerate(columns, start=1)
        if bool(np.all(pd.isna(column))) or not str(column).strip()
    ]


def _framed(ratings: Any) -> pd.DataFrame:
    if isinstance(ratings, pd.DataFrame):
        return ratings
    if isinstance(ratings, pd.Series):
        return ratings.to_frame(name="goal" if ratings.name is None else ratings.name)
    array = _as_array(ratings)
    if array.ndim == 1 and len(array):
        array = array[:, None]
    if array.ndim != 2 or not array.size:
        raise InputError(Problem(_SHAPE, column="ratings", value=ratings, is_argument=True))
    names = [str(place) for place in range(1, array.shape[1] + 1)]
    return pd.DataFrame(array, columns=names, index=[str(place) for place in range(1, len(array) + 1)])


def _as_array(ratings: Any) -> np.ndarray[Any, Any]:
    """Return a list, or a list of lists of one length, as an array; anything else as a single object."""
    if isinstance(ratings, str | bytes) or not isinstance(ratings, Sequence | np.ndarray):
        return np.empty((), dtype=object)
    array = np.array(ratings, dtype=object)
    is_uneven = array.ndim == 1 and any(
        isinstance(each, Sequence | np.ndarray) and not isinstance(each, str) for each in array
    )
    return np.empty((), dtype=object) if is_uneven else array


def _repeated(names: pd.Index[Any], message: str, *, columns: bool = False) -> list[Problem]:
    """Return a problem for every name that is there again, when blanks at its ends do not count."""
    folded = pd.Index([str(name).strip() for name in names])
    again = sorted(set(folded[folded.duplicated()]))
    return [Problem(message, row=None if columns else name, column=name if columns else None) for name in again]


def _no_numbers(frame: pd.DataFrame) -> list[Problem]:
    problems = []
    for place, column in enumerate(frame.columns):
        for row, value in zip(frame.index, frame.iloc[:, place].tolist(), strict=True):
            missing = not isinstance(value, list | np.ndarray) and bool(pd.isna(value))
            if not missing and not (is_number(value) and np.isfinite(value)):
                problems.append(
                    Problem(
                        "is no number; leave it empty where somebody did not rate",
                        row=str(row),
                        column=str(column),
                        value=value,
                    )
                )
    return problems
