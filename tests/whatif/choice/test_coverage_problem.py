"""Coverage in numbers: integer programming against looking at all sets."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import milp

from socluster.whatif.choice import coverage_problem
from socluster.whatif.choice.coverage_problem import CoverageProblem
from tests.examples import examples

no_limit = st.just(np.inf)
some_or_no_limit = st.one_of(no_limit, st.integers(0, 12))


@st.composite
def problems(draw, capacities=no_limit):
    n, there, m = draw(st.integers(1, 6)), draw(st.integers(0, 2)), draw(st.integers(1, 5))
    amounts = np.array(draw(st.lists(st.integers(0, 9), min_size=m, max_size=m)), dtype=float)
    cells = draw(st.lists(st.integers(0, 9), min_size=(n + there) * m, max_size=(n + there) * m))
    reach = np.minimum(np.array(cells, dtype=float).reshape(n + there, m), amounts)
    worth = np.array(draw(st.lists(st.integers(1, 3), min_size=m, max_size=m)), dtype=float)
    capacity = np.array(draw(st.lists(capacities, min_size=n + there, max_size=n + there)), dtype=float)
    names = tuple(f"c{place}" for place in range(n))
    return CoverageProblem(tuple("abcde"[:m]), amounts, worth, names, there, reach, capacity)


@settings(max_examples=examples(20, 120), deadline=None)
@given(problems(some_or_no_limit), st.integers(1, 6))
def test_programming_finds_what_looking_at_all_sets_finds(problem, k):
    k = min(k, len(problem.candidates))
    best = max(problem.gain(each) for each in combinations(problem.candidates, k))
    solution = problem.best(k)
    assert solution.is_proven
    assert len(solution.chosen) == k
    assert solution.gain == solution.bound
    assert solution.gain == pytest.approx(best)


@settings(max_examples=examples(20, 120), deadline=None)
@given(problems(), st.lists(st.integers(0, 5), min_size=6, max_size=6), st.integers(0, 12))
def test_programming_keeps_to_the_budget(problem, prices, budget):
    n = len(problem.candidates)
    costs = dict(zip(problem.candidates, prices, strict=False))
    sets = [each for size in range(n + 1) for each in combinations(problem.candidates, size)]
    allowed = [each for each in sets if each and sum(costs[name] for name in each) <= budget]
    solution = problem.best(None, np.array(prices[:n], dtype=float), float(budget))
    if not allowed:
        assert solution is None
        return
    assert sum(costs[name] for name in solution.chosen) <= budget
    assert solution.gain == pytest.approx(max(problem.gain(each) for each in allowed))


@settings(max_examples=examples(25, 150), deadline=None)
@given(problems(some_or_no_limit), st.lists(st.integers(0, 3), min_size=6, max_size=6), st.integers(0, 12))
def test_of_sets_that_gain_as_much_the_cheapest_then_the_smallest_then_the_first_by_name(problem, prices, budget):
    n = len(problem.candidates)
    costs = dict(zip(problem.candidates, prices, strict=False))
    sets = [each for size in range(1, n + 1) for each in combinations(problem.candidates, size)]
    allowed = [each for each in sets if sum(costs[name] for name in each) <= budget]
    solution = problem.best(None, np.array(prices[:n], dtype=float), float(budget))
    if not allowed:
        return
    most = max(problem.gain(each) for each in allowed)
    equal = [each for each in allowed if problem.gain(each) >= most - 1e-6]
    assert solution.chosen == min(equal, key=lambda each: (sum(costs[name] for name in each), len(each), each))


def test_names_decide_between_more_candidates_than_one_program_compares():
    n = 2 * coverage_problem.BLOCK + 3
    names = tuple(f"c{place:02}" for place in range(n))
    problem = CoverageProblem(("a",), np.array([2.0]), np.ones(1), names, 0, np.ones((n, 1)), np.full(n, np.inf))
    assert problem.best(2).chosen == names[:2]
    assert problem.best(None, np.r_[9.0, np.full(n - 1, 4.0)], 50.0).chosen == names[1:3]


@settings(max_examples=examples(15, 90), deadline=None)
@given(problems(some_or_no_limit))
def test_coverage_has_diminishing_returns(problem):
    names = problem.candidates
    for size in range(len(names)):
        small, large = names[: size // 2], names[:size]
        for name in names[size:]:
            beside_few = problem.gain((*small, name)) - problem.gain(small)
            beside_many = problem.gain((*large, name)) - problem.gain(large)
            assert beside_few >= beside_many - 1e-9
            assert beside_many >= -1e-9


def test_capacity_is_shared_out_where_it_counts_most():
    reach = np.array([[5.0, 5.0]])
    problem = CoverageProblem(("a", "b"), np.array([5.0, 5.0]), np.array([1.0, 3.0]), ("x",), 0, reach, np.array([6.0]))
    assert problem.gain(["x"]) == pytest.approx(5 * 3 + 1 * 1)


@pytest.mark.parametrize("status", [0, 1])
def test_a_set_is_proven_best_only_if_the_solver_came_to_its_end(monkeypatch, status):
    def stopped(*arguments, **options):
        result = milp(*arguments, **options)
        if status:
            result.status, result.mip_dual_bound = status, result.mip_dual_bound - 5
        return result

    monkeypatch.setattr(coverage_problem, "milp", stopped)
    reach = np.array([[3.0, 0.0], [0.0, 2.0], [1.0, 0.0]])
    problem = CoverageProblem(
        ("n", "m"), np.array([4.0, 2.0]), np.ones(2), ("a", "b", "c"), 0, reach, np.full(3, np.inf)
    )
    found = problem.best(2)
    assert (sorted(found.chosen), found.gain) == (["a", "b"], 5)
    assert found.is_proven == (status == 0)
    assert found.bound == pytest.approx(5 if status == 0 else 10)
