"""Numbers in pictures and tables: a dash where they are undefined, and as many decimals as a column needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.words import DASH, Language, number, percent

__all__ = ["decimals_for", "shown_number", "shown_percent", "ticks_of"]

_DIGITS = 4
_TINY, _HUGE = 1e-3, 1e6  # beyond these, ticks are counted in a power of ten
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def shown_number(value: float, language: Language, *, decimals: int | None = None, sign: bool = False) -> str:
    """Return a number as a picture or a table shows it; where its decimals would leave nothing, its first digit.

    Examples
    --------
    >>> shown_number(0.123456, "en"), shown_number(-2.5, "lt", decimals=2), shown_number(float("nan"), "lt")
    ('0.1235', '−2,50', '–')
    >>> shown_number(0.0002, "en", decimals=3, sign=True)
    '+0.0002'
    """
    if decimals is not None and value != 0 and round(value, decimals) == 0:
        return number(value, language, digits=1, sign=sign, undefined=DASH)
    return number(value, language, digits=_DIGITS, decimals=decimals, sign=sign, undefined=DASH)


def shown_percent(share: float, language: Language, *, decimals: int = 0) -> str:
    """Return a share as a picture or a table shows it.

    Examples
    --------
    >>> shown_percent(0.25, "en"), shown_percent(float("nan"), "en")
    ('25%', '–')
    """
    return percent(share, language, decimals=decimals, undefined=DASH)


def decimals_for(values: Sequence[float] | pd.Series[Any]) -> int:
    """Return how many decimals a column of numbers needs: at most four digits for the largest, and no idle zeros.

    Examples
    --------
    >>> decimals_for([0.123456, 0.5]), decimals_for([0.12, 0.5]), decimals_for([12.5, 103.25]), decimals_for([1.0, 3.0])
    (4, 2, 1, 0)
    """
    numbers = np.asarray(values, dtype=float)
    numbers = numbers[np.isfinite(numbers)]
    if numbers.size == 0 or (numbers == np.round(numbers)).all():
        return 0
    largest = float(np.abs(numbers).max())
    most = int(np.clip(3 - np.floor(np.log10(largest)), 1, 9))
    rounded = np.round(numbers, most)
    return next(places for places in range(most + 1) if np.allclose(np.round(numbers, places), rounded, 0, 1e-12))


def ticks_of(values: Sequence[float], language: Language) -> tuple[list[str], str]:
    """Return how the ticks of a scale are written, in digits that tell them apart, and what they are counted in.

    Examples
    --------
    >>> ticks_of([0.0000012, 0.0002389, 0.0004766], "en"), ticks_of([0.5, 2.25, 4.0], "lt")
    ((['0.01', '2.39', '4.77'], '10⁻⁴'), (['0,50', '2,25', '4,00'], ''))
    """
    numbers = np.asarray(values, dtype=float)
    largest, span = float(np.abs(numbers).max()), float(np.ptp(numbers))
    power = 0 if largest == 0 or _TINY <= largest < _HUGE else int(np.floor(np.log10(largest)))
    shown = numbers / 10.0**power
    apart = 2 - int(np.floor(np.log10(span / 10.0**power))) if span > 0 else _DIGITS
    places = min(decimals_for(shown), max(apart, 0))
    written = [number(each, language, decimals=places, undefined=DASH) for each in shown.tolist()]
    return written, f"10{str(power).translate(_RAISED)}" if power else ""
