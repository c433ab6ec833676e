"""Names that a program has rewritten or that look the same: one actor would become two, or two one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.io.tables.own_table import table_of_names
from socluster.words import marked

__all__ = ["refuse_lookalikes"]

_WHOLE = re.compile(r"\d+([.,]0+)?", re.ASCII)
_SHORTENED = re.compile(r"\d([.,]\d+)?e\+\d{1,3}", re.ASCII | re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d( 00:00:00)?|\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.ASCII | re.IGNORECASE
)
_NOT_SEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SAME_NUMBER = marked(
    "is the same number as '{other}', which stands in row {row}; a spreadsheet drops zeros in front: write both alike "
    "or, if these are two, list them in {listing}, the table of such names, in a folder with {others}"
)
_SAME_LOOK = marked(
    "looks the same as '{other}' in row {row}, but has other blanks or characters that cannot be seen; write both "
    "alike or, if these are two, list them in {listing}, the table of such names, in a folder with {others}"
)
_CUT = marked(
    "is a long number as spreadsheets and R shorten it, so that different ids may look the same; write all of its "
    "digits (in a spreadsheet, format the column as text) or, if this is a name, list it in {listing}, the table "
    "of such names, in a folder with {others}"
)
_IS_DATE = marked(
    "is a date, which spreadsheets make of a name such as 1-2; write the name (in a spreadsheet, format the column as "
    "text first) or, if an actor is called so, list it in {listing}, the table of such names, in a folder with {others}"
)


def refuse_lookalikes(ends: pd.DataFrame, table: str, origin: Origin) -> None:
    """Refuse ends in a form that no person gives to a name, or one name in two spellings that look the same.

    Raises
    ------
    InputError
        With every row that holds one.
    """
    modes = [[*ends.columns]] if table == "ties" else [[column] for column in ends.columns]  # groups are named apart
    problems = []
    for columns in modes:
        names = {clean_text(cell) for column in columns for cell in ends[column].dropna().unique()}
        others = _others(names)
        rewritten = {name: message for name in names if (message := _rewritten(name, columns))}
        if others or rewritten:  # only then is it worth to look at each row
            problems += _problems(ends[columns], table, origin, others, rewritten)
    if problems:
        raise InputError(problems)


def _problems(
    ends: pd.DataFrame,
    table: str,
    origin: Origin,
    others: Mapping[str, tuple[str, str]],
    rewritten: Mapping[str, str],
) -> list[Problem]:
    cells = {
        column: [clean_text(cell) if isinstance(cell, str) else "" for cell in ends[column]] for column in ends.columns
    }
    first: dict[str, int] = {}
    for place, names in enumerate(zip(*cells.values(), strict=True)):
        for name in names:
            first.setdefault(name, place)
    problems = []
    for column, texts in cells.items():
        for position, text in enumerate(texts):
            values: dict[str, object] = table_of_names(str(column))
            if text in others:
                other, message = others[text]
                values |= {"other": other, "row": origin.row(first[other])}
            elif text in rewritten:
                message = rewritten[text]
            else:
                continue
            row = origin.row(position)
            problems.append(Problem(message, table, row, str(column), text, file=origin.label, values=values))
    return problems


def _rewritten(text: str, columns: Collection[str]) -> str | None:
    """Return what is wrong with a name as it stands; a group may be called by its date."""
    if _SHORTENED.fullmatch(text):
        return _CUT
    return _IS_DATE if "group" not in columns and _DATE.fullmatch(text) else None


def _others(texts: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return, for each text that is another one in disguise, that other text and what to say."""
    alike: dict[tuple[str, str | Decimal], list[str]] = defaultdict(list)
    for text in filter(None, texts):
        if _WHOLE.fullmatch(text):
            alike[_SAME_NUMBER, Decimal(text.replace(",", "."))].append(text)
        else:
            alike[_SAME_LOOK, " ".join(_NOT_SEEN.sub("", text).split())].append(text)
    result = {}
    for (message, key), found in alike.items():
        found.sort()  # a set has no order
        if len(found) > 1:
            usual = key if isinstance(key, str) and key in found else max(found, key=len)
            result.update({text: (usual, message) for text in found if text != usual})
    return result
