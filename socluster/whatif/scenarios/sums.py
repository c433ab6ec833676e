"""Scenarios that add up: what their sum is called, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socluster.core.errors import InputError, Problem
from socluster.whatif.scenarios.step import Step

__all__ = ["name_of_sum", "refuse_contradictions"]

_NAMED = 4  # scenarios in a sum that are named one by one


def name_of_sum(names: Sequence[str]) -> str:
    """Return what a sum is called.

    Examples
    --------
    >>> name_of_sum(["a", "b"]), name_of_sum(["a", "b", "c", "d", "e"])
    ('a + b', 'a + ... + e (5)')
    """
    if len(names) <= _NAMED:
        return " + ".join(names)
    return f"{names[0]} + ... + {names[-1]} ({len(names)})"


def refuse_contradictions(name: str, steps: Iterable[Step], other: str, more: Iterable[Step]) -> None:
    """Refuse two scenarios of which one decides otherwise what the other decides.

    Parameters
    ----------
    name, other : str
        What they are called.
    steps, more : iterable of Step
        What happens in the one, and in the other.

    Raises
    ------
    InputError
        If there is such a thing; all of them are listed.
    """
    decided = {key: (how, step) for step in steps for key, how in step.settles.items()}
    problems = [
        Problem(
            "the scenarios contradict each other: '{one}' says {step}, '{other}' says {another}",
            values={"one": name, "step": decided[key][1], "other": other, "another": step},
        )
        for step in more
        for key, how in step.settles.items()
        if key in decided and decided[key][0] != how
    ]
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
