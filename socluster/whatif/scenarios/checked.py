"""Scenarios as a question gets them: some of them, each of its own name, and nobody joins who is there already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from socluster.core.errors import InputError, Problem
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import marked

__all__ = ["checked_scenarios"]

Called: TypeAlias = Literal["scenarios", "candidates"]

_NONE = {"scenarios": marked("give at least one scenario"), "candidates": marked("give at least one candidate")}
_NO_LIST = {
    "scenarios": marked("scenarios must be a list of scenarios"),
    "candidates": marked("candidates must be a list of scenarios"),
}
_IS_MEMBER = marked("is a member of the cluster already, so it cannot join")


def checked_scenarios(given: Any, *, what: Called = "scenarios", members: Iterable[str] = ()) -> list[Scenario]:
    """Return scenarios as a list, in the order given.

    Parameters
    ----------
    given : Scenario or iterable of Scenario
        The scenarios.
    what : {"scenarios", "candidates"}, default "scenarios"
        What errors call them.
    members : iterable of str
        Actors who are there already, so that they cannot join.

    Raises
    ------
    InputError
        If it is something else, there is none, two have one name, or a member joins; all bad places at once.
    """
    listed = [given] if isinstance(given, Scenario) else _listed(given, what)
    if not listed:
        raise InputError(_NONE[what])
    wrong = [each for each in listed if not isinstance(each, Scenario)]
    if wrong:
        raise InputError([Problem("is not a Scenario", value=each) for each in wrong])
    names = [each.name for each in listed]
    twice = sorted({name for name in names if names.count(name) > 1})
    problems = [Problem("two scenarios have this name", is_argument=True, column=what, value=name) for name in twice]
    there = set(members)
    for each in listed:
        joining = [step.subject[0] for step in each.steps if step.verb == "with_actor"]
        problems += [Problem(_IS_MEMBER, what, each.name, value=actor) for actor in joining if actor in there]
    if problems:
        raise InputError(problems)
    return listed


def _listed(given: Any, what: Called) -> list[Any]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InputError(Problem(_NO_LIST[what], value=given))
    return list(given)
