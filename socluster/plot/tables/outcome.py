"""What the pictures of an outcome read: plain tables with numbers, and the names of their rows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.words import Language, count, marked, measure_name, value_name

__all__ = ["as_table", "check", "not_shown", "read_flags", "read_numbers", "refuse_negative", "row_labels", "row_names"]


def as_table(given: pd.DataFrame | pd.Series[Any], column: str) -> pd.DataFrame:
    """Return a Series, such as a measure gives, as a table with one column; a table as it is."""
    return given.to_frame(column) if isinstance(given, pd.Series) else given


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
    twice = [column for column in wanted if columns.count(column) > 1]
    problems += [Problem("occurs more than once", column=column) for column in twice]
    problems += [
        Problem("must contain numbers", column=column)
        for column in wanted
        if column not in twice
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
        raise InputError(Problem("must contain True and False only", column=column, value=wrong))
    return values.astype(bool)


def refuse_negative(table: pd.DataFrame) -> None:
    """Say of every number below 0 in which row and column it stands."""
    message = marked("must be 0 or a positive number")
    names = row_labels(table)
    wrong = [
        Problem(message, row=names[row], column=column, value=float(table[column].iloc[row]))
        for column in table
        for row in np.flatnonzero((table[column] < 0).to_numpy())
    ]
    if wrong:
        raise InputError(wrong)


def check(table: pd.DataFrame, intervals: tuple[tuple[str, str], ...] = (), shares: tuple[str, ...] = ()) -> None:
    """Say everything that is wrong with the values: intervals that end before they begin, shares outside 0 to 1.

    Parameters
    ----------
    table : DataFrame
        From `read_numbers`.
    intervals : tuple of (str, str)
        Columns with the begin and the end of an interval; pairs of which the table lacks one are passed over.
    shares : tuple of str
        Columns with shares or probabilities.
    """
    names = np.array(row_labels(table), dtype=object)
    problems = []
    for low, high in intervals:
        if {low, high} <= set(table.columns):
            wrong = (table[low] > table[high]).to_numpy()
            found = zip(names[wrong], table.loc[wrong, [low, high]].to_numpy().tolist(), strict=True)
            problems += [Problem("the interval ends before it begins", row=name, value=value) for name, value in found]
    for column in shares:
        if column in table:
            outside = ~(table[column].isna() | table[column].between(0, 1)).to_numpy()
            found = zip(names[outside], table.loc[outside, column].tolist(), strict=True)
            problems += [Problem("must be from 0 to 1", row=name, column=column, value=value) for name, value in found]
    if problems:
        raise InputError(problems)


def row_labels(table: pd.DataFrame) -> list[str]:
    """Return the rows as the table has them, for messages."""
    return [" – ".join(map(str, label)) if isinstance(label, tuple) else str(label) for label in table.index]


def row_names(table: pd.DataFrame, language: Language) -> list[str]:
    """Return what the rows are called in a picture.

    Several levels of an index are joined, and a level that never changes is left out. Where a level is called measure,
    layer, sector and so on, its own values are in words; all others are names of the user's.
    """
    index = table.index
    if isinstance(index, pd.MultiIndex) and len(index) > 1:
        constant = [level for level in range(index.nlevels) if len(index.unique(level)) == 1]
        if 0 < len(constant) < index.nlevels:
            index = index.droplevel(constant)
    levels = [_in_words(index.get_level_values(level), language) for level in range(index.nlevels)]
    return [" – ".join(names) for names in zip(*levels, strict=True)]


def _in_words(values: pd.Index[Any], language: Language) -> list[str]:
    if values.name == "measure":
        return [measure_name(str(value), language) for value in values]
    return [value_name(str(values.name), str(value), language) for value in values]


def not_shown(n: int, language: Language) -> str:
    """Return how many rows a picture leaves out."""
    return count("{n} further row is not shown", "{n} further rows are not shown", n, language)
