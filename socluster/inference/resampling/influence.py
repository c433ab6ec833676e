"""On whom does a number of the cluster hang? Each organisation is left out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.result import Result
from socluster.inference.resampling.left_out import values_without_each
from socluster.inference.resampling.of_whole import of_whole, seen
from socluster.inference.shared.p_values import ROUNDING
from socluster.measures.shared.answers import Measures
from socluster.words import Language, Phrase, listed, measure_name, number, say
from socluster.words.headings import as_title

__all__ = ["Influence", "influence"]

NAMED = 3  # actors that a sentence names


@dataclass(frozen=True, eq=False, repr=False)
class Influence(Result):
    """What `influence` found. Its text says whose leaving changes each number most.

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
        """Return one row per measure and actor, those whose leaving changes the measure most first.

        Returns
        -------
        DataFrame
            Index (measure, actor). Columns: observed (with everybody), without (the value without the actor), change
            (without - observed; NaN if either is undefined), rank (1 = the largest change in either direction; actors
            with the same change share the mean of their ranks).
        """
        blocks = {str(name): self._of(name) for name in self.observed.index}
        return pd.concat(blocks, names=["measure"])

    def plot(self, *, measure: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: a line for every actor, from the value with everybody to that without the actor.

        Parameters
        ----------
        measure : str, optional
            Which measure. Default: the first.
        language : {"en", "lt"}, default "en"
            Language of our own words and of the numbers.
        """
        from socluster.plot import dumbbell  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        names = [str(name) for name in self.observed.index]
        if measure is not None and measure not in names:
            near = nearest(measure, names)
            raise InputError(
                Problem("is none of the measures", is_argument=True, column="measure", value=measure, nearest=near)
            )
        name = names[0] if measure is None else measure
        rows = self._of(name)
        table = rows.rename(columns={"observed": "before", "without": "after"})[["before", "after"]]
        table.index = pd.Index(called(self.cluster, table.index, language), name="actor")
        title = say("{measure} without each of the actors", language, measure=measure_name(name, language))
        return dumbbell(
            table,
            title=as_title(title),
            subtitle=about(
                language, cluster=self.cluster.name, actors=self.cluster.n_actors, layers=self.cluster.tie_layers
            ),
            caption=source_of(self.cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return whose leaving changes each number most.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [self._told(str(name), language) for name in self.observed.index]
        caution = say("This is arithmetic on the ties as they are: who stays may tie anew.", language)
        return [*said, caution, *self.about_data(language)]

    def _of(self, name: str) -> pd.DataFrame:
        """Return the rows of one measure, the largest change first."""
        observed, without = float(self.observed[name]), self.values[name]
        change = without - observed
        change = change.where(~np.isclose(without, observed, rtol=ROUNDING, atol=ROUNDING), 0.0)
        table = pd.DataFrame({"observed": observed, "without": without, "change": change.where(without.notna())})
        table["rank"] = table["change"].abs().round(12).rank(ascending=False)
        return table.sort_values("rank", kind="stable")

    def _told(self, name: str, language: Language) -> str:
        measure, rows = measure_name(name, language), self._of(name)
        told = {"measure": measure, "observed": number(float(self.observed[name]), language)}
        moving = rows[rows["change"].abs() > 0]
        if np.isnan(self.observed[name]):
            return say("{measure} is undefined for this cluster, so there is nothing to compare.", language, **told)
        if moving.empty:
            return say("{measure}: {observed}, whoever is left out.", language, **told)
        first = moving.head(NAMED)
        pairs = zip(called(self.cluster, first.index, language), first["without"], strict=True)
        named = listed(
            [
                say("{value} without {actor}", language, actor=actor, value=number(value, language))
                for actor, value in pairs
            ],
            language,
        )
        return say("{measure}: {observed} with everybody; the largest changes: {named}.", language, named=named, **told)


@checked
def influence(cluster: Any, measure: Measures, /, *, layer: str | None = None) -> Influence:
    """On which organisation does a number of the cluster hang?

    Every actor is left out once, with all of its ties, and the number is computed anew.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable, list of callables, or mapping of str to callable
        Measures of the whole cluster, ours or your own; `functools.partial` sets their options.
    layer : str, optional
        One layer, which is then the only one that the measure sees.

    Returns
    -------
    Influence
        `.to_frame()`: a row per measure and actor, the largest change first; `.plot()`.

    Raises
    ------
    InputError
        If a measure gives values by actor, or there are fewer than four actors.

    Notes
    -----
    Nobody is replaced, and no tie is formed in answer: what a project would lose with a partner, `losses` and
    `surviving_ties` ask in other ways. Measures that are not normalized change merely because there is one actor less.

    References
    ----------
    Snijders, T. A. B. & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network statistics.
    Connections, 22(2), 161-170.

    Examples
    --------
    >>> import socluster as sc
    >>> influence(sc.load_dataset("kite"), sc.global_efficiency).to_frame().head(2).round(3)
                             observed  without  change  rank
    measure           actor
    global_efficiency 7         0.646    0.514  -0.132   1.0
                      9         0.646    0.713   0.067   2.0
    """
    given = seen(cluster, layer)
    asked, observed = of_whole(measure, given)
    told = pd.Series(observed, index=asked.index, name="observed")
    return Influence(given, told, values_without_each(given, asked), data_notes(given, any_measure=True))
