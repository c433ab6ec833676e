"""What is asked, read without trust: every part of a question is checked, and what is wrong is told with its place."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.text import read_many
from socluster.words import marked

__all__ = ["amount_in", "choice_in", "costs_in", "flag_in", "refuse_strangers", "scenarios_in", "whole_in"]

_MOST_SCENARIOS = 300


def refuse_strangers(question: Mapping[str, Any], known: Iterable[str]) -> None:
    """Refuse what no question of this kind holds.

    Raises
    ------
    InputError
        With every stranger.
    """
    options = list(known)
    problems = [
        Problem(
            "is unknown here; there are {options}",
            column=str(key),
            value=question[key],
            nearest=nearest(str(key), options),
            values={"options": options},
        )
        for key in question
        if key not in options
    ]
    if problems:
        raise InputError(problems)


def scenarios_in(question: Mapping[str, Any], *, least: int = 1) -> list[Scenario]:
    """Return the scenarios of a question, which are the library's own JSON: names with steps.

    Raises
    ------
    InputError
        If there are too few or too many, or anything in them is wrong, with its place.
    """
    listed = question.get("scenarios")
    if not isinstance(listed, list) or not least <= len(listed) <= _MOST_SCENARIOS:
        problem = marked("must be a list of {least} to {most} scenarios")
        values = {"least": least, "most": _MOST_SCENARIOS}
        here = len(listed) if isinstance(listed, list) else type(listed).__name__
        raise InputError(Problem(problem, column="scenarios", value=here, values=values))
    document = json.dumps({"socluster_scenarios": 1, "scenarios": listed})
    return [Scenario(name, steps=steps) for name, steps in read_many(document, "json")]


def whole_in(question: Mapping[str, Any], key: str, usual: int, *, least: int, most: int) -> int:
    """Return a whole number of a question, or the usual one.

    Raises
    ------
    InputError
        If it is none, or out of bounds.
    """
    value = question.get(key, usual)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        problem = marked("must be {most}") if least == most else marked("must be a whole number from {least} to {most}")
        raise InputError(Problem(problem, column=key, value=value, values={"least": least, "most": most}))
    return value


def flag_in(question: Mapping[str, Any], key: str, usual: bool) -> bool:
    """Return a yes or no of a question.

    Raises
    ------
    InputError
        If it is neither.
    """
    value = question.get(key, usual)
    if not isinstance(value, bool):
        raise InputError(Problem("must be true or false", column=key, value=value))
    return value


def choice_in(question: Mapping[str, Any], key: str, options: Iterable[str]) -> str:
    """Return one of several options that a question must choose from.

    Raises
    ------
    InputError
        If it is none of these; names the nearest.
    """
    value, known = question.get(key), list(options)
    if not isinstance(value, str) or value not in known:
        problem = marked("must be one of these: {options}")
        near = nearest(str(value), known)
        raise InputError(Problem(problem, column=key, value=value, nearest=near, values={"options": known}))
    return value


def amount_in(question: Mapping[str, Any], key: str) -> float | None:
    """Return an amount of a question, or None where it states none.

    Raises
    ------
    InputError
        If it is no finite number, or below 0.
    """
    value = question.get(key)
    if value is None:
        return None
    if not _is_amount(value):
        raise InputError(Problem("must be a number, 0 or more", column=key, value=value))
    return float(value)


def costs_in(question: Mapping[str, Any]) -> dict[str, float] | None:
    """Return the cost of each scenario by name, or None where none is stated.

    Raises
    ------
    InputError
        If one is no finite number, or below 0.
    """
    given = question.get("cost")
    if given is None:
        return None
    if not isinstance(given, Mapping):
        raise InputError(Problem("must give every scenario its cost, by its name", column="cost", value=given))
    problems = [
        Problem("must be a number, 0 or more", column="cost", row=str(name), value=value)
        for name, value in given.items()
        if not _is_amount(value)
    ]
    if problems:
        raise InputError(problems)
    return {str(name): float(value) for name, value in given.items()} or None


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0
