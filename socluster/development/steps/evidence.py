"""What the data can show of the thirteen items: one function each, of the cluster and of what was handed in.

A function returns a `Finding`. None says that an item is done: the data propose, and a person confirms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.edit import known_actor
from socluster.core.errors import InputError, Problem
from socluster.development.monitoring.chart import RunChart
from socluster.development.monitoring.plan import PlanOutcome
from socluster.development.monitoring.wave_change import WaveChange
from socluster.development.steps.findings import Finding
from socluster.development.steps.items import ITEMS, stated_items
from socluster.development.steps.vision import confirmed, discussed, formulated
from socluster.io.objects import as_cluster
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.sweep import Sweep
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import counted, later, marked, number, percent, phrase

__all__ = ["WANTED", "Judged", "findings"]

WANTED = {
    "1.1": marked("the initiators: a list of actors, or a column 'initiative' of the actors that is true for them"),
    "1.2": marked("a reference to the methodology"),
    "1.3": marked("a table with a row per problem"),
    "1.4": marked("a table of needs, and services that the cluster provides"),
    "2.1": marked("services in the layer 'provides'; a list of the providers, if not every actor is one"),
    "2.2": marked("capacities: weights of the layer 'provides' that somebody stated"),
    "2.3": marked("what rank_partners, plan_partners or sweep_partners answered"),
    "3.1": marked("a table of actors by goals with their interest in each (below 0: against it), or groups of goals"),
    "3.2": marked("a table of ratings, a row per actor and a column per goal"),
    "3.3": marked("the ratings of 3.2 and the interests of 3.1"),
    "4.1": marked("a mapping with a 'scenario' and a table of 'targets' (columns target and date)"),
    "5.1": marked("the cluster as it was observed later, or what compare_waves answered"),
    "5.2": marked("what run_chart or plan_and_outcome answered, or a table of what was planned and what was done"),
}


@dataclass(frozen=True)
class Judged:
    """What the items are judged by.

    Parameters
    ----------
    cluster : Cluster
        The cluster.
    handed : mapping
        What was handed in as evidence, by item.
    cutoffs : mapping
        The cuts.
    scale : pair of numbers
        Of the ratings.
    """

    cluster: Cluster
    handed: Mapping[str, Any]
    cutoffs: Mapping[str, float]
    scale: Any


def findings(cluster: Cluster, evidence: Any, cutoffs: Mapping[str, float], scale: Any) -> dict[str, Finding]:
    """Return what the data show of every item.

    Raises
    ------
    InputError
        If evidence is given for what is no item, or is none.
    """
    if evidence is None:
        evidence = {}
    if not isinstance(evidence, Mapping):
        message = marked("must be a mapping from item to what shows it, such as {'1.3': table of problems}")
        raise InputError(Problem(message, column="evidence", is_argument=True, value=evidence))
    named = stated_items("evidence", list(evidence))
    handed = {item: value for item, value in zip(named, evidence.values(), strict=True) if value is not None}
    given = Judged(cluster, handed, cutoffs, scale)
    return {item: _OF_ITEM[item](given) for item in ITEMS}


def _refuse(item: str, value: object) -> InputError:
    message = marked("evidence of {item} is {wanted}")
    values = {"item": item, "wanted": phrase(WANTED[item])}
    return InputError(Problem(message, column="evidence", is_argument=True, value=value, values=values))


def _nothing() -> Finding:
    return Finding(False, False, phrase("nothing", context="shown by the data"))


def _initiators(given: Judged) -> Finding:
    actors = given.cluster.actors
    if "1.1" in given.handed:
        named = _actors(given, "1.1")
    elif "initiative" in actors and pd.api.types.is_bool_dtype(actors["initiative"].dtype):
        named = list(actors.index[actors["initiative"].fillna(False).astype(bool)])
    else:
        return _nothing()
    sectors = actors.loc[named, "sector"].nunique() if "sector" in actors else 0
    enough = len(named) >= given.cutoffs["actors"] and sectors >= given.cutoffs["sectors"]
    measured = phrase(
        "{actors} of {sectors}",
        actors=counted("{n} initiator", "{n} initiators", len(named)),
        sectors=counted("{n} sector", "{n} sectors", sectors, context="of"),
    )
    cut = phrase(
        "at least {actors} initiators of {sectors} sectors",
        actors=later(number, given.cutoffs["actors"]),
        sectors=later(number, given.cutoffs["sectors"]),
    )
    return Finding(enough, bool(named), measured, cut)


def _methodology(given: Judged) -> Finding:
    if "1.2" not in given.handed:
        return _nothing()
    ref = given.handed["1.2"]
    if not isinstance(ref, str) or not ref.strip():
        raise _refuse("1.2", ref)
    return Finding(True, True, phrase("a reference: {ref}", ref=ref.strip()))


def _problems(given: Judged) -> Finding:
    rows = _rows(given, "1.3")
    if rows is None:
        return _nothing()
    return Finding(rows > 0, rows > 0, counted("{n} problem", "{n} problems", rows))


def _solutions(given: Judged) -> Finding:
    needs, offers = _rows(given, "1.4"), len(_provided(given.cluster))
    if needs is None and not offers:
        return _nothing()
    measured = phrase(
        "{needs} and {offers}",
        needs=counted("{n} need", "{n} needs", needs or 0),
        offers=counted("{n} offer", "{n} offers", offers),
    )
    return Finding(bool(needs) and offers > 0, bool(needs), measured)


def _activity(given: Judged) -> Finding:
    provided = _provided(given.cluster)
    providers = _actors(given, "2.1") if "2.1" in given.handed else list(given.cluster.labels)
    active = set(provided["actor"])
    known = sum(actor in active for actor in providers)
    if not known:
        return _nothing()
    share = known / len(providers)
    measured = phrase(
        "services are known of {known} {all}",
        known=later(number, known),
        all=counted("of {n} actor", "of {n} actors", len(providers)),
    )
    cut = phrase("of at least {share}", share=later(percent, given.cutoffs["provides"]))
    return Finding(share >= given.cutoffs["provides"], True, measured, cut)


def _potential(given: Judged) -> Finding:
    provided = _provided(given.cluster)
    if provided.empty:
        return _nothing()
    if (provided["weight"] == 1).all():
        return Finding(False, False, phrase("every capacity is exactly 1, as where nobody stated one"))
    return Finding(True, True, counted("{n} capacity", "{n} capacities", len(provided)))


def _partners(given: Judged) -> Finding:
    found = given.handed.get("2.3")
    if found is None:
        return _nothing()
    if not isinstance(found, Ranking | Plan | Sweep):
        raise _refuse("2.3", found)
    return Finding(True, True, phrase("candidates were compared"))


def _strategy(given: Judged) -> Finding:
    plan = given.handed.get("4.1")
    if plan is None:
        return _nothing()
    parts = {"scenario": plan} if isinstance(plan, Scenario) else plan
    if not isinstance(parts, Mapping) or not isinstance(parts.get("scenario"), Scenario):
        raise _refuse("4.1", plan)
    targets = parts.get("targets")
    if targets is None:
        return Finding(False, True, phrase("a scenario without targets"))
    if not isinstance(targets, pd.DataFrame) or not {"target", "date"} <= set(map(str, targets.columns)):
        raise _refuse("4.1", targets)
    dated = int((targets["target"].notna() & targets["date"].notna()).sum())
    measured = phrase(
        "a scenario and {targets}", targets=counted("{n} target with a date", "{n} targets with a date", dated)
    )
    return Finding(dated > 0, True, measured)


def _implementation(given: Judged) -> Finding:
    if "5.1" in given.handed:
        later_wave = given.handed["5.1"]
        if isinstance(later_wave, WaveChange):
            return Finding(True, True, phrase("a second observation of the cluster"))
        later_wave = as_cluster(later_wave)
        if later_wave == given.cluster:
            return Finding(False, False, phrase("the later cluster equals this one"))
        return Finding(True, True, phrase("a second observation of the cluster"))
    waves = given.cluster.ties["wave"].dropna().nunique()
    if waves < 2:
        return _nothing()
    return Finding(True, True, counted("{n} wave of ties", "{n} waves of ties", waves))


def _monitoring(given: Judged) -> Finding:
    found = given.handed.get("5.2")
    if found is None:
        return _nothing()
    if isinstance(found, RunChart | PlanOutcome):
        return Finding(True, True, phrase("a result of monitoring"))
    if not isinstance(found, pd.DataFrame):
        raise _refuse("5.2", found)
    return Finding(len(found) > 0, len(found) > 0, counted("{n} indicator", "{n} indicators", len(found)))


def _formulated(given: Judged) -> Finding:
    found = formulated(given.cluster, given.handed.get("3.1"))
    return _nothing() if found is None else found


def _discussed(given: Judged) -> Finding:
    found = discussed(given.cluster, given.handed.get("3.2"), given.cutoffs["raters"], given.scale)
    return _nothing() if found is None else found


def _confirmed(given: Judged) -> Finding:
    if "3.3" in given.handed:
        raise _refuse("3.3", given.handed["3.3"])
    found = confirmed(
        given.cluster, given.handed.get("3.1"), given.handed.get("3.2"), given.cutoffs["consensus"], given.scale
    )
    return _nothing() if found is None else found


def _provided(cluster: Cluster) -> pd.DataFrame:
    links = cluster.affiliations
    return links[links["layer"] == "provides"]


def _rows(given: Judged, item: str) -> int | None:
    """Return how many rows a table has, or a list entries; nothing if none was handed in."""
    table = given.handed.get(item)
    if table is None:
        return None
    if isinstance(table, str) or not isinstance(table, pd.DataFrame | Mapping | list | tuple):
        raise _refuse(item, table)
    return len(table)


def _actors(given: Judged, item: str) -> list[Any]:
    """Return the actors that were handed in, as they are called in the cluster."""
    named = given.handed[item]
    if isinstance(named, str) or not isinstance(named, Iterable):
        raise _refuse(item, named)
    parts, labels = given.cluster.parts, given.cluster.labels
    return list(dict.fromkeys(labels[parts.position[known_actor(parts, each)]] for each in named))


_OF_ITEM: dict[str, Callable[[Judged], Finding]] = {
    "1.1": _initiators,
    "1.2": _methodology,
    "1.3": _problems,
    "1.4": _solutions,
    "2.1": _activity,
    "2.2": _potential,
    "2.3": _partners,
    "3.1": _formulated,
    "3.2": _discussed,
    "3.3": _confirmed,
    "4.1": _strategy,
    "5.1": _implementation,
    "5.2": _monitoring,
}
