"""From a list of ties or of affiliations to the tables of a cluster; whoever is in it is an actor."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from socluster.core.coerce import clean_text
from socluster.core.columns import TEXT
from socluster.core.errors import InputError, Problem
from socluster.core.schema import KEYS
from socluster.core.tables import Origin, Tables
from socluster.io.objects.layer_column import with_chosen_columns
from socluster.io.options import ReadingOptions
from socluster.io.sheets.lookalikes import refuse_lookalikes
from socluster.io.sheets.several import refuse_several
from socluster.io.tables.missing import blanked, is_marked_missing
from socluster.words import marked

__all__ = ["tables_of_list"]


def tables_of_list(table: str, frame: pd.DataFrame, origin: Origin, options: ReadingOptions) -> Tables:
    """Return a list and its actors (and groups), in order of appearance.

    Raises
    ------
    InputError
        If columns that the user named are not there, or an end is what programs write for a missing value.
    """
    near, far = KEYS[table][:2]
    written = with_chosen_columns(frame, table, options)
    missing = [end for end in (near, far) if end not in written]
    if missing:
        message = marked("there is no such column; here are {columns}")
        values = {"columns": ", ".join(map(str, frame.columns))}
        raise InputError([Problem(message, table, 1, end, file=origin.label, values=values) for end in missing])
    ends = written[[near, far]]
    if options.missing is None:
        _refuse_marks(ends, table, origin, options)
    else:
        ends = blanked(ends, options.missing)
    refuse_several(ends, table, origin)
    refuse_lookalikes(ends, table, origin)
    if table == "ties":
        actors, rows = _distinct(ends, "actor", origin)
        return Tables(
            actors=actors,
            ties=frame,
            origins={"ties": origin, "actors": replace(origin, rows=rows)},
            raw_text=True,
        )
    actors, rows = _distinct(ends[[near]], "actor", origin)
    groups, group_rows = _distinct(ends[[far]], "group", origin)
    return Tables(
        actors=actors,
        groups=groups,
        affiliations=frame,
        origins={
            "affiliations": origin,
            "actors": replace(origin, rows=rows),
            "groups": replace(origin, rows=group_rows),
        },
        raw_text=True,
    )


def _refuse_marks(ends: pd.DataFrame, table: str, origin: Origin, options: ReadingOptions) -> None:
    """Ask first where an end is a text that many programs write for a missing value."""
    problems = []
    for column in ends.columns:
        for position, cell in enumerate(ends[column].tolist()):
            if is_marked_missing(cell):
                message = marked(
                    "is what many programs write where a value is missing; {missing} takes it for that, {actor} for a "
                    "name"
                )
                ways = {"missing": options.way(missing=[cell.strip()]), "actor": options.way(missing=[])}
                row = origin.row(position)
                problems.append(Problem(message, table, row, str(column), cell, file=origin.label, values=ways))
    if problems:
        raise InputError(problems)


def _distinct(ends: pd.DataFrame, key: str, origin: Origin) -> tuple[pd.DataFrame, list[int]]:
    """Return each end once, under the spelling that the core compares by, and the row where it first occurs."""
    width = len(ends.columns)
    cells = pd.Series(ends.to_numpy(dtype=object).ravel(), dtype=TEXT).dropna().drop_duplicates()
    names = cells.map(clean_text)
    names = names[(names != "") & ~names.duplicated()]
    rows = [origin.row(position // width) for position in names.index]
    return pd.DataFrame({key: names.to_numpy()}, dtype=TEXT), rows
