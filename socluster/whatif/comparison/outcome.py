"""The answer to a what-if: distributions of before, after and the difference, in numbers, sentences and pictures."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import label_index
from socluster.core.result import Result
from socluster.draws.spread import end_errors, is_settled, medians, spread
from socluster.whatif.comparison.model_checks import checks_of
from socluster.whatif.comparison.outcome_text import of_comparison
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.check_result import ModelCheck
from socluster.words import Language, Phrase, later, listed, marked, measure_name, number, say

__all__ = ["Outcome", "difference"]

_NOBODY: Array = np.zeros(1, dtype=bool)  # of all columns
Drawn = tuple[pd.DataFrame, dict[str, pd.DataFrame]]  # of one scenario, a row per draw: of the cluster, by actor


@dataclass(frozen=True, eq=False, repr=False)
class Outcome(Result):
    """What `compare` found. Its text is a sentence per scenario and measure.

    Parameters
    ----------
    cluster : Cluster
        The current cluster.
    scenarios : tuple of Scenario
        What was compared with it.
    values : tuple
        Values of the draws: before, then after each scenario.
    draws : int
        Number of draws.
    interval : float
        Share of the draws that low to high holds.
    better : tuple of (str, str)
        Which direction the analyst calls an improvement, by measure.
    nulls : tuple
        Values of the draws of the random partners, one per scenario, None where nobody joins with ties; empty if none
        were asked for.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    raw : tuple of str
        Measures that would normalise by themselves, and were asked for raw values.
    is_certain : bool
        Whether nothing is random, before or after any scenario, so that every draw is the same.
    is_simulated : bool
        Whether a measure is a mean of something simulated, which is not certain where no tie is drawn.
    """

    cluster: Cluster
    scenarios: tuple[Scenario, ...]
    values: tuple[Drawn, ...] = field(compare=False)
    draws: int
    interval: float
    better: tuple[tuple[str, str], ...] = ()
    nulls: tuple[Drawn | None, ...] = field(default=(), compare=False)
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    raw: tuple[str, ...] = ()
    is_certain: bool = False
    is_simulated: bool = False

    def to_frame(self) -> pd.DataFrame:
        """Return one row per scenario and measure.

        Returns
        -------
        DataFrame
            Index (scenario, measure). Columns:

            - of: what the value is of: `cluster`; `mean of n actors`, those who are there before and after; or `mean of
              n of m actors`, where the measure is defined before and after in one draw or more for n of these m only
            - before, after, delta: medians over the draws, in the measure's raw unit; whole numbers if all of these are
            - low, high: the interval of delta
            - p_increase, p_decrease: share of the draws in which delta is above, below 0
            - p_improvement: share in the direction that `better` states; NaN where nothing is stated
            - mean: mean delta over the draws
            - error, error_of_mean: Monte-Carlo standard errors of the median and of the mean delta. Where delta takes
              few values, the median can be sure while the mean is not
            - defined: share of the draws in which delta is defined
            - null: median delta of a random partner of the same type (only with ``null=True``); NaN where nobody joins
              with ties
            - p_above_null: share of the draws in which delta is above that of the random partner; equal counts half
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        tables, keys = [], []
        numbers, by_actor = self.values[0]
        names = [*numbers.columns, *by_actor]
        for place, (scenario, after) in enumerate(zip(self.scenarios, self.values[1:], strict=True)):
            pairs = [self._pair(name, after) for name in names]
            table = self._rows(names, *(np.column_stack(side) for side in zip(*pairs, strict=True)))
            table.insert(0, "of", [self._of(name, after) for name in names])
            if self.nulls:
                partner = self.nulls[place]
                table[["null", "p_above_null"]] = [
                    (np.nan, np.nan) if partner is None else self._beside(*pair, self._pair(name, partner))
                    for name, pair in zip(names, pairs, strict=True)
                ]
            tables.append(table)
            keys += [(scenario.name, name) for name in names]
        table = _with_whole_numbers(pd.concat(tables))
        return table.set_axis(pd.MultiIndex.from_tuples(keys, names=["scenario", "measure"]))

    def end_errors(self) -> pd.DataFrame:
        """Return how exact low and high are: their Monte-Carlo standard errors.

        Returns
        -------
        DataFrame
            Index (scenario, measure); columns low, high, in the measure's raw unit. NaN where too few draws are beyond
            the ends.
        """
        numbers, by_actor = self.values[0]
        names = [*numbers.columns, *by_actor]
        tables = []
        for after in self.values[1:]:
            deltas = np.column_stack([difference(*self._pair(name, after)) for name in names])
            tables.append(pd.DataFrame(dict(zip(("low", "high"), end_errors(deltas, self.interval), strict=True))))
        return pd.concat(tables).set_axis(self._table.index)

    def unsettled(self, scenarios: Iterable[int]) -> list[str]:
        """Return the measures of which too few draws differ, in one of these scenarios, to believe their errors.

        Raises
        ------
        InputError
            If one of them is no number of a scenario, counted from 0.
        """
        scenarios, most = list(scenarios), len(self.scenarios)
        odd = [each for each in scenarios if not isinstance(each, int | np.integer) or not 0 <= each < most]
        if odd:
            message = marked("scenarios are counted from 0; this outcome has {n}")
            values = {"n": later(number, most)}
            raise InputError(
                [Problem(message, column="scenarios", value=each, is_argument=True, values=values) for each in odd]
            )
        numbers, by_actor = self.values[0]
        names = [*numbers.columns, *by_actor]
        found: list[str] = []
        for place in scenarios:
            deltas = np.column_stack([difference(*self._pair(name, self.values[place + 1])) for name in names])
            found += [name for name, settled in zip(names, is_settled(deltas), strict=True) if not settled]
        return list(dict.fromkeys(found))

    def _of(self, name: str, after: Drawn) -> str:
        """Return what a value is of."""
        if name in self.values[0][0]:
            return "cluster"
        both = self._of_actors(name, after)[0].notna().any(axis="index")
        if both.all():
            return f"mean of {len(both)} actors"
        return f"mean of {both.sum()} of {len(both)} actors"

    def _pair(self, name: str, after: Drawn) -> tuple[Array, Array]:
        """Return a measure before and after, per draw: of the cluster, or on average over the same actors."""
        numbers, _ = self.values[0]
        if name in numbers:
            return numbers[name].to_numpy(), after[0][name].to_numpy()
        before, now = self._of_actors(name, after)
        return _mean(before), _mean(now)

    def _of_actors(self, name: str, after: Drawn) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return a measure before and after, a row per draw, by actor who stays.

        In each draw only values of actors for whom it is defined both before and after; the others are NaN: a mean
        would otherwise change because another set of actors is averaged.
        """
        before, now = self.values[0][1][name], after[1][name]
        stayed = [actor for actor in before.columns if actor in now.columns]
        before, now = before[stayed], now[stayed]
        both = before.notna().to_numpy(dtype=bool) & now.notna().to_numpy(dtype=bool)
        return before.where(both), now.where(both)

    def _beside(self, before: Array, after: Array, null: tuple[Array, Array]) -> tuple[float, float]:
        """Return the median difference of the random partner, and how often the scenario's own is above it."""
        own, random = difference(before, after), difference(*null)
        both = ~np.isnan(own) & ~np.isnan(random)
        more = difference(random[both], own[both])
        above = float(np.mean((more > 0) + 0.5 * (more == 0))) if both.any() else float("nan")
        return medians(random[:, None]).item(), above

    @cached_property
    def checks(self) -> tuple[ModelCheck, ...]:
        """Whether the tie models that learn from the cluster reproduce what its members show (`ties.check`)."""
        return checks_of(self.scenarios, self.cluster)

    def by_actor(self, measure: str | None = None) -> pd.DataFrame:
        """Return one row per scenario, measure and actor, for measures that give a value by actor.

        Parameters
        ----------
        measure : str, optional
            One measure; without it, all.

        Returns
        -------
        DataFrame
            Index `actor`; columns scenario, measure, status (stayed, joined, left) and those of `to_frame`. Who joined
            has no before and no delta, who left no after: for them low, high, mean, the errors and defined are those of
            the one value that there is. For who stayed they are those of the difference, NaN where it is undefined.

        Raises
        ------
        InputError
            If there is no such measure by actor.
        """
        tables = []
        for scenario, (_, after_all) in zip(self.scenarios, self.values[1:], strict=True):
            for name, before in self._chosen(measure).items():
                after = after_all[name]
                actors = list(dict.fromkeys([*before.columns, *after.columns]))
                sides = (frame.reindex(columns=label_index(actors)).to_numpy(dtype=float) for frame in (before, after))
                joined, left = (~label_index(actors).isin(frame.columns) for frame in (before, after))
                table = self._rows([name] * len(actors), *sides, alone=(joined, left)).set_axis(label_index(actors))
                table.insert(0, "scenario", scenario.name)
                table.insert(1, "measure", name)
                table.insert(2, "status", np.select([joined, left], ["joined", "left"], "stayed"))
                tables.append(table)
        return _with_whole_numbers(pd.concat(tables)) if tables else pd.DataFrame()

    def _chosen(self, measure: str | None) -> dict[str, pd.DataFrame]:
        known = self.values[0][1]
        if measure is None:
            return known
        if measure not in known:
            raise InputError(
                Problem(
                    "is not a measure by actor here (there are: {measures})",
                    value=measure,
                    nearest=nearest(measure, known),
                    values={"measures": list(known)},
                )
            )
        return {measure: known[measure]}

    def _rows(
        self, names: list[str], before: Array, after: Array, *, alone: tuple[Array, Array] = (_NOBODY, _NOBODY)
    ) -> pd.DataFrame:
        """Return a row for each column of values before and after, which are of these measures.

        The columns of who joined and of who left (`alone`), who are there on one side only, are spread out by their
        values there; who stayed has a difference or none.
        """
        delta = difference(before, after)
        joined, left = alone
        values = np.where(joined, after, np.where(left, before, delta))
        drawn = spread(values, self.interval)
        known = (~np.isnan(delta)).sum(axis=0)
        up, down = (
            np.divide(moved.sum(axis=0), known, out=np.full(len(known), np.nan), where=known > 0)
            for moved in (delta > 0, delta < 0)
        )
        wanted = [dict(self.better).get(name) for name in names]
        return pd.DataFrame(
            {
                "before": medians(before),
                "after": medians(after),
                "delta": medians(delta),
                "low": drawn["low"],
                "high": drawn["high"],
                "p_increase": up,
                "p_decrease": down,
                "p_improvement": np.select(
                    [[each == "higher" for each in wanted], [each == "lower" for each in wanted]], [up, down], np.nan
                ),
                "mean": drawn["mean"],
                "error": drawn["error"],
                "error_of_mean": drawn["error_of_mean"],
                "defined": drawn["defined"],
            }
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return a sentence per scenario and measure, the assumptions, and what tie models do not reproduce.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        assumed = dict.fromkeys(
            each for scenario in self.scenarios for each in scenario.assumptions(language, self.cluster)
        )
        return of_comparison(
            self._table,
            draws=self.draws,
            interval=self.interval,
            better=dict(self.better),
            assumptions=assumed,
            is_certain=self.is_certain,
            is_simulated=self.is_simulated,
            raw=self.raw,
            data_notes=self.about_data(language),
            warnings=[line for check in self.checks for line in check.warnings(language)],
            language=language,
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the changes with their intervals, all scenarios on one scale for each measure.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import outcomes  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        names = [scenario.name for scenario in self.scenarios]
        words = {measure: measure_name(measure, language) for measure in self._table.index.levels[1]}
        sure = self.is_certain or self.draws == 1
        return outcomes(
            self._table.rename(index=words, level="measure"),
            title=say("What would change with {names}?", language, names=listed(names, language, most=3)),
            subtitle=about(
                language,
                cluster=self.cluster.name,
                actors=self.cluster.n_actors,
                level=None if sure else self.interval,
                draws=None if sure else self.draws,
                more=[say("certain: nothing is drawn", language)] if self.is_certain else [],
            ),
            caption=source_of(self.cluster, language),
            language=language,
        )


_VALUES = ["before", "after", "delta", "low", "high"]


def _with_whole_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with counts as whole numbers, if all values in it are."""
    values = table[_VALUES].to_numpy(dtype=float)
    if len(values) and np.isfinite(values).all() and (values == np.round(values)).all():
        return table.astype(dict.fromkeys(_VALUES, np.int64))
    return table


def difference(before: Array, after: Array) -> Array:
    """Return after - before, and 0 where that is no more than rounding leaves of numbers of this size.

    A value that was updated and one that was recomputed agree in more than ten digits; what is left between
    them is no rise and no fall.
    """
    delta: Array = after - before
    noise = 1e-10 * np.maximum(np.abs(before), np.abs(after))
    return np.where(np.abs(delta) <= noise, 0.0, delta)


def _mean(frame: pd.DataFrame) -> Array:
    """Mean over the actors for whom the value is defined, per draw; NaN where it is defined for nobody."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Mean of empty slice", RuntimeWarning)
        means: Array = np.nanmean(frame.to_numpy(), axis=1) if frame.shape[1] else np.full(len(frame), np.nan)
    return means
