"""Ids that a spreadsheet or R has rewritten: 001 as 1, 100000 as 1e+05; one actor would become two, or two one."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.words import marked

__all__ = ["refuse_rewritten_numbers"]

_WHOLE = re.compile(r"\d+([.,]0+)?", re.ASCII)
_SHORTENED = re.compile(r"\d([.,]\d+)?e\+\d{1,3}", re.ASCII | re.IGNORECASE)
_SAME = marked(
    "is the same number as '{other}', which stands in row {row}; a spreadsheet drops zeros in front: write both alike "
    "or, if these are two, list them in a table of actors: a folder with actors.csv and ties.csv"
)
_CUT = marked(
    "is a long number as spreadsheets and R shorten it, so that different ids may look the same; write all of its "
    "digits (in a spreadsheet, format the column as text) or, if this is a name, list it in a table of actors: a "
    "folder with actors.csv and ties.csv"
)


def refuse_rewritten_numbers(ends: pd.DataFrame, table: str, origin: Origin) -> None:
    """Refuse ends that are numbers in a form that no person gives to an id, or one number in two spellings.

    Raises
    ------
    InputError
        With every row that holds one.
    """
    cells = {column: [clean_text(cell) if isinstance(cell, str) else "" for cell in ends[column]] for column in ends}
    modes = [[*cells]] if table == "ties" else [[column] for column in cells]  # actors and groups are named apart
    problems = []
    for columns in modes:
        seen = {text: row for column in columns for row, text in reversed([*enumerate(cells[column])])}
        spellings = _spellings(seen)
        odd = {text for text in seen if _SHORTENED.fullmatch(text) or text in spellings}
        for column in columns:
            for position, text in enumerate(cells[column]):
                if text in odd:
                    message, values = _CUT, {}
                    if text in spellings:
                        other = spellings[text]
                        message, values = _SAME, {"other": other, "row": origin.row(seen[other])}
                    row = origin.row(position)
                    problems.append(Problem(message, table, row, str(column), text, file=origin.label, values=values))
    if problems:
        raise InputError(problems)


def _spellings(texts: dict[str, int]) -> dict[str, str]:
    """Return, for each text that is the same number as a longer one, that longer text."""
    by_value: dict[Decimal, list[str]] = defaultdict(list)
    for text in texts:
        if _WHOLE.fullmatch(text):
            by_value[Decimal(text.replace(",", "."))].append(text)
    return {
        text: longest
        for alike in by_value.values()
        for longest in [max(alike, key=len)]
        for text in alike
        if text != longest
    }
