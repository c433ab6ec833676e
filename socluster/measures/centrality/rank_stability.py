"""How sure a ranking is: who stays on top if ties are redrawn or left out."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator
from scipy import stats

from socluster.core.arguments import check_language, fraction, generator, positive_integer, seed_of
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW, data_notes
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.core.result import Result
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import INTERVAL, spread
from socluster.draws.task import Rows
from socluster.draws.worlds import EachWorld, Worlds
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import one_mode
from socluster.measures.shared.one_value import one_measure, value_by_actor
from socluster.words import Language, Phrase, count, measure_name, number, percent, phrase, say

__all__ = ["RankStability", "rank_stability"]


@dataclass(frozen=True, eq=False, repr=False)
class RankStability(Result):
    """What `rank_stability` found. Its text says how well the ranking holds and who stays on top.

    Parameters
    ----------
    cluster : Cluster
        What was measured.
    measure : str
        Name of the measure.
    observed : Series of float
        Its values if all ties count as certain and none is left out.
    values : DataFrame
        Its values in the draws: a row per draw, a column per actor.
    top : int
        How many actors are on top.
    order : str
        Whether a "highest" or a "lowest" value comes first.
    drop : float
        With what probability a tie was left out.
    seed : int, optional
        Seed of the draws, if it is known.
    interval : float
        Share of the draws between low and high.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    measure: str
    observed: pd.Series[Any] = field(compare=False)
    values: pd.DataFrame = field(compare=False)
    top: int
    order: str
    drop: float
    interval: float = INTERVAL
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.values)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor.

        Returns
        -------
        DataFrame
            Index `actor`; in the order of the observed ranking. Columns:

            - value: observed
            - rank: observed, 1 comes first; actors with the same value share the mean of their ranks
            - rank_median, rank_low, rank_high: of the ranks in the draws, the last two the ends of the interval
            - on_top: share of the draws in which the actor is among the first `top`
        """
        ranks = _ranks(self.values.to_numpy(), self.order)
        drawn = spread(ranks, self.interval)
        table = pd.DataFrame(
            {
                "value": self.observed,
                "rank": _ranks(self.observed.to_numpy()[None, :], self.order)[0],
                "rank_median": drawn["median"].to_numpy(),
                "rank_low": drawn["low"].to_numpy(),
                "rank_high": drawn["high"].to_numpy(),
                "on_top": _places_on_top(ranks, self.top).mean(axis=0),
            },
            index=self.observed.index,
        )
        return table.sort_values("rank", kind="stable")

    def agreement(self) -> pd.DataFrame:
        """Return how well the rankings of the draws agree with the observed one.

        Returns
        -------
        DataFrame
            Index spearman, kendall (tau-b); columns median, low, high (the ends of the interval), from -1 (turned
            round) to 1 (the same), and defined: the share of the draws in which it is defined, because not all actors
            have the same value.
        """
        observed = self.observed.to_numpy()
        pairs = np.array([_correlations(observed, row) for row in self.values.to_numpy()]).reshape(-1, 2)
        table = spread(pairs, self.interval)[["median", "low", "high", "defined"]]
        return table.set_axis(pd.Index(["spearman", "kendall"], name="correlation"), axis="index")

    @property
    def largest_error(self) -> float:
        """The largest standard error of the shares of draws on top."""
        on_top = _places_on_top(_ranks(self.values.to_numpy(), self.order), self.top)
        return float(spread(on_top, self.interval)["error_of_mean"].max())

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw for each actor its rank in the data and in the draws, in the order of the data.

        Parameters
        ----------
        title : str, optional
            Default: the question.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.ranks import ranks

        check_language(language)
        table = self.to_frame()
        asked = say("Who is first by {measure}, and how certain is that?", language, measure=self._name(language))
        first = count("on top: the first {n}", "on top: the first {n}", self.top, language)
        by_rank = say("sorted by rank in the data", language) if len(table) > 1 else ""
        return ranks(
            table.set_axis(pd.Index(called(self.cluster, table.index, language), name="actor")),
            title=asked if title is None else title,
            subtitle=about(
                language,
                cluster=self.cluster.name,
                actors=self.cluster.n_actors,
                layers=self.cluster.tie_layers,
                level=self.interval,
                draws=self.draws,
                more=[each for each in (self._what_was_drawn(language), first, by_rank) if each],
            ),
            caption=source_of(self.cluster, language),
            language=language,
        )

    def _name(self, language: Language) -> str:
        return measure_name(self.measure, language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how well the ranking holds, and who stays on top.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        holds = self._holds(language)
        table = self.to_frame().sort_values(["on_top", "rank"], ascending=[False, True], kind="stable")
        if table.empty or table["on_top"].min() == table["on_top"].max():  # nobody stands out
            return [holds, *self.about_data(language)]
        table = table[table["on_top"] > 0]
        shares = table["on_top"].head(self.top)
        named = zip(called(self.cluster, shares.index, language), shares, strict=True)
        first = ", ".join(f"{actor} {percent(share, language)}" for actor, share in named)
        if self.top == 1:
            said = say("Most often first: {first}.", language, first=first)
            return [holds, said, *self.about_data(language)]
        top = number(self.top, language)
        said = say("Among the first {top} most often: {first}.", language, top=top, first=first)
        return [holds, said, *self.about_data(language)]

    def _holds(self, language: Language) -> str:
        """Return how well the rankings of the draws agree with the observed one."""
        spearman = self.agreement().loc["spearman"]
        told = {key: number(spearman[key], language) for key in ("median", "low", "high")}
        told |= {"share": percent(self.interval, language)}
        told |= {"measure": self._name(language), "drawn": self._what_was_drawn(language)}
        if np.isnan(spearman["median"]):
            return count(
                "{measure}: over {n} draw ({drawn}), no correlation of rankings is defined: there is nothing to rank.",
                "{measure}: over {n} draws ({drawn}), no correlation of rankings is defined: there is nothing to rank.",
                self.draws,
                language,
                **told,
            )
        return count(
            "{measure}: over {n} draw ({drawn}), rankings correlate with the observed one by {median} [{share} "
            "interval: {low} to {high}] (Spearman).",
            "{measure}: over {n} draws ({drawn}), rankings correlate with the observed one by {median} [{share} "
            "interval: {low} to {high}] (Spearman).",
            self.draws,
            language,
            **told,
        )

    def _what_was_drawn(self, language: Language) -> str:
        said = []
        if self.cluster.n_uncertain:
            uncertain = number(self.cluster.n_uncertain, language)
            ties = count("{n} tie", "{n} ties", self.cluster.n_ties, language, context="of")
            said.append(say("{uncertain} of {ties} uncertain", language, uncertain=uncertain, ties=ties))
        if self.drop:
            share = number(self.drop, language)
            said.append(say("every tie left out with probability {share}", language, share=share))
        return ", ".join(said)


@checked
def rank_stability(
    cluster: Any,
    measure: Measure,
    /,
    *,
    draws: int | Draws = 1000,
    rng: Generator | int,
    top: int = 3,
    drop: float | None = None,
    order: Literal["highest", "lowest"] = "highest",
) -> RankStability:
    """Who is among the first, and how certain is that?

    A ranking depends on ties, which are more or less certain. Every draw keeps each uncertain tie with its
    confidence, measures again and ranks again. If no tie is uncertain, `drop` asks what would remain of the ranking if
    the data missed some of the ties.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; one that has only affiliations is projected first, with a warning.
    measure : callable
        A measure of actors, ours or your own; `functools.partial` sets its options.
    draws : int or Draws, default 1000
        Number of draws; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept. Its
        tolerance holds for the standard error of every actor's share of draws on top (`on_top`).
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same draws, tie by tie, as in `measure`.
    top : int, default 3
        How many actors are on top.
    drop : float, optional
        Leave out every tie with this probability, above 0 and below 1 (besides drawing the uncertain ones). Needed if
        no tie is uncertain.
    order : {"highest", "lowest"}, default "highest"
        Which value comes first; "lowest" for `constraint` or `eccentricity`.

    Returns
    -------
    RankStability
        `.to_frame()`: a row per actor with its rank, the interval of its rank, and how often it is on top;
        `.agreement()`: correlations of the rankings with the observed one.

    Raises
    ------
    InputError
        If no tie is uncertain and none is to be left out, or if the measure does not give one value by actor.

    Notes
    -----
    The observed ranking counts every tie. Ties are drawn independently of each other. Actors with the same value share
    the mean of their ranks; if they compete for the last places on top, each gets its part of these, so that the shares
    of all actors sum up to `top`. An undefined value (NaN) has no rank and is not on top; correlations are over the
    actors whose value is defined in both. Ranks of the draws are a statement about missing and wrong ties only, not
    about wrong actors or another boundary.

    References
    ----------
    Costenbader, E. & Valente, T. W. (2003). The stability of centrality measures when networks are sampled. Social
    Networks, 25, 283-307. doi:10.1016/S0378-8733(03)00012-1
    Borgatti, S. P., Carley, K. M. & Krackhardt, D. (2006). On the robustness of centrality measures under conditions of
    imperfect data. Social Networks, 28, 124-136. doi:10.1016/j.socnet.2005.05.001

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> rank_stability(knoke, sc.betweenness, draws=200, rng=7, drop=0.1)
    betweenness: over 200 draws (every tie left out with probability 0.1), rankings correlate with the observed one
    by 0.939 [90% interval: 0.77 to 0.997] (Spearman).
    Among the first 3 most often: MAYR >99%, EDUC 97%, COMM 96%.
    """
    settings, top = as_draws(draws), positive_integer("top", top)
    given = _with_something_to_draw(cluster, drop)
    name, function = one_measure(measure)
    seed = int(generator(rng).integers(2**63))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UncertainTiesWarning)  # how uncertain is what we are about to say
        observed = value_by_actor(function, name, given)
    worlds = Worlds(given, seed, keep=1 - (drop or 0.0))
    about = ((phrase("the measure '{name}'", name=name), function),)
    task = EachWorld(worlds, partial(_values, function, name), given.n_actors, about)

    def answer(rows: Rows) -> RankStability:
        values = pd.DataFrame(rows[0], columns=given.index)
        notes = data_notes(given, drawn=True)
        if len(values) == 1:
            notes = (ONE_DRAW, *notes)
        return RankStability(
            given,
            name,
            observed,
            values,
            top,
            order,
            float(drop or 0.0),
            settings.interval,
            seed_of(rng),
            notes,
        )

    with Drawing(settings, "ranking") as drawing:
        return drawing.until(task, answer, lambda found: {name: found.largest_error}, settings.limits([name]))


def _values(function: Measure, name: str, cluster: Cluster) -> Array:
    values: Array = value_by_actor(function, name, cluster).to_numpy()
    return values


def _with_something_to_draw(cluster: Any, drop: float | None) -> Cluster:
    given = one_mode(cluster)
    if drop is not None:
        fraction("drop", drop)
    if drop is None and not given.n_uncertain:
        raise InputError("no tie is uncertain, so all draws would be the same; leave ties out, as in drop=0.1")
    return given


def _ranks(values: Array, order: str) -> Array:
    """Return the ranks of every row; NaN has none."""
    signed = -values if order == "highest" else values
    ranks: Array = pd.DataFrame(_rounded(signed)).rank(axis="columns").to_numpy()
    return ranks


def _rounded(values: Array) -> Array:
    """Take values as the same that differ by rounding only."""
    with np.errstate(divide="ignore", invalid="ignore"):
        unit = 10.0 ** (np.floor(np.log10(np.nanmax(np.abs(values), axis=1, initial=0.0, keepdims=True))) - 9)
    rounded: Array = np.where(unit > 0, np.round(values / np.where(unit > 0, unit, 1)), values)
    return rounded


def _places_on_top(ranks: Array, top: int) -> Array:
    """Return what part of a place among the first each actor has; those who share a rank share the places left."""
    result = np.zeros_like(ranks)
    for row, row_ranks in zip(result, ranks, strict=True):
        shared, members, sizes = np.unique(row_ranks, return_inverse=True, return_counts=True)
        best = shared - (sizes - 1) / 2  # the first of the places that they share
        part = np.clip((top - best + 1) / sizes, 0.0, 1.0)
        row[:] = np.nan_to_num(part)[members]
    return result


def _correlations(observed: Array, values: Array) -> tuple[float, float]:
    """Return Spearman's and Kendall's correlation; NaN where all values of one side are the same."""
    known = ~(np.isnan(observed) | np.isnan(values))
    one, other = (_rounded(side[None, known])[0] for side in (observed, values)) if known.sum() > 1 else ([], [])
    if len(np.unique(one)) < 2 or len(np.unique(other)) < 2:
        return float("nan"), float("nan")
    return float(stats.spearmanr(one, other).statistic), float(stats.kendalltau(one, other).statistic)
