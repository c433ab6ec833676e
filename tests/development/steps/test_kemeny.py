"""Kemeny's orders: the integer program against all orders tried."""

from itertools import combinations, permutations

import numpy as np
import pytest

from socluster.development.steps import kemeny


def disagreements(order, preferences):
    return sum(preferences[later, earlier] for earlier, later in combinations(order, 2))


@pytest.mark.parametrize("seed", range(6))
def test_both_ways_find_the_same_orders(seed):
    rng = np.random.default_rng(seed)
    n = 5
    voters = [rng.permutation(n) for _ in range(4)]
    preferences = np.zeros((n, n))
    for voter in voters:
        for earlier, later in combinations(voter, 2):
            preferences[earlier, later] += 1
    tried = {order: disagreements(order, preferences) for order in permutations(range(n))}
    best = sorted(order for order, cost in tried.items() if cost == min(tried.values()))
    for found in (kemeny._by_trying(preferences), kemeny._by_program(preferences)):
        assert sorted(found[0])[: len(best)] == best[: len(found[0])]
        assert found[1] == pytest.approx(min(tried.values()))
    assert kemeny._by_trying(preferences)[2]


def test_ten_goals_that_all_order_alike():
    n = 10
    preferences = np.triu(np.ones((n, n)), 1) * 3
    orders, distance, complete = kemeny.kemeny_orders(preferences)
    assert orders == [tuple(range(n))]
    assert (distance, complete) == (0, True)


def test_ten_goals_of_which_two_are_alike():
    n = 10
    preferences = np.triu(np.ones((n, n)), 1) * 2
    preferences[3, 4] = preferences[4, 3] = 1
    orders, distance, complete = kemeny.kemeny_orders(preferences)
    assert orders == [tuple(range(n)), (0, 1, 2, 4, 3, 5, 6, 7, 8, 9)]
    assert (distance, complete) == (1, True)


def test_it_stops_seeking():
    preferences = np.ones((10, 10)) - np.eye(10)
    orders, distance, complete = kemeny.kemeny_orders(preferences)
    assert len(set(orders)) == 20
    assert (distance, complete) == (45, False)
