"""Columns in which Gephi, Kumu and others say for each tie whether it has a direction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.io.objects.edge_rows import EdgeRows
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, phrase

__all__ = ["told_directions", "truth"]

_CALLED = ("type", "direction", "directed", "directionality", "edge type", "edgetype")
_ONE_WAY_WORDS = "directed|directed edge|arc|one-way|oneway"
_BOTH_WAYS_WORDS = "undirected|undirected edge|edge|mutual|bidirectional|both|two-way"
# Gephi has written the words in the language in which it ran; these are such languages, and those of our users.
_ONE_WAY_ELSEWHERE = "orienté|dirigé|gerichtet|dirigido|kryptinis|kryptingas|riktad|rettet|suunnattu|skierowany"
_BOTH_WAYS_ELSEWHERE = (
    "non orienté|non-orienté|non dirigé|ungerichtet|no dirigido|não dirigido|nekryptinis|nekryptingas|oriktad|urettet|"
    "suuntaamaton|nieskierowany"
)
_ONE_WAY = frozenset(f"{_ONE_WAY_WORDS}|{_ONE_WAY_ELSEWHERE}".split("|"))
_BOTH_WAYS = frozenset(f"{_BOTH_WAYS_WORDS}|{_BOTH_WAYS_ELSEWHERE}".split("|"))
_YES, _NO = frozenset(("true", "yes", "1", "taip")), frozenset(("false", "no", "0", "ne"))


def told_directions(
    edges: EdgeRows,
    described: Collection[str],
    known: Mapping[str, object],
    options: ReadingOptions,
    losses: list[Phrase],
) -> tuple[EdgeRows, bool]:
    """Return the ties with the direction of each, and whether a column of the table told it.

    What a table of layers says comes first, then what the user asks for, then the column, which then is no further
    column of the ties. A tie that says nothing is undirected.

    Parameters
    ----------
    edges : EdgeRows
        Ties.
    described : collection of str
        Columns that socluster described when it wrote the file; none of them tells a direction.
    known : mapping
        From layer to what the file says of its direction, if it says so.
    options : ReadingOptions
        `directed` and `layers` come before the column.
    losses : list of Phrase
        Grows with a column that looks as if it told directions, and does so in words that are not understood.
    """
    layer = edges.layer
    stated = [known.get(name) if known.get(name) is not None else options.direction_of(name) for name in layer]
    directed = np.array([truth(value) for value in stated], dtype=bool)
    column = None
    if any(value is None for value in stated):
        column = _column(edges.frame, described, losses)
    if column is None:
        return EdgeRows(edges.frame, directed, edges.file), False
    told = _flags(edges.frame[column], column)
    open_ = np.array([value is None for value in stated], dtype=bool)
    directed = np.where(open_, told, directed)
    return EdgeRows(edges.frame.drop(columns=column), directed, edges.file), True


def _column(frame: pd.DataFrame, described: Collection[str], losses: list[Phrase]) -> str | None:
    """Return the column of which every cell tells a direction."""
    for column in map(str, frame.columns[2:]):
        called = column.strip().casefold()
        if called not in _CALLED or column in described:
            continue
        words = {str(cell).strip().casefold() for cell in frame[column].dropna()} - {""}
        known = _ONE_WAY | _BOTH_WAYS | ((_YES | _NO) if called == "directed" else frozenset())
        if words and words <= known:
            return column
        if words and called in ("direction", "directed", "directionality"):
            losses.append(phrase("the directions in column '{column}', whose words are not understood", column=column))
    return None


def _flags(column: pd.Series[Any], name: str) -> Any:
    one_way = _ONE_WAY | (_YES if name.strip().casefold() == "directed" else frozenset())
    cells = [None if gap else cell for cell, gap in zip(column.tolist(), column.isna(), strict=True)]
    return np.array([str(cell).strip().casefold() in one_way if cell is not None else False for cell in cells])


def truth(value: object) -> bool:
    """Return what a table of layers says; text is for the core to judge."""
    return str(value).strip().casefold() in ("true", "yes", "1", "taip", "t", "y")
