"""Which sets of candidates may be a plan: a given number of them, at most so many, or what the budget allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any

import numpy as np

from socluster.core.arguments import positive_integer
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.whatif.choice.candidates import amounts_by_candidate, is_amount
from socluster.words import counted

__all__ = ["Limits", "Names", "check_budget", "read_limits"]

Names = tuple[str, ...]


@dataclass(frozen=True)
class Limits:
    """What a plan may be.

    Parameters
    ----------
    names : tuple of str
        The candidates in the order of their names, so that no answer depends on the order in which they were given.
    k : int, optional
        How many to choose: exactly this many without a budget, at most this many with one.
    costs : mapping, optional
        Cost of every candidate.
    budget : float, optional
        What they may cost together.
    fewer : bool, default False
        Whether fewer than k will do without a budget, too.
    """

    names: Names
    k: int | None = None
    costs: Mapping[str, float] | None = None
    budget: float | None = None
    fewer: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether a plan has exactly so many members."""
        return self.budget is None and not self.fewer

    @property
    def at_most(self) -> int | None:
        """How many a plan may have at most, where it may have fewer."""
        return None if self.is_exact else self.k

    @property
    def most(self) -> int:
        """The largest number of candidates that a plan could have."""
        return len(self.names) if self.k is None else self.k

    @property
    def cost_array(self) -> Array | None:
        """Cost of every candidate, in the order of names."""
        return None if self.costs is None else np.array([self.costs[name] for name in self.names])

    def cost(self, chosen: Iterable[str]) -> float:
        """Return what they cost together; 0 where no costs are known."""
        return float(sum(self.costs[name] for name in chosen)) if self.costs else 0.0

    def thrift(self, chosen: Names) -> tuple[float, int, Names]:
        """Return what decides between sets that gain equally much: what they cost, how many they are, their names."""
        return round(self.cost(chosen), 9), len(chosen), tuple(sorted(chosen))

    def fits(self, chosen: Names) -> bool:
        """Whether these may be a plan or a part of one."""
        is_affordable = self.budget is None or self.cost(chosen) <= self.budget * (1 + 1e-12)
        return len(chosen) <= self.most and is_affordable

    def is_plan(self, chosen: Names) -> bool:
        """Whether these may be a plan as they are."""
        return self.fits(chosen) and (len(chosen) == self.k if self.is_exact else len(chosen) > 0)

    def families(self) -> Iterator[tuple[Names, list[str]]]:
        """Yield all plans, each once, as a set that they share and the candidates one of which makes it a plan."""
        if self.is_exact:
            for first in combinations(self.names, self.most - 1):
                later = self.names[self.names.index(first[-1]) + 1 :] if first else self.names
                if later:
                    yield first, list(later)
            return
        waiting: list[Names] = [()]
        while waiting:
            first = waiting.pop()
            later = self.names[self.names.index(first[-1]) + 1 :] if first else self.names
            joining = [name for name in later if self.fits((*first, name))]
            if joining:
                yield first, joining
                waiting += [(*first, name) for name in reversed(joining)]

    def count(self, up_to: int) -> int:
        """Return how many plans there are, or a number above `up_to` if there are more."""
        if self.is_exact:
            return comb(len(self.names), self.most)
        total = 0
        for _, joining in self.families():
            total += len(joining)
            if total > up_to:
                break
        return total


def read_limits(names: Iterable[str], k: Any, cost: Any, budget: Any, at_most: Any = None) -> Limits:
    """Return the limits that the user stated.

    Raises
    ------
    InputError
        If neither k nor at_most nor a budget is given, or both of the first, k is more than there are candidates, a
        budget comes without costs, or it affords nobody.
    """
    ordered = tuple(sorted(names))
    if k is None and at_most is None and budget is None:
        raise InputError(
            "state how many to choose (k=3, or at_most=3), or what they may cost together (budget=, with cost=)"
        )
    if k is not None and at_most is not None:
        raise InputError("state how many to choose by k= (exactly) or by at_most=, not by both")
    if k is not None and positive_integer("k", k) > len(ordered):
        candidates = {"candidates": counted("{n} candidate", "{n} candidates", len(ordered))}
        raise InputError(
            Problem(
                "k is more than there are to choose from: {candidates}",
                is_argument=True,
                column="k",
                value=k,
                values=candidates,
            )
        )
    costs = amounts_by_candidate(cost, ordered, "cost")
    if budget is not None:
        check_budget(budget, costs)
    amount = None if budget is None else float(budget)
    if at_most is not None:
        return Limits(ordered, min(positive_integer("at_most", at_most), len(ordered)), costs, amount, fewer=True)
    return Limits(ordered, k, costs, amount)


def check_budget(budget: Any, costs: Mapping[str, float] | None) -> None:
    """Refuse a budget that is no amount, comes without costs, or affords nobody."""
    if not is_amount(budget):
        raise InputError(Problem("budget must be a number from 0", is_argument=True, column="budget", value=budget))
    if costs is None:
        raise InputError("a budget needs costs, as in cost={'hub': 20, 'day centre': 35}")
    cheapest = min(costs, key=lambda name: (costs[name], name))
    if costs[cheapest] > budget:
        raise InputError(
            Problem(
                "is too small for any candidate; the cheapest, '{name}', costs {cost}",
                is_argument=True,
                column="budget",
                value=budget,
                values={"name": cheapest, "cost": float(costs[cheapest])},
            )
        )
