"""What an answer in a cell means: a step of a ladder, a strength, yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from socluster.core.arguments import is_number
from socluster.core.coerce import as_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.scales import Scale, scale_named
from socluster.io.survey.answers import RosterAnswer
from socluster.words import marked

__all__ = ["code_of", "ladders_of"]

_YES = {"yes", "x", "✓", "✔", "true", "taip"}
_NO = {"no", "false", "ne", "-", "–"}


def ladders_of(given: Mapping[str, Any] | None, items: tuple[str, ...]) -> dict[str, Scale | frozenset[float]]:
    """Return the ladder of every item that has one: a scale, or the codes that are allowed.

    Raises
    ------
    InputError
        If an item is none of the answers, or what is given is no ladder.
    """
    ladders: dict[str, Scale | frozenset[float]] = {}
    problems: list[Problem] = []
    for item, ladder in (given or {}).items():
        if item not in items:
            message = marked("is no item of the answers; there are {items}")
            near, values = nearest(item, items), {"items": list(items)}
            problems.append(Problem(message, is_argument=True, column="scale", value=item, nearest=near, values=values))
        elif isinstance(ladder, Scale):
            ladders[item] = ladder
        elif isinstance(ladder, str):
            ladders[item] = scale_named(ladder)
        elif (codes := _codes(ladder)) is not None:
            ladders[item] = codes
        else:
            message = marked("a ladder is a Scale, the name of one, or the codes that are allowed, from 0")
            problems.append(Problem(message, row=item, is_argument=True, column="scale", value=ladder))
    if problems:
        raise InputError(problems)
    return ladders


def _codes(ladder: object) -> frozenset[float] | None:
    """Return the codes that are allowed, or None if these are none."""
    if not isinstance(ladder, Iterable):
        return None
    listed = list(ladder)
    fit = bool(listed) and all(is_number(code) and 0 <= code < np.inf for code in listed)
    return frozenset(float(code) for code in listed) if fit else None


def code_of(answer: RosterAnswer, ladder: Scale | frozenset[float] | None, problems: list[Problem]) -> float:
    """Return the strength that an answer means, 0 for no tie; note what is no answer.

    Parameters
    ----------
    answer : RosterAnswer
        The cell, which is not empty.
    ladder : Scale or frozenset of float, optional
        What is allowed beside no; without it, any number from 0.
    problems : list of Problem
        Grows with every answer that is off its ladder.
    """
    word, code = answer.text.casefold(), as_number(answer.text)
    if word in _NO or code == 0:
        return 0.0
    if isinstance(ladder, Scale) and ladder.levels:
        try:
            return ladder.strength([code if code is not None else answer.text])[0]
        except InputError:
            allowed = [f"{code} ({level})" for code, level in zip(ladder.codes, ladder.levels, strict=True)]
            return _refused(answer, allowed, problems)
    if word in _YES and (not isinstance(ladder, frozenset) or 1.0 in ladder):
        return 1.0
    if code is not None and 0 < code < np.inf and (not isinstance(ladder, frozenset) or code in ladder):
        return code
    allowed = [] if not isinstance(ladder, frozenset) else [_written(each) for each in sorted(ladder | {0.0})]
    return _refused(answer, allowed, problems)


def _refused(answer: RosterAnswer, allowed: list[str], problems: list[Problem]) -> float:
    message = marked("is no answer; allowed are {allowed}, or an empty cell")
    if not allowed:
        message = marked("is no answer; allowed are numbers from 0, yes and no, or an empty cell")
    page = answer.page
    problems.append(
        page.problem(message, answer.row, answer.column, value=answer.text, values={"allowed": ", ".join(allowed)})
    )
    return float("nan")


def _written(code: float) -> str:
    return str(int(code)) if code.is_integer() else str(code)
