"""Tables for pictures whose cells are words: which columns there must be, and which words a column may hold."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from socluster.core.errors import InputError, Problem, nearest

__all__ = ["needed_columns", "refuse_other_words"]


def needed_columns(frame: pd.DataFrame, needed: Iterable[str]) -> pd.DataFrame:
    """Return some columns of a table, as objects.

    Raises
    ------
    InputError
        If one of them is missing; names the nearest that is there.

    Examples
    --------
    >>> needed_columns(pd.DataFrame({"step": [1], "more": [2]}), ["step"]).to_numpy().tolist()
    [[1]]
    """
    columns, names = [str(column) for column in frame.columns], list(needed)
    missing = [each for each in names if each not in columns]
    if missing:
        raise InputError(
            [Problem("this column is needed", column=each, nearest=nearest(each, columns)) for each in missing]
        )
    return frame.set_axis(columns, axis="columns")[names].astype(object)


def refuse_other_words(table: pd.DataFrame, column: str, words: Iterable[str], message: str, place: str) -> None:
    """Refuse cells of a column that hold none of some words.

    Parameters
    ----------
    table : DataFrame
        Whose index says the row.
    column : str
        Which column.
    words : iterable of str
        What its cells may hold.
    message : str
        Marked; with one place, for the words.
    place : str
        What that place is called.

    Raises
    ------
    InputError
        With all such cells at once, and the nearest word for each.
    """
    known = list(words)
    odd = [(row, value) for row, value in table[column].items() if value not in known]
    if odd:
        values = {place: ", ".join(known)}
        raise InputError(
            [
                Problem(message, row=str(row), column=column, value=value, nearest=nearest(value, known), values=values)
                for row, value in odd
            ]
        )
