"""Orders of goals as people hand them in: one per voter, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.development.steps.ratings import unnamed_goals
from socluster.words import later as said_later
from socluster.words import listed, marked

__all__ = ["Rankings", "rankings_of"]

_SHAPE = marked(
    "must be a list of orders, best first (such as 'A > B > C'), a mapping from voter to order, or a table of ranks"
)


@dataclass(frozen=True, eq=False)
class Rankings:
    """Complete orders of the same goals.

    Parameters
    ----------
    goals : tuple of str
        In the order in which they are first named.
    places : array of int
        A row per voter: the place of every goal in its order, from 0.
    weights : array of float
        Of the voters.
    """

    goals: tuple[str, ...]
    places: Array
    weights: Array

    def preferences(self) -> Array:
        """Return the weight of the voters who put the goal of the row before that of the column."""
        before = self.places[:, :, None] < self.places[:, None, :]
        found: Array = np.tensordot(self.weights, before.astype(float), axes=1)
        return found


def rankings_of(given: Any, weights: Any) -> Rankings:
    """Return orders of goals and what each weighs.

    Parameters
    ----------
    given : sequence, mapping or DataFrame
        A list of orders; a mapping from voter to order; or a table with a row per voter and a column per goal that
        holds its rank, 1 = first. An order is a list of goals, or a text ("A > B > C", or "ABC" letter by letter).
    weights : sequence, Series, mapping or None
        A weight per voter, in the same order or by the voter's name; 1 each without it.

    Raises
    ------
    InputError
        If an order leaves a goal out, names one twice or one that no other has, or a weight is no positive number.
    """
    orders = _orders(given)
    names = list(orders)
    goals = tuple(dict.fromkeys(goal for order in orders.values() for goal in order))
    problems = [problem for name, order in orders.items() for problem in _misfits(name, order, goals)]
    if problems:
        raise InputError(problems)
    places = np.array([[order.index(goal) for goal in goals] for order in orders.values()])
    return Rankings(goals, places, _weights(weights, names))


def _orders(given: Any) -> dict[str, list[str]]:
    """Return the order of every voter."""
    if isinstance(given, pd.DataFrame):
        return _from_ranks(given)
    if isinstance(given, Mapping):
        items = [(str(name), order) for name, order in given.items()]
    elif isinstance(given, Sequence | pd.Series) and not isinstance(given, str | bytes):
        items = [(str(place), order) for place, order in enumerate(given, start=1)]
    else:
        items = []
    orders = {name: _order(order) for name, order in items}
    odd = [Problem(_SHAPE, column="rankings", is_argument=True, value=given)] if not items else []
    odd += [Problem(_SHAPE, "rankings", name, value=order) for name, order in items if not orders[name]]
    if odd:
        raise InputError(odd)
    return orders


def _order(given: Any) -> list[str]:
    """Return the goals of an order; none if it is not one."""
    if isinstance(given, str):
        parts = next((given.split(mark) for mark in (">", ";", ",") if mark in given), list(given))
        return [part.strip() for part in parts if part.strip()]
    if isinstance(given, Sequence | pd.Series | np.ndarray) and not isinstance(given, bytes):
        goals = list(given)
        if all(isinstance(goal, str | int | np.integer) and not isinstance(goal, bool) for goal in goals):
            return [str(goal).strip() for goal in goals]
    return []


def _from_ranks(frame: pd.DataFrame) -> dict[str, list[str]]:
    """Return the orders of a table of ranks.

    Raises
    ------
    InputError
        If a voter or a goal stands twice, or the ranks of a voter are not 1, 2, ..., n, each once.
    """
    goals = [str(column).strip() for column in frame.columns]
    voters = [str(name).strip() for name in frame.index]
    twice = marked("stands twice; names must differ by more than blanks")
    problems = [Problem(twice, "rankings", row=each) for each in sorted({v for v in voters if voters.count(v) > 1})]
    problems += [Problem(twice, "rankings", column=each) for each in sorted({g for g in goals if goals.count(g) > 1})]
    problems += unnamed_goals(frame.columns)
    if not len(voters) or not len(goals):
        problems.append(Problem(_SHAPE, column="rankings", is_argument=True, value=frame))
    orders = {}
    for voter, row in zip(voters, frame.to_numpy(dtype=object).tolist(), strict=True):
        if not all(is_number(rank) for rank in row) or sorted(row) != list(range(1, len(goals) + 1)):
            message = marked(
                "needs the ranks 1 to {n}, each once; ask for what is missing, since nothing is filled in here"
            )
            problems.append(Problem(message, "rankings", voter, values={"n": len(goals)}))
            continue
        orders[voter] = [goals[place] for place in np.argsort(np.array(row, dtype=float))]
    if problems:
        raise InputError(problems)
    return orders


def _misfits(name: str, order: list[str], goals: tuple[str, ...]) -> list[Problem]:
    missing = [goal for goal in goals if goal not in order]
    twice = sorted({goal for goal in order if order.count(goal) > 1})
    problems = [Problem("names a goal twice", "rankings", name, value=goal) for goal in twice]
    if missing:
        near = nearest(missing[0], [goal for goal in order if goal != missing[0]])
        message = marked("leaves out {missing}; ask this voter, since an order is never filled in")
        values = {"missing": said_later(listed, missing)}
        problems.append(Problem(message, "rankings", name, values=values, nearest=near))
    return problems


def _weights(given: Any, names: list[str]) -> Array:
    if given is None:
        return np.ones(len(names))
    if isinstance(given, Mapping | pd.Series):
        by_name = {str(name): weight for name, weight in dict(given).items()}
        missing = [name for name in names if name not in by_name]
        strange = [name for name in by_name if name not in names]
        odd = [Problem("no weight for this voter", "weights", name, nearest=nearest(name, by_name)) for name in missing]
        odd += [Problem("is no voter", "weights", name, nearest=nearest(name, names)) for name in strange]
        if odd:
            raise InputError(odd)
        values = [by_name[name] for name in names]
    elif isinstance(given, Sequence | np.ndarray) and not isinstance(given, str | bytes):
        values = list(given)
    else:
        raise InputError(Problem("must be a weight per voter", column="weights", is_argument=True, value=given))
    if len(values) != len(names):
        message = marked("{given} weights for {n} orders; give one each")
        raise InputError(message, {"given": len(values), "n": len(names)})
    bad = [
        Problem("must be a positive number", "weights", name, value=value)
        for name, value in zip(names, values, strict=True)
        if not (is_number(value) and np.isfinite(value) and value > 0)
    ]
    if bad:
        raise InputError(bad)
    return np.array(values, dtype=float)
