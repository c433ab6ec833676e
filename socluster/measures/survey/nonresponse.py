"""Non-response: how many answered, and between which values does a measure lie, given the unknown dyads?"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.core.progress import progress
from socluster.core.result import Result
from socluster.draws.settings import FIXED_NUMBER, Draws, as_draws
from socluster.draws.spread import INTERVAL, weighted_low_high
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.answers import Answer, Measure, answer, named
from socluster.measures.shared.network import one_mode, warn_of_uncertain_ties
from socluster.measures.survey.completions import Completions, unknown_dyads
from socluster.words import Language, Phrase, count, measure_name, number, say
from socluster.words.headings import as_title

__all__ = ["Bounds", "bounds", "response_rate"]

EXACT = 12  # unknown dyads up to which every completion is tried (4096)


@checked
def response_rate(cluster: Any, /) -> float:
    r"""What share of the actors answered?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; its actors have a column `responded`.

    Returns
    -------
    float
        Actors who answered as a part of those of whom it is known whether they did, from 0 to 1; NaN where it is known
        of nobody.

    Notes
    -----
    Say it with every result: centrality of the others suffers already at rates that would be good for a survey of
    persons, since each silent actor takes a row of ties away.

    References
    ----------
    Kossinets, G. (2006). Effects of missing data in social networks. Social Networks, 28, 247-268.
    doi:10.1016/j.socnet.2005.07.002

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.survey.nonresponse import response_rate
    >>> actors = pd.DataFrame({"actor": ["A", "B", "C", "D"], "responded": [True, True, False, None]})
    >>> round(response_rate(sc.Cluster.from_tables(actors)), 3)
    0.667
    """
    given: Cluster = as_cluster(cluster)
    known = given.actors["responded"].dropna().astype(bool)
    return float(known.mean()) if len(known) else float("nan")


_ENDS = ("minimum", "maximum")


@dataclass(frozen=True, eq=False, repr=False)
class Bounds(Result):
    """What `bounds` found. Its text is a sentence.

    Parameters
    ----------
    measure : str
        Name of the measure.
    unknown : int
        Number of unknown dyads, over all layers.
    method : {"nothing unknown", "every completion", "extremes and draws"}
        How the bounds were found; only the first two are exact.
    completions : int
        Number of completions that were measured.
    table : DataFrame
        A row per value.
    interval : float
        Share of the completions between low and high, as likely as they are.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    """

    measure: str
    unknown: int
    method: str
    completions: int
    table: pd.DataFrame
    interval: float = INTERVAL
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)

    @property
    def draws(self) -> int | None:
        """Number of completions that were drawn; None if nothing was."""
        return self.completions - 2 if self.method == "extremes and draws" else None

    def to_frame(self) -> pd.DataFrame:
        """Return the bounds.

        Returns
        -------
        DataFrame
            Index `measure` (a measure of the whole cluster; one row) or `actor`; if a measure gives several columns by
            actor, index (measure, actor). Columns: all_absent and all_present (the value if no unknown dyad is tied, or
            every one), minimum, maximum, low and high (the interval over the completions), defined (their part in which
            the measure has a value).
        """
        return self.table.copy()

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw between which values the measure lies, for every actor where it is by actor.

        Parameters
        ----------
        title : str, optional
            Default: from where to where.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about  # loads plotly, which is heavy
        from socluster.plot.tables.possible_values import possible_values

        measure = measure_name(self.measure, language)
        finding = say("{measure}: what may it be?", language, measure=measure)
        if len(self.table) == 1:
            ends = {end: number(self.table[end].iloc[0], language) for end in _ENDS}
            finding = say("{measure} lies from {minimum} to {maximum}", language, measure=measure, **ends)
        return possible_values(
            self.table,
            label=measure,
            title=as_title(finding) if title is None else title,
            subtitle=about(
                language,
                cluster=self.cluster_name,
                level=self.interval,
                draws=self.draws,
                more=[count("{n} unknown dyad", "{n} unknown dyads", self.unknown, language)],
            ),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return between which values the measure lies.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        measure = measure_name(self.measure, language)
        if self.method == "nothing unknown":
            return [say("{measure}: no dyad is unknown.", language, measure=measure), *self.about_data(language)]
        values = {
            "measure": measure,
            "dyads": count("{n} unknown dyad", "{n} unknown dyads", self.unknown, language),
            "completions": count("{n} completion", "all {n} completions", self.completions, language),
            "draws": count("{n} draw", "{n} draws", self.completions - 2, language),
        }
        if len(self.table) == 1:
            row = self.table.iloc[0]
            said = self._one(language, {end: number(row[end], language, digits=4) for end in _ENDS} | values)
        else:
            several = {"values": count("{n} value", "{n} values", len(self.table), language)}
            said = self._several(language, several | values)
        return [said, *self.about_data(language)]

    def _one(self, language: Language, values: dict[str, str]) -> str:
        if self.method == "every completion":
            return say(
                "{measure}, with {dyads} ({completions}): exactly from {minimum} to {maximum}.",
                language,
                **values,
            )
        return say(
            "{measure}, with {dyads} (both extremes and {draws}): from {minimum} to {maximum}, as far as tried.",
            language,
            **values,
        )

    def _several(self, language: Language, values: dict[str, str]) -> str:
        if self.method == "every completion":
            return say(
                "{measure}, with {dyads} ({completions}): {values}, see to_frame().",
                language,
                **values,
            )
        return say(
            "{measure}, with {dyads} (both extremes and {draws}): {values}, see to_frame().",
            language,
            **values,
        )


@checked
def bounds(
    cluster: Any,
    measure: Measure,
    /,
    *,
    layer: str | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int | None = None,
) -> Bounds:
    """What is the range of a measure over all states of the unknown dyads?

    An unknown dyad is not an absent one. The unknown dyads are filled in, in every way
    there is or in many ways, and the measure is taken of each completed cluster.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable
        A measure of the whole cluster or of its actors: of this library, or any function of a cluster.
    layer : str, optional
        Fill in the unknown dyads of this layer only; those of other layers count as no tie. Without it, all.
    draws : int or Draws, default 1000
        Number of random completions where there are too many to try them all; with ``sc.Draws(...)`` also the interval.
    rng : int or numpy.random.Generator, optional
        Seed; needed where completions are drawn.

    Returns
    -------
    Bounds
        Up to 12 unknown dyads, every completion is tried, so that minimum and maximum are exact. With more, the two
        extremes (no unknown dyad is tied, all are) and random completions are tried: the true bounds may be farther
        out, unless the measure can only rise (or only fall) with more ties. `.method` says which it was.

    Raises
    ------
    InputError
        If the measure does not answer, or a seed is missing.

    Notes
    -----
    In a random completion every unknown dyad is tied with the probability that the known dyads of its layer have (their
    density), independently of the others; low and high are quantiles under this assumption, exact ones where every
    completion was tried. Actors who do not answer may differ from those who do, so read low and high as a reference,
    and minimum and maximum as what is possible. A tie that is filled in is as strong as the median tie of its layer
    (the lower one of two), and known for sure. Uncertain ties count as if they existed.

    References
    ----------
    Huisman, M. (2009). Imputation of missing network data: some simple procedures. Journal of Social Structure, 10(1).
    Kossinets, G. (2006). Effects of missing data in social networks. Social Networks, 28, 247-268.
    doi:10.1016/j.socnet.2005.07.002

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.survey.nonresponse import bounds
    >>> actors = pd.DataFrame({"actor": ["A", "B", "C", "D"], "responded": [True, True, False, False]})
    >>> ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]})
    >>> cluster = sc.Cluster.from_tables(actors, ties)  # nobody can tell whether C and D are tied
    >>> bounds(cluster, sc.density)
    density, with 1 unknown dyad (all 2 completions): exactly from 0.3333 to 0.5.
    2 of 4 actors did not answer: what only they could tell is missing.
    """
    settings = as_draws(draws).only("interval", why=FIXED_NUMBER)
    measured = one_mode(cluster)
    warn_of_uncertain_ties(measured)
    dyads = unknown_dyads(measured, layer)
    name = named(measure)[0][0]
    unknown = len(dyads)
    completed = Completions(measured, dyads)
    if unknown <= EXACT:
        method, plan, total = "every completion", completed.every(), 2**unknown
    else:
        drawn = completed.drawn(settings.most, generator(rng))
        method, plan, total = "extremes and draws", drawn, settings.most + 2
    if not unknown:
        method = "nothing unknown"
    notes = data_notes(measured, layer, unknown=False)
    values, weights = [], []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UncertainTiesWarning)  # said once already
        for present, weight in progress(plan, total, "bounds", "completion"):
            values.append(_as_series(answer(measure, name, completed.cluster(present)), name))
            weights.append(weight)
    table = _table(values, np.array(weights), settings.interval)
    made = (measured.fingerprint, seed_of(rng), notes, measured.name)
    return Bounds(name, unknown, method, total, table, settings.interval, *made)


def _as_series(found: Answer, name: str) -> pd.Series[Any]:
    """Return an answer as numbers under an index.

    Raises
    ------
    InputError
        If a column holds no numbers.
    """
    if isinstance(found, float):
        return pd.Series([found], index=pd.Index([name], name="measure"))
    for column, values in found.items():
        if not pd.api.types.is_numeric_dtype(values):
            raise InputError("'{column}' is not numeric, so it has no bounds", {"column": column})
    columns = {column: values.astype(float) for column, values in found.items()}
    if len(columns) == 1:
        return next(iter(columns.values()))
    return pd.concat(columns, names=["measure", "actor"])


def _table(values: list[pd.Series[Any]], weights: Array, interval: float) -> pd.DataFrame:
    """Return the bounds of every value over the completions, the first and last of which are the extremes."""
    numbers = np.array([each.to_numpy(dtype=float) for each in values])
    rows = [_row(column, weights, interval) for column in numbers.T]
    columns = ["all_absent", "all_present", "minimum", "maximum", "low", "high", "defined"]
    return pd.DataFrame(rows, index=values[0].index, columns=columns, dtype=float)


def _row(values: Array, weights: Array, interval: float) -> list[float]:
    known = ~np.isnan(values)
    ends = [values[0], values[-1]]
    if not known.any():
        return [*ends, *[np.nan] * 4, 0.0]
    low, high = weighted_low_high(values, weights, interval)
    return [*ends, values[known].min(), values[known].max(), low, high, weights[known].sum() / weights.sum()]
