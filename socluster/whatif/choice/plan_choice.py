"""Choosing a plan: by integer programming, by looking at all sets, or by a greedy search with exchange."""

from __future__ import annotations

from typing import Literal

import numpy as np

from socluster.core.columns import Array
from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.choice.pareto import front_ends, knee, non_dominated
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.choice.plan_order import best_first
from socluster.whatif.choice.plan_search import bound_if_returns_diminish, greedy, search
from socluster.whatif.choice.plan_tables import mean_gains
from socluster.whatif.choice.plan_values import SetValues, Weighted

__all__ = ["best_plan", "front_of_plans"]


def best_plan(values: SetValues, limits: Limits, exact_up_to: int) -> tuple[dict[str, Names], Certificate]:
    """Return the best plan for one goal."""
    objective = Weighted(values, np.ones(1))
    proven = _by_programming(values, limits)
    if proven is not None:
        chosen, certificate = proven
    elif limits.count(exact_up_to) <= exact_up_to:
        plans = _all_plans(values, limits)
        chosen = plans[best_first(plans, np.array([objective.value(each) for each in plans]), limits)[0]]
        value = objective.value(chosen)
        certificate = Certificate("all sets", True, len(plans), value, value)
    else:
        chosen = search(objective, limits)
        certificate = _indication(values, objective, limits, chosen)
    return {"best": _in_order(objective, chosen)}, certificate


def _indication(values: SetValues, objective: Weighted, limits: Limits, chosen: Names) -> Certificate:
    """Return the bound of a plan that was found by a search, and whether its condition holds."""
    bound = bound_if_returns_diminish(objective, limits, chosen)
    now = objective.value(chosen)
    returns: Literal["known", "not known", "refuted"] = "known" if values.coverages else "not known"
    if not values.coverages:
        outside = [name for name in limits.names if name not in chosen and limits.fits((name,))]
        alone = objective.trials((), outside)
        beside = objective.trials(chosen, outside) - now
        slack = 1e-9 * max(abs(now), 1e-300)
        if (np.minimum(alone, beside) < -slack).any() or (beside > alone + slack).any():
            returns, bound = "refuted", float("nan")
    return Certificate("greedy and exchange", False, values.evaluations, now, bound, returns)


def _by_programming(values: SetValues, limits: Limits) -> tuple[Names, Certificate] | None:
    """Return the best set for coverage alone, or None where the goal is another, or the solver finds nothing."""
    if not values.coverages:
        return None
    (problem,) = values.coverages.values()
    solution = problem.best(limits.k, limits.cost_array, limits.budget, fewer=limits.fewer)
    if solution is None:
        return None
    certificate = Certificate(
        "integer programming", solution.is_proven, values.evaluations, solution.gain, solution.bound, "known"
    )
    return solution.chosen, certificate


def front_of_plans(values: SetValues, limits: Limits, exact_up_to: int) -> tuple[dict[str, Names], Certificate]:
    """Return the ends and the knee of the front of several goals."""
    if limits.count(exact_up_to) <= exact_up_to:
        plans = _all_plans(values, limits)
        certificate = Certificate("all sets", True, len(plans))
    else:
        plans = _found_plans(values, limits)
        certificate = Certificate("greedy and exchange", False, values.evaluations)
    means = mean_gains(values, plans)
    on_front = non_dominated(means)
    chosen = {f"best for {goal}": end for goal, end in zip(values.goals, front_ends(means, on_front), strict=True)}
    bend = knee(means, on_front)
    if bend is not None:
        chosen["knee"] = bend
    equal = Weighted(values, _factors(values, np.ones(len(values.goals))))
    return {option: _in_order(equal, plans[place]) for option, place in chosen.items()}, certificate


def _all_plans(values: SetValues, limits: Limits) -> list[Names]:
    plans = []
    for reference, joining in limits.families():
        values.compute(reference, joining)
        plans += [(*reference, name) for name in joining]
    return sorted(plans, key=limits.thrift)


def _found_plans(values: SetValues, limits: Limits) -> list[Names]:
    """Search with each goal alone, with all alike, and with each pair leaning to either side."""
    n = len(values.goals)
    alone, alike = np.eye(n), np.ones((1, n))
    leaning = [3 * one + other for place, one in enumerate(alone) for other in np.delete(alone, place, axis=0)]
    for weights in [*alone, *alike, *leaning]:
        search(Weighted(values, _factors(values, np.asarray(weights))), limits)
    for problem in values.coverages.values():  # the end of the front that can be proven
        solution = problem.best(limits.k, limits.cost_array, limits.budget, fewer=limits.fewer)
        if solution is not None:
            values.gains(solution.chosen)
    return sorted((each for each in values.evaluated if limits.is_plan(each)), key=limits.thrift)


def _factors(values: SetValues, weights: Array) -> Array:
    """Return the weights on a scale on which the single candidates differ as much in every goal."""
    singles = mean_gains(values, [(name,) for name in values.candidates])
    span = np.abs(singles).max(axis=0)
    factors: Array = weights / np.where(span > 0, span, 1.0)
    return factors


def _in_order(objective: Weighted, chosen: Names) -> Names:
    """Return the members in the order in which each adds most to those before."""
    members = tuple(sorted(chosen))
    return greedy(objective, Limits(members, len(members)), lazy=False)
