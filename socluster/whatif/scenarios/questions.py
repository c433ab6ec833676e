"""What was asked of the scenarios of a file: goals with their directions, plans with their limits, draws and seed.

A document of scenarios may hold them beside these, so that whoever gets the file can ask the same again::

    questions:
      goals:
      - goal: fragmentation
        better: lower
        plan: {budget: 30, at_most: 2, cost: {hub: 20, club: 10}}
      draws: 1000
      seed: 1
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from socluster.core.errors import Problem, nearest
from socluster.words import Phrase, phrase

__all__ = ["GoalAsked", "PlanAsked", "Questions", "questions_in"]

_DIRECTIONS = ("higher", "lower")


@dataclass(frozen=True)
class PlanAsked:
    """Which partners together: within a budget, at most so many, or both.

    Parameters
    ----------
    budget : float, optional
        What they may cost together.
    at_most : int, optional
        How many they may be.
    cost : mapping
        What each scenario costs, by its name; needed where there is a budget.
    """

    budget: float | None = None
    at_most: int | None = None
    cost: Mapping[str, float] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return it as a document holds it."""
        said = {"budget": self.budget, "at_most": self.at_most, "cost": dict(self.cost) or None}
        return {key: value for key, value in said.items() if value is not None}


@dataclass(frozen=True)
class GoalAsked:
    """Who comes first for a goal, in the direction that was stated, and perhaps which together.

    Parameters
    ----------
    goal : str
        Name of a measure.
    better : {"higher", "lower"}
        Which direction is a gain.
    plan : PlanAsked, optional
        Limits of those who together gain most.
    """

    goal: str
    better: str
    plan: PlanAsked | None = None

    def plain(self) -> dict[str, Any]:
        """Return it as a document holds it."""
        plan = {} if self.plan is None else {"plan": self.plan.plain()}
        return {"goal": self.goal, "better": self.better, **plan}


@dataclass(frozen=True)
class Questions:
    """What was asked of scenarios.

    Parameters
    ----------
    goals : tuple of GoalAsked
        In the order in which they were asked.
    draws, seed : int, optional
        How often was drawn, and from which seed.
    """

    goals: tuple[GoalAsked, ...] = ()
    draws: int | None = None
    seed: int | None = None

    def plain(self) -> dict[str, Any]:
        """Return them as a document holds them."""
        said = {"goals": [each.plain() for each in self.goals] or None, "draws": self.draws, "seed": self.seed}
        return {key: value for key, value in said.items() if value is not None}


def questions_in(given: Any, place: str = "questions") -> tuple[Questions, list[Problem]]:
    """Return what was asked, read without trust, and everything that is wrong with it and where.

    Parameters
    ----------
    given : object
        Plain values as a document holds them; None for nothing.
    place : str
        Where they stand, for the problems.

    Examples
    --------
    >>> found, problems = questions_in({"goals": [{"goal": "density", "better": "more"}], "seed": 3})
    >>> found.seed, [(problem.table, problem.value) for problem in problems]
    (3, [('questions.goals[0].better', 'more')])
    """
    if given is None:
        return Questions(), []
    problems = list(_wrong(given, place))
    if not isinstance(given, dict):
        return Questions(), problems
    listed = given.get("goals")
    goals = [_goal(each) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    draws, seed = (_whole(given.get(key), least) for key, least in (("draws", 1), ("seed", 0)))
    return Questions(tuple(goals), draws, seed), problems


def _goal(given: Mapping[str, Any]) -> GoalAsked:
    plan = given.get("plan")
    return GoalAsked(str(given.get("goal")), str(given.get("better")), _plan(plan) if isinstance(plan, dict) else None)


def _plan(given: Mapping[str, Any]) -> PlanAsked:
    cost, budget = given.get("cost"), given.get("budget")
    stated = cost.items() if isinstance(cost, dict) else ()
    costs = {str(name): amount for name, value in stated if (amount := _amount(value)) is not None}
    return PlanAsked(_amount(budget), _whole(given.get("at_most"), 1), costs)


def _wrong(given: Any, place: str) -> Iterator[Problem]:
    if not isinstance(given, dict):
        yield _problem(place, phrase("must be names with values"), given)
        return
    yield from _strangers(given, ("goals", "draws", "seed"), place)
    for key, least in (("draws", 1), ("seed", 0)):
        if given.get(key) is not None and _whole(given[key], least) is None:
            yield _problem(f"{place}.{key}", phrase("must be a whole number from {least}", least=least), given[key])
    goals = given.get("goals", [])
    if not isinstance(goals, list):
        yield _problem(f"{place}.goals", phrase("must be a list of goals, each with a direction"), goals)
        return
    for number, each in enumerate(goals):
        yield from _wrong_goal(each, f"{place}.goals[{number}]")


def _wrong_goal(given: Any, place: str) -> Iterator[Problem]:
    if not isinstance(given, dict):
        yield _problem(place, phrase("must be names with values"), given)
        return
    yield from _strangers(given, ("goal", "better", "plan"), place)
    goal, better = given.get("goal"), given.get("better")
    if not isinstance(goal, str) or not goal.strip():
        yield _problem(f"{place}.goal", phrase("must be the name of a measure"), goal)
    if better not in _DIRECTIONS:
        message = phrase("must be one of these: {options}", options=list(_DIRECTIONS))
        yield _problem(f"{place}.better", message, better, nearest(str(better), _DIRECTIONS))
    if given.get("plan") is not None:
        yield from _wrong_plan(given["plan"], f"{place}.plan")


def _wrong_plan(given: Any, place: str) -> Iterator[Problem]:
    if not isinstance(given, dict):
        yield _problem(place, phrase("must be names with values"), given)
        return
    yield from _strangers(given, ("budget", "at_most", "cost"), place)
    budget, most, cost = (given.get(key) for key in ("budget", "at_most", "cost"))
    if budget is None and most is None:
        yield _problem(place, phrase("needs a budget, or at_most: how many they may be"), given)
    if budget is not None and _amount(budget) is None:
        yield _problem(f"{place}.budget", phrase("must be a number, 0 or more"), budget)
    if most is not None and _whole(most, 1) is None:
        yield _problem(f"{place}.at_most", phrase("must be a whole number from {least}", least=1), most)
    if not isinstance(cost, dict | None) or (budget is not None and not cost):
        yield _problem(f"{place}.cost", phrase("must give every scenario its cost, by its name"), cost)
    for name, value in (cost if isinstance(cost, dict) else {}).items():
        if _amount(value) is None:
            yield _problem(f"{place}.cost.{name}", phrase("must be a number, 0 or more"), value)


def _strangers(given: Mapping[Any, Any], known: tuple[str, ...], place: str) -> Iterator[Problem]:
    for key in given:
        if key not in known:
            message = phrase("is unknown here; there are {options}", options=list(known))
            yield _problem(f"{place}.{key}", message, given[key], nearest(str(key), known))


def _problem(place: str, message: Phrase, value: object, near: str | None = None) -> Problem:
    return Problem(message, place, value=value, nearest=near)


def _whole(value: object, least: int) -> int | None:
    """Return a whole number, or None where it is none or too small."""
    return value if isinstance(value, int) and not isinstance(value, bool) and least <= value < 2**63 else None


def _amount(value: object) -> float | None:
    """Return an amount, or None where it is no finite number or below 0."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and isfinite(value) and value >= 0 else None  # type: ignore[arg-type,operator]
