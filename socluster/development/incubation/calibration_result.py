"""What two surveys say about the parameters of incubation, in a table and in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.result import Result
from socluster.development.incubation.assumed import quantity_name
from socluster.development.incubation.barriers import BARRIERS, Barriers
from socluster.development.incubation.estimation import COMMON, FoundValue
from socluster.development.incubation.parameters import Incubation
from socluster.words import Language, Phrase, count, number, percent, say

__all__ = ["IncubationCalibration"]


@dataclass(frozen=True, eq=False, repr=False)
class IncubationCalibration(Result):
    """What `calibrate_incubation` found. Its text says each estimate with its interval, and what cannot be told.

    Parameters
    ----------
    cluster : Cluster
        The first wave.
    estimates : mapping from str to FoundValue
        By quantity, the most likely value with its interval.
    unknown : mapping from str to Phrase
        What cannot be told, and why.
    given : Incubation
        What was taken as stated.
    given_barriers : Barriers or None
        Where barriers are at work.
    pairs, exposed, idle : int
        Pairs known in both waves; of them those untied that might meet, and those tied that need not have met.
    events : int
        Number of events.
    log_likelihood : float
        Of the second wave, under the estimates.
    interval : float
        Confidence of the intervals.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """

    cluster: Cluster
    estimates: Mapping[str, FoundValue] = field(compare=False)
    unknown: Mapping[str, Phrase] = field(compare=False)
    given: Incubation = field(compare=False)
    given_barriers: Barriers | None = field(compare=False)
    pairs: int
    exposed: int
    idle: int
    events: int
    log_likelihood: float
    interval: float
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def parameters(self) -> Incubation:
        """The parameters for `incubate`: estimates where there are any, the rest as stated."""
        known = {name: self.estimates[name].value for name in self.estimates if hasattr(self.given, name)}
        return self.given.changed(**known)

    @property
    def barriers(self) -> Barriers | None:
        """The barriers for `incubate`, with their estimated sizes; None if none were asked about."""
        if self.given_barriers is None:
            return None
        sizes = {name: self.estimates[name].value for name in BARRIERS if name in self.estimates}
        if COMMON in self.estimates:
            sizes = dict.fromkeys(BARRIERS, self.estimates[COMMON].value)
        return self.given_barriers.changed(**sizes)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per quantity.

        Returns
        -------
        DataFrame
            Index `quantity`; columns value, low, high (NaN where it cannot be told), why (empty where it can).
        """
        rows: dict[str, list[Any]] = {
            name: [each.value, each.low, each.high, ""] for name, each in self.estimates.items()
        }
        rows |= {name: [np.nan, np.nan, np.nan, why.said("en")] for name, why in self.unknown.items()}
        table = pd.DataFrame.from_dict(rows, orient="index", columns=["value", "low", "high", "why"])
        return table.rename_axis("quantity")

    def sentences(self, language: Language = "en") -> list[str]:
        """Return each estimate with its interval, what cannot be told, and what both rest on.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [
            say(
                "Two waves with {pairs}, of which {exposed} might become tied and {idle} might part, and {events}.",
                language,
                pairs=count("{n} known pair", "{n} known pairs", self.pairs, language),
                exposed=number(self.exposed, language),
                idle=number(self.idle, language),
                events=count("{n} event", "{n} events", self.events, language),
            )
        ]
        said += [self._estimate(name, each, language) for name, each in self.estimates.items()]
        said += [
            say(
                "{quantity}: these data cannot tell ({why}); taken as assumed.",
                language,
                quantity=quantity_name(name, language),
                why=why.said(language),
            )
            for name, why in self.unknown.items()
        ]
        said.append(
            say(
                "Assumed: whom one meets at an event is as stated; with the chance of a tie it enters as a product, so "
                "that the data cannot tell the two apart.",
                language,
            )
        )
        return [*said, *self.about_data(language)]

    def _estimate(self, name: str, found: FoundValue, language: Language) -> str:
        value, low, high = (self._number(each, language) for each in (found.value, found.low, found.high))
        return say(
            "{quantity}: {value} [{share} interval: {low} to {high}].",
            language,
            quantity=quantity_name(name, language),
            value=value,
            share=percent(self.interval, language),
            low=low,
            high=high,
        )

    @staticmethod
    def _number(value: float, language: Language) -> str:
        return number(value, language) if np.isfinite(value) else say("no end in sight", language)
