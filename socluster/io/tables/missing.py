"""Texts that mean "not known": cells that hold one are empty, and a tie with an end that is not known is no tie."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from socluster.core.errors import InputError, Problem
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted, marked

__all__ = ["MEANS_MISSING", "blanked", "is_marked_missing", "refuse_marks", "without_open_ends"]

# How programs write that a value is missing; nobody can tell whether an actor is called so.
MEANS_MISSING = frozenset(("NA", "<NA>", "N/A", "#N/A", "n/a", "NaN", "nan", "NULL", "null"))


def blanked(frame: pd.DataFrame, missing: Collection[str]) -> pd.DataFrame:
    """Return the table with the cells empty that hold one of these texts; an empty text among them changes nothing."""
    words = {word.strip() for word in missing} - {""}
    if not words:
        return frame
    changed = {}
    for position, name in enumerate(frame.columns):
        column = frame.iloc[:, position]
        if pd.api.types.is_string_dtype(column.dtype) or column.dtype == object:
            marked = [isinstance(cell, str) and cell.strip() in words for cell in column.tolist()]
            changed[name] = column.mask(pd.Series(marked, index=column.index), None) if any(marked) else column
        else:
            changed[name] = column
    return pd.DataFrame(changed, index=frame.index) if frame.columns.is_unique else frame


def is_marked_missing(cell: object) -> bool:
    """Whether a cell holds what programs write for a missing value."""
    return isinstance(cell, str) and cell.strip() in MEANS_MISSING


def refuse_marks(
    ends: pd.DataFrame, table: str, places: Sequence[int | str], file: str | None, options: ReadingOptions
) -> None:
    """Ask first where an end is a text that many programs write for a missing value.

    Raises
    ------
    InputError
        With each such end, if the option `missing` says nothing.
    """
    if options.missing is not None:
        return
    problems = []
    for column in ends.columns:
        for place, cell in zip(places, ends[column].tolist(), strict=True):
            if is_marked_missing(cell):
                message = marked(
                    "is what many programs write where a value is missing; {missing} takes it for that, {actor} for a "
                    "name"
                )
                ways = {"missing": options.way(missing=[cell.strip()]), "actor": options.way(missing=[])}
                problems.append(Problem(message, table, place, str(column), cell, file=file, values=ways))
    if problems:
        raise InputError(problems)


def without_open_ends(frame: pd.DataFrame, near: str, far: str, losses: list[Phrase]) -> pd.DataFrame:
    """Return the rows of which both ends are known, and note how many others there were."""
    complete = frame[[near, far]].notna().all(axis=1).to_numpy()
    gone = int((~complete).sum())
    if gone:
        losses.append(counted("{n} row in which an end is not known", "{n} rows in which an end is not known", gone))
    return frame[complete]
