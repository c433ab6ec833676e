"""What each player adds to a game: exactly, over all orders, or over random orders where there are too many."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.random import Generator

from socluster.core.columns import Array

__all__ = ["EXACT", "Coalition", "Shares", "in_phases", "shapley"]

EXACT = 8  # players; all orders of so many follow from 2^8 coalitions

Coalition: TypeAlias = frozenset[int]
Value: TypeAlias = Callable[[Sequence[Coalition]], Array]


@dataclass(frozen=True, eq=False)
class Shares:
    """What each player adds.

    Parameters
    ----------
    samples : ndarray of shape (samples, players, draws)
        What each player adds in each pair of orders (one and its reverse), or on average over all orders: one sample.
    orders : int
        How many random orders were taken; 0 = all orders.
    """

    samples: Array
    orders: int

    @property
    def contributions(self) -> Array:
        """Array of shape (players, draws): in each draw they add up to the value of all players less that of none."""
        means: Array = self.samples.mean(axis=0)
        return means

    @property
    def error(self) -> Array:
        """Standard error of each player's mean that comes from taking random orders; 0 where all orders count."""
        n, players, _ = self.samples.shape
        if not self.orders:
            return np.zeros(players)
        if n < 2:
            return np.full(players, np.nan)
        return np.asarray(self.samples.mean(axis=2).std(axis=0, ddof=1) / np.sqrt(n))


def in_phases(phases: Iterable[Sequence[int]], value: Value, *, orders: int, rng: Generator) -> list[Shares]:
    """Return the shares of each phase, where all of its players come before all players of the next.

    Parameters
    ----------
    phases : iterable of sequence of int
        The players 0, 1, ..., each in one phase.
    value : callable
        From coalitions to their values, an array of shape (coalitions, draws).
    orders : int
        How many random orders to take where a phase has more than 8 players.
    rng : numpy.random.Generator
        For the orders.
    """
    present: Coalition = frozenset()
    found = []
    for players in phases:
        if players:
            found.append(shapley(len(players), partial(_beside, value, present, players), orders=orders, rng=rng))
            present |= frozenset(players)
    return found


def _beside(value: Value, present: Coalition, players: Sequence[int], coalitions: Sequence[Coalition]) -> Array:
    """Return the values of coalitions of these players beside all who are present already."""
    return value([present | {players[place] for place in each} for each in coalitions])


def shapley(n: int, value: Value, *, orders: int, rng: Generator) -> Shares:
    """Return the Shapley value of players 0..n-1: what each adds on average over all orders in which they may come.

    .. math:: \\phi_i = \\sum_{S \\not\\ni i} \\frac{|S|!\\,(n - |S| - 1)!}{n!}\\,[v(S \\cup i) - v(S)]

    Up to 8 players the sum is exact. For more, random orders are taken, each together with its reverse, which makes
    the estimate more precise where a player adds less the later it comes, or more.

    References
    ----------
    Shapley, L. S. (1953). A value for n-person games. doi:10.1515/9781400881970-018
    Castro, J., Gómez, D. and Tejada, J. (2009). Polynomial calculation of the Shapley value based on sampling.
    doi:10.1016/j.cor.2008.04.004

    Examples
    --------
    >>> gloves = lambda sets: np.array([[float({0} < s or {0, 1, 2} <= s)] for s in sets])  # one left, two right gloves
    >>> shapley(3, gloves, orders=0, rng=np.random.default_rng(1)).contributions.ravel().round(3).tolist()
    [0.667, 0.167, 0.167]
    """
    return _exact(n, value) if n <= EXACT else _sampled(n, value, max(1, math.ceil(orders / 2)), rng)


def _exact(n: int, value: Value) -> Shares:
    masks = np.arange(2**n)
    members = [frozenset(player for player in range(n) if mask >> player & 1) for mask in masks.tolist()]
    values = value(members)
    sizes = np.array([len(each) for each in members])
    weight = np.array([math.factorial(s) * math.factorial(n - s - 1) / math.factorial(n) for s in range(n)])
    contributions = []
    for player in range(n):
        without = masks[(masks >> player & 1) == 0]
        gains = values[without | (1 << player)] - values[without]
        weighted = weight[sizes[without], None] * gains
        contributions.append(np.cumsum(weighted, axis=0)[-1])  # in order, however many draws there are
    return Shares(np.array(contributions)[None], 0)


def _sampled(n: int, value: Value, pairs: int, rng: Generator) -> Shares:
    orders = []
    for _ in range(pairs):
        order = rng.permutation(n).tolist()
        orders += [order, order[::-1]]
    paths = [[frozenset(order[:size]) for size in range(n + 1)] for order in orders]
    distinct = list(dict.fromkeys(each for path in paths for each in path))
    place = {each: row for row, each in enumerate(distinct)}
    values = value(distinct)
    gains = np.empty((len(orders), n, values.shape[1]))
    for row, (order, path) in enumerate(zip(orders, paths, strict=True)):
        gains[row, order] = np.diff(values[[place[each] for each in path]], axis=0)
    return Shares(gains.reshape(pairs, 2, n, -1).mean(axis=1), len(orders))
