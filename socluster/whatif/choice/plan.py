"""Which few partners together would serve the goals best, for a given number or budget?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Never

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import generator, positive_integer, seed_of
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws, refuse_moved
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.answers import named
from socluster.measures.shared.network import one_mode
from socluster.whatif.choice.candidates import checked_candidates, refuse_rivals
from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Better, Goal, as_goal, no_such_goals, stated_goal
from socluster.whatif.choice.pareto import non_dominated, stretched
from socluster.whatif.choice.plan_choice import best_plan, front_of_plans
from socluster.whatif.choice.plan_limits import Limits, Names, read_limits
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.plan_tables import mean_gains, sets_table, steps_table
from socluster.whatif.choice.plan_values import SetValues
from socluster.whatif.engine.measure_hooks import are_simulated, measure_notes
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Phrase

__all__ = ["plan_partners"]

AnyGoal = Goal | Coverage | Callable[..., Any]


@checked
def plan_partners(
    cluster: Any,
    candidates: Sequence[Scenario],
    /,
    *,
    goals: AnyGoal | Mapping[str, AnyGoal] | None = None,
    goal: AnyGoal | Mapping[str, AnyGoal] | None = None,
    k: int | None = None,
    budget: float | None = None,
    cost: Mapping[str, float] | None = None,
    at_most: int | None = None,
    better: Better | Mapping[str, Better] | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int | None = None,
    exact_up_to: int = 500,
    **moved: Never,
) -> Plan:
    r"""Which few partners together would serve the goals best?

    A plan is a set of candidates who join together, and what it gains is the mean over the draws of goal after less
    goal before. All sets are drawn with the same random numbers. What two partners gain together is not what each would
    gain alone: the second may serve who is served already, or complete what the first began. So sets are looked at:

    - Coverage as the only goal is solved by integer programming, with a proof.
    - Other goals: all sets, if they are at most `exact_up_to`.
    - Else partners are chosen greedily (who adds most to those before), then exchanged until no swap improves the plan.
      The bound that comes with it holds only if returns diminish, which is known of coverage alone.

    Of sets that gain equally much, to rounding, the plan is the one that costs least, then the smallest, then the first
    by name. So nobody who adds nothing is paid for; only an exact `k` without a budget is always filled.

    With several goals, no plan is recommended. The front holds the sets that no other set beats in one goal without
    being worse in another; its ends and its knee are named, with the reasons.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster.
    candidates : sequence of Scenario
        Who could join, or what else could be done (`bridging_ties`). A plan applies its members one after the other.
    goals, goal : callable, Goal or Coverage, or mapping from name to these
        Under either name: a measure of the whole cluster (ours or your own), several with weights, or what is served
        of what is needed.
    k : int, optional
        How many to choose: exactly this many without a budget, at most this many with one.
    budget : float, optional
        What they may cost together; needs `cost`.
    cost : mapping, optional
        From candidate to its cost.
    at_most : int, optional
        How many to choose at most, with or without a budget, in place of `k`: whoever adds nothing is left out.
    better : {"higher", "lower"} or mapping from goal to these, optional
        For goals that are measures; "higher" where nothing is stated. That is your statement. It must be stated for a
        measure of which more is not better by itself (fragmentation, path length, the E-I index).
    draws : int or Draws, default 1000
        How many draws; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept. Its
        tolerance holds for the standard errors of the mean gains of single candidates, by goal; all sets are then drawn
        as often. Sets are computed family by family, so that more processes pay for large clusters only.
    rng : int or numpy.random.Generator, optional
        Seed; only coverage does without. The same seed gives the same plan, in any order of the candidates.
    exact_up_to : int, default 500
        Up to how many sets all are computed.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Plan
        `.chosen`, `.to_frame()`, `.pareto`, `.certificate`, `.plot()`.

    Raises
    ------
    InputError
        If neither k nor at_most nor a budget is given, they allow no plan, a name is unknown, two candidates contradict
        each other, or a goal gives no single number.

    Notes
    -----
    Where a tie model looks at the cluster that it joins (`ties.Rates`), its probabilities follow from those who joined
    before; sets are built in the order in which they are searched, so that such a set may be computed in another order
    than another. Draws in which a goal is undefined before anybody joins are left out; where it is undefined for a set,
    the worst gain of a single candidate counts, or 0 if that is less. With a budget, leaving money unspent is allowed.

    References
    ----------
    Nemhauser, G. L., Wolsey, L. A. & Fisher, M. L. (1978). An analysis of approximations for maximizing submodular set
    functions. Mathematical Programming 14, 265-294. doi:10.1007/BF01588971

    Leskovec, J. et al. (2007). Cost-effective outbreak detection in networks. KDD, 420-429.
    doi:10.1145/1281192.1281239

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.whatif.choice.coverage import Coverage
    >>> region = sc.load_dataset("siauliai").project()
    >>> hubs = [sc.Scenario(f"hub {n}").with_actor(f"hub {n}", sector="public") for n in (1, 2, 3)]
    >>> needs = {"Kelmė": 40, "Akmenė": 25, "Joniškis": 30}
    >>> serves = {"hub 1": ["Kelmė"], "hub 2": ["Kelmė", "Akmenė"], "hub 3": ["Joniškis"]}
    >>> plan = plan_partners(region, hubs, goals=Coverage(needs, serves), k=2)
    >>> plan.chosen
    ('hub 2', 'hub 3')
    >>> plan.certificate.exact
    True
    """
    refuse_moved(moved, "plan_partners")
    wanted = _read_goals(stated_goal(goal, goals), better)
    is_random = any(isinstance(goal, Goal) for goal in wanted.values())
    base = one_mode(cluster) if is_random else as_cluster(cluster)
    known = checked_candidates(candidates, base)
    refuse_rivals(known)
    limits = read_limits(known, k, cost, budget, at_most)
    settings, exact_up_to = as_draws(draws), positive_integer("exact_up_to", exact_up_to)
    seed = int(generator(rng).integers(2**63)) if is_random else 0
    in_order = {name: known[name] for name in limits.names}
    choose = best_plan if len(wanted) == 1 else front_of_plans
    with Drawing(settings, "plan") as drawing:
        values = SetValues(base, in_order, wanted, seed, drawing)
        plan = _plan(values, limits, *choose(values, limits, exact_up_to), settings.interval)
    if not is_random:  # coverage, which does not rest on ties
        return replace(plan, cluster=base, fingerprint=base.fingerprint)
    return replace(
        plan,
        cluster=base,
        fingerprint=base.fingerprint,
        seed=seed_of(rng),
        is_certain=values.is_certain,
        is_simulated=_is_simulated(wanted),
        data_notes=(*_said_by(wanted), *grounds(base, known.values())),
    )


def _said_by(goals: Mapping[str, Goal | Coverage]) -> tuple[Phrase, ...]:
    """Return what the measures of the goals say of their values, each once."""
    notes = (measure_notes(list(goal.weights)) for goal in goals.values() if isinstance(goal, Goal))
    return tuple(dict.fromkeys(note for of_goal in notes for note in of_goal))


def _is_simulated(goals: Mapping[str, Goal | Coverage]) -> bool:
    """Whether a measure of a goal is a mean of something simulated, which is not certain where no tie is drawn."""
    return any(are_simulated(list(goal.weights)) for goal in goals.values() if isinstance(goal, Goal))


def _read_goals(goals: Any, better: Any) -> dict[str, Goal | Coverage]:
    """Return goals by name."""
    if isinstance(goals, Mapping):
        given = dict(goals)
        if not given or not all(isinstance(name, str) and name for name in given):
            raise InputError(Problem("goals must be named, as in {'cohesion': global_efficiency}", value=goals))
    else:
        given = {_name(goals): goals}
    stated = better if isinstance(better, Mapping) else dict.fromkeys(given, better)
    problems = no_such_goals([("better", name) for name in stated], given)
    if problems:
        raise InputError(problems)
    read: dict[str, Goal | Coverage] = {}
    for name, goal in given.items():
        if isinstance(goal, Coverage):
            if stated.get(name) not in (None, "higher"):
                raise InputError(
                    Problem("more coverage is better", is_argument=True, column="better", row=name, value=stated[name])
                )
            read[name] = goal
        else:
            read[name] = as_goal(goal, stated.get(name))
    return read


def _name(goal: Any) -> str:
    if isinstance(goal, Coverage):
        return "coverage"
    if isinstance(goal, Goal):
        return "score"
    ((name, _),) = named([goal])
    return name


def _plan(
    values: SetValues, limits: Limits, options: dict[str, Names], certificate: Certificate, interval: float
) -> Plan:
    plans = _without_idle([each for each in values.evaluated if limits.is_plan(each)], values, limits, options)
    sets = sets_table(values, plans, limits, interval)
    means = mean_gains(values, plans)
    on_front = non_dominated(means)
    p_best = regret = float("nan")
    if "best" in options:
        gains = np.array([values.gains(each)[0] for each in plans])
        mine = values.gains(options["best"])[0]
        p_best = float((mine >= gains.max(axis=0)).mean())
        regret = float((gains.max(axis=0) - mine).mean())
    spans = {}
    if "knee" in options:
        place = plans.index(tuple(sorted(options["knee"])))
        spans["knee"] = tuple(stretched(means, on_front)[place].tolist())
    return Plan(
        goals=dict(values.goals),
        candidates=tuple(values.candidates.values()),
        limits=limits,
        options=options,
        certificate=certificate,
        steps=steps_table(values, options, limits, interval),
        sets=sets,
        p_best=p_best,
        regret=regret,
        draws=values.draws,
        interval=interval,
        coverage={name: (each.needed, each.covered_before) for name, each in values.coverages.items()},
        spans=spans,
    )


def _without_idle(plans: list[Names], values: SetValues, limits: Limits, options: Mapping[str, Names]) -> list[Names]:
    """Return the sets without those in which somebody does only what the others do anyway, if there may be fewer.

    So it is where one candidate is made of others: with its parts beside it, it is the same set under another name.
    """
    steps = {name: frozenset(each.steps) for name, each in values.candidates.items()}
    if limits.is_exact or len(frozenset().union(*steps.values())) == sum(map(len, steps.values())):
        return plans
    kept = {tuple(sorted(each)) for each in options.values()}

    def is_idle(name: str, plan: Names) -> bool:
        others = frozenset().union(*(steps[each] for each in plan if each != name))
        return bool(steps[name]) and steps[name] <= others

    return [plan for plan in plans if plan in kept or not any(is_idle(name, plan) for name in plan)]
