"""Networks drawn from a model: their statistics beside the observed ones, and each as a cluster."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import pandas as pd

from socluster.core.arguments import whole_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.draws.spread import spread
from socluster.inference.ergm.given import of_given
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.simulated_cluster import simulated_cluster
from socluster.words import Language, Phrase, count, listed, marked, number, percent, say

__all__ = ["ErgmSimulation", "StatesOfModel"]

DRIFT = 4.0  # standard errors between the networks and the same chains half-way, from which they are said to drift
FEW, MANY = 1 / 3, 3.0  # times the observed ties, beyond which a network is another kind of network
OFTEN = 0.2  # share of such networks from which it is said

_ASSUMED = marked("The coefficients are an assumption: the networks show what would follow from it.")
_ESTIMATED = marked(
    "The coefficients were estimated from the observed network; how uncertain they are does not show in these networks."
)


class StatesOfModel(Protocol):
    """What draws networks of a model again."""

    @property
    def model(self) -> ErgmModel:
        """The model."""

    @property
    def theta(self) -> Array:
        """Its coefficients."""

    @property
    def steps(self) -> int:
        """Proposals for each network."""

    def state(self, draw: int) -> Array:
        """Return one of the networks."""


@dataclass(frozen=True, eq=False, repr=False)
class ErgmSimulation(Result):
    """Networks drawn from a model; see `ergm_simulate`.

    Parameters
    ----------
    task : StatesOfModel
        The model, its coefficients, and how its networks are drawn.
    drawn : ndarray of shape (draws, p)
        Statistics of the networks.
    half_way : ndarray of shape (draws, p)
        The same of their chains half-way.
    interval : float
        Share of the networks between low and high.
    draws : int
        Number of networks.
    seed : int or None
        Seed, if it is known.
    fingerprint : str or None
        Fingerprint of the cluster.
    estimated : bool
        Whether the coefficients were estimated from the cluster; otherwise they are stated.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    task: StatesOfModel
    drawn: Array
    half_way: Array
    interval: float
    draws: int
    seed: int | None = None
    fingerprint: str | None = None
    estimated: bool = False
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def model(self) -> ErgmModel:
        """The model."""
        return self.task.model

    @property
    def coefficients(self) -> pd.Series[float]:
        """The coefficients that the networks were drawn with."""
        return pd.Series(self.task.theta.copy(), self._terms, name="coefficient")

    @property
    def statistics(self) -> pd.DataFrame:
        """The statistics of every network: index draw, a column for each coefficient."""
        return pd.DataFrame(self.drawn.copy(), pd.RangeIndex(self.draws, name="draw"), self._terms)

    def network(self, draw: int) -> Cluster:
        """Return one of the networks as a cluster, with the attributes and other layers of the one it came from.

        Parameters
        ----------
        draw : int
            Which one, from 0. Its ties have the evidence "simulated".

        Raises
        ------
        InputError
            If there is none of this number.
        """
        if whole_number("draw", draw) >= self.draws:
            message = marked("draw must be below the number of draws, {draws}")
            raise InputError(Problem(message, value=draw, values={"draws": self.draws}))
        return simulated_cluster(self.model.network, self.task.state(draw))

    def to_frame(self) -> pd.DataFrame:
        """Return a row per statistic.

        Columns: coefficient; observed (in the cluster; unknown dyads hold no tie there); median, mean, low, high, error
        (Monte-Carlo, of the median), error_of_mean and defined over the networks.
        """
        about = pd.DataFrame({"coefficient": self.task.theta, "observed": self.model.statistics()}, index=self._terms)
        return about.join(spread(self.statistics, self.interval))

    @property
    def drifting(self) -> list[str]:
        """Statistics that still change from half-way to the end: the chains have not forgotten where they began."""
        if self.draws < 2:
            return []
        difference = self.drawn - self.half_way
        error = difference.std(axis=0, ddof=1) / np.sqrt(self.draws)
        far = np.abs(difference.mean(axis=0)) > DRIFT * np.maximum(error, 1e-12)
        return [name for name, is_far in zip(self.model.names, far, strict=True) if is_far]

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the statistics of the networks and of the cluster.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and numbers.
        """
        from socluster.plot import goodness  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        cluster = self.model.network.cluster
        return goodness(
            self.to_frame(),
            interval=self.interval,
            title=say("Are the simulated networks like the observed one?", language),
            subtitle=about(
                language,
                cluster=cluster.name,
                actors=cluster.n_actors,
                layers=self.model.network.tie_layers,
                level=self.interval,
                draws=self.draws,
            ),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many networks were drawn, how they compare with the cluster, and what to keep in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [
            count(
                "{n} network was drawn from the model with the coefficients {coefficients}.",
                "{n} networks were drawn from the model with the coefficients {coefficients}.",
                self.draws,
                language,
                coefficients=listed([self._coefficient(place, language) for place in range(self.model.p)], language),
            ),
            *(self._row(name, row, language) for name, row in self.to_frame().iterrows()),
            say(_ESTIMATED, language) if self.estimated else say(_ASSUMED, language),
        ]
        given = [*of_given(self.model, language), *self._of_unknown(language)]
        return [*said, *given, *self._cautions(language), *self.about_data(language)]

    def _of_unknown(self, language: Language) -> list[str]:
        """Say that what is observed leaves out what varies in the networks, where dyads are unknown."""
        if not len(self.model.dyads.unknown):
            return []
        return [
            count(
                "{n} dyad is unknown: it varies in the networks and holds no tie in what was observed, so that the two "
                "are not alike.",
                "{n} dyads are unknown: they vary in the networks and hold no tie in what was observed, so that the "
                "two are not alike.",
                len(self.model.dyads.unknown),
                language,
            )
        ]

    def _coefficient(self, place: int, language: Language) -> str:
        value = self.task.theta[place]
        shown = number(value, language) if np.isfinite(value) else "−∞"
        return f"{self.model.names[place]} {shown}"

    def _row(self, name: Any, row: pd.Series[Any], language: Language) -> str:
        return say(
            "{statistic}: median {median} ({low} to {high} in {interval} of the networks), {observed} observed.",
            language,
            statistic=name,
            median=number(row["median"], language),
            interval=percent(self.interval, language),
            low=number(row["low"], language),
            high=number(row["high"], language),
            observed=number(row["observed"], language),
        )

    def _cautions(self, language: Language) -> list[str]:
        """Say if the networks may not be those of the model, or are almost empty or almost complete."""
        cautions = []
        if self.drifting:
            cautions.append(
                say(
                    "The networks may not have forgotten the network that they began with: from half-way to the end "
                    "{statistics} still change. Ask for more steps (now {steps}).",
                    language,
                    statistics=listed(self.drifting, language),
                    steps=number(float(self.task.steps), language),
                )
            )
        share = self._elsewhere
        if share > OFTEN:
            cautions.append(
                say(
                    "{share} of the networks have less than a third, or more than three times, of the observed ties.",
                    language,
                    share=percent(share, language),
                )
            )
        return cautions

    @property
    def _elsewhere(self) -> float:
        """Share of the networks with far fewer or far more ties than the observed one; 0 if those are not known."""
        if "edges" not in self.model.names or len(self.model.dyads.unknown):
            return 0.0
        place = self.model.names.index("edges")
        observed = self.model.statistics()[place]
        ties = self.drawn[:, place]
        return float(((ties < FEW * observed) | (ties > MANY * observed)).mean()) if observed else 0.0

    @property
    def _terms(self) -> pd.Index[str]:
        return pd.Index(self.model.names, name="term")
