"""The orders of goals with which the voters disagree least."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
from scipy import sparse
from scipy.optimize import LinearConstraint, milp

from socluster.core.columns import Array

__all__ = ["EXACT", "MOST_GOALS", "MOST_ORDERS", "kemeny_orders"]

EXACT = 9  # goals of which all orders are tried
MOST_GOALS = 40
MOST_ORDERS = 1_000  # that are listed if all are tried
_MOST_SOUGHT = 20  # that are sought one by one if there are more goals


def kemeny_orders(preferences: Array) -> tuple[list[tuple[int, ...]], float, bool]:
    """Return the orders with the fewest pairwise disagreements, how many these are, and whether all are there.

    Parameters
    ----------
    preferences : array of float
        The weight of the voters who put the row before the column.

    Returns
    -------
    orders : list of tuple of int
        Best first, in lexicographic order.
    distance : float
        Weight of voters times pairs that disagree with each of them.
    complete : bool
        Whether there are no others.
    """
    if len(preferences) <= EXACT:
        return _by_trying(preferences)
    return _by_program(preferences)


def _by_trying(preferences: Array) -> tuple[list[tuple[int, ...]], float, bool]:
    """Try all orders, a goal at a time in front of the others: what it costs depends on who comes after it only."""
    n = len(preferences)
    orders = np.array(list(permutations(range(n))), dtype=np.intp).reshape(-1, n)
    cost = np.zeros(len(orders))
    for first, second in combinations(range(n), 2):
        cost += preferences[orders[:, second], orders[:, first]]
    least = float(cost.min())
    best = orders[cost <= least + _slack(preferences)]
    return [tuple(map(int, order)) for order in best[:MOST_ORDERS]], least, len(best) <= MOST_ORDERS


def _by_program(preferences: Array) -> tuple[list[tuple[int, ...]], float, bool]:
    """Seek orders by an integer program, forbidding each that is found, until the next is worse."""
    n = len(preferences)
    pairs = {pair: place for place, pair in enumerate(combinations(range(n), 2))}
    # x = 1 if the first of a pair comes first, which those disagree with who put it second
    costs = np.array([preferences[two, one] - preferences[one, two] for one, two in pairs])
    always = sum(preferences[one, two] for one, two in pairs)
    limits = [_no_circles(pairs, n)]
    orders: list[tuple[int, ...]] = []
    least = np.inf
    while len(orders) < _MOST_SOUGHT:
        found = milp(costs, constraints=limits, integrality=np.ones(len(pairs)), bounds=(0, 1))
        if found.x is None:
            return sorted(orders), least, True
        chosen = np.round(found.x)
        distance = float(costs @ chosen + always)
        if orders and distance > least + _slack(preferences):
            return sorted(orders), least, True
        least = min(least, distance)
        orders.append(_order_of(chosen, pairs, n))
        limits.append(LinearConstraint(np.where(chosen > 0, 1.0, -1.0)[None, :], ub=chosen.sum() - 1))
    return sorted(orders), least, False


def _no_circles(pairs: dict[tuple[int, int], int], n: int) -> LinearConstraint:
    """Return that no three goals come in a circle: 0 <= x_ij + x_jk - x_ik <= 1."""
    triples = list(combinations(range(n), 3))
    rows = np.repeat(np.arange(len(triples)), 3)
    columns = [pairs[pair] for i, j, k in triples for pair in ((i, j), (j, k), (i, k))]
    signs = np.tile([1.0, 1.0, -1.0], len(triples))
    return LinearConstraint(sparse.csr_array((signs, (rows, columns)), shape=(len(triples), len(pairs))), lb=0, ub=1)


def _order_of(chosen: Array, pairs: dict[tuple[int, int], int], n: int) -> tuple[int, ...]:
    after = np.zeros(n)  # how many goals come after each
    for (one, two), place in pairs.items():
        after[one if chosen[place] else two] += 1
    return tuple(map(int, np.argsort(-after, kind="stable")))


def _slack(preferences: Array) -> float:
    return 1e-9 * max(float(preferences.sum()), 1.0)
