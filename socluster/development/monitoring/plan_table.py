"""The table of what was planned and done: read with all that may be wrong with it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

__all__ = ["plan_of"]

_COLUMNS = ["unit", "planned", "done", "baseline", "direction"]
_ALSO = {"target": "planned", "value": "done"}
_DIRECTIONS = ("higher", "lower")


def plan_of(table: pd.DataFrame) -> pd.DataFrame:
    """Return the columns unit, planned, done, baseline and direction, by indicator.

    Raises
    ------
    InputError
        If a column is missing or there under both of its names, or rows are wrong; all of them are listed.
    """
    named = _named(table)
    names = named["indicator"] if "indicator" in named else named.index.to_series()
    if "indicator" not in named and isinstance(named.index, pd.RangeIndex):
        names = names + 1
    index = pd.Index([_text(each) for each in names], name="indicator", dtype=object)
    read = pd.DataFrame(index=index)
    problems: list[Problem] = []
    for column in ("planned", "done", "baseline"):
        given = named[column].tolist() if column in named else [None] * len(named)
        read[column] = [_number(each, name, column, problems) for each, name in zip(given, index, strict=True)]
    for column in ("unit", "direction"):
        given = named[column].tolist() if column in named else [None] * len(named)
        read[column] = pd.Series([_text(each) for each in given], index=index, dtype=object)
    read["direction"] = read["direction"].str.casefold().where(read["direction"] != "", "")
    problems += [Problem("stands there twice", "plan", str(each)) for each in dict.fromkeys(index[index.duplicated()])]
    problems += [problem for name, row in read.iterrows() for problem in _wrong(str(name), row)]
    if problems:
        raise InputError(problems)
    read["direction"] = read["direction"].replace("", "higher")
    return read[_COLUMNS]


def _named(table: pd.DataFrame) -> pd.DataFrame:
    columns = [str(each) for each in table.columns]
    problems = []
    for also, column in _ALSO.items():
        if also in columns and column in columns:
            message = marked("is the same as '{column}'; keep one of the two")
            problems.append(Problem(message, "plan", column=also, values={"column": column}))
    named = table.rename(columns=_ALSO if not problems else {})
    for column in ("planned", "done"):
        if column not in named and not problems:
            message = marked("there is no such column")
            problems.append(Problem(message, "plan", column=column, nearest=nearest(column, columns)))
    twice = [each for each in ("indicator", *_COLUMNS) if list(named.columns).count(each) > 1]
    problems += [Problem("occurs more than once", "plan", column=each) for each in twice]
    if problems:
        raise InputError(problems)
    return named


def _wrong(name: str, row: pd.Series[Any]) -> list[Problem]:
    """Return what is wrong with a row whose numbers are numbers."""
    found = []
    direction, planned, baseline = row["direction"], row["planned"], row["baseline"]
    if not name:
        found.append(Problem("the indicator has no name", "plan"))
    if np.isnan(planned):
        message = marked("an indicator needs a target; leave the row out if there is none")
        found.append(Problem(message, "plan", name, "planned"))
    if direction and direction not in _DIRECTIONS:
        message = marked("must be 'higher' or 'lower'")
        near = nearest(direction, _DIRECTIONS)
        found.append(Problem(message, "plan", name, "direction", value=direction, nearest=near))
    if not direction and not np.isnan(baseline):
        message = marked("a target with a baseline needs a direction: say whether 'higher' or 'lower' is better")
        found.append(Problem(message, "plan", name, "direction"))
    if direction in _DIRECTIONS and (planned - baseline) * (1 if direction == "higher" else -1) < 0:
        message = marked("the target lies on the other side of the baseline ({baseline}); check the direction")
        found.append(
            Problem(message, "plan", name, "planned", value=float(planned), values={"baseline": float(baseline)})
        )
    return found


def _number(cell: Any, name: str, column: str, problems: list[Problem]) -> float:
    if cell is None or (pd.api.types.is_scalar(cell) and pd.isna(cell)):
        return float("nan")
    if not is_number(cell) or not np.isfinite(float(cell)):
        problems.append(Problem("must be a finite number", "plan", name, column, value=cell))
        return float("nan")
    return float(cell)


def _text(cell: Any) -> str:
    return "" if cell is None or (pd.api.types.is_scalar(cell) and pd.isna(cell)) else str(cell).strip()
