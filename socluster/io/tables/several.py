"""Cells that hold several partners at once, as forms and surveys write them: "School; Clinic"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, NearNameWarning, Problem
from socluster.core.warn import warn
from socluster.io.tables.joined_names import parts_of
from socluster.words import later, listed, marked

__all__ = ["refuse_several"]

_AND = re.compile(r"\s(?:and|ir|&|\+)\s", re.IGNORECASE)
_MAY_JOIN = re.compile(r"[;|\n,]|" + _AND.pattern, re.IGNORECASE)
_MESSAGE = marked(
    "looks like several names in one cell ({names}); write a row for each of them or, if this is one name, list it in "
    "a table of actors: a folder with actors.csv and ties.csv"
)
_IN_A_FRAME = marked(
    "looks like several names in one cell ({names}); write a row for each of them or, if this is one name, list it in "
    "a table of actors: Cluster.from_tables(actors, ties)"
)


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
    """
    distinct = {cell for column in ends for cell in ends[column].dropna().unique().tolist()}
    joined = [cell for cell in distinct if isinstance(cell, str) and _MAY_JOIN.search(cell)]
    alone = {clean_text(cell) for cell in distinct if isinstance(cell, str)} if joined else set()
    alone |= _in_several(joined)
    several = {cell: parts for cell in joined if len(parts := _names_in(cell, alone)) > 1}
    _tell_half_known(sorted({*joined} - {*several}), alone)
    problems = []
    for column in ends if several else ():
        for position, cell in enumerate(ends[column].tolist()):
            if cell in several:
                values = {"names": later(listed, several[cell][:5])}
                message = _IN_A_FRAME if file is None else _MESSAGE
                problems.append(Problem(message, table, places[position], str(column), cell, file=file, values=values))
    if problems:
        raise InputError(problems)


def _parts_with_and(cell: str) -> list[str]:
    """Return what stands between commas and the word and."""
    return [part for text in _AND.split(cell) for each in text.split(",") if (part := clean_text(each))]


def _tell_half_known(cells: Sequence[str], alone: Collection[str]) -> None:
    """Warn of names with an and of which one part is an actor, too: two partners, or one name."""
    for cell in cells:
        known = [part for part in _parts_with_and(cell) if part in alone] if _AND.search(cell) else []
        if known:
            message = marked(
                "'{name}' is read as one name, though '{part}' stands alone, too; if these are several, write a row "
                "for each of them"
            )
            warn(message, NearNameWarning, name=cell, part=known[0])


def _in_several(cells: Collection[str]) -> set[str]:
    """Return what stands between commas in cells that share two parts or more: School, Clinic; School, Clinic, Court.

    One shared part may be a word of two names: Fire, rescue and police; Fire, ambulance.
    """
    parts = [{clean_text(part) for part in cell.split(",")} for cell in cells if "," in cell]
    found: set[str] = set()
    for at, own in enumerate(parts):
        for other in parts[at + 1 :]:
            if len(own & other) > 1:
                found |= own | other
    return found


def _names_in(cell: str, alone: Collection[str]) -> list[str]:
    """Return the names that a cell surely holds; a bar or a comma may stand in one name, unless its parts are names."""
    parts = parts_of(cell)
    if ";" in cell or (len(parts) > 1 and any(part in alone for part in parts)):
        return parts
    with_and = _parts_with_and(cell)
    if _AND.search(cell) and all(part in alone for part in with_and):
        return with_and
    parts = [clean_text(part) for part in cell.split(",")]
    return parts if all(part in alone for part in parts) else []
