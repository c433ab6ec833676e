"""The events of a cluster in the order of their dates, and how many actors two of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.words import Language

__all__ = ["Events", "events_of"]


@dataclass(frozen=True)
class Events:
    """Events and what connects them.

    Parameters
    ----------
    table : DataFrame
        A row per event, those with a date first, in their order: name; date (NaT where none is stated); said (the date
        as stated, or empty); inferred (whether its year is inferred); actors (how many are named there).
    shared : DataFrame
        Columns one, other (rows of the table, one before other) and actors: how many are at both.
    """

    table: pd.DataFrame
    shared: pd.DataFrame


def events_of(cluster: Cluster, language: Language) -> Events:
    """Return the groups with a date, and those without one that share a layer of affiliations with them.

    Raises
    ------
    InputError
        If there are groups, and none states a date.
    """
    groups, affiliations = cluster.groups, cluster.affiliations
    texts = [_text(each) for each in groups["date"]] if "date" in groups else [""] * len(groups)
    read = pd.to_datetime(texts, errors="coerce", format="ISO8601", utc=True).tz_localize(None)
    dates = pd.Series(read, index=groups.index)
    if len(groups) and dates.isna().all():
        raise InputError(
            "no group of this cluster states a date, so there is no order of time to draw; state them in the column "
            "'date' of the groups, as in with_group('round table', date='2016-11-03')"
        )
    layers = set(affiliations.loc[affiliations["group"].isin(dates.index[dates.notna()]), "layer"])
    in_layers = set(affiliations.loc[affiliations["layer"].isin(layers), "group"])
    chosen = [label for label in groups.index if pd.notna(dates[label]) or label in in_layers]
    order = sorted(range(len(chosen)), key=lambda at: _place_in_time(dates[chosen[at]], at))
    labels = [chosen[at] for at in order]
    members: dict[Any, set[Any]] = {label: set() for label in labels}
    for row in affiliations[["actor", "group"]].itertuples(index=False):
        if row.group in members:
            members[row.group].add(row.actor)
    said = dict(zip(groups.index, texts, strict=True))
    inferred = groups["year_inferred"] if "year_inferred" in groups else pd.Series(False, index=groups.index)
    table = pd.DataFrame(
        {
            "name": called(cluster, labels, language, "groups") if language != "en" else _names(groups, labels),
            "date": [dates[each] for each in labels],
            "said": [said[each] for each in labels],
            "inferred": [bool(inferred[each]) if pd.notna(inferred[each]) else False for each in labels],
            "actors": [len(members[each]) for each in labels],
        }
    )
    return Events(table, _shared([members[each] for each in labels]))


def _place_in_time(date: Any, at: int) -> tuple[bool, Any, int]:
    """Return what events are sorted by: those without a date last, in the order of the groups."""
    return (True, 0, at) if pd.isna(date) else (False, date, at)


def _names(groups: pd.DataFrame, labels: list[Any]) -> list[str]:
    names = groups["name"] if "name" in groups else pd.Series(None, index=groups.index, dtype=object)
    return [str(names[each]) if pd.notna(names[each]) else str(each) for each in labels]


def _shared(members: list[set[Any]]) -> pd.DataFrame:
    rows = [
        (one, other, len(members[one] & members[other]))
        for one in range(len(members))
        for other in range(one + 1, len(members))
        if members[one] & members[other]
    ]
    return pd.DataFrame(rows, columns=["one", "other", "actors"], dtype=np.int64)


def _text(cell: Any) -> str:
    if pd.api.types.is_scalar(cell) and pd.isna(cell):
        return ""
    return cell.date().isoformat() if isinstance(cell, pd.Timestamp) else str(cell).strip()
