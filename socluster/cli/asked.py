"""What a measure needs beside its name before a command can ask for it, and what to type where that is lacking."""

from __future__ import annotations

import inspect
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.result import Result
from socluster.words import later, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from socluster.measures.shared.answers import Measure

__all__ = ["ready"]

_TYPED = {"group": "sector", "across": "place", "k": "2", "rng": "1", "rank": "2", "positive": "LAYER"}
_TYPED |= {"negative": "LAYER", "values": "COLUMN"}  # what stands in brackets, with an example
_LEAVING = ("attack_curve", "key_players")  # which are about who leaves; `socluster losses` is, too


def ready(name: str, function: Any, options: dict[str, Any], needs: pd.DataFrame | None) -> Measure:
    """Return the measure with its options, and with the needs if it compares with them.

    Raises
    ------
    InputError
        If it lacks something, or gives what is neither a number nor one for each actor.
    """
    parameters = inspect.signature(function).parameters
    given = dict(options)
    if needs is not None and "needs" in parameters:
        given.setdefault("needs", needs)
    _refuse_answer_without_numbers(name, function)
    _refuse_strange_options(name, parameters, options)
    required = [
        each.name
        for each in parameters.values()
        if each.default is each.empty and each.kind in (each.KEYWORD_ONLY, each.POSITIONAL_OR_KEYWORD)
    ]
    lacking = [each for each in required if each not in given and each != "cluster"]
    if lacking:
        raise _lacks(name, lacking, given)
    return partial(function, **given) if given else function


def _refuse_strange_options(name: str, parameters: Mapping[str, inspect.Parameter], options: dict[str, Any]) -> None:
    """Refuse options that the measure does not have, or that cannot be typed by name."""
    known = [each.name for each in parameters.values() if each.kind in (each.KEYWORD_ONLY, each.POSITIONAL_OR_KEYWORD)]
    problems = [
        Problem(
            "'{name}' has no such option; it has {options}",
            value=option,
            nearest=nearest(option, known),
            values={"name": name, "options": offered(known)},
        )
        for option in options
        if option not in known
    ]
    if problems:
        raise InputError(problems)


def _refuse_answer_without_numbers(name: str, function: Any) -> None:
    if name in _LEAVING:
        raise InputError(
            "'{name}' gives neither a number nor one for each actor; socluster losses says what breaks if somebody "
            "leaves",
            {"name": name},
        )
    returned = re.findall(r"\w+", str(inspect.signature(function).return_annotation))
    kinds = [getattr(function, "__globals__", {}).get(each) for each in returned]
    if any(isinstance(kind, type) and issubclass(kind, Result) and not hasattr(kind, "__float__") for kind in kinds):
        raise InputError("'{name}' gives neither a number nor one for each actor; take another measure", {"name": name})


def _lacks(name: str, lacking: list[str], given: dict[str, Any]) -> InputError:
    """Return what to say of a measure that lacks something."""
    if "needs" in lacking:
        return InputError(
            "'{name}' compares with what is needed: give --needs FILE; socluster coverage shows it by place and "
            "service",
            {"name": name},
        )
    others = [each for each in lacking if each not in _TYPED]
    if others:
        return InputError(
            "'{name}' needs {options} as well, which no command takes; take another measure",
            {"name": name, "options": later(listed, others)},
        )
    typed = ", ".join([*(f"{key}={value}" for key, value in given.items()), *(f"{k}={_TYPED[k]}" for k in lacking)])
    return InputError(
        "'{name}' needs more than its name; say it in brackets, as in \"{example}\"",
        {"name": name, "example": f"{name}({typed})"},
    )
