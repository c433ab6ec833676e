"""The answer to a what-if: distributions of before, after and the difference, in numbers, sentences and pictures."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.result import Result
from socluster.whatif.comparison.outcome_text import of_comparison
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, measure_name

__all__ = ["Outcome", "difference"]

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
        Values of the draws of the random partners, one per scenario; empty if none were asked for.
    seed : int, optional
        Seed of the draws, if it is known.
    """

    cluster: Cluster
    scenarios: tuple[Scenario, ...]
    values: tuple[Drawn, ...] = field(compare=False)
    draws: int
    interval: float
    better: tuple[tuple[str, str], ...] = ()
    nulls: tuple[Drawn, ...] = field(default=(), compare=False)
    seed: int | None = None

    def to_frame(self) -> pd.DataFrame:
        """Return one row per scenario and measure.

        Returns
        -------
        DataFrame
            Index (scenario, measure). Columns:

            - of: what the value is of: `cluster`, or `mean of n actors` who are there before and after
            - before, after, delta: medians over the draws, in the measure's raw unit
            - low, high: the interval of delta
            - p_increase, p_decrease: share of the draws in which delta is above, below 0
            - p_improvement: share in the direction that `better` states; NaN where nothing is stated
            - mean: mean delta over the draws
            - error, error_of_mean: Monte-Carlo standard errors of the median and of the mean delta. Where delta takes
              few values, the median can be sure while the mean is not
            - defined: share of the draws in which delta is defined
            - null: median delta of a random partner of the same type (only with ``null=True``)
            - p_above_null: share of the draws in which delta is above that of the random partner; equal counts half
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        rows, keys = [], []
        for place, (scenario, after) in enumerate(zip(self.scenarios, self.values[1:], strict=True)):
            null = self.nulls[place] if self.nulls else None
            for name in self.values[0][0].columns:
                pair = self._pair(name, after)
                rows.append({"of": "cluster", **self._row(name, *pair), **self._beside(name, *pair, null)})
                keys.append((scenario.name, name))
            for name, before in self.values[0][1].items():
                pair = self._pair(name, after)
                of = f"mean of {before.columns.isin(after[1][name].columns).sum()} actors"
                rows.append({"of": of, **self._row(name, *pair), **self._beside(name, *pair, null)})
                keys.append((scenario.name, name))
        return pd.DataFrame(rows, index=pd.MultiIndex.from_tuples(keys, names=["scenario", "measure"]))

    def _pair(self, name: str, after: Drawn) -> tuple[Array, Array]:
        """Return a measure before and after, per draw: of the cluster, or on average over the actors who stay."""
        numbers, by_actor = self.values[0]
        if name in numbers:
            return numbers[name].to_numpy(), after[0][name].to_numpy()
        before, now = by_actor[name], after[1][name]
        stayed = [actor for actor in before.columns if actor in now.columns]
        return _mean(before[stayed]), _mean(now[stayed])

    def _beside(self, name: str, before: Array, after: Array, null: Drawn | None) -> dict[str, Any]:
        """Return how the difference compares with that of a random partner, if one was asked for."""
        if null is None:
            return {}
        own, random = difference(before, after), difference(*self._pair(name, null))
        both = ~np.isnan(own) & ~np.isnan(random)
        more = difference(random[both], own[both])
        above = np.mean((more > 0) + 0.5 * (more == 0)) if both.any() else np.nan
        return {"null": _median(random), "p_above_null": above}

    def by_actor(self, measure: str | None = None) -> pd.DataFrame:
        """Return one row per scenario, measure and actor, for measures that give a value by actor.

        Parameters
        ----------
        measure : str, optional
            One measure; without it, all.

        Returns
        -------
        DataFrame
            Index `actor`; columns scenario, measure, status (stayed, joined, left) and those of `to_frame`, where
            before is NaN for who joined and after is NaN for who left.

        Raises
        ------
        InputError
            If there is no such measure by actor.
        """
        rows = []
        for scenario, (_, after_all) in zip(self.scenarios, self.values[1:], strict=True):
            for name, before in self._chosen(measure).items():
                after = after_all[name]
                for actor in dict.fromkeys([*before.columns, *after.columns]):
                    was, is_now = (_column(frame, actor, self.draws) for frame in (before, after))
                    status = "joined" if actor not in before else "left" if actor not in after else "stayed"
                    about = {"actor": actor, "scenario": scenario.name, "measure": name, "status": status}
                    rows.append({**about, **self._row(name, was, is_now)})
        return pd.DataFrame(rows).set_index("actor") if rows else pd.DataFrame()

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

    def _row(self, name: str, before: Array, after: Array) -> dict[str, Any]:
        delta = difference(before, after)
        known = delta[~np.isnan(delta)]
        tail = (1 - self.interval) / 2
        low, high = np.quantile(known, [tail, 1 - tail]) if known.size else (np.nan, np.nan)
        up, down = (np.mean(known > 0), np.mean(known < 0)) if known.size else (np.nan, np.nan)
        better = dict(self.better).get(name)
        return {
            "before": _median(before),
            "after": _median(after),
            "delta": _median(delta),
            "low": low,
            "high": high,
            "p_increase": up,
            "p_decrease": down,
            "p_improvement": {"higher": up, "lower": down}.get(better or "", np.nan),
            "mean": known.mean() if known.size else np.nan,
            "error": _error_of_median(known),
            "error_of_mean": known.std(ddof=1) / np.sqrt(known.size) if known.size > 1 else np.nan,
            "defined": known.size / self.draws,
        }

    def sentences(self, language: Language = "en") -> list[str]:
        """Return a sentence per scenario and measure, then the assumptions.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        assumed = dict.fromkeys(each for scenario in self.scenarios for each in scenario.assumptions(language))
        return of_comparison(
            self._table,
            draws=self.draws,
            interval=self.interval,
            better=dict(self.better),
            assumptions=assumed,
            language=language,
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the differences with their intervals.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see

        names = [scenario.name for scenario in self.scenarios]
        words = {measure: measure_name(measure, language) for measure in self._table.index.levels[1]}
        table = self._table.rename(index=words, level="measure")
        if len(names) == 1:
            table = table.droplevel("scenario")
        return intervals(table, title=", ".join(names), language=language)


def difference(before: Array, after: Array) -> Array:
    """Return after - before, and 0 where that is no more than rounding leaves of numbers of this size.

    A value that was updated and one that was recomputed agree in more than ten digits; what is left between
    them is no rise and no fall.
    """
    delta: Array = after - before
    noise = 1e-10 * np.maximum(np.abs(before), np.abs(after))
    return np.where(np.abs(delta) <= noise, 0.0, delta)


def _column(frame: pd.DataFrame, actor: str, draws: int) -> Array:
    values: Array = frame[actor].to_numpy() if actor in frame else np.full(draws, np.nan)
    return values


def _mean(frame: pd.DataFrame) -> Array:
    """Mean over the actors for whom the value is defined, per draw; NaN where it is defined for nobody."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Mean of empty slice", RuntimeWarning)
        means: Array = np.nanmean(frame.to_numpy(), axis=1) if frame.shape[1] else np.full(len(frame), np.nan)
    return means


def _median(values: Array) -> float:
    known = values[~np.isnan(values)]
    return float(np.median(known)) if known.size else float("nan")


def _error_of_median(values: Array) -> float:
    """Half the distance between the order statistics one standard error of rank (sqrt(n)/2) around the middle."""
    if values.size < 2:
        return float("nan")
    half = 0.5 / np.sqrt(values.size)
    low, high = np.quantile(values, [max(0.0, 0.5 - half), min(1.0, 0.5 + half)])
    return float((high - low) / 2)
