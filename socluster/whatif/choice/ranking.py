"""The answer to a ranking: who serves a goal best, how often, and what choosing another forgoes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.data_notes import ONE_DRAW
from socluster.core.result import MadeOf, Result
from socluster.draws.spread import spread
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.ranking_text import close_to_first, falls_by_presence, harm_exactly, on_average
from socluster.whatif.choice.wins import forgone, shared_wins
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.phrases import assumed, caveat_of_gains, is_drawn, nothing_is_drawn
from socluster.words import Language, count, number, numbers_alike, percent, say

__all__ = ["Ranking"]

_ROUNDING = 1e-10


@dataclass(frozen=True, eq=False, repr=False)
class Ranking(Result):
    """What `rank_partners` found. Its text is a sentence per candidate.

    Parameters
    ----------
    outcome : Outcome
        The comparison behind it.
    goal : Goal
        What is to be gained.
    gains : DataFrame
        Gain of each candidate (column) in each draw (row), in the direction that serves the goal.
    amounts : mapping
        Cost and capacity of each candidate, as far as they were given.
    budget : float, optional
        What a candidate may cost.
    """

    outcome: Outcome
    goal: Goal
    gains: pd.DataFrame = field(compare=False)
    amounts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    budget: float | None = None

    @property
    def best(self) -> str:
        """The candidate that wins most draws, of those that are affordable."""
        return str(self._table.index[0])

    @property
    def made_of(self) -> MadeOf:
        """What the comparison behind it was made of."""
        return self.outcome.made_of

    def to_frame(self) -> pd.DataFrame:
        """Return one row per candidate, the most frequent winner first.

        Returns
        -------
        DataFrame
            Index `candidate`. Columns:

            - gain, low, high: median and interval of the gain
            - error: Monte-Carlo standard error of the median gain
            - mean_gain, error_of_mean: what it gains on average, as in a plan, and the Monte-Carlo standard error of
              that; this is what sentences and pictures tell. It may lie outside the interval, where few draws make it
            - p_best: share of the draws that it wins (a draw that several win is shared between them)
            - error_of_p_best: Monte-Carlo standard error of that share
            - p_gain: share of the draws in which it gains anything
            - regret: what choosing it forgoes against the winner of the draw, on average
            - mean_rank, rank_low, rank_high: mean place (1 = first) and the interval of its place
            - defined: share of the draws in which its gain is defined
            - cost, gain_per_cost (of the median; NaN where it costs nothing), capacity: where they were given
            - affordable: where there is a budget; who is not affordable comes last, wins nothing and has no place
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        gains, interval = self.gains, self.outcome.interval
        rivals = gains.where(np.broadcast_to(self._affordable.to_numpy(), gains.shape))
        largest = np.nanmax(np.abs(gains.to_numpy(dtype=float)), initial=1e-300)
        places = (rivals / largest).round(10).rank(axis="columns", ascending=False)  # equal but for rounding is equal
        wins = shared_wins(rivals.to_numpy(dtype=float))
        drawn, ranks = spread(gains, interval), spread(places, interval)
        table = pd.DataFrame(
            {
                "gain": drawn["median"],
                "low": drawn["low"],
                "high": drawn["high"],
                "error": drawn["error"],
                "mean_gain": drawn["mean"],
                "error_of_mean": drawn["error_of_mean"],
                "p_best": wins.mean(axis=0),
                "error_of_p_best": wins.std(axis=0) / np.sqrt(max(len(wins), 1)),
                "p_gain": (gains > 0).mean(),
                "regret": pd.DataFrame(forgone(rivals.to_numpy(dtype=float)), columns=gains.columns).mean(),
                "mean_rank": ranks["mean"],
                "rank_low": ranks["low"],
                "rank_high": ranks["high"],
                "defined": drawn["defined"],
            }
        ).rename_axis("candidate")
        for option, amounts in self.amounts.items():
            table[option] = pd.Series(dict(amounts), dtype=float)
        if "cost" in table:
            table["gain_per_cost"] = table["gain"] / table["cost"].where(table["cost"] > 0)
        if self.budget is not None:
            table["affordable"] = self._affordable
        table = table.sort_values(["p_best", "regret"], ascending=[False, True], kind="stable")
        return table.sort_values("affordable", ascending=False, kind="stable") if "affordable" in table else table

    @property
    def _affordable(self) -> pd.Series[bool]:
        most = np.inf if self.budget is None else self.budget
        return pd.Series({name: self.amounts.get("cost", {}).get(name, 0.0) <= most for name in self.gains}, dtype=bool)

    @property
    def _has_one_answer(self) -> bool:
        """Whether there is nothing to say of draws: there is one, or all are the same because nothing is random."""
        return self.outcome.draws == 1 or not is_drawn(self.outcome)

    @property
    def rivals(self) -> list[str]:
        """Who cannot be told from the first: wins about as many draws, or gains the same in every draw."""
        table = self._table
        return close_to_first(self.gains[table.index[table["regret"].notna()]], same=True)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return a sentence per candidate, then the weights of the goal, the assumptions and the caveat.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [
            self._sentence(str(name), row, place, language) for place, (name, row) in enumerate(self._table.iterrows())
        ]
        said += self.caveats(language)
        if self.outcome.draws == 1 and not self.outcome.is_certain:
            said.append(ONE_DRAW.said(language))
        if not is_drawn(self.outcome):
            said.append(nothing_is_drawn(language))
        if not self.goal.is_single:
            said += self.goal.sentences(language)[:-1]
        cluster, scenarios = self.outcome.cluster, self.outcome.scenarios
        assumptions = [each for scenario in scenarios for each in scenario.assumptions(language, cluster)]
        rests_on = self.outcome.about_data(language)
        unlike = [line for check in self.outcome.checks for line in check.warnings(language)]
        return [*said, *rests_on, *assumed(assumptions, language), *dict.fromkeys(unlike), caveat_of_gains(language)]

    def caveats(self, language: Language = "en") -> list[str]:
        """Return what the gains say against taking the first: who cannot be told from it, and who does harm.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not self._table["defined"].iloc[0] > 0:
            return []
        if not is_drawn(self.outcome):
            said = harm_exactly(self.gains, language)
        else:
            said = [*on_average(self.gains, self._table, language), *self._is_often_no_gain(language)]
        return [
            *said,
            *falls_by_presence(dict(self.gains.mean()), self.goal, self.outcome.scenarios, language),
        ]

    def _is_often_no_gain(self, language: Language) -> list[str]:
        """Return how often nobody would be as good as the first, if that is so in half of the draws or more."""
        first = self._table.iloc[0]
        if first["mean_gain"] <= 0 or first["p_gain"] > 0.5:
            return []
        p = percent(1 - first["p_gain"], language)
        return [say("In {p} of the draws, choosing nobody would be as good or better.", language, p=p)]

    def _sentence(self, name: str, row: Any, place: int, language: Language) -> str:
        if not row["defined"]:
            return say("{name}: the goal is undefined in every draw.", language, name=name)
        gain = self._gain(row, language)
        if self.budget is not None and not row["affordable"]:
            return say(
                "{name} is not affordable (cost {cost}, budget {budget}); it would bring {gain}.",
                language,
                name=name,
                cost=number(row["cost"], language),
                budget=number(self.budget, language),
                gain=gain,
            )
        if "cost" in row:
            cost, rate = number(row["cost"], language), number(row["gain_per_cost"], language)
            gain = say(
                "{gain}, at a cost of {cost} ({rate} per unit of cost)", language, gain=gain, cost=cost, rate=rate
            )
        if "capacity" in row:
            capacity = number(row["capacity"], language)
            gain = say("{gain}, with a capacity of {capacity}", language, gain=gain, capacity=capacity)
        if place:
            return self._another(name, row, gain, language)
        return self._first(name, row, gain, language)

    def _first(self, name: str, row: Any, gain: str, language: Language) -> str:
        told = {"name": name, "goal": self.goal.said(language), "gain": gain}
        if self._has_one_answer:
            return say("{name} comes first for {goal}: {gain}.", language, **told)
        return count(
            "{name} comes first for {goal} in {p} of {n} draw: {gain}.",
            "{name} comes first for {goal} in {p} of {n} draws: {gain}.",
            self.outcome.draws,
            language,
            p=percent(row["p_best"], language),
            **told,
        )

    def _another(self, name: str, row: Any, gain: str, language: Language) -> str:
        told = {"name": name, "gain": gain, "regret": number(row["regret"], language)}
        if self._has_one_answer:
            return say("{name}: {gain}; regret {regret}.", language, **told)
        p = percent(row["p_best"], language)
        return say("{name}: first in {p}, {gain}; mean regret {regret}.", language, p=p, **told)

    def _gain(self, row: Any, language: Language) -> str:
        """Return what a candidate gains or loses, with the interval if draws differ.

        Amounts that are lost are positive; where the interval reaches to gains, all signs are those of the table.
        """
        mean, low, high = row["mean_gain"], row["low"], row["high"]
        loses = mean < 0 and high <= 0
        if loses:
            mean, low, high = -mean, -high, -low
        if low == high and np.isclose(mean, low, rtol=_ROUNDING, atol=0.0):
            told = {"gain": number(mean, language)}
            return say("a loss of {gain}", language, **told) if loses else say("a gain of {gain}", language, **told)
        told = dict(zip(("gain", "low", "high"), numbers_alike(mean, low, high, language=language), strict=True))
        if loses:
            return say("a mean loss of {gain} ({low} to {high})", language, **told)
        return say("a mean gain of {gain} ({low} to {high})", language, **told)

    def _order(self, language: Language) -> str:
        """Return by what the candidates are sorted."""
        if "affordable" in self._table:
            return say("sorted: the affordable first, then by probability of being best, highest first", language)
        return say("sorted by probability of being best, highest first", language)

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the gains with their intervals on one scale, and how often each candidate is best.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import ranking  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        found = self.outcome
        sure = found.is_certain or found.draws == 1
        return ranking(
            self._table.assign(gain=self._table["mean_gain"]),
            title=say("Which candidate would add most?", language),
            subtitle=about(
                language,
                cluster=found.cluster.name,
                actors=found.cluster.n_actors,
                level=None if sure else found.interval,
                draws=None if sure else found.draws,
                more=[self._order(language)],
            ),
            caption=source_of(found.cluster, language),
            label=self.goal.change_said(language),
            language=language,
        )
