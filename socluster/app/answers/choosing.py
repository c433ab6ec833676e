"""Which partner comes first, and which partners together under a budget."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import comb
from typing import Any

from socluster.app.answers.asked import amount_in, choice_in, costs_in, refuse_strangers, scenarios_in, whole_in
from socluster.app.answers.change import MOST_DRAWS, joins_with_ties, null_means
from socluster.app.answers.measures import COMPARED, compared_measures
from socluster.app.answers.needed import met_measures
from socluster.app.answers.plain import in_both, plain, rows_of
from socluster.core.cluster import Cluster
from socluster.draws.settings import Draws
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.scenarios.scenario import Scenario

__all__ = ["GOALS", "is_drawn", "plan", "rank"]

GOALS = ("fragmentation", "global_efficiency", "density", "average_path_length", "transitivity", "cross_sector_share")
_DIRECTIONS = ("higher", "lower")
_MOST_SETS = 8
_MOST_LOOKED_AT = 20_000  # sets of one size, up to which it is found out who is in them


def rank(cluster: Cluster, question: Mapping[str, Any], executor: Any = None, needs: Any = None) -> dict[str, Any]:
    """Return which partner comes first for a goal, how often, and what a random partner does; see `answer`."""
    refuse_strangers(question, ("kind", "scenarios", "goal", "better", "draws", "seed", "cost", "budget"))
    scenarios = scenarios_in(question, least=2)
    goal, better, draws, seed = _asked(question, needs)
    ranking = rank_partners(
        cluster,
        scenarios,
        goal=compared_measures([goal], needs)[goal],
        better=better,
        draws=Draws(draws, executor=executor),
        rng=seed,
        cost=costs_in(question),
        budget=amount_in(question, "budget"),
    )
    beside = _random_partners(cluster, scenarios, goal, draws, seed, better)
    return {
        "kind": "rank",
        "goal": goal,
        "better": better,
        "draws": draws,
        "interval": ranking.outcome.interval,
        "rows": [{**row, "null": beside.get(row["candidate"])} for row in rows_of(ranking.to_frame())],
        "isClear": not ranking.rivals,
        "isDrawn": is_drawn(ranking.outcome),
        "sentences": in_both(ranking.sentences),
    }


def plan(cluster: Cluster, question: Mapping[str, Any], executor: Any = None, needs: Any = None) -> dict[str, Any]:
    """Return which partners together gain most for a goal under a budget; see `answer`."""
    refuse_strangers(question, ("kind", "scenarios", "goal", "better", "draws", "seed", "cost", "budget", "k"))
    scenarios = scenarios_in(question)
    goal, better, draws, seed = _asked(question, needs)
    k = None if question.get("k") is None else whole_in(question, "k", 1, least=1, most=len(scenarios))
    found = plan_partners(
        cluster,
        scenarios,
        goal=compared_measures([goal], needs)[goal],
        better=better,
        draws=Draws(draws, executor=executor),
        rng=seed,
        cost=costs_in(question),
        budget=amount_in(question, "budget"),
        k=k,
    )
    table = found.pareto.rename(columns=lambda name: str(name).replace(goal, "gain", 1))
    sets = rows_of(table.head(_MOST_SETS))
    members = _members(scenarios, [row["plan"] for row in sets])
    joined = {name: sum(each[1:], each[0]).named(name) for name, each in members.items()}
    beside = _random_partners(cluster, list(joined.values()), goal, draws, seed, better, mean=True)
    return {
        "kind": "plan",
        "goal": goal,
        "better": better,
        "draws": draws,
        "interval": found.interval,
        "chosen": list(found.chosen),
        "share": plain(found.p_best),
        "rows": rows_of(found.to_frame()),
        "sets": [{**row, "null": beside.get(row["plan"]), "size": len(members.get(row["plan"], ()))} for row in sets],
        "nSets": len(table),
        "isExact": bool(found.certificate.exact),
        "isDrawn": is_drawn(found),
        "sentences": in_both(found.sentences),
    }


def is_drawn(found: Outcome | Plan) -> bool:
    """Whether anything that the goal counts is random; if not, numbers are exact, and there is no share of draws."""
    return found.is_simulated or not found.is_certain


def _members(scenarios: list[Scenario], plans: list[str]) -> dict[str, list[Scenario]]:
    """Return the members of plans by what these are called: the names of the members, in order."""
    ordered = sorted(scenarios, key=lambda each: each.name)
    wanted = set(plans)
    found: dict[str, list[Scenario]] = {}
    for size in range(1, len(ordered) + 1):
        if len(found) == len(wanted) or comb(len(ordered), size) > _MOST_LOOKED_AT:
            break
        for some in combinations(ordered, size):
            name = " + ".join(each.name for each in some)
            if name in wanted:
                found[name] = list(some)
    return found


def _asked(question: Mapping[str, Any], needs: Any) -> tuple[str, Any, int, int]:
    goal = choice_in(question, "goal", [*(name for name in COMPARED if name in GOALS), *met_measures(needs)])
    better = choice_in(question, "better", _DIRECTIONS)
    draws = whole_in(question, "draws", 200, least=1, most=MOST_DRAWS)
    return goal, better, draws, whole_in(question, "seed", 1, least=0, most=2**31)


def _random_partners(
    cluster: Cluster, scenarios: list[Scenario], goal: str, draws: int, seed: int, better: str, *, mean: bool = False
) -> dict[str, Any]:
    """Return by how much a random partner of the same type would gain, by scenario; nothing where nobody joins.

    It is a median as in a ranking, or a mean as in a plan, so that it can stand beside the gain.
    """
    joining = [each for each in scenarios if joins_with_ties(each)]
    if not joining or goal not in COMPARED:  # a random partner would offer the same
        return {}
    outcome = compare(cluster, joining, measures=compared_measures([goal]), draws=draws, rng=seed, null=True)
    sign = 1 if better == "higher" else -1
    means = null_means(outcome)
    nulls = {
        row["scenario"]: means.get((row["scenario"], row["measure"])) if mean else row["null"]
        for row in rows_of(outcome.to_frame())
    }
    return {name: None if value is None else sign * value for name, value in nulls.items()}
