"""What was read of groups, services and needs, and what is missing or odd in it, with a way out in the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socluster.app.answers.plain import Both, in_both
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.core.near_names import near_name
from socluster.measures.services.given import needs_of
from socluster.measures.services.offers import ALIKE, NOT_STATED, SERVICE, Offers, offers_of
from socluster.words import Phrase, counted, later, listed, marked, phrase

__all__ = ["groups_read"]

_MOST_NAMED = 5


def groups_read(cluster: Cluster, needs: Any = None) -> dict[str, Any]:
    """Return what was read of groups, services and needs.

    Parameters
    ----------
    cluster : Cluster
        With its groups, if it has any.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it.

    Returns
    -------
    dict
        In each language: `counts`, how many there are of each, a text for each kind that there is; `gaps`, what is
        missing or odd, a sentence for each, with what to do.

    Examples
    --------
    >>> import socluster as sc
    >>> groups_read(sc.load_dataset("siauliai"))["counts"]["en"]
    ['8 events and other groups', '46 attendances or memberships in them']
    """
    offers = _offers(cluster)
    table = needs_of(needs).table if needs is not None else None
    gaps = [*_of_groups(cluster), *(_of_offers(offers) if offers else ()), *_of_needs(offers, table, cluster)]
    counts: list[Phrase] = [*_counted(cluster, offers, table)]
    told: dict[str, Both[list[str]]] = {
        "counts": in_both(lambda language: [each.said(language) for each in counts]),
        "gaps": in_both(lambda language: [each.said(language) for each in gaps]),
    }
    return told


def _offers(cluster: Cluster) -> Offers | None:
    """Return what is offered; None where there are no services, or what is wrong with them is told elsewhere."""
    kinds = cluster.groups.get("kind")
    if kinds is None or not (kinds == SERVICE).any():
        return None
    try:
        return offers_of(cluster)
    except InputError:
        return None


def _counted(cluster: Cluster, offers: Offers | None, needs: pd.DataFrame | None) -> Iterator[Phrase]:
    others = _others(cluster)
    if len(others):
        yield counted("{n} event or other group", "{n} events and other groups", len(others))
        n = int(cluster.affiliations["group"].isin(others).sum())
        yield counted("{n} attendance or membership in them", "{n} attendances or memberships in them", n)
    if offers is not None:
        yield counted("{n} service", "{n} services", offers.table["service"].nunique())
        yield counted("{n} provider", "{n} providers", offers.table["provider"].nunique())
    if needs is not None:
        yield counted("{n} need", "{n} needs", len(needs))


def _others(cluster: Cluster) -> pd.Index:
    """Return the groups that are no services."""
    groups = cluster.groups
    return groups.index[groups["kind"] != SERVICE] if "kind" in groups else groups.index


def _of_groups(cluster: Cluster) -> Iterator[Phrase]:
    """Yield which groups nobody is in; services that nobody offers are told apart."""
    empty = [str(each) for each in _others(cluster).difference(cluster.affiliations["group"], sort=False)]
    if empty:
        message = marked(
            "Nobody is in {names}: write in the sheet “affiliations” who attends or belongs, or leave the group out."
        )
        yield phrase(message, names=_named(empty))


def _of_offers(offers: Offers) -> Iterator[Phrase]:
    """Yield what is not stated of services and of those who offer them."""
    if offers.vacant:
        message = marked(
            "Nobody offers {names}: write in the sheet “affiliations” who does (layer: provides) and how much (weight)."
        )
        yield phrase(message, names=_named(map(str, offers.vacant)))
    table = offers.table
    ones = int((table["capacity"] == 1).sum())
    if ones:
        yield counted(
            "{n} offer has the capacity 1, as it has where none is stated: write how much is offered in the sheet "
            "“affiliations”, column “weight”, unless it is 1.",
            "{n} offers have the capacity 1, as they have where none is stated: write how much is offered in the sheet "
            "“affiliations”, column “weight”, unless it is 1.",
            ones,
        )
    placeless = table.loc[table["place"] == NOT_STATED, "group"]
    if len(placeless):
        message = marked(
            "It is not stated where {names} is offered: write the place in the sheet “groups”, or that of the provider "
            "in the sheet “actors”; without it, it meets no need."
        )
        yield phrase(message, names=_named(map(str, placeless)))
    without = table.loc[table["unit"] == NOT_STATED, "group"]
    if len(without):
        message = marked("It is not stated in which unit {names} is counted: write it in the sheet “groups”.")
        yield phrase(message, names=_named(map(str, without)))


def _of_needs(offers: Offers | None, needs: pd.DataFrame | None, cluster: Cluster) -> Iterator[Phrase]:
    """Yield which services that are needed nobody offers anywhere, and which places nobody else names."""
    if needs is None:
        return
    offered = set(offers.table["service"]) if offers else set()
    named = offered | _stated(cluster.groups, "service")
    for service in [each for each in dict.fromkeys(needs["service"]) if each not in offered]:
        yield _strange(service, named, _NOBODY_OFFERS, _NOBODY_OFFERS_NEAR)
    places = _stated(cluster.groups, "place") | _stated(cluster.actors, "place")
    for place in [each for each in dict.fromkeys(needs["place"]) if each not in places]:
        yield _strange(place, places, _NOBODY_THERE, _NOBODY_THERE_NEAR)


_NOBODY_OFFERS = marked("{name} is needed, and nobody offers it: a newcomer may, under “What if”.")
_NOBODY_OFFERS_NEAR = marked(
    "{name} is needed, and nobody offers it; did you mean {meant}? Then write it alike in the sheets “groups” and "
    "“needs”."
)
_NOBODY_THERE = marked("Something is needed in {name}, where no actor and no service is.")
_NOBODY_THERE_NEAR = marked(
    "Something is needed in {name}, where no actor and no service is; did you mean {meant}? Then write it alike in all "
    "sheets."
)


def _strange(name: str, known: set[str], alone: str, near: str) -> Phrase:
    """Return what is said of a name that stands among the needs only, and which known one may be meant."""
    folded = {each.casefold(): each for each in sorted(known)}
    meant = near_name(name, folded, ALIKE)
    return phrase(alone, name=name) if meant is None else phrase(near, name=name, meant=folded[meant])


def _stated(table: pd.DataFrame, column: str) -> set[str]:
    return set(table[column].dropna().astype(str)) if column in table else set()


def _named(names: Any) -> Any:
    """Return names as they are listed in a sentence, each once."""
    return later(listed, list(dict.fromkeys(names)), most=_MOST_NAMED)
