"""Does a fitted model give networks like the one observed? Degrees, shared partners, distances, triads and mixing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from socluster.draws.spread import medians, tails
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.inference.ergm.features import BETWEEN, Features, mixing_codes
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.prediction import model_identity
from socluster.inference.shared.p_values import p_values
from socluster.words import Language, Phrase, count, listed, marked, number, say, value_name

__all__ = ["DRAWS", "ErgmGoodnessOfFit", "SimulatedFeatures", "goodness_of_fit"]

DRAWS = 100
RARE = 0.05
ENOUGH = 39  # networks; with fewer, no two-sided p is as small as that
SHOWN = 5  # values that a sentence names, at most

_KINDS = {
    "degree": marked("degree"),
    "indegree": marked("indegree"),
    "outdegree": marked("outdegree"),
    "first-mode degree": marked("degree in the first mode"),
    "second-mode degree": marked("degree in the second mode"),
    "first-mode shared partners": marked("shared partners in the first mode"),
    "second-mode shared partners": marked("shared partners in the second mode"),
    "edgewise shared partners": marked("edgewise shared partners"),
    "distance": marked("distance"),
    "triad": marked("triad"),
    "model": marked("statistic of the model"),
    "mixing": marked("mixing of sectors"),
}


@dataclass(frozen=True, eq=False)
class SimulatedFeatures:
    """A task: the features of networks of a fitted model. Each comes from a chain of its own.

    Dyads that are unknown in the observed network are hidden in the simulated ones too, so that like is compared with
    like.

    Parameters
    ----------
    features : Features
        What is looked at.
    theta : ndarray of shape (p,)
        Coefficients.
    steps : int
        Proposals from the observed network to the simulated one.
    seed : int
        Seed.
    """

    features: Features
    theta: Array
    steps: int
    seed: int

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        about = model_identity(self.features.model, self.theta)
        sectors = ("the sectors", (self.features.codes, self.features.sectors))
        return fingerprint_of([*about, sectors, ("the draws", (self.steps, self.seed))])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(len(self.features.index))

    def run(self, first: int, last: int) -> Rows:
        """Return the features of networks first..last-1: an array of shape (draws, features)."""
        found = np.empty((last - first, len(self.features.index)))
        unknown = self.features.model.network.unknown
        for draw in range(first, last):
            chain = self.features.model.chain([self.seed, 30, draw])
            chain.run(self.theta, 1, thinning=self.steps)
            seen = chain.matrix
            seen[unknown] = 0
            found[draw - first] = self.features.of(seen, self.features.model.statistics(seen))
        return [found]


@dataclass(frozen=True, eq=False, repr=False)
class ErgmGoodnessOfFit(Result):
    """How the observed network lies among networks simulated from a fitted model; see `ErgmFit.goodness_of_fit`.

    Parameters
    ----------
    table : DataFrame
        The numbers; `to_frame` hands out a copy.
    draws : int
        Number of simulated networks.
    interval : float
        Share of them between low and high.
    seed : int or None
        Seed of the simulation, if it is known.
    fingerprint : str or None
        Fingerprint of the cluster.
    unknown : int
        Number of dyads that are unknown, and hidden in the simulated networks.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    layers : tuple of str
        The layers of ties that the model is of.
    """

    table: pd.DataFrame = field(compare=False)
    draws: int
    interval: float
    seed: int | None = None
    fingerprint: str | None = None
    unknown: int = 0
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)
    layers: tuple[str, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per kind and value.

        Returns
        -------
        DataFrame
            Index (statistic, value): degree (indegree and outdegree, or degree by mode), edgewise shared partners (by
            mode: shared partners), distance (inf: no path), triad, model (the terms), mixing (of sectors). Values that
            neither the observed network nor any simulated one has are left out. Columns:

            - observed: how many actors, ties, pairs or triads have the value; unknown dyads hold no tie
            - median, low, high: of the simulated networks, in which the same dyads are hidden; low and high are values
              that some of them have, with at least the interval's share of the networks from one to the other
            - p: how often a simulated network is at least as far out, on either side (0 to 1)
        """
        return self.table.copy()

    @property
    def surprising(self) -> pd.DataFrame:
        """The rows with p of at most 0.05, but for the model's own statistics."""
        rows = self.table[(self.table["p"] <= RARE) & (self.table.index.get_level_values(0) != "model")]
        return rows.sort_values("p", kind="stable")

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: the simulated intervals, and the observed network, marked where it is unusual.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words and numbers.
        """
        from socluster.plot import goodness  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        return goodness(
            self._named(language),
            interval=self.interval,
            title=say("Are the simulated networks like the observed one?", language),
            subtitle=about(
                language,
                cluster=self.cluster_name,
                layers=self.layers,
                level=self.interval,
                draws=self.draws,
                two_sided=True,
            ),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return where the observed network is unlike the simulated ones, and what that does not say.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        told = self._compared(language)
        others = self.table[self.table.index.get_level_values(0) != "model"]
        odd = self.surprising
        if self.draws < ENOUGH:
            told.append(
                count(
                    "With {n} network no p can be as small as 0.05, so that nothing can be found to be unusual; take "
                    "at least {enough}.",
                    "With {n} networks no p can be as small as 0.05, so that nothing can be found to be unusual; take "
                    "at least {enough}.",
                    self.draws,
                    language,
                    enough=ENOUGH,
                )
            )
        elif odd.empty:
            told.append(
                count(
                    "In the number compared it is not unusual (p above 0.05).",
                    "In none of the {n} numbers compared is it unusual (p above 0.05).",
                    len(others),
                    language,
                )
            )
        else:
            told.append(
                count(
                    "It is unusual (p of at most 0.05) in {n} of {all}: {which}.",
                    "It is unusual (p of at most 0.05) in {n} of {all}: {which}.",
                    len(odd),
                    language,
                    all=number(len(others), language),
                    which=listed([self._row(key, row, language) for key, row in odd.iterrows()], language, most=SHOWN),
                )
            )
        told.append(
            say(
                "The model was fitted to this very network and the numbers are discrete, so the p-values are cautious: "
                "even a few unusual numbers are a reason to look again. That a model gives such networks does not "
                "prove that it made this one.",
                language,
            )
        )
        return [*told, *self.about_data(language)]

    def _compared(self, language: Language) -> list[str]:
        """Say with how many networks, and what of them is hidden."""
        told = [
            count(
                "The observed network was compared with {n} network simulated from the fitted model.",
                "The observed network was compared with {n} networks simulated from the fitted model.",
                self.draws,
                language,
            )
        ]
        if self.unknown:
            told.append(
                count(
                    "{n} dyad is unknown: it was hidden in the simulated networks too, and all numbers are those of "
                    "the rest.",
                    "{n} dyads are unknown: they were hidden in the simulated networks too, and all numbers are those "
                    "of the rest.",
                    self.unknown,
                    language,
                )
            )
        return told

    def _row(self, key: Any, row: pd.Series[Any], language: Language) -> str:
        kind, value = key
        return say(
            "{kind} {value} ({observed} observed, {low} to {high} simulated)",
            language,
            kind=say(_KINDS[kind], language),
            value=_value(kind, value, language),
            observed=number(row["observed"], language),
            low=number(row["low"], language),
            high=number(row["high"], language),
        )

    def _named(self, language: Language) -> pd.DataFrame:
        named = self.table.copy()
        named.loc[named.index.get_level_values(0) == "model", "p"] = np.nan  # fitted, so never called unusual
        pairs = [(say(_KINDS[kind], language), _value(kind, value, language)) for kind, value in self.table.index]
        named.index = pd.MultiIndex.from_tuples(pairs, names=self.table.index.names)
        return named


def goodness_of_fit(
    model: ErgmModel,
    theta: Array,
    steps: int,
    settings: Draws,
    start: int,
    *,
    seed: int | None,
    data_notes: tuple[Phrase, ...],
) -> ErgmGoodnessOfFit:
    """Return how the observed network lies among networks of a model.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    steps : int
        Proposals from the observed network to a simulated one.
    settings : Draws
        How many networks, and who computes.
    start : int
        What the random numbers start from.
    seed : int or None
        The same, if the user said it.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """
    features = Features(model, *mixing_codes(model))
    task = SimulatedFeatures(features, theta, steps, start)
    with Drawing(settings, "simulating networks") as drawing:
        simulated = drawing.rows(task)[0]
    observed = features.of(model.observed, model.statistics())
    is_there = (observed != 0) | (simulated != 0).any(axis=0)
    is_there |= features.index.get_level_values(0) == "model"
    low, high = _ends(simulated, settings.interval)
    columns = {
        "observed": observed,
        "median": medians(simulated),
        "low": low,
        "high": high,
        "p": p_values(observed, simulated).two_sided,
    }
    return ErgmGoodnessOfFit(
        table=pd.DataFrame(columns, index=features.index)[is_there],
        draws=settings.most,
        interval=settings.interval,
        seed=seed,
        fingerprint=model.network.cluster.fingerprint,
        unknown=len(model.dyads.unknown),
        data_notes=data_notes,
        cluster_name=model.network.cluster.name,
        layers=model.network.tie_layers,
    )


def _ends(simulated: Array, interval: float) -> tuple[Array, Array]:
    """Return the ends of the interval, each a value that was simulated: a count has no decimals."""
    lower, upper = tails(interval)
    return np.quantile(simulated, lower, axis=0, method="lower"), np.quantile(simulated, upper, axis=0, method="higher")


def _value(kind: str, value: Any, language: Language) -> str:
    if isinstance(value, float) and np.isinf(value):
        return say("no path", language)
    if kind == "mixing":
        return BETWEEN.join(value_name("sector", each, language) for each in str(value).split(BETWEEN))
    return str(value)
