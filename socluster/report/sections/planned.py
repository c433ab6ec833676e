"""The plan: which partners together, within which limits, what they gain on average, and how sure that is."""

from __future__ import annotations

import numpy as np

from socluster.report.blocks import Bullets, Shown, ShownTable
from socluster.report.sections.cells import amount, decimals, heads, not_shown, text, with_ends
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan_limits import Limits
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.plan_text import how_sure
from socluster.whatif.phrases import is_drawn, nothing_is_drawn
from socluster.words import Language, as_sentence, count, itemised, listed, marked, measure_name, number, percent, say

__all__ = ["limits_said", "plan_finding", "planned"]

_ROWS = 8
_SORTED = marked("Sets are sorted by what they gain on average, not by what they are worth to anybody.")
_SORTED_EXACT = marked("Sets are sorted by what they gain, not by what they are worth to anybody.")


def planned(plan: Plan, language: Language, beside: str) -> list[Shown]:
    """Return what was found and what stands beside it, the limits that were stated, and the sets that gain most."""
    if len(plan.goals) > 1:
        return [Bullets([*plan.sentences(language), beside]), _stated(plan, language)]
    how_sure = _how_sure(plan, language) if is_drawn(plan) else nothing_is_drawn(language)
    said = [plan_finding(plan, language), *([how_sure] if how_sure else []), *plan.caveats(language), beside]
    return [Bullets(said), _stated(plan, language), _sets(plan, language)]


def plan_finding(plan: Plan, language: Language) -> str:
    """Return who together gain most on average within which limits, and how much."""
    if len(plan.goals) > 1:
        return plan.sentences(language)[0]
    (goal,) = plan.goals
    end = plan.to_frame().iloc[-1]
    called = _goal(plan, goal, language)
    told = {"limits": limits_said(plan.limits, language), "goal": as_sentence(called)}
    if end["mean_total"] <= 0 and is_drawn(plan):
        return say("{goal}, {limits}: no choice gains anything on average.", language, **told)
    if end["mean_total"] <= 0:
        return say("{goal}, {limits}: no choice gains anything.", language, **told)
    places = decimals(np.array([end["mean_total"]], dtype=float))
    gain, low, high = (
        number(end[each], language, decimals=places) for each in ("mean_total", "total_low", "total_high")
    )
    told |= {"names": listed(sorted(plan.chosen), language), "gain": gain}
    if not is_drawn(plan):
        return say("{goal}, {limits}: most is gained with {names} ({gain}).", language, **told)
    if low == high:
        return say("{goal}, {limits}: most is gained on average with {names} ({gain}).", language, **told)
    return say(
        "{goal}, {limits}: most is gained on average with {names} ({gain}; {low} to {high} in {share} of the draws).",
        language,
        low=low,
        high=high,
        share=percent(plan.interval, language),
        **told,
    )


def limits_said(limits: Limits, language: Language) -> str:
    """Return within which limits: a budget, so many at most, or both."""
    if limits.is_exact:
        return count("exactly {n} candidate", "exactly {n} candidates", limits.most, language)
    how_many = count("at most {n} candidate", "at most {n} candidates", limits.most, language)
    if limits.budget is None:
        return how_many
    within = say("within a budget of {budget}", language, budget=number(limits.budget, language))
    if limits.k is None:
        return within
    return say("{within} and {most}", language, within=within, most=how_many)


def _goal(plan: Plan, name: str, language: Language) -> str:
    goal = plan.goals[name]
    return goal.said(language, name) if isinstance(goal, Goal) and goal.is_single else measure_name(name, language)


def _how_sure(plan: Plan, language: Language) -> str:
    """Return how often no other set is better; nothing where that was not looked at."""
    if np.isnan(plan.p_best) or len(plan.sets) < 2 or plan.draws < 2:
        return ""
    return how_sure(plan, language)


def _stated(plan: Plan, language: Language) -> ShownTable:
    """Return what was stated: goals with directions, budget, how many, what each costs, draws and seed."""
    limits = plan.limits
    goals = "; ".join(_goal(plan, name, language) for name in plan.goals)
    rows = [(say("goal", language), goals), (say("limits", language), limits_said(limits, language))]
    if limits.costs is not None:
        costs = [
            say("{name}: {amount}", language, name=name, amount=number(limits.costs[name], language))
            for name in limits.names
        ]
        rows.append((say("cost", language, context="heading"), itemised(costs, language)))
    else:
        rows.append((say("who may be in it", language), listed(limits.names, language)))
    drawn = say(
        "{draws} draws, seed {seed}",
        language,
        draws=number(plan.draws, language),
        seed="–" if plan.seed is None else str(plan.seed),
    )
    rows.append((say("Computed", language), drawn))
    cells = [(text(name), text(value)) for name, value in rows]
    titles = heads(say("what", language), say("value", language), numbers=0)
    return ShownTable(say("What was asked of the plan", language), titles, cells, finding=plan_finding(plan, language))


def _sets(plan: Plan, language: Language) -> ShownTable:
    """Return the sets that gain most, with what they cost."""
    (goal,) = plan.goals
    table = plan.sets.rename(columns={f"{goal}_low": "low", f"{goal}_high": "high"})
    places, is_spread = decimals(table[goal].to_numpy(float)), is_drawn(plan)
    has_cost = "cost" in table
    cents = 2 if has_cost and (table["cost"] % 1).any() else 0
    columns = (goal, "low", "high") if is_spread else (goal,)
    rows, whole = [], []
    for label, row in table.iterrows():
        first = (text(label), *((amount(float(row["cost"]), language, cents),) if has_cost else ()))
        gains = tuple(amount(float(row[each]), language, places) for each in columns)
        rows.append((*first, *((with_ends(row, goal, language, places),) if is_spread else gains)))
        whole.append((*first, *gains))
    first_heads = [say("together", language), *([say("cost", language, context="heading")] if has_cost else [])]
    gain = [say("mean gain (from … to)", language)] if is_spread else [say("gain", language)]
    ends = [say("mean gain", language), say("gain, from", language), say("gain, to", language)] if is_spread else gain
    caption, finding, sorting = _caption(plan, language), plan_finding(plan, language), _sorted(plan, language)
    in_full = heads(*first_heads, *ends, numbers=len(ends) + has_cost)
    note = " ".join(filter(None, [sorting, not_shown(len(rows) - len(rows[:_ROWS]), language)]))
    return ShownTable(
        caption,
        heads(*first_heads, *gain, numbers=1 + has_cost),
        rows[:_ROWS],
        note,
        ShownTable(caption, in_full, whole, sorting, finding=finding),
        finding,
    )


def _sorted(plan: Plan, language: Language) -> str:
    message = _SORTED if is_drawn(plan) else _SORTED_EXACT
    return say(message, language)


def _caption(plan: Plan, language: Language) -> str:
    """Return what the numbers of the sets are, and what a gain is."""
    ((name, goal),) = plan.goals.items()
    measured = goal.change_said(language) if isinstance(goal, Goal) else measure_name(name, language)
    if not is_drawn(plan):
        return say(
            "Plan: exact, nothing that this goal counts is drawn. Gain: {measured}.", language, measured=measured
        )
    return say(
        "Plan: means and {share} intervals of {draws}. Gain: {measured}.",
        language,
        share=percent(plan.interval, language),
        draws=count("{n} draw", "{n} draws", plan.draws, language),
        measured=measured,
    )
