"""The pictures of a plan: what is gained with each choice, and the front of several goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from socluster.core.errors import InputError
from socluster.whatif.choice.goals import no_such_goals
from socluster.words import Language, measure_name, say

__all__ = ["picture_of_front", "picture_of_steps"]


def picture_of_steps(
    steps: pd.DataFrame, chosen: Sequence[str], *, goal: str, about: str, source: str, language: Language
) -> Any:
    """Return a plotly figure of what is gained together, a row for each choice.

    Parameters
    ----------
    steps : DataFrame
        Index: one row per choice, in order; columns `mean_total`, `total_low` and `total_high`.
    chosen : sequence of str
        Who is chosen, in order; the first row may be that of nobody.
    goal : str
        What is gained.
    about, source : str
        What it rests on, and where the data come from.
    language : {"en", "lt"}
        Language of the labels.
    """
    from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see

    names = ["", *chosen]
    table = steps[["mean_total", "total_low", "total_high"]]
    table = table.rename(columns={"mean_total": "mean", "total_low": "low", "total_high": "high"})
    table.index = pd.Index([f"+ {name}" if place > 1 else name for place, name in enumerate(names) if name])
    return intervals(
        table,
        same_scale=True,
        label=say("gain of all so far together", language),
        title=say("How much is gained in all as the set grows: {goal}?", language, goal=measure_name(goal, language)),
        subtitle=about,
        caption=source,
        language=language,
    )


def picture_of_front(
    sets: pd.DataFrame,
    changes: Mapping[str, str],
    *,
    x: str | None,
    y: str | None,
    about: str,
    source: str,
    language: Language,
) -> Any:
    """Return a plotly figure of the sets by what they gain in two goals.

    Parameters
    ----------
    sets : DataFrame
        Index: sets; for each goal a column of its name, and its ends with `_low` and `_high`.
    changes : mapping of str to str
        At least two goals, and what a gain in each is called on an axis.
    x, y : str or None
        Which of them to show across and up; the first that are not shown yet if not stated.
    about, source : str
        What it rests on, and where the data come from.
    language : {"en", "lt"}
        Language of the labels.
    """
    from socluster.plot import pareto  # plotly is heavy; load it when somebody wants to see

    problems = no_such_goals([(axis, goal) for axis, goal in (("x", x), ("y", y)) if goal is not None], changes)
    if problems:
        raise InputError(problems)
    first, second, *_ = [each for each in changes if each not in (x, y)] + [None, None]
    x, y = x or first, y or (second if x is None else first)
    labels = {f"{axis}_label": changes[str(goal)] for axis, goal in (("x", x), ("y", y))}
    bounds = {f"{goal}_{end}": f"{axis}_{end}" for axis, goal in (("x", x), ("y", y)) for end in ("low", "high")}
    better = {"x": "higher", "y": "higher"}  # gains are in the direction that serves the goal
    return pareto(
        sets.rename(columns=bounds),
        x=str(x),
        y=str(y),
        better=better,
        title=say("Which sets of partners are worth a thought?", language),
        subtitle=about,
        caption=source,
        language=language,
        **labels,
    )
