"""What a regression of dyads found: a table as the field prints it, sentences, a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.inference.shared.printed import as_html, as_latex
from socluster.words import Language, Phrase, as_phrase, count, counted, itemised, marked, number, say

__all__ = ["MRQAP"]

MODELS = {
    "linear": marked("Linear regression"),
    "logit": marked("Logistic regression"),
    "poisson": marked("Poisson regression"),
}
WAYS = {
    "dsp": marked("double semi-partialling"),
    "y": marked("permuting the outcome"),
    "freedman-lane": marked("permuting residuals of the outcome (Freedman and Lane)"),
}
SIZES = {
    "standardized": marked("standardized"),
    "odds_ratio": marked("odds ratio"),
    "rate_ratio": marked("rate ratio"),
}


@dataclass(frozen=True, repr=False)
class MRQAP(Result):
    """What `mrqap` found. Its text is sentences.

    Parameters
    ----------
    y : str
        What was explained.
    names : tuple of str
        What explains it, the intercept (or the networks) first.
    estimates : DataFrame
        The numbers of `to_frame()`.
    family : str
        "linear", "logit" or "poisson".
    permute : str
        What was permuted: "dsp", "y" or "freedman-lane".
    r_squared, adjusted_r_squared : float
        Share of the variance of the dyads that is explained (of a logit or Poisson regression, of the deviance), and
        the same less what as many chance predictors would explain (NaN but for linear regressions).
    deviance, null_deviance : float
        What is left unexplained, and what would be by the mean alone; of a linear regression, sums of squares.
    actors, dyads, networks : int
        How many there are; only dyads that are known in the outcome and all predictors count.
    directed, two_mode : bool
        Whether dyads are ordered pairs of actors; whether they are pairs of an actor and a group.
    is_exact : bool
        Whether all permutations were looked at, instead of some at random.
    draws : int
        Number of permutations.
    within_groups : bool
        Whether only actors of one group changed places.
    interval : float
        Share of the permutations between low and high.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    seed : int, optional
        Seed of the draws, if it is known.
    drawn : ndarray of shape (draws, coefficients)
        The t or z of every coefficient in every permutation; NaN where it is not tested or not defined.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    """

    y: str | Phrase
    names: tuple[str | Phrase, ...]
    estimates: pd.DataFrame = field(compare=False)
    family: str
    permute: str
    r_squared: float
    adjusted_r_squared: float
    deviance: float
    null_deviance: float
    actors: int
    dyads: int
    networks: int
    directed: bool
    two_mode: bool
    is_exact: bool
    draws: int
    within_groups: bool = False
    interval: float = 0.9
    fingerprint: str | None = None
    seed: int | None = None
    drawn: Array = field(default_factory=lambda: np.empty((0, 0)), compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)

    @property
    def statistic(self) -> str:
        """What the permutations are of: "t" or "z"."""
        return "t" if self.family == "linear" else "z"

    def to_frame(self) -> pd.DataFrame:
        """Return a row per coefficient.

        Returns
        -------
        DataFrame
            Index `predictor`. Columns:

            - estimate: the coefficient
            - standardized (linear: in standard deviations of the outcome for one of the predictor), odds_ratio (logit)
              or rate_ratio (Poisson)
            - t (linear) or z: the coefficient by its ordinary standard error, which is a yardstick here and no test
            - p_greater, p_less, p_two_sided: how often a permutation gives at least as large, at most as large, at
              least as far from 0 a t or z
            - error: Monte-Carlo standard error of p_two_sided
            - low, high: where the middle part of the permuted t or z lies
            - undefined: permutations in which the coefficient does not exist; they count as extreme
        """
        return self.estimates.copy()

    @checked
    def to_text(self, language: Language = "en") -> pd.DataFrame:
        """Return the table as it is printed: numbers as text, a dash where nothing is tested.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and of the numbers.
        """
        size = next(each for each in SIZES if each in self.estimates)
        heads = {
            "estimate": say("estimate", language),
            size: say(SIZES[size], language),
            self.statistic: self.statistic,
            "p_greater": say("p greater", language),
            "p_less": say("p less", language),
            "p_two_sided": say("p two-sided", language),
        }
        cells = {
            head: [self._cell(column, value, language) for value in self.estimates[column]]
            for column, head in heads.items()
        }
        names = [as_phrase(name, {}).said(language) for name in self.names]
        return pd.DataFrame(cells, index=pd.Index(names, name=say("predictor", language)))

    @checked
    def to_latex(self, language: Language = "en", *, caption: str | None = None, label: str | None = None) -> str:
        """Return the table for LaTeX, with the rules of the package booktabs and what the numbers are below it.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and of the numbers.
        caption, label : str, optional
            Of the table.
        """
        return as_latex(self.to_text(language), self._notes(language), caption=caption, label=label)

    @checked
    def to_html(self, language: Language = "en") -> str:
        """Return the table for a web page or a word processor, with what the numbers are below it.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and of the numbers.
        """
        return as_html(self.to_text(language), self._notes(language))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what was regressed on what, the coefficients, and what the p-values are.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            self._asked(language),
            *self._of_networks(language),
            self._coefficients(language),
            self._p_values(language),
            *self._undefined(language),
            say(
                "Association is not cause; and p is about which actor stands where in these networks, not about a "
                "sample of dyads.",
                language,
            ),
            *self.about_data(language),
        ]

    def plot(self, *, language: Language = "en") -> Any:
        """Draw the t or z of every predictor, and where the permutations put it.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words.
        """
        from socluster.plot import against_chance  # plotly is heavy; load it when somebody wants to see

        table = self.estimates.rename(columns={self.statistic: "observed", "p_two_sided": "p"})
        table.index = pd.Index([as_phrase(name, {}).said(language) for name in self.names])
        table = table.iloc[self.networks if self.networks > 1 else 1 :]
        label = say("{statistic} of the coefficient", language, statistic=self.statistic)
        from socluster.plot.caption import about
        from socluster.plot.finding import beside_chance

        return against_chance(
            table[["observed", "low", "high", "p"]].replace([np.inf, -np.inf], np.nan),
            label=label,
            title=beside_chance(table.assign(middle=(table["low"] + table["high"]) / 2), language),
            subtitle=about(
                language,
                cluster=self.cluster_name,
                actors=self.actors,
                level=self.interval,
                two_sided=True,
                more=[
                    say("outcome: {y}", language, y=as_phrase(self.y, {}).said(language)),
                    say("null: {kept}", language, kept=say(WAYS[self.permute], language)),
                    count("{n} permutation", "{n} permutations", self.draws, language),
                ],
            ),
            language=language,
        )

    def _cell(self, column: str, value: float, language: Language) -> str:
        if (column.startswith("p_") and not value < 0.0005) or column == self.statistic:  # no p is 0
            return number(value, language, decimals=3, undefined="–")
        return number(value, language, digits=3, undefined="–")

    def _asked(self, language: Language) -> str:
        values: dict[str, Any] = {
            "model": say(MODELS[self.family], language),
            "y": self.y,
            "actors": counted("of {n} actor", "of {n} actors", self.actors),
            "fit": self._fit(language),
        }
        if self.two_mode:
            return count(
                "{model} of '{y}' over {n} pair of an actor and a group ({actors}); {fit}.",
                "{model} of '{y}' over {n} pairs of an actor and a group ({actors}); {fit}.",
                self.dyads,
                language,
                **values,
            )
        if self.directed:
            return count(
                "{model} of '{y}' over {n} ordered pair {actors}; {fit}.",
                "{model} of '{y}' over {n} ordered pairs {actors}; {fit}.",
                self.dyads,
                language,
                **values,
            )
        return count(
            "{model} of '{y}' over {n} pair {actors}; {fit}.",
            "{model} of '{y}' over {n} pairs {actors}; {fit}.",
            self.dyads,
            language,
            **values,
        )

    def _of_networks(self, language: Language) -> list[str]:
        if self.networks == 1:
            return []
        return [
            count(
                "These are of {n} network, which has a level of its own.",
                "These are of {n} networks, each of which has a level of its own.",
                self.networks,
                language,
            )
        ]

    def _fit(self, language: Language) -> str:
        r = number(self.r_squared, language)
        if self.family == "linear":
            return say("R² = {r}", language, r=r)
        return say("share of the deviance explained {r}", language, r=r)

    def _coefficients(self, language: Language) -> str:
        """Return each predictor with its coefficient and p; levels are no predictors."""
        first = self.networks if self.networks > 1 else 1
        rows = self.estimates.iloc[first:].to_dict("records")
        told = [
            say(
                "'{name}' {estimate} ({statistic} = {value}, p = {p})",
                language,
                name=name,
                estimate=number(row["estimate"], language),
                statistic=self.statistic,
                value=number(row[self.statistic], language),
                p=number(row["p_two_sided"], language),
            )
            for name, row in zip(self.names[first:], rows, strict=True)
        ]
        return say("Coefficients: {coefficients}.", language, coefficients=itemised(told, language))

    def _p_values(self, language: Language) -> str:
        values: dict[str, Any] = {"way": say(WAYS[self.permute], language), "statistic": self.statistic}
        if self.is_exact:
            return count(
                "p is two-sided and exact: the share of the only order of the actors that gives a {statistic} at least "
                "as far from 0 ({way}).",
                "p is two-sided and exact: the share of all {n} orders of the actors that give a {statistic} at least "
                "as far from 0 ({way}).",
                self.draws,
                language,
                **values,
            )
        if self.within_groups:
            return count(
                "p is two-sided: how often {n} permutation of the actors within their groups gives a {statistic} at "
                "least as far from 0 ({way}).",
                "p is two-sided: how often {n} permutations of the actors within their groups give a {statistic} at "
                "least as far from 0 ({way}).",
                self.draws,
                language,
                **values,
            )
        return count(
            "p is two-sided: how often {n} permutation of the actors gives a {statistic} at least as far from 0 "
            "({way}).",
            "p is two-sided: how often {n} permutations of the actors give a {statistic} at least as far from 0 "
            "({way}).",
            self.draws,
            language,
            **values,
        )

    def _undefined(self, language: Language) -> list[str]:
        most = int(self.estimates["undefined"].max())
        if not most:
            return []
        return [
            count(
                "In up to {n} permutation a coefficient does not exist; it counts as extreme, so that p is too large "
                "rather than too small.",
                "In up to {n} permutations a coefficient does not exist; they count as extreme, so that p is too large "
                "rather than too small.",
                most,
                language,
            )
        ]

    def _notes(self, language: Language) -> list[str]:
        return [self._asked(language), self._p_values(language), *self._undefined(language), *self.about_data(language)]
