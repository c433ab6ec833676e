"""The answer to a plan: who to choose, what each adds, how sure that is, and what was proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from socluster.core.wording import Language
from socluster.whatif.choice import plan_text
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.scenarios.scenario import Scenario

__all__ = ["Certificate", "Plan"]


@dataclass(frozen=True)
class Certificate:
    """What was proven about a plan.

    Parameters
    ----------
    method : {"all sets", "integer programming", "greedy and exchange"}
        How it was found.
    exact : bool
        Whether it is proven that no set is better (of several goals: that no set was missed for the front).
    evaluations : int
        How many sets were computed.
    value : float
        Mean gain of the plan; NaN where there are several goals.
    bound : float
        What no set exceeds. Without a proof, it holds only if returns diminish and nobody does harm; NaN where that
        is refuted.
    returns_diminish : {"known", "not known", "refuted"}
        Known for coverage. Of other measures it is not known, so that the bound is an indication; refuted where a
        candidate that was computed does harm, or adds more beside the others than alone.
    """

    method: Literal["all sets", "integer programming", "greedy and exchange"]
    exact: bool
    evaluations: int
    value: float = float("nan")
    bound: float = float("nan")
    returns_diminish: Literal["known", "not known", "refuted"] = "not known"

    @property
    def gap(self) -> float:
        """How far the bound lies above the plan, as a part of the plan's gain; 0 is proven to be best."""
        if self.exact and self.value == self.bound:
            return 0.0
        return (self.bound - self.value) / abs(self.value) if self.value else float("nan")

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what was proven, and what was not.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [plan_text.of_certificate(self, language)]

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())


@dataclass(frozen=True, eq=False, repr=False)
class Plan:
    """What `plan_partners` found. Its text says who to choose in which order, and how sure that is.

    Parameters
    ----------
    goals : mapping of str to Goal or Coverage
        By name.
    candidates : tuple of Scenario
        Who could be chosen.
    limits : Limits
        How many, at what cost.
    options : mapping of str to tuple of str
        Plans by name, each in the order of choice: for one goal `best`; for several, `best for` each goal, and `knee`
        if the front has one.
    certificate : Certificate
        What was proven.
    p_best, regret : float
        Share of the draws in which the plan is at least as good as every other set that was computed, and what it
        forgoes on average against the best of them in each draw; NaN where there are several goals.
    draws : int
        Number of draws; 1 where nothing is random.
    interval : float
        Share of the draws that low to high holds.
    """

    goals: Mapping[str, Goal | Coverage]
    candidates: tuple[Scenario, ...]
    limits: Limits
    options: Mapping[str, Names]
    certificate: Certificate
    steps: pd.DataFrame = field(compare=False)
    sets: pd.DataFrame = field(compare=False)
    p_best: float
    regret: float
    draws: int
    interval: float
    coverage: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    spans: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who to choose, in the order of choice; nobody where there are several goals, since that is yours to weigh."""
        return self.options.get("best", ())

    @property
    def pareto(self) -> pd.DataFrame:
        """All sets that could be the plan and were computed, those of the front first.

        Returns
        -------
        DataFrame
            Index `plan` (names joined by `+`). Columns:

            - for every goal its name, and that with _low and _high: mean gain and its interval
            - cost: of all members (where costs are given)
            - on_front: whether no other set is at least as good in all goals and better in one, on average
            - p_front: share of the draws in which that holds, for the sets on the front
            - defined: share of the draws in which all goals are defined for the set
        """
        return self.sets.copy()

    def to_frame(self) -> pd.DataFrame:
        """Return one row per candidate that was chosen, in the order of choice.

        The order is that in which each adds most to those before it. Gains are means over the draws, so they add up.

        Returns
        -------
        DataFrame
            Index `candidate`; where there are several goals, index (plan, goal, candidate). Columns:

            - mean_gain, low, high: what the candidate adds to those before it on average, and the interval
            - mean_total, total_low, total_high: what they gain together up to here on average, and the interval
            - cost, total_cost: where costs are given
        """
        return self.steps.droplevel(["plan", "goal"]) if "best" in self.options else self.steps.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who to choose and why, what was proven, the assumptions, and the caveat.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return plan_text.of_plan(self, language)

    def plot(self, *, x: str | None = None, y: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: the front where there are several goals, else what is gained with each choice.

        Parameters
        ----------
        x, y : str, optional
            Of more than two goals, which to show across and up; the first two if not stated.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        if len(self.goals) == 1:
            return self._plot_of_steps(language)
        from socluster.plot import pareto  # plotly is heavy; load it when somebody wants to see

        first, second, *_ = [each for each in self.goals if each not in (x, y)] + [None, None]
        x, y = x or first, y or (second if x is None else first)
        labels = {f"{axis}_label": plan_text.goal_name(str(goal), language) for axis, goal in (("x", x), ("y", y))}
        bounds = {f"{goal}_{end}": f"{axis}_{end}" for axis, goal in (("x", x), ("y", y)) for end in ("low", "high")}
        better = {"x": "higher", "y": "higher"}  # gains stand in the direction that serves the goal
        return pareto(self.sets.rename(columns=bounds), x=str(x), y=str(y), better=better, language=language, **labels)

    def _plot_of_steps(self, language: Language) -> Any:
        from socluster.plot import intervals

        (goal,) = self.goals
        names = ["", *self.chosen]
        table = self.to_frame()[["mean_total", "total_low", "total_high"]]
        table = table.rename(columns={"mean_total": "median", "total_low": "low", "total_high": "high"})
        table.index = pd.Index([f"+ {name}" if place > 1 else name for place, name in enumerate(names) if name])
        return intervals(table, same_scale=True, title=plan_text.goal_name(goal, language), language=language)

    def __repr__(self) -> str:
        """Return the sentences."""
        return "\n".join(self.sentences())
