"""Cells that hold several partners at once, as forms and surveys write them: "School; Clinic"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, NearNameWarning, Problem
from socluster.core.warn import warn
from socluster.io.tables.joined_names import parts_of
from socluster.io.tables.own_table import call_with_table, table_of_names
from socluster.words import counted, later, listed, marked

__all__ = ["refuse_several"]

_AND = re.compile(r"\s(?:and|ir|&|\+)\s", re.IGNORECASE)
_MAY_JOIN = re.compile(r"[;|\n,]|" + _AND.pattern, re.IGNORECASE)
_SURELY_APART = re.compile(r"[;|\n]")
_MESSAGE = marked(
    "looks like several names in one cell ({names}); write a row for each of them or, if this is one name, list it in "
    "{listing}, the table of such names, in a folder with {others}"
)
_IN_A_FRAME = marked(
    "looks like several names in one cell ({names}); write a row for each of them or, if this is one name, list it in "
    "the table of such names: {call}"
)
_ONE_IS_KNOWN = marked(
    "row {row}: '{name}' is read as one name, though '{part}' stands alone, too; if these are several, write a row for "
    "each of them"
)
_ONE_IS_REPEATED = marked(
    "row {row}: '{name}' is read as one name, though '{part}' stands in another cell, too; if these are several, write "
    "a row for each of them"
)
_LIKE_A_LIST = marked(
    "row {row}: '{name}' is read as one name, though it looks like a list; if these are several, write a row for each "
    "of them"
)
_MOST_PARTS = 20  # of one name; what has more is a list
_MOST_WORDS = 3  # of a name in what looks like a list
_MOST_TOLD = 5


def refuse_several(ends: pd.DataFrame, table: str, places: Sequence[int | str], file: str | None = None) -> None:
    """Refuse cells that hold several names: between semicolons and the like, or known names between commas.

    Parameters
    ----------
    ends : DataFrame
        The two columns of ends.
    table : str
        ties or affiliations.
    places : sequence
        What a person calls each row.
    file : str, optional
        The file; a DataFrame has none.

    Raises
    ------
    InputError
        With all of them.

    Warns
    -----
    NearNameWarning
        If a cell is read as one name, but may hold several.
    """
    distinct = {cell for column in ends for cell in ends[column].dropna().unique().tolist()}
    joined = [cell for cell in distinct if isinstance(cell, str) and _MAY_JOIN.search(cell)]
    if not joined:
        return
    known = {clean_text(cell) for cell in distinct if isinstance(cell, str)} | _in_several(joined)
    several = {cell: parts for cell in joined if len(parts := _names_in(cell, known)) > 1}
    problems = []
    for column in ends if several else ():
        for position, cell in enumerate(ends[column].tolist()):
            if cell in several:
                names = {"names": later(listed, several[cell][:5])}
                way = {"call": call_with_table(table)} if file is None else table_of_names(str(column))
                values, message = names | way, _IN_A_FRAME if file is None else _MESSAGE
                problems.append(Problem(message, table, places[position], str(column), cell, file=file, values=values))
    if problems:
        raise InputError(problems)
    _tell_doubtful(joined, known, ends, places)


def _parts_with_and(cell: str) -> list[str]:
    """Return what stands between commas and the word and."""
    if not _AND.search(cell):
        return _parts_with_comma(cell)
    return [part for text in _AND.split(cell) for each in text.split(",") if (part := clean_text(each))]


def _parts_with_comma(cell: str) -> list[str]:
    return [part for text in cell.split(",") if (part := clean_text(text))]


def _in_several(cells: Collection[str]) -> set[str]:
    """Return what stands between commas in cells that share two parts or more: School, Clinic; School, Clinic, Court.

    One shared part may be a word of two names: Fire, rescue and police; Fire, ambulance.
    """
    parts = [{*_parts_with_comma(cell)} for cell in cells if "," in cell]
    cells_with = Counter(part for own in parts for part in own)
    again = [sorted(part for part in own if cells_with[part] > 1) for own in parts]
    cells_with_both = Counter(pair for own in again if len(own) <= _MOST_PARTS for pair in combinations(own, 2))
    found: set[str] = set()
    for own, shared in zip(parts, again, strict=True):
        if len(own) > _MOST_PARTS or any(cells_with_both[pair] > 1 for pair in combinations(shared, 2)):
            found |= own
    return found


def _names_in(cell: str, known: Collection[str]) -> list[str]:
    """Return the names that a cell surely holds; a bar or a comma may stand in one name, unless its parts are names."""
    parts = parts_of(cell) if _SURELY_APART.search(cell) else []
    if ";" in cell or (len(parts) > 1 and any(part in known for part in parts)):
        return parts
    parts = _parts_with_comma(cell)
    if len(parts) > 1 and all(part in known for part in parts):
        return parts
    parts = _parts_with_and(cell)
    return parts if len({part for part in parts if part in known}) > 1 else []


def _tell_doubtful(
    cells: Sequence[str], known: Collection[str], ends: pd.DataFrame, places: Sequence[int | str]
) -> None:
    """Warn of cells that may hold several partners, or one name, where nothing else in the table decides it."""
    repeated = Counter(part for cell in cells if "," in cell for part in {*_parts_with_comma(cell)})
    doubtful: dict[str, tuple[str, str]] = {}
    for cell in cells:
        parts = _parts_with_and(cell)
        alone = [part for part in parts if part in known]
        again = [part for part in _parts_with_comma(cell) if repeated[part] > 1]
        if len(parts) > 1 and alone:
            doubtful[cell] = _ONE_IS_KNOWN, alone[0]
        elif len(parts) > 1 and again:
            doubtful[cell] = _ONE_IS_REPEATED, again[0]
        elif _is_like_a_list(cell):
            doubtful[cell] = _LIKE_A_LIST, ""
    if not doubtful:
        return
    rows: dict[str, int] = {}
    for column in ends:
        for position, cell in enumerate(ends[column].tolist()):
            if cell in doubtful:
                rows[cell] = min(position, rows.get(cell, position))
    in_order = sorted(doubtful, key=lambda cell: rows[cell])
    for cell in in_order[:_MOST_TOLD]:
        message, part = doubtful[cell]
        warn(message, NearNameWarning, row=places[rows[cell]], name=cell, part=part)
    if len(in_order) > _MOST_TOLD:
        n = len(in_order) - _MOST_TOLD
        warn(
            counted(
                "{n} more cell is read as one name in this way", "{n} more cells are read as one name in this way", n
            ),
            NearNameWarning,
        )


def _is_like_a_list(cell: str) -> bool:
    """Whether a cell names three or more in a few words each, all in capitals: School, Clinic, Court.

    Not so: Health, Education and Youth Centre; Sports, culture, leisure.
    """
    parts = _parts_with_comma(cell)
    return (
        len(parts) > 2
        and all(len(part.split()) <= _MOST_WORDS and (part[0].isupper() or part[0].isdigit()) for part in parts)
        and not _AND.search(cell)
    )
