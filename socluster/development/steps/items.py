"""The five steps and their thirteen items, as the method names them, and how a person refers to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

__all__ = ["ITEMS", "ITEM_NAMES", "STEPS", "STEP_NAMES", "feedback_edges", "stated_items", "step_of"]

STEP_NAMES = {
    "1": marked("Rally, research, identify"),
    "2": marked("Analyse organisations and search for partners"),
    "3": marked("Vision in harmony with mission and partners' interests"),
    "4": marked("Strategy"),
    "5": marked("Implementation and monitoring"),
}
# That these are the parts is our reading of five sentences; the sentences are documented.
ITEM_NAMES = {
    "1.1": marked("Rally the initiative group"),
    "1.2": marked("Prepare the methodology of research"),
    "1.3": marked("Identify problems"),
    "1.4": marked("Identify ways of solution"),
    "2.1": marked("Analyse the activity of organisations"),
    "2.2": marked("Analyse their potential"),
    "2.3": marked("Search for potential partners"),
    "3.1": marked("Formulate the vision"),
    "3.2": marked("Discuss the vision"),
    "3.3": marked("Confirm the vision"),
    "4.1": marked("Create the strategy"),
    "5.1": marked("Implement the strategy"),
    "5.2": marked("Monitor"),
}
STEPS, ITEMS = tuple(STEP_NAMES), tuple(ITEM_NAMES)


def step_of(item: str) -> str:
    """Return the step that an item belongs to."""
    return item.partition(".")[0]


def stated_items(argument: str, given: Any) -> dict[str, str]:
    """Return the items that a person names, each with the reference for it (empty where none is given).

    Parameters
    ----------
    argument : str
        What the argument is called.
    given : str, iterable of str, or mapping from item to reference
        The items, as "1.1".

    Raises
    ------
    InputError
        If something is no item; a step is none, because it is complete only when all of its items are done.
    """
    if isinstance(given, str):
        given = [given]
    if not isinstance(given, Iterable):
        message = marked("must be a list of items such as '1.1', or a mapping from item to reference")
        raise InputError(Problem(message, column=argument, is_argument=True, value=given))
    refs = dict(given.items()) if isinstance(given, Mapping) else dict.fromkeys(_hashable(argument, given))
    problems = [problem for name in refs for problem in _no_item(argument, name)]
    odd = marked("a reference is a text, such as 'minutes of 3 May'")
    problems += [
        Problem(odd, column=argument, is_argument=True, row=str(name), value=ref)
        for name, ref in refs.items()
        if ref is not None and not isinstance(ref, str)
    ]
    if problems:
        raise InputError(problems)
    return {_plain(name): ref or "" for name, ref in refs.items()}


def feedback_edges(given: Any) -> tuple[tuple[str, str], ...]:
    """Return which step acts back on which, as stated.

    Raises
    ------
    InputError
        If it is no list of pairs of two different steps.
    """
    message = marked("must be a list of pairs of steps, such as [('5', '1')]")
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InputError(Problem(message, column="feedback", is_argument=True, value=given))
    edges, problems = [], []
    for pair in given:
        ends = tuple(pair) if isinstance(pair, tuple | list) else ()
        named = [_plain_step(end) for end in ends]
        if len(named) != 2 or not all(each in STEPS for each in named) or named[0] == named[1]:
            problems.append(Problem(message, column="feedback", is_argument=True, value=pair))
        else:
            edges.append((named[0], named[1]))
    if problems:
        raise InputError(problems)
    return tuple(dict.fromkeys(edges))


def _hashable(argument: str, given: Iterable[Any]) -> list[Any]:
    names = list(given)
    odd = [name for name in names if not isinstance(name, str | float | int)]
    if odd:
        message = marked("an item is a text such as '1.1'")
        raise InputError([Problem(message, column=argument, is_argument=True, value=name) for name in odd])
    return names


def _no_item(argument: str, name: object) -> list[Problem]:
    if _plain(name) in ITEMS:
        return []
    step = _plain_step(name)
    place = {"column": argument, "is_argument": True, "value": name}
    if step in STEPS:
        message = marked("a step is not declared, it is complete when all of its items are done: name {items}")
        items = ", ".join(item for item in ITEMS if step_of(item) == step)
        return [Problem(message, values={"items": items}, **place)]  # type: ignore[arg-type]
    message = marked("is no item of the five steps; they are {items}")
    near = nearest(_plain(name), ITEMS)
    return [Problem(message, values={"items": ", ".join(ITEMS)}, nearest=near, **place)]  # type: ignore[arg-type]


def _plain(name: object) -> str:
    """Return an item as it is written here: without blanks, and without the word that the dataset puts before it."""
    return str(name).strip().removeprefix("sub-item").strip()


def _plain_step(name: object) -> str:
    return str(name).strip().casefold().removeprefix("step").strip()
