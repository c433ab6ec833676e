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
from socluster.whatif.phrases import assumed, caveat_of_gains, is_drawn, nothing_is_drawn
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, Phrase, as_sentence, count, listed, marked, measure_name, number, percent, say

__all__ = ["Plan"]

_NEXT = marked("Next best on average is {name} ({gain}).")
_NEXT_EXACT = marked("Next best is {name} ({gain}).")


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
        said = _single(self, language) if len(self.goals) == 1 else _several(self, language)
        said += self.certificate.sentences(language)
        said += _at_most(self.limits, language)
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
        changes = {name: _change(self, name, language) for name in self.goals}
        return picture_of_front(self.sets, changes, x=x, y=y, language=language, **words)


def _single(plan: Plan, language: Language) -> list[str]:
    ((goal, _),) = plan.goals.items()
    table = plan.to_frame()
    end = table.iloc[-1]
    said = [_choose(plan, end, language)]
    if goal in plan.coverage:
        said.append(_covered(plan, goal, end["mean_total"], listed(plan.chosen, language), language))
    else:
        said.append(_together(plan, _goal(plan, goal, language), end, language))
    said += _no_gain(end["mean_total"], not is_drawn(plan), language)
    if len(table) > 1:
        said += [_step(str(name), row, plan, language) for name, row in table.iterrows()]
    if not is_drawn(plan) and goal not in plan.coverage:
        said.append(nothing_is_drawn(language))
    elif plan.draws > 1 and len(plan.sets) > 1:
        said.append(_how_sure(plan, language))
    others = plan.sets[plan.sets.index != " + ".join(sorted(plan.chosen))]
    if len(others) and plan.certificate.method != "integer programming":  # which did not look at them one by one
        best = others[goal].idxmax()
        gain = number(others.loc[best, goal], language)
        message = _NEXT if is_drawn(plan) else _NEXT_EXACT
        said.append(say(message, language, name=best, gain=gain))
    return said


def _no_gain(gain: float, is_exact: bool, language: Language) -> list[str]:
    """Return that nobody would be as good or better, if that is so."""
    if gain > 0:
        return []
    if is_exact and gain < 0:
        return [say("The plan does harm to this goal: choosing nobody would be better.", language)]
    if is_exact:
        return [say("The plan gains nothing: choosing nobody would be as good.", language)]
    if gain < 0:
        return [say("On average the plan does harm to this goal: choosing nobody would be better.", language)]
    return [say("On average the plan gains nothing: choosing nobody would be as good.", language)]


def _choose(plan: Plan, end: Any, language: Language) -> str:
    """Return who to choose, in which order, and at what cost."""
    names, *later = plan.chosen
    for name in later:
        names = say("{first}, then {next}", language, first=names, next=name)
    k, of_all = number(len(plan.chosen), language), _of_all(plan, language)
    if "total_cost" not in end:
        return say("Choose {names} ({k} {of_all}).", language, names=names, k=k, of_all=of_all)
    cost = number(end["total_cost"], language)
    if plan.limits.budget is None:
        return say(
            "Choose {names} ({k} {of_all}, at a cost of {cost}).",
            language,
            names=names,
            k=k,
            of_all=of_all,
            cost=cost,
        )
    return say(
        "Choose {names} ({k} {of_all}, at a cost of {cost} within a budget of {budget}).",
        language,
        names=names,
        k=k,
        of_all=of_all,
        cost=cost,
        budget=number(plan.limits.budget, language),
    )


def _at_most(limits: Limits, language: Language) -> list[str]:
    """Return how many may be chosen at most, if that was stated, and that costs do not count where none were."""
    if limits.at_most is None:
        return []
    if limits.costs is not None:
        return [
            count("Stated: at most {n} may be chosen.", "Stated: at most {n} may be chosen.", limits.at_most, language)
        ]
    return [
        count(
            "Stated: at most {n} may be chosen, whatever it costs.",
            "Stated: at most {n} may be chosen, whatever they cost.",
            limits.at_most,
            language,
        )
    ]


def _of_all(plan: Plan, language: Language) -> str:
    return count("of {n} candidate", "of {n} candidates", len(plan.candidates), language)


def _together(plan: Plan, goal: str, end: Any, language: Language) -> str:
    """Return what those who are chosen gain, or lose."""
    amount = _amount(end, "mean_total", "total_", plan, language)
    is_one, gains = len(plan.chosen) == 1, not _is_loss(end, "mean_total", "total_")
    if is_one and gains:
        return say("It gains {amount} in {goal}.", language, amount=amount, goal=goal)
    if is_one:
        return say("It loses {amount} in {goal}.", language, amount=amount, goal=goal)
    if gains:
        return say("Together they gain {amount} in {goal}.", language, amount=amount, goal=goal)
    return say("Together they lose {amount} in {goal}.", language, amount=amount, goal=goal)


def _how_sure(plan: Plan, language: Language) -> str:
    return count(
        "The plan is at least as good as every other computed set in {p} of {n} draw; its mean regret is {regret}.",
        "The plan is at least as good as every other computed set in {p} of {n} draws; its mean regret is {regret}.",
        plan.draws,
        language,
        p=percent(plan.p_best, language),
        regret=number(plan.regret, language),
    )


def _several(plan: Plan, language: Language) -> list[str]:
    on_front = int(plan.sets["on_front"].sum())
    said = [_one_for_all(plan, language)] if on_front == 1 else _front(plan, on_front, language)
    for option, chosen in plan.options.items():
        said.append(_option(plan, option, chosen, language))
        gains = plan.sets.loc[" + ".join(sorted(chosen)), list(plan.goals)]
        if (gains < 0).all():
            name = listed(sorted(chosen), language)
            said.append(
                say("{name}: harm to every goal on average; choosing nobody would be better.", language, name=name)
            )
    if on_front > 2 and "knee" not in plan.options:
        said.append(
            say("The front has no knee: none of its sets trades the goals at a better rate than the ends.", language)
        )
    for goal in plan.coverage:
        for chosen in dict.fromkeys(tuple(sorted(each)) for each in plan.options.values()):
            gain = plan.sets.loc[" + ".join(chosen), goal]
            said.append(_covered(plan, goal, gain, listed(chosen, language), language))
    return said


def _who(plan: Plan, language: Language) -> str:
    """Return how many may be chosen of how many candidates."""
    k, of_all = number(plan.limits.most, language), _of_all(plan, language)
    if plan.limits.is_exact:
        return say("{k} {of_all}", language, k=k, of_all=of_all)
    if plan.limits.budget is None:
        return say("up to {k} {of_all}", language, k=k, of_all=of_all)
    budget = number(plan.limits.budget, language)
    return say("up to {k} {of_all} within a budget of {budget}", language, k=k, of_all=of_all, budget=budget)


def _goals(plan: Plan, language: Language) -> str:
    return ", ".join(_goal(plan, goal, language) for goal in plan.goals)


def _goal(plan: Plan, name: str, language: Language) -> str:
    """Return what a goal is called; of one measure also which direction serves."""
    goal = plan.goals[name]
    if isinstance(goal, Goal) and goal.is_single:
        return goal.said(language, name)
    return measure_name(name, language)


def _change(plan: Plan, name: str, language: Language) -> str:
    """Return what a gain in a goal is called on an axis, which itself says that more is better."""
    goal = plan.goals[name]
    called = measure_name(name, language)
    if isinstance(goal, Goal) and goal.is_single and goal.signs[0] < 0:
        return say("fall in {quantity}", language, quantity=called)
    if isinstance(goal, Goal) and goal.is_single:
        return say("change in {quantity}", language, quantity=called)
    return say("gain in {goal}", language, goal=called)


def _one_for_all(plan: Plan, language: Language) -> str:
    who, goals, n = _who(plan, language), _goals(plan, language), len(plan.goals)
    if n == 2:
        return say("One set ({who}) is best in both goals ({goals}).", language, who=who, goals=goals)
    return count(
        "One set ({who}) is best in the {n} goal ({goals}).",
        "One set ({who}) is best in all {n} goals ({goals}).",
        n,
        language,
        who=who,
        goals=goals,
    )


def _front(plan: Plan, on_front: int, language: Language) -> list[str]:
    return [
        count(
            "{n} goal ({goals}), {who}: no plan is best in all of them, so the choice is yours.",
            "{n} goals ({goals}), {who}: no plan is best in all of them, so the choice is yours.",
            len(plan.goals),
            language,
            goals=_goals(plan, language),
            who=_who(plan, language),
        ),
        count(
            "{n} {of_sets} is on the Pareto front: no other set is better in one goal without being worse in another.",
            "{n} {of_sets} are on the Pareto front: no other set is better in one goal without being worse in another.",
            on_front,
            language,
            of_sets=count("of {n} set", "of {n} sets", len(plan.sets), language),
        ),
    ]


def _option(plan: Plan, option: str, chosen: tuple[str, ...], language: Language) -> str:
    """Return a sentence about an end of the front, or its knee, with the reason."""
    row = plan.sets.loc[" + ".join(sorted(chosen))]
    name = listed(sorted(chosen), language)
    gains = listed([_in_goal(plan, goal, row, language) for goal in plan.goals], language)
    if option == "knee":
        shares = zip(plan.spans["knee"], plan.goals, strict=True)
        said = say(
            "The knee: {name}: {gains}. Of the range between the ends of the front it keeps {kept}; every other set "
            "trades the goals at a worse rate.",
            language,
            name=name,
            gains=gains,
            kept=listed([_kept(share, goal, language) for share, goal in shares], language),
        )
    else:
        goal = measure_name(option.removeprefix("best for "), language)
        said = say("Best for {goal}: {name}: {gains}.", language, goal=goal, name=name, gains=gains)
    if plan.draws == 1 or plan.is_certain:
        return said
    p = percent(row["p_front"], language)
    return f"{said} {say('On the front in {p} of the draws.', language, p=p)}"


def _in_goal(plan: Plan, goal: str, row: Any, language: Language) -> str:
    amount = _with_range(row, goal, f"{goal}_", plan, language)
    return say("{amount} in {goal}", language, amount=amount, goal=measure_name(goal, language))


def _kept(share: float, goal: str, language: Language) -> str:
    return say("{amount} in {goal}", language, amount=percent(share, language), goal=measure_name(goal, language))


def _step(name: str, row: Any, plan: Plan, language: Language) -> str:
    """Return what one of those who are chosen adds, or takes away."""
    amount, adds = _amount(row, "mean_gain", "", plan, language), not _is_loss(row, "mean_gain", "")
    if "cost" not in row and adds:
        return say("{name} adds {amount}.", language, name=name, amount=amount)
    if "cost" not in row:
        return say("{name} takes away {amount}.", language, name=name, amount=amount)
    cost = number(row["cost"], language)
    if adds:
        return say("{name} adds {amount}, at a cost of {cost}.", language, name=name, amount=amount, cost=cost)
    return say("{name} takes away {amount}, at a cost of {cost}.", language, name=name, amount=amount, cost=cost)


def _is_loss(row: Any, column: str, prefix: str) -> bool:
    """Whether it loses in nearly all draws; where the range reaches to gains, signs are those of the table."""
    return bool(row[column] < 0 and row[f"{prefix}high"] <= 0)


def _amount(row: Any, column: str, prefix: str, plan: Plan, language: Language) -> str:
    """Return how much is won or lost with its range; amounts that are lost are positive."""
    if _is_loss(row, column, prefix):
        row = {column: -row[column], f"{prefix}low": -row[f"{prefix}high"], f"{prefix}high": -row[f"{prefix}low"]}
    return _with_range(row, column, prefix, plan, language)


def _with_range(row: Any, column: str, prefix: str, plan: Plan, language: Language) -> str:
    amount = number(row[column], language)
    low, high = row[f"{prefix}low"], row[f"{prefix}high"]
    if low == high:
        return amount
    return say(
        "{amount} ({low} to {high} in {share} of the draws)",
        language,
        amount=amount,
        low=number(low, language),
        high=number(high, language),
        share=percent(plan.interval, language),
    )


def _covered(plan: Plan, goal: str, gain: float, name: str, language: Language) -> str:
    needed, before = plan.coverage[goal]
    said = say(
        "{goal}: of {needed} needed, {before} are served now and {after} with {name}.",
        language,
        goal=measure_name(goal, language),
        needed=number(needed, language),
        before=number(before, language),
        after=number(before + gain, language),
        name=name,
    )
    return as_sentence(said)
