"""The choice of a plan, against looking at all sets, for gains that are given by a formula."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster.whatif.choice.coverage_problem import CoverageProblem
from socluster.whatif.choice.plan_choice import best_plan, front_of_plans
from socluster.whatif.choice.plan_limits import Limits
from tests.examples import examples
from tests.whatif.choice.plan_samples import GainsByFormula

NAMES = tuple("abcde")
few = settings(max_examples=examples(15, 90), deadline=None)


def summed(worth, pairs=()):
    """The worth of the members, and of pairs that are worth something together."""
    together = {frozenset(pair): value for pair, value in dict(pairs).items()}
    return lambda chosen: [sum(worth[name] for name in chosen) + sum(v for p, v in together.items() if p <= chosen)]


@few
@given(st.lists(st.integers(-3, 9), min_size=31, max_size=31), st.integers(1, 5))
def test_of_all_sets_the_best_is_chosen_and_its_order_is_that_of_what_each_adds(worths, k):
    sets = [frozenset(each) for size in range(1, 6) for each in combinations(NAMES, size)]
    worth = dict(zip(sets, worths, strict=True)) | {frozenset(): 0}
    values = GainsByFormula(lambda chosen: [worth[chosen]], NAMES)
    options, certificate = best_plan(values, Limits(NAMES, k), exact_up_to=100)
    chosen = options["best"]
    assert worth[frozenset(chosen)] == max(worth[each] for each in sets if len(each) == k)
    assert (certificate.method, certificate.exact) == ("all sets", True)
    assert certificate.value == certificate.bound == worth[frozenset(chosen)]
    for place in range(k):
        first = frozenset(chosen[:place])
        assert worth[first | {chosen[place]}] == max(worth[first | {name}] for name in chosen[place:])


def test_of_equal_sets_the_first_in_the_order_of_names():
    options, _ = best_plan(GainsByFormula(lambda chosen: [1.0], NAMES), Limits(NAMES, 2), exact_up_to=100)
    assert sorted(options["best"]) == ["a", "b"]


@pytest.mark.parametrize("exact_up_to", [100, 1])
def test_nobody_who_adds_nothing_is_paid_for(exact_up_to):
    worth = {"a": 0, "b": 5, "c": 0.1 + 0.2, "d": 0.3, "e": 0}
    values = GainsByFormula(summed(worth, {("c", "d"): -0.3}), NAMES)
    limits = Limits(NAMES, 3, {"a": 0, "b": 1, "c": 2, "d": 1, "e": 2}, 6)
    options, _ = best_plan(values, limits, exact_up_to=exact_up_to)
    assert sorted(options["best"]) == ["b", "d"]
    options, _ = best_plan(values, Limits(NAMES, 4), exact_up_to=exact_up_to)
    assert len(options["best"]) == 4  # so many were asked for


@pytest.mark.parametrize(
    ("pairs", "returns", "bound"),
    [
        ({}, "not known", 9 + 3 + 2),
        ({("a", "b"): -1}, "not known", 8 + 3 + 2),
        ({("a", "c"): 0.5}, "refuted", None),
    ],
    ids=["they add up", "they get in each other's way", "a and c add more together than alone"],
)
def test_a_bound_is_given_only_while_no_candidate_refutes_it(pairs, returns, bound):
    worth = dict(zip(NAMES, (5, 4, 3, 2, 1), strict=True))
    values = GainsByFormula(summed(worth, pairs), NAMES)
    options, certificate = best_plan(values, Limits(NAMES, 2), exact_up_to=1)
    assert sorted(options["best"]) == ["a", "b"]
    assert (certificate.method, certificate.exact) == ("greedy and exchange", False)
    assert certificate.returns_diminish == returns
    assert np.isnan(certificate.bound) if bound is None else certificate.bound == bound


def test_somebody_who_does_harm_refutes_the_bound():
    worth = dict(zip(NAMES, (5, 4, 3, 2, -1), strict=True))
    _, certificate = best_plan(GainsByFormula(summed(worth), NAMES), Limits(NAMES, 2), exact_up_to=1)
    assert certificate.returns_diminish == "refuted"
    assert np.isnan(certificate.bound)


def test_coverage_is_solved_by_programming_however_many_sets_there_are():
    reach = np.diag([5.0, 4, 3, 2, 1])
    amounts = reach.sum(axis=0)
    problem = CoverageProblem(NAMES, amounts, np.ones(5), NAMES, 0, reach, np.full(5, np.inf))
    values = GainsByFormula(lambda chosen: [problem.gain(chosen)], NAMES, coverages={"gain": problem})
    options, certificate = best_plan(values, Limits(NAMES, 2), exact_up_to=1)
    assert options["best"] == ("a", "b")
    assert (certificate.method, certificate.exact, certificate.value) == ("integer programming", True, 9)
    assert certificate.returns_diminish == "known"


ONE = dict(zip(NAMES, (9, 7, 5, 1, 0), strict=True))
OTHER = dict(zip(NAMES, (0, 4, 6, 8, 9), strict=True))


def two_goals(chosen):
    return [[sum(ONE[name] for name in chosen)], [sum(OTHER[name] for name in chosen)]]


@pytest.mark.parametrize("exact_up_to", [100, 1])
def test_the_front_of_two_goals_has_both_ends_and_a_knee_on_it(exact_up_to):
    values = GainsByFormula(two_goals, NAMES, ("one", "other"))
    options, certificate = front_of_plans(values, Limits(NAMES, 2), exact_up_to)
    assert sorted(options["best for one"]) == ["a", "b"]
    assert sorted(options["best for other"]) == ["d", "e"]
    assert certificate.exact == (exact_up_to == 100)
    one, other = np.array(two_goals(options["knee"])).ravel()
    for rival in combinations(NAMES, 2):
        first, second = np.array(two_goals(rival)).ravel()
        assert not (first >= one and second >= other and first + second > one + other)


def test_a_search_with_several_goals_holds_the_proven_end_of_coverage():
    """Greed for c, which serves most, keeps a search from the two that together serve all."""
    reach = np.array([[2.0, 2, 0, 0], [0, 0, 2, 2], [0, 2, 2, 1], [0, 0, 0, 0], [0, 0, 0, 0]])
    problem = CoverageProblem(tuple("wxyz"), np.full(4, 2.0), np.ones(4), NAMES, 0, reach, np.full(5, np.inf))
    values = GainsByFormula(
        lambda chosen: [[problem.gain(chosen)], [-len(chosen & {"a"})]], NAMES, ("served", "few"), {"served": problem}
    )
    options, _ = front_of_plans(values, Limits(NAMES, 2), exact_up_to=1)
    assert sorted(options["best for served"]) == ["a", "b"]
