"""Greedy choice, exchange and the bound, against the best of all sets."""

from itertools import combinations
from math import e

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster.whatif.choice.coverage_problem import CoverageProblem
from socluster.whatif.choice.plan_limits import Limits
from socluster.whatif.choice.plan_search import bound_if_returns_diminish, exchange, greedy, search
from tests.examples import examples


class Table:
    """The value of a set by a function of it; counts how many sets it was asked for."""

    def __init__(self, worth):
        self.worth = worth
        self.asked = 0

    def value(self, chosen):
        return float(self.worth(frozenset(chosen)))

    def trials(self, reference, joining):
        self.asked += len(joining)
        return np.array([self.value((*reference, name)) for name in joining])


@st.composite
def coverages(draw):
    n, m = draw(st.integers(2, 7)), draw(st.integers(1, 6))
    reach = np.array(draw(st.lists(st.integers(0, 1), min_size=n * m, max_size=n * m)), dtype=float).reshape(n, m)
    amounts = np.array(draw(st.lists(st.integers(1, 9), min_size=m, max_size=m)), dtype=float)
    names = tuple("abcdefg"[:n])
    return CoverageProblem(
        tuple(map(str, range(m))), amounts, np.ones(m), names, 0, reach * amounts, np.full(n, np.inf)
    )


@settings(max_examples=examples(30, 180), deadline=None)
@given(coverages(), st.integers(1, 7))
def test_greed_covers_its_share_and_the_bound_holds(problem, k):
    limits = Limits(problem.candidates, min(k, len(problem.candidates)))
    table = Table(problem.gain)
    best = max(problem.gain(each) for each in combinations(limits.names, limits.k))
    found = greedy(table, limits)
    assert len(set(found)) == limits.k
    assert table.value(found) >= (1 - 1 / e) * best
    assert bound_if_returns_diminish(table, limits, found) >= best
    swapped = exchange(table, limits, found)
    assert table.value(found) <= table.value(swapped) <= best
    assert len(set(swapped)) == limits.k


@settings(max_examples=examples(30, 180), deadline=None)
@given(coverages(), st.integers(1, 7))
def test_lazy_greed_chooses_as_plain_greed_does(problem, k):
    limits = Limits(problem.candidates, min(k, len(problem.candidates)))
    lazy, plain = Table(problem.gain), Table(problem.gain)
    assert greedy(lazy, limits) == greedy(plain, limits, lazy=False)
    assert lazy.asked <= plain.asked


def test_lazy_greed_asks_for_far_fewer_sets():
    rng = np.random.default_rng(1)
    n, m = 200, 60
    amounts, names = rng.integers(1, 9, m).astype(float), tuple(f"c{place:03}" for place in range(n))
    reach = (rng.random((n, m)) < 0.1) * amounts
    problem = CoverageProblem(tuple(map(str, range(m))), amounts, np.ones(m), names, 0, reach, np.full(n, np.inf))
    lazy, plain = Table(problem.gain), Table(problem.gain)
    assert greedy(lazy, Limits(names, 8)) == greedy(plain, Limits(names, 8), lazy=False)
    assert plain.asked == sum(n - chosen for chosen in range(8))
    assert lazy.asked < plain.asked / 2


@settings(max_examples=examples(30, 180), deadline=None)
@given(coverages(), st.lists(st.integers(0, 5), min_size=7, max_size=7), st.integers(0, 12))
def test_a_search_keeps_to_the_budget_and_the_bound_holds(problem, prices, budget):
    costs = dict(zip(problem.candidates, prices, strict=False))
    limits = Limits(problem.candidates, None, costs, float(budget))
    sets = [each for size in range(1, 8) for each in combinations(limits.names, size) if limits.fits(each)]
    if not sets:
        return
    table = Table(problem.gain)
    found = search(table, limits)
    best = max(map(problem.gain, sets))
    assert limits.is_plan(found)
    assert table.value(found) <= best <= bound_if_returns_diminish(table, limits, found) + 1e-9


def test_exchange_finds_partners_that_are_worth_something_only_together():
    """Swapping b for c shows what a and c are worth together; that c and d are, no single swap shows."""
    worth = {frozenset("a"): 3, frozenset("b"): 2, frozenset("c"): 1, frozenset("ac"): 9}
    table = Table(lambda chosen: max((value for key, value in worth.items() if key <= chosen), default=0))
    limits = Limits(tuple("abcd"), 2)
    assert sorted(exchange(table, limits, ("a", "b"))) == ["a", "c"]
    stuck = {frozenset("a"): 3, frozenset("cd"): 9}
    blind = Table(lambda chosen: max((value for key, value in stuck.items() if key <= chosen), default=0))
    assert blind.value(exchange(blind, limits, ("a", "b"))) == 3  # no certificate, as the plan says


def test_equal_gains_go_to_the_first_name():
    assert greedy(Table(len), Limits(tuple("abc"), 2)) == ("a", "b")


def test_by_cost_a_cheap_candidate_may_come_first():
    worth = {"a": 10, "b": 6, "c": 6}
    table = Table(lambda chosen: sum(worth[name] for name in chosen))
    limits = Limits(tuple("abc"), None, {"a": 10, "b": 5, "c": 5}, 10.0)
    assert greedy(table, limits) == ("a",)
    assert greedy(table, limits, per_cost=True) == ("b", "c")
    assert sorted(search(table, limits)) == ["b", "c"]


def test_who_adds_nothing_is_not_bought():
    limits = Limits(tuple("abc"), None, dict.fromkeys("abc", 1), 3.0)
    assert greedy(Table(lambda chosen: float("b" in chosen)), limits) == ("b",)


WORTH = {"a": 5, "b": 4, "c": 3, "d": 1}


def additive(chosen):
    return sum(WORTH[name] for name in chosen)


def test_the_bound_adds_the_largest_gains_of_as_many_as_may_be_chosen():
    table = Table(additive)
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), 1), ("d",)) == 1 + 5
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), 2), ("c", "d")) == 4 + 5 + 4
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), 2), ("a", "b")) == 9 + 3 + 1


def test_the_bound_buys_what_is_left_in_part():
    """Per unit of cost b gives 4, a 2.5 and c 1: with 4 one buys b and a, and of c one part in three."""
    costs = {"a": 2, "b": 1, "c": 3, "d": 1}
    table = Table(additive)
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), None, costs, 4.0), ("d",)) == pytest.approx(11)
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), None, costs, 3.0), ("d",)) == pytest.approx(10)
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), None, costs, 2.0), ("d",)) == pytest.approx(7.5)
    assert bound_if_returns_diminish(table, Limits(tuple("abcd"), 1, costs, 4.0), ("d",)) == pytest.approx(6)
