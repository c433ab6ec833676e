"""Texts that mean "not known": cells that hold one are empty, and a tie with an end that is not known is no tie."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

__all__ = ["MEANS_MISSING", "blanked", "is_marked_missing"]

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
