"""How sure is a number of the cluster? Told by leaving out one actor at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.result import Result
from socluster.inference.resampling.left_out import values_without_each
from socluster.inference.resampling.of_whole import SAMPLED, of_whole, seen
from socluster.measures.shared.answers import Measures
from socluster.words import Language, Phrase, measure_name, number, say

__all__ = ["Jackknife", "jackknife"]


@dataclass(frozen=True, eq=False, repr=False)
class Jackknife(Result):
    """What `jackknife` found. Its text says each number with its standard error.

    Parameters
    ----------
    cluster : Cluster
        What was measured.
    observed : Series of float
        The observed values; index `measure`.
    values : DataFrame
        The values without each actor: a row per actor, a column per measure.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    observed: pd.Series[Any] = field(compare=False)
    values: pd.DataFrame = field(compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure.

        Returns
        -------
        DataFrame
            Index `measure`. Columns:

            - observed: the value of the cluster
            - error: its standard error; NaN if the measure is undefined without some actor
            - mean: over the clusters without one actor
            - low, high: the smallest and the largest of these
            - defined: share of these in which the measure is defined
        """
        values = self.values.to_numpy()
        n = len(values)
        known = pd.DataFrame(values)
        mean = known.mean().to_numpy()
        error = np.sqrt((n - 2) / (2 * n) * ((values - mean) ** 2).sum(axis=0))
        return pd.DataFrame(
            {
                "observed": self.observed.to_numpy(),
                "error": error,
                "mean": mean,
                "low": known.min().to_numpy(),
                "high": known.max().to_numpy(),
                "defined": known.notna().mean().to_numpy(),
            },
            index=self.observed.index,
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: the observed values, two standard errors to either side, and what leaving out gives.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of our own words and of the numbers.
        """
        from socluster.inference.shared.bars import bars
        from socluster.plot import null_distribution  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        names = [measure_name(str(each), language) for each in self.observed.index]
        return null_distribution(
            bars(self.values.set_axis(names, axis="columns"), self.observed),
            label=say("how often it is so without one actor", language),
            title=say("How sure is the number?", language),
            subtitle=about(
                language, cluster=self.cluster.name, actors=self.cluster.n_actors, layers=self.cluster.tie_layers
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
            told = {key: number(row[key], language) for key in ("observed", "error", "low", "high")}
            told["measure"] = measure_name(str(name), language)
            if np.isnan(row["error"]):
                said.append(say("{measure}: {observed}; without some actor it is undefined.", language, **told))
                continue
            said.append(
                say(
                    "{measure}: {observed}, standard error {error}; without one of the actors it lies between {low} "
                    "and {high}.",
                    language,
                    **told,
                )
            )
        return [*said, say(SAMPLED, language), *self.about_data(language)]


@checked
def jackknife(cluster: Any, measure: Measures, /, *, layer: str | None = None) -> Jackknife:
    r"""How sure is a number of the cluster, told without random numbers?

    Every actor is left out once, with all of its ties.

    .. math:: s.e.^2 = \frac{n - 2}{2n} \sum_i (x_{-i} - \bar{x})^2

    with x the measure without actor i. The factor is not that of independent cases, (n - 1) / n, because an actor takes
    all of its dyads along, and every dyad has two ends.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable, list of callables, or mapping of str to callable
        Measures of the whole cluster, ours or your own.
    layer : str, optional
        One layer, which is then the only one that the measure sees.

    Returns
    -------
    Jackknife
        `.to_frame()`: observed, error (the standard error), mean, low, high; `.values` has the values without each.

    Raises
    ------
    InputError
        If a measure gives values by actor, or there are fewer than four actors.

    Notes
    -----
    The factor is right for the density of a network of independent ties; where some actors have many more ties than
    others, the error is too small by up to the square root of two, and `vertex_bootstrap` is the safer choice. The
    measure must mean the same in clusters of different size: a density does, a number of ties does not. Which actor
    changes the number most, `influence` says.

    References
    ----------
    Snijders, T. A. B. & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network statistics.
    Connections, 22(2), 161-170.

    Examples
    --------
    >>> import socluster as sc
    >>> jackknife(sc.load_dataset("knoke"), sc.density, layer="information").to_frame()[["observed", "error"]].round(3)
             observed  error
    measure
    density     0.544  0.096
    """
    given = seen(cluster, layer)
    asked, observed = of_whole(measure, given)
    told = pd.Series(observed, index=asked.index, name="observed")
    return Jackknife(given, told, values_without_each(given, asked), data_notes(given, any_measure=True))
