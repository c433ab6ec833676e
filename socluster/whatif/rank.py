"""Which of several partners would serve a goal best, and how sure is that?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import choice
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.wording import Language, number, percent
from socluster.measures.answers import Measure
from socluster.whatif.compare import compare
from socluster.whatif.outcome import Outcome
from socluster.whatif.scenario import Scenario
from socluster.whatif.sentences import measure_name

__all__ = ["Ranking", "rank_partners"]

_TEXT = {
    "en": {
        "first": "{name} comes first for {goal} in {p} of {draws} draws: a gain of {gain} ({low} to {high}).",
        "next": "{name}: first in {p}, a gain of {gain} ({low} to {high}); choosing it forgoes {regret} on average.",
        "assumption": "Assumption: {text}.",
        "caveat": "Structure is not effectiveness: a gain in a measure does not yet mean better care.",
    },
    "lt": {
        "first": "{name} pirmauja pagal rodiklį „{goal}“ {p} bandymų ({draws}): nauda {gain} (nuo {low} iki {high}).",
        "next": "{name}: pirmauja {p}, nauda {gain} (nuo {low} iki {high}); pasirinkus prarandama {regret}.",
        "assumption": "Prielaida: {text}.",
        "caveat": "Struktūra dar nėra veiksmingumas: didesnis rodiklis nereiškia geresnės pagalbos.",
    },
}


def rank_partners(
    cluster: Any,
    candidates: Sequence[Scenario],
    /,
    *,
    goal: Measure,
    draws: int = 1000,
    rng: Generator | int,
    interval: float = 0.9,
    better: Literal["higher", "lower"] = "higher",
) -> Ranking:
    """Which partner would serve the goal best, and how sure is that?

    Every candidate is a scenario in which it joins. All are drawn together, with the same random numbers for the ties
    that they share, so that each draw has its own winner. A candidate is as good as the share of the draws that it
    wins and as little as it would make one forgo where it does not.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster as it is.
    candidates : sequence of Scenario
        At least two, of different names; each is a partner who joins, or anything else that might be done.
    goal : callable
        A measure of the whole cluster that returns one number; raw values are asked for as in `compare`.
    draws : int, default 1000
        How many draws.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.
    interval : float, default 0.9
        Share of the draws that an interval holds (0..1).
    better : {"higher", "lower"}, default "higher"
        Which direction serves the goal. That is your statement: structure is not effectiveness.

    Returns
    -------
    Ranking

    Raises
    ------
    InputError
        If there are fewer than two candidates, one does not fit the cluster, or the goal gives no single number.

    Notes
    -----
    Draws in which the goal is undefined for a candidate count as lost for it; `defined` says how many are not.

    Examples
    --------
    >>> import socluster as sc
    >>> partners = sc.load_dataset("norway_project")
    >>> def joins(name, **ties):
    ...     return sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(ties))
    >>> candidates = [joins("beside the lead", LEU=0.8), joins("at the edge", UTEN=0.8, BIRZ=0.8)]
    >>> ranking = sc.rank_partners(partners, candidates, goal=sc.global_efficiency, draws=200, rng=7)
    >>> ranking.best
    'beside the lead'
    """
    choice("better", better, ("higher", "lower"))
    listed = list(candidates) if not isinstance(candidates, Scenario) else [candidates]
    if len(listed) < 2:
        raise InputError("a ranking needs at least two candidates; compare() looks at one")
    outcome = compare(cluster, listed, measures=[goal], draws=draws, rng=rng, interval=interval)
    before = outcome.values[0][0]
    if before.shape[1] != 1:
        raise InputError(
            Problem("the goal must be one number for the whole cluster", column=getattr(goal, "__name__", None))
        )
    name = str(before.columns[0])
    sign = 1.0 if better == "higher" else -1.0
    gains = pd.DataFrame({each.name: sign * (numbers[name] - before[name]) for each, (numbers, _) in _after(outcome)})
    return Ranking(outcome, name, gains, better)


@dataclass(frozen=True, eq=False, repr=False)
class Ranking:
    """What `rank_partners` found. Its text is a sentence per candidate.

    Parameters
    ----------
    outcome : Outcome
        The comparison behind it.
    goal : str
        Name of the goal.
    gains : DataFrame
        Gain of each candidate (column) in each draw (row), in the direction that serves the goal.
    better : {"higher", "lower"}
        That direction.
    """

    outcome: Outcome
    goal: str
    gains: pd.DataFrame = field(compare=False)
    better: str

    @property
    def best(self) -> str:
        """The candidate that wins most draws."""
        return str(self._table.index[0])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per candidate, the most frequent winner first.

        Returns
        -------
        DataFrame
            Index `candidate`. Columns:

            - gain, low, high: median and interval of the gain
            - p_best: share of the draws that it wins (a draw that several win is shared between them)
            - p_gain: share of the draws in which it gains anything
            - regret: what choosing it forgoes against the winner of the draw, on average
            - mean_rank: mean place, 1 = first
            - defined: share of the draws in which its gain is defined
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        gains = self.gains.to_numpy(dtype=float)
        known = np.where(np.isnan(gains), -np.inf, gains)
        top = known.max(axis=1, keepdims=True)
        wins = (known == top) & np.isfinite(top)
        shared: Array = wins / np.maximum(wins.sum(axis=1, keepdims=True), 1)
        tail = (1 - self.outcome.interval) / 2
        lost = np.where(np.isfinite(known) & np.isfinite(top), top - known, np.nan)
        table = pd.DataFrame(
            {
                "gain": self.gains.median(),
                "low": self.gains.quantile(tail),
                "high": self.gains.quantile(1 - tail),
                "p_best": shared.mean(axis=0),
                "p_gain": (gains > 0).mean(axis=0),
                "regret": pd.DataFrame(lost, columns=self.gains.columns).mean(),
                "mean_rank": self.gains.rank(axis="columns", ascending=False).mean(),
                "defined": self.gains.notna().mean(),
            }
        ).rename_axis("candidate")
        return table.sort_values(["p_best", "regret"], ascending=[False, True], kind="stable")

    def sentences(self, language: Language = "en") -> list[str]:
        """Return a sentence per candidate, then the assumptions.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        text = _TEXT[language]
        lines = []
        for place, (name, row) in enumerate(self._table.iterrows()):
            values = {key: number(row[key], language) for key in ("gain", "low", "high", "regret")}
            values |= {"name": str(name), "p": percent(row["p_best"], language)}
            goal = measure_name(self.goal, language)
            lines.append(text["next" if place else "first"].format(goal=goal, draws=self.outcome.draws, **values))
        assumed = dict.fromkeys(each for one in self.outcome.scenarios for each in one.assumptions(language))
        return [*lines, *(text["assumption"].format(text=each) for each in assumed), text["caveat"]]

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the gains with their intervals, on one scale.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see

        table = self._table.rename(columns={"gain": "median", "p_gain": "p_increase"})
        return intervals(table, same_scale=True, title=measure_name(self.goal, language), language=language)

    def __repr__(self) -> str:
        """Return the sentences."""
        return "\n".join(self.sentences())


def _after(outcome: Outcome) -> list[tuple[Scenario, tuple[pd.DataFrame, dict[str, pd.DataFrame]]]]:
    return list(zip(outcome.scenarios, outcome.values[1:], strict=True))
