"""Values by place with their weights: read alike for every question of how evenly something is spread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.measures.services.amounts import too_large
from socluster.words import marked

__all__ = ["aligned_labels", "aligned_numbers", "weighted_values"]


def weighted_values(values: Any, weights: Any) -> tuple[pd.Series[Any], Array]:
    """Return values and their weights, 1 each where none are given.

    Raises
    ------
    InputError
        If a value or weight is missing, negative or no number, the two do not belong together, or all weights are 0.
    """
    read = _series("values", values)
    _refuse_unfit("values", read)
    if weights is None:
        return read, np.ones(len(read))
    given = aligned_numbers("weights", weights, read.index)
    if len(given) and not given.sum() > 0:
        raise InputError(
            Problem("all weights are 0; at least one must be positive", is_argument=True, column="weights")
        )
    return read, given


def aligned_numbers(argument: str, given: Any, index: pd.Index[Any]) -> Array:
    """Return numbers in the order of an index: looked up by its labels, or in its order if they have none.

    Raises
    ------
    InputError
        If one is missing, negative or no number, or there are more or fewer.
    """
    numbers = _matched(argument, _series(argument, given), index)
    _refuse_unfit(argument, numbers)
    found: Array = numbers.to_numpy(dtype=float)
    return found


def aligned_labels(argument: str, given: Any, index: pd.Index[Any]) -> pd.Series[Any]:
    """Return what every label of an index belongs to, such as the region of a place.

    Raises
    ------
    InputError
        If one is missing, or there are more or fewer.
    """
    matched = _matched(argument, _listed(argument, given), index)
    problems = [
        Problem("is missing", row=str(label), is_argument=True, column=argument)
        for label in matched.index[matched.isna()]
    ]
    if problems:
        raise InputError(problems)
    return matched.map(str)


def _listed(argument: str, given: Any) -> pd.Series[Any]:
    if isinstance(given, pd.Series):
        return given
    if isinstance(given, Mapping):
        return pd.Series(dict(given), dtype=object)
    if isinstance(given, list | tuple | np.ndarray | pd.Index) and np.ndim(np.asarray(given, dtype=object)) == 1:
        return pd.Series(list(given), dtype=object)
    message = marked("must be a Series, a mapping from name to value, or a list")
    raise InputError(Problem(message, is_argument=True, column=argument, value=given))


def _series(argument: str, given: Any) -> pd.Series[Any]:
    read = _listed(argument, given)
    cells = [None if pd.api.types.is_scalar(each) and pd.isna(each) else each for each in read.astype(object)]
    problems = [
        Problem("is not a number", row=str(label), is_argument=True, column=argument, value=each)
        for label, each in zip(read.index, cells, strict=True)
        if each is not None and not is_number(each)
    ]
    if problems:
        raise InputError(problems)
    numbers = [np.nan if each is None else float(each) for each in cells]
    return pd.Series(numbers, index=read.index, dtype=float, name=read.name)


def _refuse_unfit(argument: str, values: pd.Series[Any]) -> None:
    problems = []
    for label, value in values.items():
        row = str(label)
        if np.isnan(value):
            message = marked("is missing; leave it out, as in values.dropna()")
            problems.append(Problem(message, row=row, is_argument=True, column=argument))
        elif not np.isfinite(value) or value < 0:
            message = marked("must be 0 or a positive number")
            problems.append(Problem(message, row=row, is_argument=True, column=argument, value=float(value)))
    twice = values.index[values.index.duplicated()]
    problems += [Problem("is there twice", row=str(label), is_argument=True, column=argument) for label in twice]
    problems = problems or too_large(values, argument)
    if problems:
        raise InputError(problems)


def _matched(argument: str, given: pd.Series[Any], index: pd.Index[Any]) -> pd.Series[Any]:
    """Return a Series in the order of the index; one without labels of its own has that order already."""
    is_plain = isinstance(given.index, pd.RangeIndex)
    if (is_plain or isinstance(index, pd.RangeIndex)) and len(given) != len(index):
        message = marked("there must be as many as values ({n}), not {found}")
        raise InputError(
            Problem(message, is_argument=True, column=argument, values={"n": len(index), "found": len(given)})
        )
    if is_plain:
        return given.set_axis(index)
    there = set(given.index)
    missing = [label for label in index if label not in there]
    if missing:
        names = [str(each) for each in given.index]
        message = marked("has no value here")
        raise InputError(
            [
                Problem(message, row=str(each), is_argument=True, column=argument, nearest=nearest(str(each), names))
                for each in missing
            ]
        )
    return given[~given.index.duplicated()].reindex(index)
