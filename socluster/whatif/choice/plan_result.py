"""The answer to a plan: who to choose, what each adds, how sure that is, and what was proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.data_notes import ONE_DRAW
from socluster.core.result import Result
from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.choice.plan_pictures import picture_of_front, picture_of_steps
from socluster.whatif.choice.plan_text import caveats, change_in, of_one_goal, of_several_goals, short_of_most
from socluster.whatif.phrases import assumed, caveat_of_gains
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, Phrase, say

__all__ = ["Plan"]


@dataclass(frozen=True, eq=False, repr=False)
class Plan(Result):
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
    fingerprint : str, optional
        Fingerprint of the cluster.
    seed : int, optional
        Seed of the draws, if it is known.
    is_certain : bool
        Whether nothing that the goals count is random, so that every draw is the same.
    is_simulated : bool
        Whether a measure is a mean of something simulated, which is not certain where no tie is drawn.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster : Cluster, optional
        The current cluster.
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
    fingerprint: str | None = None
    seed: int | None = None
    is_certain: bool = True
    is_simulated: bool = False
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False)

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

        The order is that in which each adds most to those before it. Gains are means over the draws, so they add up; a
        mean may lie outside the interval of the draws, where few draws make it.

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
        said = of_one_goal(self, language) if len(self.goals) == 1 else of_several_goals(self, language)
        said += self.certificate.sentences(language)
        said += short_of_most(self.limits, language)
        if (self.sets["defined"] < 1).any():
            said.append(
                say("Where a goal is undefined for a set, it counts as the worst gain of a single candidate.", language)
            )
        for goal in self.goals.values():
            if not isinstance(goal, Goal):
                said += goal.sentences(language)[1:]
            elif not goal.is_single:
                said += goal.sentences(language)[:-1]
        used = {name for chosen in self.options.values() for name in chosen}
        if self.draws == 1 and not self.is_certain:
            said.append(ONE_DRAW.said(language))
        scenarios = [each for each in self.candidates if each.name in used]
        said += self.about_data(language)
        said += assumed((one for each in scenarios for one in each.assumptions(language, self.cluster)), language)
        has_measures = any(isinstance(goal, Goal) for goal in self.goals.values())
        return [*said, caveat_of_gains(language)] if has_measures else said

    def caveats(self, language: Language = "en") -> list[str]:
        """Return what the gains say against the plan: that it does harm, or may, and that a mean falls by one more.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return caveats(self, language)

    def plot(self, *, x: str | None = None, y: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: the front where there are several goals, else what is gained with each choice.

        Parameters
        ----------
        x, y : str, optional
            Of more than two goals, which to show across and up; the first two if not stated.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot.caption import about, source_of  # plotly is heavy; load it when somebody wants to see

        drawn = self.draws > 1 and not self.is_certain
        words = {
            "about": about(
                language,
                cluster=None if self.cluster is None else self.cluster.name,
                level=self.interval if drawn else None,
                draws=self.draws if drawn else None,
            ),
            "source": "" if self.cluster is None else source_of(self.cluster, language),
        }
        if len(self.goals) == 1:
            (goal,) = self.goals
            return picture_of_steps(self.to_frame(), self.chosen, goal=goal, language=language, **words)
        changes = {name: change_in(self, name, language) for name in self.goals}
        return picture_of_front(self.sets, changes, x=x, y=y, language=language, **words)
