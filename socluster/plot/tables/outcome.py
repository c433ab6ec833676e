"""What the pictures of an outcome read: plain tables with numbers, and the names of their rows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem, nearest

__all__ = ["check", "read_flags", "read_numbers", "row_names"]


def read_numbers(frame: pd.DataFrame, required: tuple[str, ...], optional: tuple[str, ...]) -> pd.DataFrame:
    """Return the columns as float, or say everything that is wrong with them."""
    if not isinstance(frame, pd.DataFrame):
        raise InputError(Problem("needs a DataFrame", value=type(frame).__name__))
    columns = [str(column) for column in frame.columns]
    problems = [
        Problem("there is no such column", column=column, nearest=nearest(column, columns))
        for column in required
        if column not in columns
    ]
    wanted = [column for column in (*required, *optional) if column in columns]
    problems += [
        Problem("must hold numbers", column=column)
        for column in wanted
        if not pd.api.types.is_numeric_dtype(frame[column].dtype) or pd.api.types.is_bool_dtype(frame[column].dtype)
    ]
    if problems:
        raise InputError(problems)
    return frame[wanted].astype(float)


def read_flags(frame: pd.DataFrame, column: str, default: Any = None) -> pd.Series[bool]:
    """Return a column of yes and no, or the default where there is no such column and a default is given."""
    if column not in frame and default is not None:
        return pd.Series(default, index=frame.index, dtype=bool)
    if column not in frame:
        options = [str(each) for each in frame.columns]
        raise InputError(Problem("there is no such column", column=column, nearest=nearest(column, options)))
    values = frame[column]
    flags = values.map(lambda value: isinstance(value, bool | np.bool_))
    if not flags.all():
        wrong = values[~flags.to_numpy(bool)].iloc[0]
        raise InputError(Problem("must hold yes and no (True and False) only", column=column, value=wrong))
    return values.astype(bool)


def check(table: pd.DataFrame, intervals: tuple[tuple[str, str], ...] = (), shares: tuple[str, ...] = ()) -> None:
    """Say everything that is wrong with the values: intervals that end before they begin, shares outside 0 to 1.

    Parameters
    ----------
    table : DataFrame
        From `read_numbers`.
    intervals : tuple of (str, str)
        Columns that hold the begin and the end of an interval; pairs of which the table lacks one are passed over.
    shares : tuple of str
        Columns that hold shares or probabilities.
    """
    names = np.array(row_names(table), dtype=object)
    problems = []
    for low, high in intervals:
        if {low, high} <= set(table.columns):
            wrong = (table[low] > table[high]).to_numpy()
            found = zip(names[wrong], table.loc[wrong, [low, high]].to_numpy().tolist(), strict=True)
            problems += [Problem("the interval ends before it begins", row=name, value=value) for name, value in found]
    for column in shares:
        if column in table:
            outside = ~(table[column].isna() | table[column].between(0, 1)).to_numpy()
            found = zip(names[outside], table[column].to_numpy()[outside], strict=True)
            problems += [Problem("must be from 0 to 1", row=name, column=column, value=value) for name, value in found]
    if problems:
        raise InputError(problems)


def row_names(table: pd.DataFrame) -> list[str]:
    """What the rows are called; several levels of an index are joined, and a level that never changes is left out."""
    index = table.index
    if isinstance(index, pd.MultiIndex) and len(index) > 1:
        constant = [level for level in range(index.nlevels) if len(index.unique(level)) == 1]
        if 0 < len(constant) < index.nlevels:
            index = index.droplevel(constant)
    return [" – ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in index]
