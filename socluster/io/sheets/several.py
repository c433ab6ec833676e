"""Cells that hold several partners at once, as forms and surveys write them: "School; Clinic"."""

from __future__ import annotations

import re
from collections.abc import Collection

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.words import later, listed, marked

__all__ = ["parts_of", "refuse_several"]

_BETWEEN = re.compile(r"[;|\n]")
_MESSAGE = marked(
    "looks like several names in one cell ({names}); write a row for each of them or, if this is one name, list it in "
    "a table of actors: a folder with actors.csv and ties.csv"
)


def parts_of(cell: str) -> list[str]:
    """Return the names that a cell may hold, between semicolons, vertical bars or line breaks.

    Examples
    --------
    >>> parts_of("School; Clinic"), parts_of("Fire, rescue and police")
    (['School', 'Clinic'], ['Fire, rescue and police'])
    """
    return [part for text in _BETWEEN.split(cell) if (part := clean_text(text))]


def refuse_several(ends: pd.DataFrame, table: str, origin: Origin) -> None:
    """Refuse cells that hold several names: between semicolons and the like, or known names between commas.

    Raises
    ------
    InputError
        With all of them.
    """
    cells = {column: ends[column].tolist() for column in ends.columns}
    alone = {clean_text(cell) for column in cells.values() for cell in column if isinstance(cell, str)}
    problems = []
    for column, texts in cells.items():
        split = [parts_of(text) if isinstance(text, str) else [] for text in texts]
        for position, (text, parts) in enumerate(zip(texts, split, strict=True)):
            if len(parts) < 2:
                parts = _known_between_commas(text, alone)
            elif ";" not in text and alone.isdisjoint(parts):
                continue  # one name that holds such a sign
            if len(parts) > 1:
                values = {"names": later(listed, parts[:5])}
                row = origin.row(position)
                problems.append(Problem(_MESSAGE, table, row, str(column), text, file=origin.label, values=values))
    if problems:
        raise InputError(problems)


def _known_between_commas(text: object, alone: Collection[str]) -> list[str]:
    parts = [clean_text(part) for part in text.split(",")] if isinstance(text, str) else []
    return parts if len(parts) > 1 and all(part in alone for part in parts) else []
