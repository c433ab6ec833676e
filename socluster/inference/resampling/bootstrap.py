"""How sure is a number of the cluster? Told by drawing its actors again, with replacement."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW, data_notes
from socluster.core.result import Result
from socluster.core.streams import key_of, stream
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import INTERVAL, spread
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.inference.resampling.of_whole import SAMPLED, of_whole, seen
from socluster.inference.resampling.redrawn_actors import RedrawnActors
from socluster.inference.shared.asked import AskedMeasures
from socluster.inference.shared.bars import bars
from socluster.inference.shared.quiet import quietly
from socluster.measures.shared.answers import Measures
from socluster.words import Language, Phrase, count, measure_name, number, say

__all__ = ["Resampled", "VertexBootstrap", "vertex_bootstrap"]

_STREAM = key_of("vertex bootstrap")


@dataclass(frozen=True, eq=False, repr=False)
class VertexBootstrap(Result):
    """What `vertex_bootstrap` found. Its text says each number with its standard error.

    Parameters
    ----------
    cluster : Cluster
        What was measured.
    observed : Series of float
        The observed values; index `measure`.
    values : DataFrame
        The values of the draws: a row per draw, a column per measure.
    interval : float
        Share of the draws between low and high.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    observed: pd.Series[Any] = field(compare=False)
    values: pd.DataFrame = field(compare=False)
    interval: float = INTERVAL
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.values)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure.

        Returns
        -------
        DataFrame
            Index `measure`. Columns:

            - observed: the value of the cluster
            - error: its standard error, the standard deviation over the draws
            - mean: over the draws; it differs from the observed value where copies of an actor change the measure
            - low, high: the interval of the draws (90 % unless asked otherwise)
            - defined: share of the draws in which the measure is defined
        """
        found = spread(self.values, self.interval)
        error = found["error_of_mean"] * np.sqrt(found["defined"] * self.draws)
        table = found[["mean", "low", "high", "defined"]].assign(observed=self.observed.to_numpy(), error=error)
        return table[["observed", "error", "mean", "low", "high", "defined"]].set_axis(
            self.observed.index, axis="index"
        )

    @property
    def largest_errors(self) -> dict[str, float]:
        """The Monte-Carlo error of the mean of each measure."""
        errors = spread(self.values, self.interval)["error_of_mean"]
        return dict(zip(map(str, self.observed.index), errors.tolist(), strict=True))

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: the values of the draws, and the observed one.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of our own words and of the numbers.
        """
        from socluster.plot import null_distribution  # plotly is heavy; load it when somebody wants to see

        names = [measure_name(str(each), language) for each in self.observed.index]
        from socluster.plot.caption import about, source_of

        return null_distribution(
            bars(self.values.set_axis(names, axis="columns"), self.observed),
            label=say("how often the draws give it", language),
            title=say("How sure is the number?", language),
            subtitle=about(
                language,
                cluster=self.cluster.name,
                actors=self.cluster.n_actors,
                layers=self.cluster.tie_layers,
                draws=len(self.values),
            ),
            caption=source_of(self.cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return every number with its standard error, and what that rests on.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = []
        for name, row in self.to_frame().iterrows():
            told = {key: number(row[key], language) for key in ("observed", "error")}
            measure = measure_name(str(name), language)
            said.append(say("{measure}: {observed}, standard error {error}.", language, measure=measure, **told))
        how = count(
            "Actors were drawn again with replacement ({n} draw); ties between copies of one actor are those of pairs "
            "drawn at random.",
            "Actors were drawn again with replacement ({n} draws); ties between copies of one actor are those of pairs "
            "drawn at random.",
            self.draws,
            language,
        )
        return [*said, how, say(SAMPLED, language), *self.about_data(language)]


@checked
def vertex_bootstrap(
    cluster: Any,
    measure: Measures,
    /,
    *,
    layer: str | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> VertexBootstrap:
    """How sure is a number of the cluster, if its actors are a sample?

    Ties depend on each other, so they cannot be resampled one by one. Actors are: each draw takes as many actors as
    there are, with replacement, and with them their ties to each other. An actor that is taken twice has no dyad with
    itself; the dyads between its copies are those of pairs of actors drawn at random.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable, list of callables, or mapping of str to callable
        Measures of the whole cluster, ours or your own; `functools.partial` sets their options. Groupings by actor must
        be columns of the cluster, since actors are drawn.
    layer : str, optional
        One layer, which is then the only one that the measure sees; without it, the dyads of all layers go together.
    draws : int or Draws, default 1000
        Number of draws; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept. Its
        tolerance holds for the Monte-Carlo error of the mean.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer, whoever computes.

    Returns
    -------
    VertexBootstrap
        `.to_frame()`: observed, error (the standard error), mean, low, high; `.plot()`.

    Raises
    ------
    InputError
        If a measure gives values by actor, or there are fewer than four actors.

    Notes
    -----
    Copies make a network more like itself than another sample would be, so that the mean of the draws of a closure or a
    path measure is off the observed value; the standard error is what the method is for. Where ties hardly depend on
    who the actors are, it is too large (for the density of a network of independent ties 1.7 times); `jackknife` is
    right there, and too small where some actors have many more ties than others. Unknown dyads are drawn as unknown
    ones. Uncertain ties count as if they existed.

    References
    ----------
    Snijders, T. A. B. & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network statistics.
    Connections, 22(2), 161-170.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> sure = vertex_bootstrap(knoke, sc.density, layer="information", draws=200, rng=7)
    >>> sure.to_frame()[["observed", "error"]].round(2)
             observed  error
    measure
    density      0.54   0.12
    """
    settings, given = as_draws(draws), seen(cluster, layer)
    seed = int(generator(rng).integers(2**63))
    asked, observed = of_whole(measure, given)
    told = pd.Series(observed, index=asked.index, name="observed")
    notes = data_notes(given, any_measure=True)

    def answer(rows: Rows) -> VertexBootstrap:
        values = pd.DataFrame(rows[0], columns=asked.index)
        about = (ONE_DRAW, *notes) if len(values) == 1 else notes
        return VertexBootstrap(given, told, values, settings.interval, seed_of(rng), about)

    with Drawing(settings, "drawing actors") as drawing:
        task = Resampled(given, asked, seed)
        return drawing.until(task, answer, lambda found: found.largest_errors, settings.limits(asked.names))


@dataclass(frozen=True, eq=False)
class Resampled:
    """The task: its one part has the values of the measures for each draw of actors.

    Parameters
    ----------
    cluster : Cluster
        The observed cluster.
    asked : AskedMeasures
        The measures.
    seed : int
        Seed.
    """

    cluster: Cluster
    asked: AskedMeasures
    seed: int

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        return fingerprint_of([("the cluster", (self.cluster.fingerprint, self.seed)), *self.asked.about])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(len(self.asked.index))

    def run(self, first: int, last: int) -> Rows:
        """Return the values of draws first..last-1."""
        redrawn = RedrawnActors(self.cluster)
        with quietly():
            clusters = (redrawn.cluster(stream(_STREAM, self.seed, draw)) for draw in range(first, last))
            return [self._rows([self.asked.row(each) for each in clusters])]

    def _rows(self, rows: list[Array]) -> Array:
        return np.array(rows).reshape(len(rows), len(self.asked.index))
