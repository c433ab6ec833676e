"""What is said of simulated clients: how many came, were served and wait, and where the longest list is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from socluster.development.chains.units import Unit, span
from socluster.words import Language, count, number, percent, say
from socluster.words.intervals import with_interval

__all__ = ["Circumstances", "headline", "longest_list"]


@dataclass(frozen=True)
class Circumstances:
    """How long was simulated, how often, and how many were there in the beginning.

    Parameters
    ----------
    horizon : float
        How far it looked, in units of `unit`.
    unit : str
        The unit of time.
    start : float
        Clients on the list or in service at the start.
    draws : int
        Number of histories.
    interval : float
        Share of the draws between low and high.
    """

    horizon: float
    unit: Unit
    start: float
    draws: int
    interval: float


def headline(table: pd.DataFrame, how: Circumstances, language: Language) -> str:
    """Return who waits at the horizon, who was served and who gave up.

    Parameters
    ----------
    table : DataFrame
        Index `quantity` (arrived, served, lost, waiting); columns median, low, high.
    how : Circumstances
        Of the simulation.
    language : {"en", "lt"}
        The language.
    """
    waiting, lost = (
        with_interval(row["median"], row["low"], row["high"], how.interval, language)
        for row in (table.loc["waiting"], table.loc["lost"])
    )
    told = {
        "time": span(how.horizon, how.unit, language),
        "waiting": waiting,
        "arrived": number(table.loc["arrived", "median"] - how.start, language),
        "served": number(table.loc["served", "median"], language),
        "lost": lost,
        "simulated": count("{n} simulated history", "{n} simulated histories", how.draws, language),
    }
    if how.start:
        return say(
            "After {time}, {waiting} clients wait; {start} were on the list or in service at the start, {arrived} "
            "came; of all these, {served} were served and {lost} gave up or found nobody (medians of {simulated}).",
            language,
            start=number(how.start, language),
            **told,
        )
    return say(
        "After {time}, {waiting} clients wait; of {arrived} who came, {served} were served and {lost} gave up or "
        "found nobody (medians of {simulated}).",
        language,
        **told,
    )


def longest_list(name: str, row: pd.Series[Any], unit: Unit, language: Language) -> str:
    """Return how long the longest list is, and how busy its servers are.

    Parameters
    ----------
    name : str
        Whose list it is.
    row : Series
        waiting, mean_wait and utilisation.
    unit : str
        The unit of time.
    language : {"en", "lt"}
        The language.
    """
    return say(
        "The longest list is at {name}: {n} clients; who comes there waits {wait} on average, and its servers "
        "are busy {share} of their time.",
        language,
        name=name,
        n=number(row["waiting"], language),
        wait=span(float(row["mean_wait"]), unit, language),
        share=percent(float(row["utilisation"]), language),
    )
