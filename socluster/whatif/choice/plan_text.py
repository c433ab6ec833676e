"""What a plan says: who to choose and why, how sure that is, and what lies on the front of several goals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import pandas as pd

from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.choice.ranking_text import falls_by_presence
from socluster.whatif.phrases import is_drawn, nothing_is_drawn
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import (
    Language,
    as_sentence,
    count,
    listed,
    marked,
    measure_name,
    number,
    numbers_alike,
    percent,
    say,
)

__all__ = ["caveats", "change_in", "how_sure", "of_one_goal", "of_several_goals", "short_of_most", "step_told"]

_NEXT = marked("Next best on average is {name} ({gain}).")
_NEXT_EXACT = marked("Next best is {name} ({gain}).")


class ToldPlan(Protocol):
    """What a plan is told from; see `Plan`, whose fields and table these are."""

    @property
    def goals(self) -> Mapping[str, Goal | Coverage]: ...
    @property
    def candidates(self) -> tuple[Scenario, ...]: ...
    @property
    def limits(self) -> Limits: ...
    @property
    def options(self) -> Mapping[str, Names]: ...
    @property
    def chosen(self) -> Names: ...
    @property
    def certificate(self) -> Certificate: ...
    @property
    def sets(self) -> pd.DataFrame: ...
    @property
    def p_best(self) -> float: ...
    @property
    def regret(self) -> float: ...
    @property
    def draws(self) -> int: ...
    @property
    def interval(self) -> float: ...
    @property
    def coverage(self) -> Mapping[str, tuple[float, float]]: ...
    @property
    def spans(self) -> Mapping[str, tuple[float, ...]]: ...
    @property
    def is_certain(self) -> bool: ...
    @property
    def is_simulated(self) -> bool: ...
    def to_frame(self) -> pd.DataFrame: ...


def of_one_goal(plan: ToldPlan, language: Language) -> list[str]:
    """Return who to choose, how much that gains, how sure that is, and what each adds."""
    ((goal, _),) = plan.goals.items()
    table = plan.to_frame()
    end = table.iloc[-1]
    said = [_choose(plan, end, language)]
    if goal in plan.coverage:
        said.append(_covered(plan, goal, end["mean_total"], listed(plan.chosen, language), language))
    else:
        said.append(_together(plan, _goal(plan, goal, language), end, language))
    said += caveats(plan, language)
    if len(table) > 1:
        said += [step_told(str(name), row, plan, language) for name, row in table.iterrows()]
    if not is_drawn(plan) and goal not in plan.coverage:
        said.append(nothing_is_drawn(language))
    elif plan.draws > 1 and len(plan.sets) > 1:
        said.append(how_sure(plan, language))
    others = plan.sets[plan.sets.index != " + ".join(sorted(plan.chosen))]
    if len(others) and plan.certificate.method != "integer programming":  # which did not look at them one by one
        best = others[goal].idxmax()
        gain = number(others.loc[best, goal], language)
        message = _NEXT if is_drawn(plan) else _NEXT_EXACT
        said.append(say(message, language, name=best, gain=gain))
    return said


def caveats(plan: ToldPlan, language: Language) -> list[str]:
    """Return what the gains say against the plan: that it does harm, or may, and that a mean falls by one more.

    A plan for several goals chooses nobody, and has none.
    """
    if len(plan.goals) > 1:
        return []
    (goal,) = plan.goals.values()
    table = plan.to_frame()
    said = _no_gain(table.iloc[-1], not is_drawn(plan), language)
    if not isinstance(goal, Goal):
        return said
    total = float(table["mean_total"].iloc[-1])
    means = {str(name): min(float(gain), total) for name, gain in table["mean_gain"].items()}
    return [*said, *falls_by_presence(means, goal, plan.candidates, language)]


def _no_gain(end: Any, is_exact: bool, language: Language) -> list[str]:
    """Return that nobody would be as good or better, if that is so; harm only where the interval holds no gain."""
    gain = end["mean_total"]
    if gain > 0:
        return []
    if is_exact and gain < 0:
        return [say("The plan does harm to this goal: choosing nobody would be better.", language)]
    if is_exact:
        return [say("The plan gains nothing: choosing nobody would be as good.", language)]
    if gain < 0 < end["total_high"]:
        return [say("The plan may do harm to this goal: its mean gain is below 0, its interval holds gains.", language)]
    if gain < 0:
        return [say("On average the plan does harm to this goal: choosing nobody would be better.", language)]
    return [say("On average the plan gains nothing: choosing nobody would be as good.", language)]


def _choose(plan: ToldPlan, end: Any, language: Language) -> str:
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


def short_of_most(limits: Limits, language: Language) -> list[str]:
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


def _of_all(plan: ToldPlan, language: Language) -> str:
    return count("of {n} candidate", "of {n} candidates", len(plan.candidates), language)


def _together(plan: ToldPlan, goal: str, end: Any, language: Language) -> str:
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


def how_sure(plan: ToldPlan, language: Language) -> str:
    """Return in how many draws no other set is better, and what the plan forgoes on average."""
    return count(
        "The plan is at least as good as every other computed set in {p} of {n} draw; its mean regret is {regret}.",
        "The plan is at least as good as every other computed set in {p} of {n} draws; its mean regret is {regret}.",
        plan.draws,
        language,
        p=percent(plan.p_best, language),
        regret=number(plan.regret, language),
    )


def of_several_goals(plan: ToldPlan, language: Language) -> list[str]:
    """Return what lies on the front of several goals, and what its plans give of each."""
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


def _who(plan: ToldPlan, language: Language) -> str:
    """Return how many may be chosen of how many candidates."""
    k, of_all = number(plan.limits.most, language), _of_all(plan, language)
    if plan.limits.is_exact:
        return say("{k} {of_all}", language, k=k, of_all=of_all)
    if plan.limits.budget is None:
        return say("up to {k} {of_all}", language, k=k, of_all=of_all)
    budget = number(plan.limits.budget, language)
    return say("up to {k} {of_all} within a budget of {budget}", language, k=k, of_all=of_all, budget=budget)


def _goals(plan: ToldPlan, language: Language) -> str:
    return ", ".join(_goal(plan, goal, language) for goal in plan.goals)


def _goal(plan: ToldPlan, name: str, language: Language) -> str:
    """Return what a goal is called; of one measure also which direction serves."""
    goal = plan.goals[name]
    if isinstance(goal, Goal) and goal.is_single:
        return goal.said(language, name)
    return measure_name(name, language)


def change_in(plan: ToldPlan, name: str, language: Language) -> str:
    """Return what a gain in a goal is called on an axis, which itself says that more is better."""
    goal = plan.goals[name]
    called = measure_name(name, language)
    if isinstance(goal, Goal) and goal.is_single and goal.signs[0] < 0:
        return say("fall in {quantity}", language, quantity=called)
    if isinstance(goal, Goal) and goal.is_single:
        return say("change in {quantity}", language, quantity=called)
    return say("gain in {goal}", language, goal=called)


def _one_for_all(plan: ToldPlan, language: Language) -> str:
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


def _front(plan: ToldPlan, on_front: int, language: Language) -> list[str]:
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


def _option(plan: ToldPlan, option: str, chosen: tuple[str, ...], language: Language) -> str:
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


def _in_goal(plan: ToldPlan, goal: str, row: Any, language: Language) -> str:
    amount = _with_range(row, goal, f"{goal}_", plan, language)
    return say("{amount} in {goal}", language, amount=amount, goal=measure_name(goal, language))


def _kept(share: float, goal: str, language: Language) -> str:
    return say("{amount} in {goal}", language, amount=percent(share, language), goal=measure_name(goal, language))


def step_told(name: str, row: Any, plan: ToldPlan, language: Language) -> str:
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


def _amount(row: Any, column: str, prefix: str, plan: ToldPlan, language: Language) -> str:
    """Return how much is won or lost with its range; amounts that are lost are positive."""
    if _is_loss(row, column, prefix):
        row = {column: -row[column], f"{prefix}low": -row[f"{prefix}high"], f"{prefix}high": -row[f"{prefix}low"]}
    return _with_range(row, column, prefix, plan, language)


def _with_range(row: Any, column: str, prefix: str, plan: ToldPlan, language: Language) -> str:
    low, high = row[f"{prefix}low"], row[f"{prefix}high"]
    if low == high:
        return number(row[column], language)
    amount, least, most = numbers_alike(row[column], low, high, language=language)
    return say(
        "{amount} ({low} to {high} in {share} of the draws)",
        language,
        amount=amount,
        low=least,
        high=most,
        share=percent(plan.interval, language),
    )


def _covered(plan: ToldPlan, goal: str, gain: float, name: str, language: Language) -> str:
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
