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
from socluster.core.wording import Language
from socluster.whatif import sentences
from socluster.whatif.scenario import Scenario

__all__ = ["Outcome"]

Values = tuple[pd.DataFrame, dict[str, pd.DataFrame]]


@dataclass(frozen=True, eq=False, repr=False)
class Outcome:
    """What `compare` found. Its text is a sentence per scenario and measure.

    Parameters
    ----------
    cluster : Cluster
        The cluster as it is.
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
    """

    cluster: Cluster
    scenarios: tuple[Scenario, ...]
    values: tuple[Values, ...] = field(compare=False)
    draws: int
    interval: float
    better: tuple[tuple[str, str], ...] = ()

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
            - error: Monte-Carlo standard error of the median delta
            - defined: share of the draws in which delta is defined
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        rows, keys = [], []
        numbers_before, by_actor_before = self.values[0]
        for scenario, (numbers, by_actor) in zip(self.scenarios, self.values[1:], strict=True):
            for name in numbers_before.columns:
                row = self._row(name, numbers_before[name].to_numpy(), numbers[name].to_numpy())
                rows.append({"of": "cluster", **row})
                keys.append((scenario.name, name))
            for name, before in by_actor_before.items():
                stayed = [actor for actor in before.columns if actor in by_actor[name].columns]
                row = self._row(name, _mean(before[stayed]), _mean(by_actor[name][stayed]))
                rows.append({"of": f"mean of {len(stayed)} actors", **row})
                keys.append((scenario.name, name))
        return pd.DataFrame(rows, index=pd.MultiIndex.from_tuples(keys, names=["scenario", "measure"]))

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
            message = f"is no measure by actor here (there are: {', '.join(known) or 'none'})"
            raise InputError(Problem(message, value=measure, nearest=nearest(measure, known)))
        return {measure: known[measure]}

    def _row(self, name: str, before: Array, after: Array) -> dict[str, Any]:
        delta = after - before
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
            "error": _error_of_median(known),
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
        return sentences.of_comparison(
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
        words = {measure: sentences.measure_name(measure, language) for measure in self._table.index.levels[1]}
        table = self._table.rename(index=words, level="measure")
        if len(names) == 1:
            table = table.droplevel("scenario")
        return intervals(table, title=", ".join(names), language=language)

    def __repr__(self) -> str:
        """Return the sentences."""
        return "\n".join(self.sentences())


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
