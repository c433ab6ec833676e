"""Which of several partners would serve a goal best, and how sure is that?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Never

import pandas as pd
from numpy.random import Generator

from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.draws.settings import Draws, as_draws, refuse_moved
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import one_mode
from socluster.whatif.choice.candidates import amounts_by_candidate, checked_candidates
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Better, Goal, as_goal, frame_of_scores, refuse_by_actor, stated_goal
from socluster.whatif.choice.plan_limits import check_budget
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.compare import compared
from socluster.whatif.comparison.outcome import Outcome, difference
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import marked

__all__ = ["Ranking", "rank_partners"]


@checked
def rank_partners(
    cluster: Any,
    candidates: Sequence[Scenario],
    /,
    *,
    goal: Measure | Goal | Mapping[str, Measure | Goal] | None = None,
    goals: Measure | Goal | Mapping[str, Measure | Goal] | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
    better: Better | None = None,
    cost: Mapping[str, float] | None = None,
    capacity: Mapping[str, float] | None = None,
    budget: float | None = None,
    **moved: Never,
) -> Ranking:
    """Which partner would serve the goal best, and how sure is that?

    Every candidate is a scenario in which it joins. All are drawn together, with the same random numbers for the ties
    that they share, so that each draw has its own winner. A candidate is as good as the share of the draws that it
    wins and as little as it would make one forgo where it does not.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster.
    candidates : sequence of Scenario
        At least two, of different names; each is a partner who joins, or anything else that might be done.
    goal, goals : callable or Goal, or mapping from one name to it
        What is to be gained, under either name: a measure of the whole cluster that returns one number, raw values
        being asked for as in `compare`; or several with weights.
    draws : int or Draws, default 1000
        How many draws; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept. Its
        tolerance holds for the standard errors of the differences, by measure of the goal.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.
    better : {"higher", "lower"}, optional
        Which direction serves the goal, if it is a measure; "higher" if not stated. That is your statement: structure
        is not effectiveness. It must be stated for a measure of
        which more is not better by itself (fragmentation, path length, the E-I index).
    cost : mapping, optional
        From candidate to its cost.
    capacity : mapping, optional
        From candidate to what it can take on (places, persons); shown beside the gain.
    budget : float, optional
        What the partner may cost; needs `cost`. Those who cost more are listed, but win and forgo nothing.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Ranking

    Raises
    ------
    InputError
        If there are fewer than two candidates, one is a member already or does not fit the cluster, a cost has no
        candidate, the budget affords nobody, or the goal gives no single number.

    Notes
    -----
    Draws in which the goal is undefined for a candidate count as lost for it; `defined` says how many are not.

    Examples
    --------
    >>> import socluster as sc
    >>> partners = sc.load_dataset("norway_project").layer("contract")
    >>> def joins(name, **ties):
    ...     return sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(ties))
    >>> candidates = [joins("beside the lead", LEU=0.8), joins("at the edge", UTEN=0.8, BIRZ=0.8)]
    >>> ranking = sc.rank_partners(partners, candidates, goal=sc.global_efficiency, draws=200, rng=7)
    >>> ranking.best
    'beside the lead'
    """
    refuse_moved(moved, "rank_partners")
    goal = _one_goal(stated_goal(goal, goals))
    if isinstance(goal, Coverage):
        raise InputError(
            "coverage is not drawn, so there is nothing to rank by; plan_partners(..., goals=, k=1) solves it"
        )
    base, wanted = one_mode(cluster), as_goal(goal, better)
    known = checked_candidates(candidates, base, at_least=2)
    amounts = {
        "cost": amounts_by_candidate(cost, known, "cost"),
        "capacity": amounts_by_candidate(capacity, known, "capacity"),
    }
    if budget is not None:
        check_budget(budget, amounts["cost"])
    measures, listed = list(wanted.weights), list(known.values())
    outcome = compared(base, listed, measures=measures, settings=as_draws(draws), rng=rng)
    given = {option: amount for option, amount in amounts.items() if amount is not None}
    return Ranking(outcome, wanted, _scores(outcome, wanted), given, budget)


def _one_goal(goal: Any) -> Any:
    """Return the goal of a mapping, in which a plan may have several."""
    if not isinstance(goal, Mapping):
        return goal
    if len(goal) != 1:
        message = marked("a ranking has one goal; weigh several in a Goal, or see the front of plan_partners")
        raise InputError(Problem(message, is_argument=True, column="goals", value=list(goal)))
    return next(iter(goal.values()))


def _scores(outcome: Outcome, goal: Goal) -> pd.DataFrame:
    before = outcome.values[0][0]
    refuse_by_actor(name for name in goal.names if name not in before)
    after = zip(outcome.scenarios, outcome.values[1:], strict=True)
    gains = {
        each.name: pd.DataFrame(
            {name: difference(before[name].to_numpy(), numbers[name].to_numpy()) for name in goal.names}
        )
        for each, (numbers, _) in after
    }
    return frame_of_scores(gains, goal)
