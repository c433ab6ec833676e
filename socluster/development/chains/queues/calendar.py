"""Rates that change over the year: a cycle of phases, in each of which clients come and servers work in one way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.development.chains.queues.checks import rate
from socluster.development.chains.units import DAYS, Unit
from socluster.words import marked

__all__ = ["Phase", "cycle", "phases", "school_year"]

_MOST_PHASES = 20_000


@dataclass(frozen=True)
class Phase:
    """A time in which nothing changes.

    Parameters
    ----------
    length : float
        How long it lasts, in units of time.
    values : tuple of float
        What holds in it, such as an arrival rate and a number of servers.
    """

    length: float
    values: tuple[float, ...]


class _OfYears(tuple[tuple[float, float], ...]):
    """Phases with lengths in years, whatever the unit of the other times is."""

    __slots__ = ()


@checked
def school_year(in_term: float, in_summer: float = 0.0, *, months: float = 10.0) -> tuple[tuple[float, float], ...]:
    """What does a year look like in which clients come (or staff works) in term only?

    Parameters
    ----------
    in_term, in_summer : float
        The value in term and in summer, from 0: a rate in the unit of time of the call it goes to (a year, unless that
        says otherwise), or a number of servers.
    months : float, default 10.0
        Months of term; the rest of the year is summer.

    Returns
    -------
    tuple
        Two phases (length in years, value), for `arrival_rate` and `servers` of `transient` and for `season` and
        `holidays` of `simulate_clients`, which count the lengths in their own unit. Phases that you write yourself have
        lengths in that unit.

    Raises
    ------
    InputError
        If a value is below 0, or months are not between 0 and 12.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.queues.school_year(120)
    ((0.8333333333333334, 120.0), (0.16666666666666663, 0.0))
    """
    if not (is_number(months) and 0 < months < 12):
        raise InputError(Problem("must be between 0 and 12", column="months", is_argument=True, value=months))
    values = rate("in_term", in_term, may_be_zero=True), rate("in_summer", in_summer, may_be_zero=True)
    return _OfYears([(months / 12, values[0]), (1 - months / 12, values[1])])


def cycle(argument: str, given: Any, unit: Unit = "year") -> list[tuple[float, float]]:
    """Return the phases (length in units, value) of a cycle that repeats; a number is one that never ends.

    Raises
    ------
    InputError
        If it is neither a number from 0 nor pairs of a length above 0 and a number from 0.
    """
    if is_number(given):
        return [(np.inf, rate(argument, given, may_be_zero=True))]
    message = marked(
        "must be a number from 0, or phases of a year that repeats, each a length and a value: queues.school_year(120)"
    )
    pairs = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else []
    if not pairs or len(pairs) > _MOST_PHASES or not all(_is_pair(each) for each in pairs):
        raise InputError(Problem(message, column=argument, is_argument=True, value=given))
    units = DAYS["year"] / DAYS[unit] if isinstance(given, _OfYears) else 1.0
    return [(float(length) * units, float(value)) for length, value in pairs]


def _is_pair(given: Any) -> bool:
    is_two = isinstance(given, tuple | list) and len(given) == 2 and all(is_number(each) for each in given)
    return is_two and 0 < given[0] < np.inf and 0 <= given[1] < np.inf


def phases(cycles: list[list[tuple[float, float]]], horizon: float) -> list[Phase]:
    """Return the times up to the horizon in which none of several cycles changes.

    Raises
    ------
    InputError
        If there are more than can be gone through.
    """
    ends = np.unique(np.concatenate([_ends(each, horizon) for each in cycles]))
    if len(ends) > _MOST_PHASES:
        message = marked("holds more than {n} phases; make the horizon shorter, or the phases longer")
        raise InputError(
            Problem(message, column="horizon", is_argument=True, value=horizon, values={"n": _MOST_PHASES})
        )
    ends = ends[np.concatenate([np.diff(ends) > 1e-12 * horizon, [True]])] if len(ends) > 1 else ends
    starts = np.concatenate([[0.0], ends[:-1]])
    return [
        Phase(float(end - start), tuple(_value(each, (start + end) / 2) for each in cycles))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


def _ends(phases_of_cycle: list[tuple[float, float]], horizon: float) -> np.ndarray[Any, Any]:
    lengths = np.array([length for length, _ in phases_of_cycle])
    whole = float(lengths.sum())
    if not np.isfinite(whole):
        return np.array([horizon])
    repeats = min(int(np.ceil(horizon / whole)), _MOST_PHASES)
    ends = (np.arange(repeats)[:, None] * whole + np.cumsum(lengths)).ravel()
    return np.append(ends[ends < horizon * (1 - 1e-12)], horizon)


def _value(phases_of_cycle: list[tuple[float, float]], time: float) -> float:
    lengths = np.array([length for length, _ in phases_of_cycle])
    if not np.isfinite(lengths.sum()):
        return phases_of_cycle[0][1]
    place = int(np.searchsorted(np.cumsum(lengths), time % float(lengths.sum()), side="right"))
    return phases_of_cycle[min(place, len(lengths) - 1)][1]
