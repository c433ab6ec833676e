"""Clients and places of a queue in words, also where a rate is no whole number; when it settles, and how exactly."""

from __future__ import annotations

import math

from socluster.development.chains.units import DAYS, Unit, per, span
from socluster.words import Language, number, percent, say

__all__ = ["approximated", "clients", "come", "given_up", "on_list", "room", "settles_slowly", "turned_away"]

_SLOW = 5  # years to approach the steady state, from which on it is said


def clients(n: float, language: Language) -> str:
    """Return so many clients.

    Examples
    --------
    >>> clients(1, "en"), clients(0.5, "en")
    ('1 client', '0.5 clients')
    """
    told = number(n, language)
    if told == "1":
        return say("{n} client", language, n=told, context="rate")
    return say("{n} clients", language, n=told, context="rate")


def room(n: float, language: Language) -> str:
    """Return so many places for clients.

    Examples
    --------
    >>> room(1, "en"), room(57.1, "en")
    ('1 place', '57.1 places')
    """
    told = number(n, language)
    if told == "1":
        return say("{n} place", language, n=told, context="rate")
    return say("{n} places", language, n=told, context="rate")


def come(n: float, language: Language) -> str:
    """Return that so many come."""
    told = number(n, language)
    return say("{n} comes", language, n=told) if told == "1" else say("{n} come", language, n=told)


def on_list(n: float, language: Language) -> str:
    """Return that so many are on the list."""
    told = number(n, language)
    return say("{n} is on the list", language, n=told) if told == "1" else say("{n} are on the list", language, n=told)


def turned_away(n: float, share: float, unit: Unit, language: Language) -> str:
    """Return how many are not let in.

    Examples
    --------
    >>> turned_away(1, 0.5, "year", "en")
    '1 client a year (50.0%) finds the list closed and is not let in.'
    """
    told = {"n": number(n, language), "per": per(unit, language), "share": percent(share, language, decimals=1)}
    if told["n"] == "1":
        return say("{n} client {per} ({share}) finds the list closed and is not let in.", language, **told)
    return say("{n} clients {per} ({share}) find the list closed and are not let in.", language, **told)


def given_up(n: float, share: float, unit: Unit, language: Language) -> str:
    """Return how many give up.

    Examples
    --------
    >>> given_up(1, 0.5, "year", "en")
    '1 client a year (50.0%) gives up before being served.'
    """
    told = {"n": number(n, language), "per": per(unit, language), "share": percent(share, language, decimals=1)}
    if told["n"] == "1":
        return say("{n} client {per} ({share}) gives up before being served.", language, **told)
    return say("{n} clients {per} ({share}) give up before they are served.", language, **told)


def settles_slowly(utilisation: float, capacity: float, unit: Unit, language: Language) -> list[str]:
    """Return that the steady state is years away, if it is, where nothing but spare capacity shortens the list.

    Parameters
    ----------
    utilisation : float
        Share of their time in which servers are busy.
    capacity : float
        Clients whom all of them serve in one unit of time.
    unit : str
        The unit of time.
    language : {"en", "lt"}
        Language of the sentence.
    """
    if not 0 < utilisation < 1:
        return []
    rate = capacity * (1 - math.sqrt(utilisation)) ** 2
    time = 1 / rate if rate else math.inf
    if not math.isfinite(time) or time * DAYS[unit] < _SLOW * DAYS["year"]:
        return []
    return [
        say(
            "That is a steady state, which a list approaches over about {time} and so hardly reaches while rates "
            "stay as they are; queues.transient says how long the list is by a date.",
            language,
            time=span(time, unit, language),
        )
    ]


def approximated(cv2: float, mean_wait: float, language: Language) -> list[str]:
    """Return how exact the wait is, where there is one, if service times do not vary as exponential ones do."""
    if cv2 == 1 or not math.isfinite(mean_wait):
        return []
    return [
        say("The wait is an approximation (Allen and Cunneen), about 10% off; it is exact for one server.", language)
    ]
