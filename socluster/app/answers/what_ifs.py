"""All that was asked of scenarios, answered for a report: the comparison, each ranking, each plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from numpy.random import Generator

from socluster.app.answers.needed import COVERAGE, called, met_measures
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.public_names import public_object
from socluster.draws.settings import Draws
from socluster.measures.brokerage.holes import constraint
from socluster.measures.cohesion.density import global_efficiency
from socluster.measures.cohesion.distance import fragmentation
from socluster.measures.guide import GUIDE
from socluster.measures.shared.answers import Measure, named
from socluster.measures.shared.network import one_mode
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.comparison.random_partner import joins_with_ties
from socluster.whatif.scenarios.questions import GoalAsked, PlanAsked, Questions
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, marked

__all__ = ["goals_of", "what_ifs"]

_NO_NEEDS = marked(
    "counts what is needed, and in this unit nothing is known to be needed: bring a workbook with the sheet needs (on "
    "the command line: --needs FILE)"
)
_NO_GOAL = marked("is no goal that can be asked about here")
_MEASURES: Sequence[Measure] = (fragmentation, global_efficiency, constraint)


def what_ifs(
    cluster: Cluster,
    scenarios: Sequence[Scenario],
    questions: Questions,
    *,
    draws: Draws,
    rng: Generator | int,
    needs: Any = None,
    language: Language = "en",
    goals: Collection[str] | None = None,
    more: Sequence[Measure] = (),
) -> list[Outcome | Ranking | Plan]:
    """Return the scenarios compared with the cluster as it is, then who comes first for each goal, then each plan.

    Parameters
    ----------
    cluster : Cluster
        As it was given: one of attendances is projected.
    scenarios : sequence of Scenario
        Without any there is nothing to answer.
    questions : Questions
        The goals, each with its direction, and limits of plans. Two plans for one goal share its ranking.
    draws : Draws
        How often, and by whom.
    rng : int or numpy.random.Generator
        Seed, the same for all answers.
    needs : DataFrame or mapping, optional
        What is needed where; what is met of it is then compared as well.
    language : {"en", "lt"}
        In which what is met is called.
    goals : collection of str, optional
        Names of measures that may be a goal, besides what is met; every measure of the library if not stated.
    more : sequence of callable
        Measures to compare as well. Those that are goals are compared anyway, beside a random partner.

    Raises
    ------
    InputError
        If a goal is no measure, or a plan cannot be made.
    """
    if not scenarios:
        return []
    network = one_mode(cluster)
    met = {name: replace(each, name=called(each, language)) for name, each in met_measures(needs).items()}
    measures: dict[str, Measure] = {**dict(named(_MEASURES)), **{each.name: each for each in met.values()}}
    asked = list(zip(questions.goals, goals_of(questions, met, goals), strict=True))
    goal_measures = [*more, *(each for _, each in asked)]
    for name, measure in named(goal_measures) if goal_measures else ():
        if not (name == COVERAGE and met):  # which is compared by its unit already
            measures.setdefault(name, measure)
    joins = any(joins_with_ties(each, network) for each in scenarios)
    found: list[Outcome | Ranking | Plan] = [
        compare(network, scenarios, measures=measures, draws=draws, rng=rng, null=joins)
    ]
    for goal, measure in _once(asked) if len(scenarios) > 1 else ():
        better: Any = goal.better
        found.append(rank_partners(network, scenarios, goal=measure, better=better, draws=draws, rng=rng))
    for goal, measure in asked:
        if goal.plan is not None:
            found.append(_planned(network, scenarios, measure, goal.better, goal.plan, draws, rng))
    return found


def _planned(
    network: Cluster,
    scenarios: Sequence[Scenario],
    measure: Measure,
    better: Any,
    asked: PlanAsked,
    draws: Draws,
    rng: Generator | int,
) -> Plan:
    """Return who together gain most, within the budget, or at most so many."""
    cost = {each.name: asked.cost[each.name] for each in scenarios if each.name in asked.cost}
    return plan_partners(
        network,
        scenarios,
        goal=measure,
        better=better,
        at_most=asked.at_most,
        budget=asked.budget,
        cost=None if asked.budget is None else cost,
        draws=draws,
        rng=rng,
    )


def goals_of(questions: Questions, met: Mapping[str, Measure], goals: Collection[str] | None = None) -> list[Measure]:
    """Return the measures that are the goals.

    Parameters
    ----------
    questions : Questions
        What was asked.
    met : mapping
        Measures of what is met of what is needed, by name.
    goals : collection of str, optional
        Names of measures that may be a goal, besides what is met; every measure of the library if not stated.

    Raises
    ------
    InputError
        With every goal that is none of these.
    """
    _refuse_strangers(questions.goals, [*(_known() if goals is None else goals), *met])
    return [met[each.goal] if each.goal in met else public_object(each.goal) for each in questions.goals]


def _once(asked: Sequence[tuple[GoalAsked, Measure]]) -> list[tuple[GoalAsked, Measure]]:
    """Return each goal in each direction once."""
    return list({(goal.goal, goal.better): (goal, measure) for goal, measure in asked}.values())


def _known() -> list[str]:
    """Return every measure but that of needs, which is one only where these are known."""
    return [name for names in GUIDE.values() for name in names if name != COVERAGE]


def _refuse_strangers(asked: Sequence[GoalAsked], known: Sequence[str]) -> None:
    problems = [
        Problem(
            message,
            f"questions.goals[{place}].goal",
            value=each.goal,
            nearest=None if each.goal.startswith(COVERAGE) else nearest(each.goal, known),
        )
        for place, each in enumerate(asked)
        for message in [_NO_NEEDS if each.goal.startswith(COVERAGE) else _NO_GOAL]
        if each.goal not in known
    ]
    if problems:
        raise InputError(problems)
