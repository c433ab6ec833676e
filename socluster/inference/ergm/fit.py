"""What an exponential random graph model says of a cluster: coefficients, how sure they are, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import seed_of
from socluster.core.checked import checked
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import INTERVAL
from socluster.inference.ergm.estimate import Estimate
from socluster.inference.ergm.fit_pictures import chains_shown, coefficients_shown
from socluster.inference.ergm.fit_tables import chain_table, coefficient_table
from socluster.inference.ergm.fit_text import coefficients_told, how_fitted, likelihood_told, of_dyads, subject
from socluster.inference.ergm.given import model_notes
from socluster.inference.ergm.goodness_of_fit import DRAWS, ErgmGoodnessOfFit, goodness_of_fit
from socluster.inference.ergm.likelihood import LogLikelihood, likelihood_at, null_likelihood
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.networks import start_of, thinning_for
from socluster.inference.ergm.prediction import predicted
from socluster.inference.ergm.simulated import ErgmSimulation
from socluster.inference.ergm.simulation import simulated
from socluster.inference.ergm.tables import printed_table
from socluster.inference.shared.printed import as_html, as_latex
from socluster.words import Language, Phrase, phrase, say

__all__ = ["ErgmFit"]

STEPS = 64  # times the thinning of the estimate


@dataclass(frozen=True, eq=False, repr=False)
class ErgmFit(Result):
    """What `ergm` found. It prints what each term adds to the log odds of a tie, and how that was found.

    Parameters
    ----------
    model : ErgmModel
        The terms over the network.
    estimate : Estimate
        Coefficients, their covariance, and the networks that were simulated for them.
    interval : float
        Probability that the interval low to high covers a coefficient.
    seed : int or None
        Seed of the simulation; None if nothing was simulated, or from a generator that was handed in.
    start : int or None
        What the simulation started from, also where that came from a generator.
    draws : int or None
        Number of networks of the last sample, or of the bootstrap; None if nothing was simulated.
    taper : float or None
        Radius of the taper, in square roots of the observed statistics.
    fingerprint : str
        Fingerprint of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    model: ErgmModel
    estimate: Estimate
    interval: float = INTERVAL
    seed: int | None = None
    start: int | None = None
    draws: int | None = None
    taper: float | None = None
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def method(self) -> str:
        """How the coefficients were found: dyads, pairs, enumeration (all exact), mple, mcmle or tapered."""
        return self.estimate.how

    @property
    def is_exact(self) -> bool:
        """Whether nothing was simulated to find the coefficients."""
        return self.estimate.how in ("dyads", "pairs", "enumeration")

    @property
    def coefficients(self) -> pd.Series[float]:
        """The estimate of each coefficient."""
        return pd.Series(self.estimate.coefficients.copy(), self._terms, name="estimate")

    @property
    def covariance(self) -> pd.DataFrame:
        """Covariance of the coefficients, their Monte-Carlo error included."""
        return pd.DataFrame(self.estimate.covariance.copy(), self._terms, self._terms)

    @property
    def observed(self) -> pd.Series[float]:
        """The observed statistics; unknown dyads hold no tie in them."""
        return pd.Series(self.model.statistics(), self._terms, name="observed")

    @cached_property
    def _likelihood(self) -> LogLikelihood:
        return likelihood_at(self.model, self.estimate.coefficients, self.start)

    @property
    def log_likelihood(self) -> float:
        """Log-likelihood at the estimate: exact, or simulated when first asked for (some seconds).

        Raises
        ------
        InputError
            If the networks of the model keep their ties or degrees, or the model is tapered.
        """
        return self._likelihood.value

    @property
    def log_likelihood_error(self) -> float:
        """Monte-Carlo standard error of the log-likelihood; 0 where it is exact."""
        return self._likelihood.error

    @property
    def null_log_likelihood(self) -> float:
        """Log-likelihood if every known dyad were tied with probability one half."""
        return null_likelihood(self.model)

    @property
    def deviance(self) -> float:
        """Minus twice the log-likelihood."""
        return -2 * self.log_likelihood

    @property
    def null_deviance(self) -> float:
        """Minus twice the log-likelihood of `null_log_likelihood`."""
        return -2 * self.null_log_likelihood

    @property
    def aic(self) -> float:
        """Akaike's information criterion: twice the number of coefficients, minus twice the log-likelihood."""
        return 2 * self.model.p - 2 * self.log_likelihood

    @property
    def bic(self) -> float:
        """Bayesian information criterion: log of the number of known dyads a coefficient, minus twice log-likelihood.

        Dyads depend on each other, so their number overstates how much there was to learn from.
        """
        return float(np.log(max(len(self.model.dyads.known), 1))) * self.model.p - 2 * self.log_likelihood

    def to_frame(self) -> pd.DataFrame:
        """Return one row per coefficient.

        Returns
        -------
        DataFrame
            Index `term`. Columns:

            - estimate: what one more of the statistic adds to the log odds of a tie, given all other ties
            - se: standard error, the Monte-Carlo error included
            - mc_error: standard deviation of the Monte-Carlo error; 0 where nothing was simulated
            - z: estimate / se
            - p: two-sided, of the normal curve
            - low, high: the interval (90 % unless asked otherwise)
        """
        return coefficient_table(self.estimate, self.model.names, self.interval)

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the coefficients with their intervals.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the numbers.
        """
        return coefficients_shown(self.model, self.to_frame(), self.interval, language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how the model was fitted, what each term adds, and what to keep in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        parts = (
            subject(self.model, language),
            *how_fitted(self.model, self.estimate, self.draws, self.taper, language),
            coefficients_told(self.to_frame(), self.interval, language),
            say("These are tendencies of one network, given its other ties; they are no causes.", language),
            *of_dyads(self.model, language),
            *self.about_data(language),
        )
        return list(parts)

    def goodness_of_fit(self, *, draws: int | Draws = DRAWS, rng: Generator | int | None = None) -> ErgmGoodnessOfFit:
        """Compare the observed network with networks of the model, also in what the model does not know.

        Parameters
        ----------
        draws : int or Draws, default 100
            How many networks, with which interval, computed by whom.
        rng : int or numpy.random.Generator
            Seed.

        Returns
        -------
        ErgmGoodnessOfFit
            Prints as sentences; `.to_frame()` has a row per degree, number of edgewise shared partners, distance, triad
            and pair of sectors, `.plot()` shows them.

        Raises
        ------
        InputError
            If the seed is missing.

        References
        ----------
        Hunter, D. R., Goodreau, S. M. & Handcock, M. S. (2008). Goodness of fit of social network models. Journal
        of the American Statistical Association, 103, 248-258. doi:10.1198/016214507000000446
        """
        settings = as_draws(draws).only("interval", "executor", "checkpoint", why=phrase("these are so many networks"))
        return goodness_of_fit(
            self.model,
            self.estimate.coefficients,
            self._steps,
            settings,
            start_of(rng),
            seed=seed_of(rng),
            data_notes=model_notes(self.model, unknown=False),  # which are hidden in all networks
        )

    def simulate(
        self, *, draws: int | Draws = DRAWS, steps: int | None = None, rng: Generator | int | None = None
    ) -> ErgmSimulation:
        """Draw networks of the fitted model.

        Parameters
        ----------
        draws : int or Draws, default 100
            How many networks, with which interval, computed by whom.
        steps : int, optional
            Proposals for each network; by default as many as the estimate shows to be enough.
        rng : int or numpy.random.Generator
            Seed.

        Returns
        -------
        ErgmSimulation
            `.network(draw)` is one of the networks, `.statistics` has the statistics of all.

        Raises
        ------
        InputError
            If the seed is missing.
        """
        settings = as_draws(draws).only("interval", "executor", "checkpoint", why=phrase("these are so many networks"))
        return simulated(
            self.model,
            self.estimate.coefficients,
            settings,
            start_of(rng),
            steps=self._steps if steps is None else steps,
            estimated=True,
            seed=seed_of(rng),
        )

    def predict(
        self,
        *,
        kind: Literal["conditional", "marginal"] = "conditional",
        draws: int | Draws = 1000,
        rng: Generator | int | None = None,
    ) -> pd.DataFrame:
        """Return how likely each tie is under the model.

        Parameters
        ----------
        kind : {"conditional", "marginal"}, default "conditional"
            Given all other ties as they are; or in which share of the networks of the model it is there. They differ
            where ties depend on each other. Unknown dyads are never taken for absent: where ties depend on each other,
            "conditional" draws them given the known ones.
        draws : int or Draws, default 1000
            How many networks, for "marginal" and where unknown dyads are drawn.
        rng : int or numpy.random.Generator, optional
            Seed; needed for "marginal" and where unknown dyads are drawn.

        Returns
        -------
        DataFrame
            Index (source, target), or (actor, group); every dyad that is not held. Columns: tied (unknown dyads: <NA>),
            probability (0 to 1) and, where something was drawn, error: its Monte-Carlo standard error.

        Raises
        ------
        InputError
            If the seed is missing; or for "conditional" where ties or degrees are kept, for then all other ties decide.
        """
        return predicted(self.model, self.estimate.coefficients, kind, self._steps, draws, rng)

    def diagnostics(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the chains that the estimate rests on: they should look alike, without a trend.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and numbers.

        Raises
        ------
        InputError
            If nothing was simulated.
        """
        return chains_shown(self.model, self.chains(), language)

    def chains(self) -> pd.DataFrame:
        """Return the statistics of the last sample.

        Returns
        -------
        DataFrame
            Index `term`; columns chain and draw (from 1), value, observed.

        Raises
        ------
        InputError
            If nothing was simulated.
        """
        drawn = self.estimate.chains
        if drawn is None:
            raise InputError("this estimate is not made of simulated networks, so that there are no chains to look at")
        return chain_table(drawn, self.model.names, self.model.statistics())

    @checked
    def to_text(self, language: Language = "en") -> pd.DataFrame:
        """Return the table as it is printed: numbers as text.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the heads and numbers.
        """
        return printed_table(self.to_frame(), self.interval, language)

    @checked
    def to_latex(self, language: Language = "en", *, caption: str | None = None, label: str | None = None) -> str:
        """Return the table for LaTeX, with the rules of the package booktabs and what the numbers are below it.

        Log-likelihood, AIC and BIC are among that if they are exact, or were asked for before.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and numbers.
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
            Language of the words and numbers.
        """
        return as_html(self.to_text(language), self._notes(language))

    def _notes(self, language: Language) -> list[str]:
        told = [
            subject(self.model, language),
            *how_fitted(self.model, self.estimate, self.draws, self.taper, language),
            *of_dyads(self.model, language),
        ]
        if self.is_exact or "_likelihood" in self.__dict__:
            told.append(likelihood_told(self.log_likelihood, self.aic, self.bic, language))
        return told

    @property
    def _steps(self) -> int:
        """Proposals after which a chain has forgotten that it began with the observed network."""
        return STEPS * (self.estimate.thinning or thinning_for(self.model))

    @property
    def _terms(self) -> pd.Index[str]:
        return pd.Index(self.model.names, name="term")
