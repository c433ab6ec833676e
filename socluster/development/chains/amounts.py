"""Amounts of actors (capacities, servers, clients): from a column of the actors or by name, each of them stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import IS_NONE, is_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of
from socluster.words import marked

__all__ = ["amounts_of", "by_name", "stated_amounts"]


def amounts_of(
    cluster: Cluster, given: Any, argument: str, places: Array, *, optional: Array | None = None, lenient: bool = False
) -> Array:
    """Return the amount of every actor at these places, each of which has to be stated.

    Parameters
    ----------
    cluster : Cluster
        Where the actors are.
    given : str, mapping or Series
        A column of the actors, or amounts by actor.
    argument : str
        What the argument is called.
    places : array of int
        Places of the actors in the cluster.
    optional : array of int, optional
        Places of those who may go without; their amount is infinite then.
    lenient : bool, default False
        Whether names are passed over that nobody has in this cluster, as scenarios need it.

    Raises
    ------
    InputError
        If an amount is missing (all actors without one are named), is no number from 0, or nobody has the name.
    """
    found = stated_amounts(cluster, given, argument, lenient=lenient)
    lacking = [place for place in places.tolist() if np.isnan(found[place])]
    if optional is not None:
        lacking = [place for place in lacking if place not in set(optional.tolist())]
    if lacking:
        message = marked("has no amount; state it (0 where a post is vacant), since neither 1 nor no limit is assumed")
        raise InputError(
            [Problem(message, row=str(cluster.labels[place]), column=argument, is_argument=True) for place in lacking]
        )
    return np.where(np.isnan(found), np.inf, found)[places]


def stated_amounts(cluster: Cluster, given: Any, argument: str, *, lenient: bool = False) -> Array:
    """Return the amount of every actor of the cluster, NaN where none is stated."""
    if isinstance(given, str):
        return _of_column(cluster, given, argument)
    values = by_name(cluster, given, argument, lenient=lenient)
    found = np.full(cluster.n_actors, np.nan)
    problems = []
    for place, value in values.items():
        if _is_amount(value):
            found[place] = float(value)
        elif not (_is_missing(value) and isinstance(given, pd.Series)):  # a column may hold gaps, a list of names none
            problems.append(_no_amount(str(cluster.labels[place]), argument, value))
    if problems:
        raise InputError(problems)
    return found


def by_name(cluster: Cluster, given: Any, argument: str, *, lenient: bool = False) -> dict[int, Any]:
    """Return values by place in the cluster of a mapping or Series by actor.

    Raises
    ------
    InputError
        If it is neither, or a name is that of no actor (unless it is lenient).
    """
    if isinstance(given, pd.Series):
        given = dict(zip(given.index, given.tolist(), strict=True))
    if not isinstance(given, Mapping):
        message = marked("must be the name of a column of the actors, or a mapping from actor to value")
        raise InputError(Problem(message, column=argument, is_argument=True, value=given))
    place = cluster.parts.position
    named = [(id_of(name), value) for name, value in given.items()]
    strangers = [name for name, _ in named if not isinstance(name, str) or name not in place]
    if strangers and not lenient:
        raise InputError(
            [
                Problem(
                    IS_NONE["actor"], column=argument, is_argument=True, value=each, nearest=nearest(each, cluster.ids)
                )
                for each in strangers
            ]
        )
    return {place[name]: value for name, value in named if isinstance(name, str) and name in place}


def _of_column(cluster: Cluster, column: str, argument: str) -> Array:
    if column not in cluster.parts.actors:
        known: Iterable[str] = list(cluster.parts.actors)
        message = marked(
            "is no column of the actors; give amounts by actor, or add the column: with_columns({column}=...)"
        )
        raise InputError(
            Problem(
                message,
                column=argument,
                is_argument=True,
                value=column,
                nearest=nearest(column, known),
                values={"column": column},
            )
        )
    cells = cluster.parts.actors[column].objects()
    problems = [
        _no_amount(str(name), column, cell, is_argument=False)
        for name, cell in zip(cluster.labels, cells, strict=True)
        if not (_is_missing(cell) or _is_amount(cell))
    ]
    if problems:
        raise InputError(problems)
    return np.array([np.nan if _is_missing(cell) else float(cell) for cell in cells], dtype=float)


def _is_amount(value: object) -> bool:
    return is_number(value) and 0 <= value < np.inf  # type: ignore[operator]  # it is a number


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value))


def _no_amount(name: str, column: str, value: object, *, is_argument: bool = True) -> Problem:
    return Problem("must be a number from 0", row=name, column=column, is_argument=is_argument, value=value)
