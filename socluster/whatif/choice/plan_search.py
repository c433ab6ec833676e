"""Searching for a good set of candidates where there are too many sets to compute all: greedy choice, then exchange."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from socluster.core.columns import Array
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.choice.plan_order import best_first

__all__ = ["Objective", "bound_if_returns_diminish", "exchange", "greedy", "search"]

BLOCK = 8  # candidates that are looked at together when earlier gains are out of date
LEAST = 1e-12  # a gain below this part of what there is already is rounding


class Objective(Protocol):
    """What is to be as large as possible; the empty set has 0."""

    def trials(self, reference: Names, joining: Sequence[str]) -> Array:
        """Return the value of the reference with each of these candidates."""

    def value(self, chosen: Names) -> float:
        """Return the value of a set."""


def search(objective: Objective, limits: Limits) -> Names:
    """Return the better of two greedy choices (by gain, and by gain per cost where money is short), exchanged."""
    starts = [greedy(objective, limits)]
    if limits.budget is not None:
        starts.append(greedy(objective, limits, per_cost=True))
    ends = [exchange(objective, limits, start) for start in dict.fromkeys(starts)]
    return ends[best_first(ends, np.array([objective.value(each) for each in ends]), limits)[0]]


def greedy(objective: Objective, limits: Limits, *, lazy: bool = True, per_cost: bool = False) -> Names:
    """Return candidates, each chosen because it adds most to those before.

    Parameters
    ----------
    objective : Objective
        What is to be as large as possible.
    limits : Limits
        What a plan may be.
    lazy : bool, default True
        Whether a candidate whose earlier gain was too small to win is passed over. If returns diminish (a candidate
        adds less, the more are there), that changes nothing but the time it takes; else `exchange`, which looks at all
        swaps, may find what was passed over.
    per_cost : bool, default False
        Whether to choose by gain per cost instead.

    References
    ----------
    Minoux, M. (1978). Accelerated greedy algorithms for maximizing submodular set functions. Optimization Techniques,
    234-243. doi:10.1007/BFb0006528

    Leskovec, J. et al. (2007). Cost-effective outbreak detection in networks. KDD, 420-429.
    doi:10.1145/1281192.1281239
    """
    chosen: Names = ()
    gains = dict.fromkeys(limits.names, np.inf)
    while True:
        fitting = [name for name in limits.names if name not in chosen and limits.fits((*chosen, name))]
        if not fitting:
            return chosen
        best = _best(objective, limits, chosen, fitting, gains, lazy, per_cost)
        if chosen and not limits.is_exact and gains[best] <= LEAST * abs(objective.value(chosen)):
            return chosen  # nobody who still fits adds anything
        chosen = (*chosen, best)


def _best(
    objective: Objective,
    limits: Limits,
    chosen: Names,
    fitting: Sequence[str],
    gains: dict[str, float],
    lazy: bool,
    per_cost: bool,
) -> str:
    """Return who adds most now; `gains` holds the latest known gain of each, and is brought up to date on the way."""

    def order(name: str) -> tuple[float, str]:
        cost = limits.cost([name]) if per_cost else 1.0
        return -gains[name] / max(cost, 1e-300), name

    fresh: set[str] = set()
    while True:
        first = min(fitting, key=order)
        if first in fresh:
            return first
        stale = sorted((name for name in fitting if name not in fresh), key=order)
        unseen = [name for name in stale if np.isinf(gains[name])]
        block = stale if not lazy else unseen or stale[:BLOCK]
        values = objective.trials(chosen, block) - objective.value(chosen)
        gains.update(zip(block, values.tolist(), strict=True))
        fresh |= set(block)


def exchange(objective: Objective, limits: Limits, chosen: Names) -> Names:
    """Return the set after swaps (one out, one in) and affordable additions, until none of them improves it.

    Where as much is gained by a set that costs less, or is smaller or earlier by name, that one is better; so whoever
    adds nothing is left out, if the limits leave open how many there are.
    """
    while True:
        better = _improved(objective, limits, chosen)
        if better is None:
            return chosen
        chosen = better


def _improved(objective: Objective, limits: Limits, chosen: Names) -> Names | None:
    now = objective.value(chosen)
    slack = LEAST * max(abs(now), 1.0)
    kept = [tuple(name for name in chosen if name != out) for out in sorted(chosen)]
    for rest in [chosen, *kept]:
        joining = [name for name in limits.names if name not in chosen and limits.fits((*rest, name))]
        if not joining:
            continue
        values = objective.trials(rest, joining)
        best = int(np.argmax(values))
        if values[best] > now + slack:
            return (*rest, joining[best])
    return _thriftier(objective, limits, chosen, kept, now - slack)


def _thriftier(objective: Objective, limits: Limits, chosen: Names, kept: list[Names], enough: float) -> Names | None:
    """Return a set that gains enough with one member less or another one, and less cost (or size, or by name)."""
    fewer = [rest for rest in kept if limits.is_plan(rest) and objective.value(rest) >= enough]
    swapped = [
        (*rest, name)
        for rest in kept
        for name in limits.names
        if name not in chosen and limits.fits((*rest, name)) and objective.value((*rest, name)) >= enough
    ]
    best = min([*fewer, *swapped], key=limits.thrift, default=chosen)
    return best if limits.thrift(best) < limits.thrift(chosen) else None


def bound_if_returns_diminish(objective: Objective, limits: Limits, chosen: Names) -> float:
    """Return what no plan can exceed, provided that returns diminish and nobody does harm.

    Then whatever is best gains at most what is gained already, and what its members would add to that one by one. So
    the bound adds the largest of these gains: of k candidates, or of as many (the last one in part) as the budget pays.

    References
    ----------
    Nemhauser, G. L., Wolsey, L. A. & Fisher, M. L. (1978). An analysis of approximations for maximizing submodular set
    functions. Mathematical Programming 14, 265-294. doi:10.1007/BF01588971
    """
    now = objective.value(chosen)
    outside = [name for name in limits.names if name not in chosen and limits.fits((name,))]
    if not outside:
        return now
    gains = np.maximum(objective.trials(chosen, outside) - now, 0.0)
    total = float(np.sort(gains)[::-1][: limits.most].sum())
    if limits.budget is not None:
        total = min(total, _worth_of(limits.budget, gains, np.array([limits.cost([name]) for name in outside])))
    return now + total


def _worth_of(budget: float, gains: Array, costs: Array) -> float:
    """Return the most that the budget buys if candidates could be bought in part."""
    order = np.argsort(-gains / np.maximum(costs, 1e-300), kind="stable")
    total, left = 0.0, budget
    for gain, cost in zip(gains[order].tolist(), costs[order].tolist(), strict=True):
        part = 1.0 if cost <= left else left / cost
        total += part * gain
        left -= part * cost
        if part < 1:
            break
    return total
