"""Which sets may be a plan: so many candidates, or as many as the budget allows."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif.choice.plan_limits import Limits, check_budget, read_limits
from tests.examples import examples


@settings(max_examples=examples(30, 180), deadline=None)
@given(
    st.integers(1, 6),
    st.one_of(st.none(), st.integers(1, 6)),
    st.lists(st.integers(0, 4), min_size=6, max_size=6),
    st.one_of(st.none(), st.integers(0, 9)),
)
def test_families_hold_every_plan_once(n, k, prices, budget):
    names = tuple("abcdef"[:n])
    if k is None and budget is None:
        return
    limits = Limits(names, None if k is None else min(k, n), dict(zip(names, prices, strict=False)), budget)
    plans = [(*reference, name) for reference, joining in limits.families() for name in joining]
    expected = [each for size in range(1, n + 1) for each in combinations(names, size) if limits.is_plan(each)]
    assert sorted(plans) == sorted(expected)
    assert limits.count(10**6) == len(expected)


@pytest.mark.parametrize("budget", [None, 3.5])
def test_at_most_so_many_may_be_fewer_with_or_without_a_budget(budget):
    limits = read_limits("abc", None, COSTS, budget, 2)
    plans = ["".join((*reference, name)) for reference, joining in limits.families() for name in joining]
    assert sorted(plans) == (["a", "ab", "ac", "b", "bc", "c"] if budget is None else ["a", "ac", "b", "bc", "c"])
    assert limits.count(100) == len(plans)
    assert (limits.at_most, limits.is_exact) == (2, False)
    assert read_limits("abc", None, None, None, 9).at_most == 3
    with pytest.raises(InputError, match="not by both"):
        read_limits("abc", 2, None, None, 2)


def test_counting_stops_where_it_is_enough():
    names = tuple(f"c{place:02}" for place in range(40))
    limits = Limits(names, None, dict.fromkeys(names, 1), 20.0)
    assert 500 < limits.count(500) < 10_000


def test_limits_are_read_in_the_order_of_names():
    assert read_limits(["b", "a"], 1, {"a": 2, "b": 3}, None) == Limits(("a", "b"), 1, {"a": 2.0, "b": 3.0})
    with pytest.raises(InputError, match="how many to choose"):
        read_limits(["a"], None, None, None)


COSTS = {"a": 2.0, "b": 3.0, "c": 0.5}
ABC = tuple("abc")


def test_a_plan_has_exactly_so_many_members_or_what_a_budget_allows():
    exactly, affordable = Limits(ABC, 2, COSTS), Limits(ABC, None, COSTS, 3.5)
    at_most = Limits(ABC, 1, COSTS, 3.5)
    sets = [each for size in range(4) for each in combinations(ABC, size)]
    plans = [["".join(each) for each in sets if one.is_plan(each)] for one in (exactly, affordable, at_most)]
    assert plans == [["ab", "ac", "bc"], ["a", "b", "c", "ac", "bc"], ["a", "b", "c"]]
    assert exactly.fits(("a",))
    assert not exactly.is_plan(("a",))
    assert [one.most for one in (exactly, affordable, at_most)] == [2, 3, 1]


def test_costs_that_equal_the_budget_but_for_rounding_are_kept():
    limits = Limits(("a", "b", "c"), None, dict.fromkeys("abc", 0.1), 0.3)
    assert 0.1 + 0.1 + 0.1 > 0.3
    assert limits.fits(("a", "b", "c"))


def test_costs_in_the_order_of_names():
    assert Limits(("a", "c"), 1, COSTS).cost_array.tolist() == [2, 0.5]
    assert Limits(ABC, 1).cost_array is None
    assert Limits(ABC, 1, COSTS).cost(("a", "c")) == 2.5
    assert Limits(ABC, 1).cost(("a", "c")) == 0


@pytest.mark.parametrize(
    ("arguments", "argument", "value", "said"),
    [
        ((4, None, None), "k", 4, "more than there are to choose from: 3 candidates"),
        ((None, COSTS, 0.4), "budget", 0.4, "the cheapest, 'c', costs 0.5"),
        ((None, COSTS, "much"), "budget", "much", "must be a number from 0"),
        ((None, COSTS, float("inf")), "budget", float("inf"), "must be a number from 0"),
        ((1, {"a": 1, "b": 1, "d": 1}, None), "cost", "d", "is no candidate"),
    ],
)
def test_wrong_limits_are_named(arguments, argument, value, said):
    with pytest.raises(InputError, match=said) as error:
        read_limits(ABC, *arguments)
    problem = error.value.problems[0]
    assert (problem.column, problem.value) == (argument, value)


def test_a_budget_needs_costs_and_may_be_just_enough():
    with pytest.raises(InputError, match="a budget needs costs"):
        check_budget(5, None)
    check_budget(0.5, COSTS)
    assert read_limits(ABC, None, COSTS, 1).budget == 1.0
