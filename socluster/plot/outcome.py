"""What the pictures of an outcome read: plain tables with numbers, and the names of their rows."""

from __future__ import annotations

import pandas as pd

from socluster.core.errors import InputError, Problem, nearest

__all__ = ["read_numbers", "row_names"]


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


def row_names(table: pd.DataFrame) -> list[str]:
    """What the rows are called; several levels of an index are joined, and a level that never changes is left out."""
    index = table.index
    if isinstance(index, pd.MultiIndex) and len(index) > 1:
        constant = [level for level in range(index.nlevels) if len(index.unique(level)) == 1]
        if 0 < len(constant) < index.nlevels:
            index = index.droplevel(constant)
    return [" – ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in index]
