"""Who offers which service where, and whether it is enough for what is needed."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

import pandas as pd

from socluster.app.answers.asked import refuse_strangers
from socluster.app.answers.plain import Both, in_both, plain, rows_of
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, SoclusterWarning
from socluster.measures.services.coverage import coverage
from socluster.measures.services.given import needs_of
from socluster.measures.services.matrix import service_matrix
from socluster.measures.services.offers import CELL, NOT_STATED, PROVIDES, SERVICE, cell_name, is_provided, offers_of
from socluster.words import LANGUAGES, say, value_name

__all__ = ["services", "services_in_view"]

_MOST_ROWS = 40
_BETWEEN = "\x1f"  # parts of the id of a service at a place: stands in no name
_MOST_OPEN = 200  # services at places from which a newcomer chooses


def services(cluster: Cluster, question: Mapping[str, Any], needs: Any = None) -> dict[str, Any]:
    """Return who offers what, and how much of what is needed is met; see `answer`."""
    refuse_strangers(question, ("kind",))
    found = service_matrix(cluster)
    table = found.to_frame()
    table.columns = [label if isinstance(label, str) else ", ".join(map(str, label)) for label in table.columns]
    told = {"kind": "services", "rows": rows_of(table), "sentences": in_both(found.sentences)}
    return {**told, **services_in_view(cluster, needs)}


def services_in_view(cluster: Cluster, needs: Any = None) -> dict[str, Any]:
    """Return services as the page shows them.

    Parameters
    ----------
    cluster : Cluster
        With its groups, if it has any.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it.

    Returns
    -------
    dict
        `offers`: a row for each service at a place, with its providers; `nOffers`, `nServices`, `nProviders`;
        `needs`: a row for each need, where most is missing first, or None where none are known; `nNeeds`; `nUnits`, in
        how many units; `said`: what there is to say in each language, the findings first, one for each unit; `open`:
        what a newcomer might offer, a row for each service at a place, with the group of those who offer it (None where
        it is needed and nobody does); `layer`: in which it would be offered; `wrong`: why what the data say of services
        cannot be read.
    """
    kinds = cluster.groups.get("kind")
    if kinds is None or not (kinds == SERVICE).any():
        return _nothing(None)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)  # what they say stands among what is said
            return _in_view(cluster, needs)
    except InputError as error:
        return _nothing({language: str(error.in_language(language)) for language in LANGUAGES})


def _nothing(wrong: Mapping[str, str] | None) -> dict[str, Any]:
    counts = {"nOffers": 0, "nServices": 0, "nProviders": 0, "nNeeds": 0, "nUnits": 0}
    nothing: dict[str, Any] = {"offers": [], "needs": None, "open": [], "layer": PROVIDES}
    return {**nothing, **counts, "said": {"en": [], "lt": []}, "wrong": wrong}


def _in_view(cluster: Cluster, needs: Any) -> dict[str, Any]:
    offers, table = _offers(cluster), offers_of(cluster).table
    services, providers = table["service"].nunique(), table["provider"].nunique()
    counts = {"nOffers": len(offers), "nServices": services, "nProviders": providers}
    may_be = {"open": _may_be_offered(cluster, needs), "layer": _layer(cluster)}
    told = {"offers": offers[:_MOST_ROWS], **counts, **may_be, "wrong": None}
    if needs is None:
        notes = offers_of(cluster).notes
        return {
            **told,
            "needs": None,
            "nNeeds": 0,
            "nUnits": 0,
            "said": in_both(lambda language: [note.said(language) for note in notes]),
        }
    found = coverage(cluster, needs=needs)
    rows = _needs(found.to_frame())
    counts = {"nNeeds": len(rows), "nUnits": len(found.totals)}
    return {**told, "needs": rows[:_MOST_ROWS], **counts, "said": in_both(found.sentences)}


def _offers(cluster: Cluster) -> list[dict[str, Any]]:
    """Return a row for each service at a place and for whom: how much, and by whom, the most first."""
    table = offers_of(cluster).table
    rows = []
    for keys, part in table.groupby([*CELL, "unit"], sort=True):
        place, service, target, unit = keys
        providers = part.sort_values("capacity", ascending=False, kind="stable")["provider"]
        rows.append(
            {
                "service": str(service),
                "place": str(place),
                "target": str(target),
                "unit": str(unit),
                "unitName": _unit_name(str(unit)),
                "amount": float(part["capacity"].sum()),
                "providers": list(dict.fromkeys(providers.astype(str))),
            }
        )
    return sorted(rows, key=lambda row: (row["service"], row["place"], row["target"], row["unit"]))


def _may_be_offered(cluster: Cluster, needs: Any) -> list[dict[str, Any]]:
    """Return every service at a place that is offered or needed, once: the group of those who offer it there, if any.

    A group that states no place is offered where its providers are, and so a newcomer who offers the same there does it
    as a group of its own; without a place it is listed only where a provider has none, or where nobody provides it.
    """
    groups = cluster.groups[cluster.groups["kind"] == SERVICE]
    table = offers_of(cluster).table
    offered = [tuple(map(str, cell)) for cell in table[[*CELL, "unit"]].itertuples(index=False)]
    of_group = {str(group) for group in table["group"]} - {
        str(group) for group in table.loc[table["place"] == NOT_STATED, "group"]
    }
    found: dict[tuple[str, ...], str | None] = {}
    for group, row in zip(groups.index.astype(str), groups.to_dict("records"), strict=True):
        if _stated(row.get("place")) or group not in of_group:
            found.setdefault(tuple(_stated(row.get(column)) for column in (*CELL, "unit")), group)
    needed = needs_of(needs).table if needs is not None else pd.DataFrame(columns=[*CELL, "unit"])
    asked = [tuple(str(row[column]) for column in (*CELL, "unit")) for row in needed.to_dict("records")]
    for cell in [*offered, *asked]:
        found.setdefault(cell, None)
    return [
        {
            "id": _BETWEEN.join(cell),
            "group": group,
            "name": _name_of(cell, cell in offered),
            "unitName": _unit_name(cell[3]),
            **dict(zip(("place", "service", "target", "unit"), cell, strict=True)),
        }
        for cell, group in sorted(found.items(), key=lambda each: (each[0][1], each[0]))[:_MOST_OPEN]
    ]


def _name_of(cell: tuple[str, ...], is_offered: bool) -> Both[str]:
    """Return what a service at a place is called, and that nobody offers it if that is so."""
    name = cell_name((cell[1], cell[0], cell[2]))
    if is_offered:
        return dict.fromkeys(LANGUAGES, name)
    return in_both(lambda language: say("{name} (nobody offers it yet)", language, name=name))


def _unit_name(unit: str) -> Both[str]:
    """Return what a unit is called, which is what the data call it, unless it is a common one."""
    return in_both(lambda language: value_name("unit", unit, language) if unit else "")


def _stated(value: Any) -> str:
    """Return a text, empty where nothing is stated."""
    shown = plain(value)
    return "" if shown is None else str(shown)


def _layer(cluster: Cluster) -> str:
    """Return the layer in which services are offered, as the data call it."""
    return next((name for name in cluster.layers if is_provided(name)), PROVIDES)


def _needs(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a row for each need, where most is missing first; `met` is None where several answers are right."""
    ordered = table.assign(missing=table["needed"] - table["met_low"]).sort_values(
        "missing", ascending=False, kind="stable"
    )
    columns = ("needed", "met", "met_low", "met_high", "gap", "share")
    return [
        {
            **dict(zip(("place", "service", "target"), map(str, key), strict=True)),
            "unit": str(row["unit"]),
            "unitName": _unit_name(str(row["unit"])),
            "providers": int(row["providers"]),
            **{column: plain(row[column]) for column in columns},
        }
        for key, (_, row) in zip(ordered.index, ordered.iterrows(), strict=True)
    ]
