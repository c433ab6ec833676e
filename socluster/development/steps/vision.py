"""Step 3: is there a vision, was it discussed, and do the partners agree about it?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.development.steps.consensus import consensus
from socluster.development.steps.findings import Finding
from socluster.development.steps.ratings import rating_frame
from socluster.words import Phrase, counted, later, listed, marked, number, percent, phrase

__all__ = ["confirmed", "discussed", "formulated"]

_GOAL = "goal"


def formulated(cluster: Cluster, interests: Any) -> Finding | None:
    """Return whether there are goals: columns of a table of interests, or groups of the cluster that are goals."""
    goals = _goals(cluster, interests)
    if not goals:
        return None
    return Finding(True, True, counted("{n} goal", "{n} goals", len(goals)))


def discussed(cluster: Cluster, ratings: Any, cut: float, scale: Any) -> Finding | None:
    """Return whether enough of the actors rated the goals."""
    if ratings is None:
        return None
    frame = _rated(cluster, ratings, "3.2")
    raters = int(frame.notna().any(axis="columns").sum())
    share = raters / cluster.n_actors if cluster.n_actors else 0.0
    measured = phrase(
        "{raters} {all} rated",
        raters=later(number, raters),
        all=counted("of {n} actor", "of {n} actors", cluster.n_actors),
    )
    return Finding(share >= cut, raters > 0, measured, phrase("of at least {share}", share=later(percent, cut)))


def confirmed(cluster: Cluster, interests: Any, ratings: Any, cut: float, scale: Any) -> Finding | None:
    """Return whether the consensus on every goal is above the cut, and no actor's interest contradicts a goal."""
    if ratings is None:
        return None
    agreed = consensus(_rated(cluster, ratings, "3.2"), scale=scale)
    assert isinstance(agreed, pd.Series)  # of a table
    against = _contradictions(cluster, interests)
    unrated = [goal for goal in _goals(cluster, interests) if goal not in {str(each) for each in agreed.index}]
    measured = phrase("{agreed}; {interests}", agreed=_of_consensus(agreed, cut), interests=_of_interests(against))
    if unrated:
        measured = phrase("nobody rated {goals}; {rest}", goals=later(listed, unrated, most=5), rest=measured)
    line = phrase("consensus of at least {cut} on every goal, and nobody's interest against one", cut=float(cut))
    met = len(agreed) > 0 and bool((agreed >= cut).all()) and against == [] and not unrated
    return Finding(met, bool(agreed.notna().any()), measured, line)


def _of_consensus(agreed: pd.Series[Any], cut: float) -> Phrase:
    known = agreed.dropna()
    if known.empty:
        return phrase("no goal has ratings of two actors")
    below = [str(goal) for goal in agreed.index[~(agreed >= cut)]]
    least = later(number, float(known.min()), decimals=2)
    if not below:
        return phrase("consensus of at least {least} on every goal", least=least)
    return phrase(
        "consensus from {least} to {most}, below the cut on {goals}",
        least=least,
        most=later(number, float(known.max()), decimals=2),
        goals=later(listed, below, most=5),
    )


def _of_interests(against: list[str] | None) -> Phrase:
    if against is None:
        return phrase("interests of the actors are not known")
    if not against:
        return phrase("no actor's interest is against a goal")
    return phrase("interests against a goal: {actors}", actors=later(listed, against, most=5))


def _contradictions(cluster: Cluster, interests: Any) -> list[str] | None:
    """Return whose interest is against a goal; nothing if no interests are known."""
    if interests is None:
        return None
    frame = _rated(cluster, interests, "3.1")
    return [str(actor) for actor in frame.index[(frame < 0).any(axis="columns")]]


def _goals(cluster: Cluster, interests: Any) -> list[str]:
    if interests is not None:
        return [str(goal) for goal in _rated(cluster, interests, "3.1").columns]
    groups = cluster.groups
    return [str(goal) for goal in groups.index[groups["kind"] == _GOAL]] if "kind" in groups else []


def _rated(cluster: Cluster, given: Any, item: str) -> pd.DataFrame:
    """Return a table whose rows are actors of the cluster.

    Raises
    ------
    InputError
        If it is no table, or a row is no actor; all of them are listed.
    """
    if not isinstance(given, pd.DataFrame):
        message = marked("evidence of {item} is a table with a row per actor and a column per goal")
        raise InputError(Problem(message, column="evidence", is_argument=True, value=given, values={"item": item}))
    frame = rating_frame(given)
    known = {str(label) for label in cluster.labels} | set(cluster.labels)
    strangers = [label for label in frame.index if label not in known and str(label).strip() not in known]
    if strangers:
        names = [str(label) for label in cluster.labels]
        raise InputError(
            [
                Problem("is no actor of this cluster", row=str(each), nearest=nearest(str(each), names))
                for each in strangers
            ]
        )
    return frame
