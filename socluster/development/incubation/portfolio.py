"""A portfolio: a mix of events by kind, or a list of events with their own places, sectors and costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.development.incubation.assumed import kind_of_event
from socluster.development.incubation.events import event_table
from socluster.development.incubation.spending import bought, cost_of, mix_of
from socluster.words import later, listed, marked, number

__all__ = ["Portfolio", "named_of", "portfolio_of"]


@dataclass(frozen=True, eq=False)
class Portfolio:
    """Events that are held together, and what they cost.

    Parameters
    ----------
    events : mapping or DataFrame
        As `incubate` takes them.
    counts : mapping from str to int
        How many events of each kind there are.
    priced : mapping from str to int
        How many of them cost what their kind costs.
    stated : float
        What the others cost together, in EUR, each as its row says.
    """

    events: Any
    counts: Mapping[str, int]
    priced: Mapping[str, int]
    stated: float

    def cost(self, prices: Mapping[str, float]) -> float:
        """Return what all of them cost, in EUR."""
        return cost_of(self.priced, prices) + self.stated


def portfolio_of(
    name: str, given: Any, prices: Mapping[str, float], budget: float | None, groups: pd.DataFrame | None = None
) -> Portfolio:
    """Return a portfolio as it is held: a mix scaled to the budget, or a list of events that the budget pays for.

    Parameters
    ----------
    name : str
        What it is called.
    given : mapping, Series, DataFrame or sequence of mappings
        Numbers of events by kind, or a row per event, whose column `cost` says what it costs where this is not the
        price of its kind.
    prices : mapping from str to float
        Price of an event by kind; empty if none is stated.
    budget : float, optional
        In EUR.
    groups : DataFrame, optional
        The cluster's groups, whose table may be given as events.

    Raises
    ------
    InputError
        If it is neither, holds no event, an event has no price, or a list of events costs more than the budget.
    """
    if isinstance(given, pd.DataFrame) or (
        isinstance(given, Iterable) and not isinstance(given, str | Mapping | pd.Series)
    ):
        return _of_list(name, given, prices, budget, groups)
    mix = bought(name, mix_of(name, given, prices), prices, budget)
    return Portfolio(mix, mix, mix, 0.0)


def named_of(name: str, error: InputError) -> list[Problem]:
    """Return the problems of a portfolio's events, each with the name of the portfolio."""
    return [
        replace(problem, file=name, column="portfolios" if problem.is_argument else problem.column)
        for problem in error.problems
    ]


def _of_list(
    name: str, given: Any, prices: Mapping[str, float], budget: float | None, groups: pd.DataFrame | None
) -> Portfolio:
    try:
        table = event_table(given, groups)
    except InputError as error:
        raise InputError(named_of(name, error)) from error
    if table.empty:
        message = marked("must hold at least one event")
        raise InputError(Problem(message, row=name, column="portfolios", is_argument=True))
    kinds = pd.Series([kind_of_event(str(kind)) for kind in table["kind"]], index=table.index)
    costs = table["cost"] if "cost" in table else pd.Series(np.nan, index=table.index, dtype=object)
    problems = _wrong_costs(name, kinds, costs, prices)
    if problems:
        raise InputError(problems)
    own = costs.notna().to_numpy()
    found = Portfolio(
        events=table,
        counts=_counted(kinds),
        priced=_counted(kinds[~own]),
        stated=float(costs[own].astype(float).sum()),
    )
    _check_total(name, found.cost(prices), budget)
    return found


def _counted(kinds: pd.Series[Any]) -> dict[str, int]:
    return {str(kind): int(n) for kind, n in kinds.value_counts(sort=False).items()}


def _wrong_costs(name: str, kinds: pd.Series[Any], costs: pd.Series[Any], prices: Mapping[str, float]) -> list[Problem]:
    """Return a problem for every event whose cost is no number, or is stated nowhere."""
    problems = []
    for line, (kind, cost) in enumerate(zip(kinds, costs.tolist(), strict=True), start=1):
        if cost is None or pd.isna(cost):
            if kind not in prices:
                message = marked("has no price (prices: {known}); state one, or a cost in the row of the event")
                known: dict[str, object] = {"known": later(listed, list(prices))}
                near = nearest(kind, prices)
                problems.append(
                    Problem(message, row=line, column="kind", value=kind, nearest=near, values=known, file=name)
                )
        elif not is_number(cost) or not 0 <= cost < np.inf:
            message = marked("must be what the event costs in EUR, from 0")
            problems.append(Problem(message, row=line, column="cost", value=cost, file=name))
    return problems


def _check_total(name: str, cost: float, budget: float | None) -> None:
    if not cost > 0:
        message = marked("costs nothing, so that nothing can be said for the money")
        raise InputError(Problem(message, row=name, column="portfolios", is_argument=True))
    if budget is not None and cost > budget * (1 + 1e-9):
        message = marked(
            "costs {cost} EUR, more than the budget: a list of events is held as it stands; leave some out, or state "
            "numbers by kind, which are scaled"
        )
        values: dict[str, object] = {"cost": later(number, cost)}
        raise InputError(Problem(message, row=name, column="portfolios", is_argument=True, values=values))
