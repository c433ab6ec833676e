"""What became of ties and benefits, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.core.labels import Label
from socluster.development.chains.units import span
from socluster.words import Language, count, listed, marked, number, percent, say, value_name
from socluster.words.intervals import with_interval

__all__ = ["Told", "events_said", "quantity_said"]

_QUANTITIES = {
    "ties": marked("ties", context="incubated"),
    "staying_ties": marked("ties among those who stay", context="incubated"),
    "building_ties": marked("new ties that are alive", context="incubated"),
    "across_sectors": marked("new ties between sectors", context="incubated"),
    "sharing_knowledge": marked("share of the others within two steps", context="incubated"),
    "ensuring_cooperation": marked("ties with enough trust", context="incubated"),
    "coordinated_activity": marked("offers with two tied providers", context="incubated"),
}

_MOST_NAMED = 6


def events_said(kinds: Mapping[str, int], language: Language) -> str:
    """Return how many events there are of which kind, as "61 events (3 conferences, ...)".

    Examples
    --------
    >>> events_said({"conference": 1, "visit": 2}, "en")
    '3 events (1 conference, 2 × visit)'
    """
    total = sum(kinds.values())
    all_of_them = count("{n} event", "{n} events", total, language)
    if not total:
        return all_of_them
    each = [_of_kind(kind, n, language) for kind, n in kinds.items() if n]
    return f"{all_of_them} ({', '.join(each)})"


def _of_kind(kind: str, n: int, language: Language) -> str:
    if kind == "conference":
        return count("{n} conference", "{n} conferences", n, language)
    if kind == "seminar":
        return count("{n} seminar", "{n} seminars", n, language)
    if kind == "round table":
        return count("{n} round table", "{n} round tables", n, language)
    return f"{number(n, language)} × {value_name('kind', kind, language)}"


def quantity_said(name: str, language: Language) -> str:
    """Return what people call a quantity of an incubation."""
    return say(_QUANTITIES[name], language, context="incubated")


@dataclass(frozen=True)
class Told:
    """What is said.

    Parameters
    ----------
    cluster : Cluster
        Who was there.
    table : DataFrame
        What `Incubated.to_frame` returns.
    draws : int
        Number of draws.
    interval : float
        Share of the draws between low and high.
    years : float
        How long it took.
    kinds : mapping
        Number of events by kind.
    gone : tuple
        Who leaves.
    offers : int or None
        Offers of several providers.
    enough : float
        Trust from which a tie counts as cooperation.
    """

    cluster: Cluster
    table: pd.DataFrame
    draws: int
    interval: float
    years: float
    kinds: Mapping[str, int]
    gone: tuple[Label, ...]
    offers: int | None
    enough: float

    def sentences(self, language: Language) -> list[str]:
        """Return a sentence about the ties, and one for each benefit."""
        return [
            self._ties(language),
            self._building(language),
            self._knowledge(language),
            self._cooperation(language),
            self._activity(language),
        ]

    def _ties(self, language: Language) -> str:
        return say(
            "After {time} and {events}, the number of ties is {ties}, in the beginning {before} (medians of "
            "{simulated}; the ties are simulated, not observed).",
            language,
            time=span(self.years, "year", language),
            events=events_said(self.kinds, language),
            ties=self._value("ties", language),
            before=number(float(self.table.loc["ties", "before"]), language),
            simulated=count("{n} simulated history", "{n} simulated histories", self.draws, language),
        )

    def _building(self, language: Language) -> str:
        return say(
            "Building ties: new ties that are alive: {new}, those of them between sectors: {across}.",
            language,
            new=self._value("building_ties", language),
            across=number(float(self.table.loc["across_sectors", "median"]), language),
        )

    def _knowledge(self, language: Language) -> str:
        row = self.table.loc["sharing_knowledge"]
        return say(
            "Sharing knowledge: an actor reaches {share} of the others in one or two steps, {before} before.",
            language,
            share=percent(float(row["median"]), language),
            before=percent(float(row["before"]), language),
        )

    def _cooperation(self, language: Language) -> str:
        value = self._value("ensuring_cooperation", language)
        told = {"n": value, "enough": number(self.enough, language)}
        if not self.gone:
            return say(
                "Ensuring cooperation: ties that are alive with trust of at least {enough}: {n}.", language, **told
            )
        return say(
            "Ensuring cooperation: ties that are alive with trust of at least {enough}, without the ties of "
            "{names}: {n}.",
            language,
            names=listed(called(self.cluster, self.gone, language), language, most=_MOST_NAMED),
            **told,
        )

    def _activity(self, language: Language) -> str:
        if self.offers is None:
            return say("Coordinated activity: nothing can be said, since nobody's services are known.", language)
        return say(
            "Coordinated activity: number of offers with several providers: {all}, with two who are tied: {n}.",
            language,
            all=number(self.offers, language),
            n=self._value("coordinated_activity", language),
        )

    def _value(self, name: str, language: Language) -> str:
        middle, low, high = (float(self.table.loc[name, each]) for each in ("median", "low", "high"))
        return with_interval(middle, low, high, self.interval, language)
