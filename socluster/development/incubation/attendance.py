"""Who is at an event: those whom somebody states, or so many of those who may be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.labels import listed_ids
from socluster.development.incubation.assumed import KINDS
from socluster.words import later, listed, marked, number

__all__ = ["Present", "candidates_of", "number_present"]


@dataclass(frozen=True, eq=False)
class Present:
    """Who may be there, and how many of them are.

    Parameters
    ----------
    who : array of int
        Places of the actors.
    number : int
        How many.
    is_stated : bool
        Whether the actors were stated.
    capped : int, optional
        How many would be there, if there were as many; None if there are.
    """

    who: Array
    number: int
    is_stated: bool
    capped: int | None = None


def candidates_of(cluster: Cluster, row: Mapping[str, Any], line: int) -> Present:
    """Return who may be at an event: the actors who are stated, those of some places or sectors, or everybody.

    Parameters
    ----------
    cluster : Cluster
        Whose actors.
    row : mapping
        Of the event; `actors`, `places` and `sectors` are one name, several, or several in one text, with ";" between
        them; missing = everybody.
    line : int
        Row of the event, from 0.

    Raises
    ------
    InputError
        If one is no actor, place or sector of the cluster, or stands there twice; or if both actors and places or
        sectors are stated.
    """
    columns = {"places": "place", "sectors": "sector"}
    asked = {column: row[column] for column in columns if not _is_blank(row.get(column))}
    if _is_blank(row.get("actors")):
        may = np.ones(cluster.n_actors, dtype=bool)
        for column, wanted in asked.items():
            may &= _are_of(cluster, columns[column], column, wanted, line)
        who = np.flatnonzero(may)
        return Present(who, len(who), False)
    if asked:
        message = marked("says who is there already; leave out {columns}")
        told: dict[str, object] = {"columns": later(listed, list(asked))}
        raise InputError([Problem(message, row=line + 1, column="actors", values=told)])
    return _stated(cluster, row["actors"], line)


def _is_blank(value: Any) -> bool:
    return value is None or (not isinstance(value, Iterable) and bool(pd.isna(value)))


def _are_of(cluster: Cluster, column: str, named: str, wanted: Any, line: int) -> Array:
    """Return which actors are of these places or sectors."""
    names = wanted.split(";") if isinstance(wanted, str) else list(wanted)
    names = [str(name).strip() for name in names if str(name).strip()]
    values = cluster.actors[column] if column in cluster.actors else pd.Series(index=cluster.index, dtype=object)
    known = [str(value) for value in dict.fromkeys(values.dropna())]
    message = marked("is stated of no actor of this cluster")
    problems = [
        Problem(message, row=line + 1, column=named, value=name, nearest=nearest(name, known))
        for name in names
        if name not in known
    ]
    if problems:
        raise InputError(problems)
    return np.array([not pd.isna(value) and str(value) in names for value in values], dtype=bool)


def _stated(cluster: Cluster, actors: Any, line: int) -> Present:
    position = cluster.parts.position
    if isinstance(actors, str) and actors.strip() not in position:
        actors = [name.strip() for name in actors.split(";") if name.strip()]
    ids = listed_ids(actors, position)
    unknown = [each for each in ids if each not in position]
    if unknown:
        message = marked("is no actor of this cluster")
        raise InputError(
            [
                Problem(message, row=line + 1, column="actors", value=each, nearest=nearest(each, cluster.ids))
                for each in unknown
            ]
        )
    if len(set(ids)) < len(ids):
        twice = next(each for each in ids if ids.count(each) > 1)
        raise InputError([Problem("is named twice at one event", row=line + 1, column="actors", value=twice)])
    return Present(np.array(sorted(position[each] for each in ids), dtype=np.int64), len(ids), True)


def number_present(cluster: Cluster, may: Present, stated: Any, usual: float | None, kind: str, line: int) -> Present:
    """Return who may be there, and how many of them are.

    Parameters
    ----------
    cluster : Cluster
        Whose actors.
    may : Present
        Who may be there.
    stated : number or None
        How many are, if the event says it.
    usual : float, optional
        How many there usually are at an event of this kind; no more than there may be.
    kind : str
        The kind.
    line : int
        Row of the event, from 0.

    Raises
    ------
    InputError
        If there is only one, more than there may be, or nobody says how many.
    """
    capped = None
    if stated is not None and not pd.isna(stated):
        number_there = _whole(stated, line)
        if number_there > len(may.who):
            message = marked(
                "are more than the {n} organisations that may be there; head counts are persons: count organisations"
            )
            told: dict[str, object] = {"n": later(number, len(may.who))}
            raise InputError([Problem(message, row=line + 1, column="participants", value=stated, values=told)])
    elif may.is_stated:
        number_there = may.number
    elif usual is None:
        message = marked(
            "nobody says who is at an event of this kind (known: {options}); state the actors or participants of the "
            "event, or Incubation(participants={example})"
        )
        values: dict[str, object] = {"options": offered(list(KINDS)), "example": f"{{'{kind}': 20}}"}
        raise InputError([Problem(message, row=line + 1, column="kind", value=kind, values=values)])
    else:
        number_there = min(int(usual), len(may.who))
        capped = int(usual) if number_there < usual else None
    if number_there < 2:
        message = marked(
            "has fewer than two participants, so that nobody meets; leave it out or say who else was there"
        )
        raise InputError([Problem(message, row=line + 1, column="actors", value=number_there)])
    return Present(may.who, number_there, may.is_stated, capped)


def _whole(value: Any, line: int) -> int:
    if is_number(value) and value >= 0 and float(value).is_integer():
        return int(value)
    message = marked("must be a whole number of organisations")
    raise InputError([Problem(message, row=line + 1, column="participants", value=value)])
