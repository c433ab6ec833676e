"""What stands beside a gain: a random partner of the same type, or that none was drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from socluster.core.cluster import Cluster
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.comparison.random_partner import joins_with_ties
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, percent, say

__all__ = ["beside_plan", "beside_random", "beside_ranking"]

_ABOUT_EQUAL = 0.95  # share of draws above a random partner from which the partner is called different


def beside_ranking(ranking: Ranking, outcomes: Sequence[Outcome], language: Language) -> str:
    """Return what a random partner does beside the first of a ranking, from a comparison of the same measure."""
    names = ranking.goal.names if ranking.goal.is_single else ()
    found = ranking.outcome
    return _beside([ranking.best], names, found.scenarios, found.cluster, outcomes, language)


def beside_plan(plan: Plan, outcomes: Sequence[Outcome], language: Language) -> str:
    """Return what a random partner does beside a plan of one; beside several together, none is drawn."""
    chosen = sorted({name for option in plan.options.values() for name in option})
    names = list(plan.goals) if len(plan.goals) == 1 else []
    return _beside(chosen, names, plan.candidates, plan.cluster, outcomes, language)


def _beside(
    chosen: Sequence[str],
    measures: Collection[str],
    scenarios: Iterable[Scenario],
    cluster: Cluster | None,
    outcomes: Sequence[Outcome],
    language: Language,
) -> str:
    known = [each for each in scenarios if each.name in chosen]
    if cluster is not None and not any(joins_with_ties(each, cluster) for each in known):
        return say("Nobody joins with ties here, so that there is no random partner to stand beside it.", language)
    rows = [row for outcome in outcomes for name in measures for row in _row_of(outcome, chosen, name)]
    told = [beside_random(row, language) for row in rows[:1]]
    return next(filter(None, told), beside_random({}, language))


def _row_of(outcome: Outcome, chosen: Sequence[str], measure: str) -> list[Any]:
    """Return the row of the measure in a comparison that has the only one who is chosen."""
    table = outcome.to_frame()
    return [table.loc[key] for key in [(name, measure) for name in chosen] if len(chosen) == 1 and key in table.index]


def beside_random(row: Mapping[str, Any], language: Language) -> str:
    """Return whether a change differs from that with a random partner; `row` is one of `Outcome.to_frame`."""
    if "p_above_null" not in row:
        return say(
            "No random partner was drawn beside it, so that it does not say whether it matters who joins.", language
        )
    above = float(row["p_above_null"])
    if not np.isfinite(above):  # nobody joins there with ties
        return ""
    if (
        above == 0.5 and row["null"] == row["delta"] and row["low"] == row["high"]
    ):  # as with services: it offers the same
        return say("A random partner of the same type with as many ties would change it by as much.", language)
    if max(above, 1 - above) < _ABOUT_EQUAL:
        return say(
            "These draws do not show a difference to a random partner of the same type with as many ties.", language
        )
    if above > 1 - above:
        return say(
            "The change is above that with a random partner of the same type with as many ties in {share} of the "
            "draws.",
            language,
            share=percent(above, language),
        )
    return say(
        "The change is below that with a random partner of the same type with as many ties in {share} of the draws.",
        language,
        share=percent(1 - above, language),
    )
