"""Units of time: what rates are counted by, and how a wait is said."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from socluster.words import Language, count, marked, number, say

__all__ = ["DAYS", "Unit", "axis_of_time", "nobody_comes", "per", "scale_of_time", "span"]

Unit: TypeAlias = Literal["year", "month", "week", "day"]

# A year of 52 weeks, as the formulas of waiting have it.
DAYS = {"year": 364.0, "month": 364.0 / 12, "week": 7.0, "day": 1.0}

_PER = {
    "year": marked("a year", context="per"),
    "month": marked("a month", context="per"),
    "week": marked("a week", context="per"),
    "day": marked("a day", context="per"),
}
_AXES = {
    "year": marked("time in years", context="axis"),
    "month": marked("time in months", context="axis"),
    "week": marked("time in weeks", context="axis"),
    "day": marked("time in days", context="axis"),
}
# Of a number with decimals (4.47 weeks), which Lithuanian says otherwise than whole numbers.
_BROKEN = {
    "year": marked("{n} years", context="broken"),
    "month": marked("{n} months", context="broken"),
    "week": marked("{n} weeks", context="broken"),
    "day": marked("{n} days", context="broken"),
}


def per(unit: Unit, language: Language) -> str:
    """Return what a rate is counted by.

    Examples
    --------
    >>> per("year", "en"), per("week", "lt")
    ('a year', 'per savaitę')
    """
    return say(_PER[unit], language, context="per")


def nobody_comes(language: Language) -> str:
    """Return that nobody comes, of whom a wait could be told.

    Examples
    --------
    >>> nobody_comes("en")
    'No client comes, so that nothing can be said of waiting.'
    """
    return say("No client comes, so that nothing can be said of waiting.", language)


def axis_of_time(unit: Unit, language: Language) -> str:
    """Return what a scale of time is called.

    Examples
    --------
    >>> axis_of_time("year", "en")
    'time in years'
    """
    return say(_AXES[unit], language, context="axis")


def span(value: float, unit: Unit, language: Language, *, beside: float | None = None) -> str:
    """Return a length of time as people say it, in a unit that leaves few zeros; a year has 52 weeks.

    With `beside`, it is in the unit that suits that length, so that several can be compared.

    Examples
    --------
    >>> span(0.0860485, "year", "en"), span(1.0, "month", "en"), span(0.5, "year", "lt"), span(3.0, "year", "en")
    ('4.47 weeks', '1 month', '6 mėnesiai', '3 years')
    """
    days = value * DAYS[unit]
    if not np.isfinite(days):
        return say("no end in sight", language)
    if beside is not None:
        return _in_unit(days, _unit_of(beside * DAYS[unit]), language)
    return _in_unit(days, _unit_of(days), language)


def scale_of_time(beside: float, unit: Unit) -> tuple[Unit, float]:
    """Return the unit in which a length of time is said, and by what times are multiplied to be in it.

    A picture whose words say a wait in weeks has a scale in weeks, too.

    Examples
    --------
    >>> scale_of_time(0.0860485, "year")
    ('week', 52.0)
    """
    if not np.isfinite(beside) or beside <= 0:
        return unit, 1.0
    told = _unit_of(beside * DAYS[unit])
    return told, DAYS[unit] / DAYS[told]


def _unit_of(days: float) -> Unit:
    told: Unit = "day" if days < 7 else "week" if days < 2 * DAYS["month"] else "month" if days < 728 else "year"
    if abs(days / DAYS["month"] - round(days / DAYS["month"])) < 1e-9 and DAYS["month"] - 1e-6 < days < 728:
        told = "month"
    return told


def _in_unit(days: float, told: Unit, language: Language) -> str:
    length = days / DAYS[told]
    if abs(length - round(length)) < 1e-9:
        return _whole(round(length), told, language)
    return say(_BROKEN[told], language, context="broken", n=number(length, language))


def _whole(n: int, unit: Unit, language: Language) -> str:
    if unit == "year":
        return count("{n} year", "{n} years", n, language)
    if unit == "month":
        return count("{n} month", "{n} months", n, language)
    return count("{n} week", "{n} weeks", n, language) if unit == "week" else count("{n} day", "{n} days", n, language)
