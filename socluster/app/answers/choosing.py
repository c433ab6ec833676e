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
from socluster.report.sections.beside import beside_random
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.compare import compare
from socluster.whatif.phrases import is_drawn
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language

__all__ = ["GOALS", "plan", "rank", "told_ranking"]

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
    beside = _random_partners(cluster, scenarios, goal, draws, seed)
    return {
        "kind": "rank",
        "goal": goal,
        "better": better,
        "draws": draws,
        "interval": ranking.outcome.interval,
        **told_ranking(ranking, beside),
        "sentences": in_both(ranking.sentences),
    }


def plan(cluster: Cluster, question: Mapping[str, Any], executor: Any = None, needs: Any = None) -> dict[str, Any]:
    """Return which partners together gain most for a goal under a budget; see `answer`."""
    refuse_strangers(question, ("kind", "scenarios", "goal", "better", "draws", "seed", "cost", "budget", "at_most"))
    scenarios = scenarios_in(question)
    goal, better, draws, seed = _asked(question, needs)
    stated = question.get("at_most")
    at_most = None if stated is None else whole_in(question, "at_most", 1, least=1, most=len(scenarios))
    found = plan_partners(
        cluster,
        scenarios,
        goal=compared_measures([goal], needs)[goal],
        better=better,
        draws=Draws(draws, executor=executor),
        rng=seed,
        cost=costs_in(question),
        budget=amount_in(question, "budget"),
        at_most=at_most,
    )
    table = found.pareto.rename(columns=lambda name: str(name).replace(goal, "gain", 1))
    sets = rows_of(table.head(_MOST_SETS))
    members = _members(scenarios, [row["plan"] for row in sets])
    joined = {name: sum(each[1:], each[0]).named(name) for name, each in members.items()}
    sign = 1 if better == "higher" else -1
    beside = _random_partners(cluster, list(joined.values()), goal, draws, seed)
    return {
        "kind": "plan",
        "goal": goal,
        "better": better,
        "draws": draws,
        "interval": found.interval,
        "chosen": list(found.chosen),
        "share": plain(found.p_best),
        "rows": rows_of(found.to_frame()),
        "sets": [
            {**row, "null": _mean_null(beside, row["plan"], sign), "size": len(members.get(row["plan"], ()))}
            for row in sets
        ],
        "nSets": len(table),
        "isExact": bool(found.certificate.exact),
        "isDrawn": is_drawn(found),
        "sentences": in_both(found.sentences),
    }


def told_ranking(ranking: Ranking, beside: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the rows of a ranking, mean gains beside the mean gains of random partners, and what speaks against it.

    Parameters
    ----------
    ranking : Ranking
        With one measure as its goal.
    beside : mapping from candidate to mapping
        The change of that measure beside a random partner, for those who join with ties.
    """
    sign, rows = ranking.goal.signs[0], rows_of(ranking.to_frame())
    return {
        "rows": [{**row, "null": _mean_null(beside, row["candidate"], sign)} for row in rows],
        "caveats": in_both(lambda language: _caveats(ranking, beside.get(rows[0]["candidate"]), language)),
        "isClear": not ranking.rivals,
        "isDrawn": is_drawn(ranking.outcome),
    }


def _caveats(ranking: Ranking, beside: Mapping[str, Any] | None, language: Language) -> list[str]:
    """Return what speaks against taking the first; where nothing is drawn, the table says the rest."""
    if not is_drawn(ranking.outcome):
        return ranking.caveats(language)
    is_told = beside is not None and beside.get("p_above_null") is not None
    return [*ranking.caveats(language), *([beside_random(beside, language)] if is_told and beside is not None else [])]


def _mean_null(beside: Mapping[str, Mapping[str, Any]], name: str, sign: float) -> float | None:
    """Return the mean gain of a random partner in the wished direction, if there is one."""
    mean = beside.get(name, {}).get("null_mean")
    return None if mean is None else float(sign * mean)


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
    cluster: Cluster, scenarios: list[Scenario], goal: str, draws: int, seed: int
) -> dict[str, dict[str, Any]]:
    """Return the change beside a random partner of the same type, by scenario; nothing where nobody joins with ties.

    Means stand with it, so that they can be shown beside mean gains.
    """
    joining = [each for each in scenarios if joins_with_ties(each)]
    if not joining or goal not in COMPARED:  # a random partner would offer the same
        return {}
    outcome = compare(cluster, joining, measures=compared_measures([goal]), draws=draws, rng=seed, null=True)
    means = null_means(outcome)
    return {
        row["scenario"]: {**row, "null_mean": means.get((row["scenario"], row["measure"]))}
        for row in rows_of(outcome.to_frame())
    }
