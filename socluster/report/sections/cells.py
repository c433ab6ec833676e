"""Cells of the tables of a report, in the language of the report."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.report.blocks import Cell
from socluster.words import DASH, Language, count, number, percent, rounded

__all__ = ["amount", "decimals", "heads", "moved", "not_shown", "share", "text", "with_ends"]


def text(value: object) -> Cell:
    """Return a cell with a text."""
    return Cell(str(value))


def amount(value: float, language: Language, decimals: int = 0) -> Cell:
    """Return a cell with a number; a dash where it is undefined."""
    shown = number(value, language, decimals=decimals, undefined=DASH)
    return Cell(shown, is_number=True, value=float(value), decimals=decimals)


def share(value: float, language: Language, decimals: int = 0) -> Cell:
    """Return a cell with a share; a dash where it is undefined."""
    shown = percent(value, language, decimals=decimals, undefined=DASH)
    return Cell(shown, is_number=True, value=float(value), decimals=decimals, is_share=True)


def with_ends(row: pd.Series, middle: str, language: Language, decimals: int) -> Cell:
    """Return a cell with a signed number of a row and the ends of its interval (columns low and high)."""
    shown, low, high = (
        number(row[each], language, decimals=decimals, sign=True, undefined=DASH) for each in (middle, "low", "high")
    )
    return Cell(f"{shown} ({low} … {high})", is_number=True)


def moved(before: float, change: float, decimals: int) -> float:
    """Return what is now, moved by a change, both as they are written: so that the three numbers always agree."""
    return rounded(rounded(before, decimals) + rounded(change, decimals), decimals)


def heads(*names: str, numbers: int) -> tuple[Cell, ...]:
    """Return the heads of a table, whose last columns hold numbers."""
    first = len(names) - numbers
    return tuple(Cell(name, is_number=place >= first) for place, name in enumerate(names))


def not_shown(others: int, language: Language) -> str:
    """Say how many rows a table leaves out; nothing if it leaves out none."""
    return (
        count("{n} other is not in the table.", "{n} others are not in the table.", others, language) if others else ""
    )


def decimals(changes: Array) -> int:
    """Return as many decimals as the largest change needs to be seen in two digits."""
    sizes = np.abs(changes[np.isfinite(changes) & (changes != 0)])
    return int(np.clip(1 - np.floor(np.log10(sizes.max())), 0, 6)) if len(sizes) else 2
