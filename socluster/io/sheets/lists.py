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
from socluster.io.sheets.totals import refuse_last_total
from socluster.io.sheets.years import refuse_years
from socluster.io.tables.missing import blanked, refuse_marks
from socluster.io.tables.several import refuse_several
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
    places = [origin.row(position) for position in range(len(ends))]
    refuse_marks(ends, table, places, origin.label, options)
    ends = blanked(ends, options.missing or ())
    refuse_several(ends, table, places, origin.label)
    refuse_lookalikes(ends, table, origin)
    refuse_last_total(ends, table, origin)
    refuse_years(frame, table, origin, options, has_weights="weight" in written)
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


def _distinct(ends: pd.DataFrame, key: str, origin: Origin) -> tuple[pd.DataFrame, list[int]]:
    """Return each end once, under the spelling that the core compares by, and the row where it first occurs."""
    width = len(ends.columns)
    cells = pd.Series(ends.to_numpy(dtype=object).ravel(), dtype=TEXT).dropna().drop_duplicates()
    names = cells.map(clean_text)
    names = names[(names != "") & ~names.duplicated()]
    rows = [origin.row(position // width) for position in names.index]
    return pd.DataFrame({key: names.to_numpy()}, dtype=TEXT), rows
