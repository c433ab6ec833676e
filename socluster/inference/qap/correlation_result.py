"""What a QAP correlation says: the statistic, and how it compares with permutations of the actors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.inference.qap.association import NAMES
from socluster.inference.shared.bars import bars
from socluster.words import Language, Phrase, count, counted, number, percent, say

__all__ = ["QAPTest"]


@dataclass(frozen=True, repr=False)
class QAPTest(Result):
    """What `qap` found. Its text is a sentence.

    Parameters
    ----------
    x, y : str
        What was compared.
    statistic : str
        How.
    observed : float
        The statistic of the two matrices.
    mean, sd : float
        Of the statistic over the permutations.
    low, high : float
        The interval that holds the middle part of the permutations.
    p_greater, p_less, p_two_sided : float
        How often a permutation gives a statistic at least as large, at most as large, at least as far from 0 (of a
        correlation) or from the mean of the permutations (of others).
    error : float
        Monte-Carlo standard error of p_two_sided; 0 where all permutations were looked at.
    actors, dyads : int
        How many there are; only dyads that are known in both matrices count.
    directed, two_mode : bool
        Whether dyads are ordered pairs of actors; whether they are pairs of an actor and a group.
    is_exact : bool
        Whether all permutations were looked at, instead of some at random.
    draws : int
        Number of permutations.
    interval : float
        Share of the permutations between low and high.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    seed : int, optional
        Seed of the draws, if it is known.
    drawn : ndarray of shape (draws,)
        The statistic in every permutation.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    """

    x: str | Phrase
    y: str | Phrase
    statistic: str
    observed: float
    mean: float
    sd: float
    low: float
    high: float
    p_greater: float
    p_less: float
    p_two_sided: float
    error: float
    actors: int
    dyads: int
    directed: bool
    two_mode: bool
    is_exact: bool
    draws: int
    interval: float = 0.9
    fingerprint: str | None = None
    seed: int | None = None
    drawn: Array = field(default_factory=lambda: np.empty(0), compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row, indexed by what was compared, with all numbers as columns."""
        apart = ("x", "y", "interval", "fingerprint", "seed", "drawn", "data_notes", "cluster_name")
        row = {name: getattr(self, name) for name in self.__dataclass_fields__ if name not in apart}
        index = pd.MultiIndex.from_tuples([(str(self.x), str(self.y))], names=["x", "y"])
        return pd.DataFrame([row], index=index)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the statistic, and how it compares with chance.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if np.isnan(self.observed):
            return [self._undefined(language), *self.about_data(language)]
        return [self._observed(language), self._by_chance(language), *self.about_data(language)]

    def plot(self, *, language: Language = "en") -> Any:
        """Draw which values the permutations give, and where the observed one lies.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words.
        """
        from socluster.plot import null_distribution  # plotly is heavy; load it when somebody wants to see

        shown = say(
            "{statistic} of '{x}' and '{y}'",
            language,
            statistic=say(NAMES[self.statistic], language),
            x=self.x,
            y=self.y,
        )
        from socluster.plot.caption import about
        from socluster.plot.finding import beside_chance

        row = {"observed": self.observed, "middle": self.mean, "p": self.p_two_sided}
        return null_distribution(
            bars(pd.DataFrame({shown: self.drawn}), pd.Series([self.observed]), p=np.array([self.p_two_sided])),
            title=beside_chance(pd.DataFrame([row], index=[shown]), language),
            subtitle=about(
                language,
                cluster=self.cluster_name,
                actors=self.actors,
                two_sided=True,
                more=[self._permuted(language)],
            ),
            language=language,
        )

    def _permuted(self, language: Language) -> str:
        if self.is_exact:
            return count(
                "null: all {n} order of the actors", "null: all {n} orders of the actors", self.draws, language
            )
        return count(
            "null: the actors change places at random ({n} permutation)",
            "null: the actors change places at random ({n} permutations)",
            self.draws,
            language,
        )

    def _undefined(self, language: Language) -> str:
        return say(
            "{statistic} of '{x}' and '{y}': undefined, since one of them is the same for all dyads that are known in "
            "both.",
            language,
            statistic=say(NAMES[self.statistic], language),
            x=self.x,
            y=self.y,
        )

    def _observed(self, language: Language) -> str:
        values: dict[str, Any] = {
            "statistic": say(NAMES[self.statistic], language),
            "x": self.x,
            "y": self.y,
            "observed": number(self.observed, language),
            "actors": counted("of {n} actor", "of {n} actors", self.actors),
        }
        if self.two_mode:
            return count(
                "{statistic} of '{x}' and '{y}': {observed} ({n} pair of an actor and a group, {actors}).",
                "{statistic} of '{x}' and '{y}': {observed} ({n} pairs of an actor and a group, {actors}).",
                self.dyads,
                language,
                **values,
            )
        if self.directed:
            return count(
                "{statistic} of '{x}' and '{y}': {observed} ({n} ordered pair {actors}).",
                "{statistic} of '{x}' and '{y}': {observed} ({n} ordered pairs {actors}).",
                self.dyads,
                language,
                **values,
            )
        return count(
            "{statistic} of '{x}' and '{y}': {observed} ({n} pair {actors}).",
            "{statistic} of '{x}' and '{y}': {observed} ({n} pairs {actors}).",
            self.dyads,
            language,
            **values,
        )

    def _by_chance(self, language: Language) -> str:
        values = {
            "mean": number(self.mean, language),
            "low": number(self.low, language),
            "high": number(self.high, language),
            "share": percent(self.interval, language),
            "p": number(self.p_two_sided, language),
        }
        if self.is_exact:
            return count(
                "Over the only order of the actors it is {mean} [{share} interval: {low} to {high}]; p = {p}, "
                "two-sided, exact.",
                "Over all {n} orders of the actors it is {mean} on average [{share} interval: {low} to {high}]; "
                "p = {p}, two-sided, exact.",
                self.draws,
                language,
                **values,
            )
        return count(
            "If the actors change places at random it is {mean} on average [{share} interval: {low} to {high}]; "
            "p = {p}, two-sided, {n} permutation.",
            "If the actors change places at random it is {mean} on average [{share} interval: {low} to {high}]; "
            "p = {p}, two-sided, {n} permutations.",
            self.draws,
            language,
            **values,
        )
