"""Columns of a list that are called after years: of each year a weight, or who knows what."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from socluster.core.coerce import as_number
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.io.options import ReadingOptions
from socluster.words import later, listed, marked

__all__ = ["refuse_years"]

_YEAR = re.compile(r"(19|20)\d\d([-/](\d\d|(19|20)\d\d))?", re.ASCII)
_MESSAGE = marked(
    "has a column for each of several years ({years}): if these are observations one after the other, write a row for "
    "each tie and year, with the year in a column wave; if they are kinds of ties, in a column layer; {way} reads the "
    "last one as weights, and keeps the others as attributes of ties"
)


def refuse_years(
    frame: pd.DataFrame, table: str, origin: Origin, options: ReadingOptions, *, has_weights: bool
) -> None:
    """Ask what columns of numbers mean that are called after years, unless there are weights or none are wanted.

    Raises
    ------
    InputError
        If there are several.
    """
    years = [str(name) for name in frame.columns if _YEAR.fullmatch(str(name).strip())]
    if len(years) < 2 or has_weights or options.weight is None or options.weight in years:
        return
    if all(_are_numbers(frame[name].tolist()) for name in years):
        values = {"years": later(listed, years[:5]), "way": options.way(weight=years[-1])}
        raise InputError(Problem(_MESSAGE, table, 1, file=origin.label, values=values))


def _are_numbers(cells: Sequence[object]) -> bool:
    return all(as_number(cell) is not None for cell in cells if isinstance(cell, str) and cell.strip())
