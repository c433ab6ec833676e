"""Which actor is in which group, and what becomes of those who state none: one rule for whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import pandas as pd

from socluster.core.arguments import choice
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import by_label, ids_of
from socluster.words import marked

__all__ = [
    "MISSING",
    "NOT_STATED",
    "NO_VALUE",
    "WithoutGroup",
    "partition",
    "read_groups",
    "series_of",
    "with_groups",
]

WithoutGroup: TypeAlias = Literal["refuse", "category", "drop"]
MISSING: tuple[WithoutGroup, ...] = ("refuse", "category", "drop")
NOT_STATED = "not stated"

NO_VALUE = marked(
    "has no value; every actor needs one, or say what becomes of those without: missing='category' makes them a group "
    "'not stated', missing='drop' leaves them out"
)
IS_A_GROUP = marked(
    "holds a group 'not stated' of its own, with which missing='category' would mix those without a value; call that "
    "group something else, or say missing='drop' to leave those without a value out"
)


def partition(cluster: Cluster, group: Any, missing: WithoutGroup = "refuse") -> pd.Series[Any]:
    """Return the group of every actor that has one.

    Parameters
    ----------
    cluster : Cluster
        Whose actors.
    group : str, list of str or Series
        A column of the actors; several columns, whose combinations are the groups (sector and level, say); or a Series
        indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group; see `with_groups`.

    Raises
    ------
    InputError
        If there is no such column, or an actor has no group and `missing` is "refuse".
    """
    return with_groups(cluster, missing, group)[1][0]


def with_groups(cluster: Cluster, missing: WithoutGroup, *groups: Any) -> tuple[Cluster, list[pd.Series[Any]]]:
    """Return the cluster of the actors that are grouped, and their groups in every grouping.

    Parameters
    ----------
    cluster : Cluster
        Whose actors.
    missing : {"refuse", "category", "drop"}
        Actors without a group are an error that names all of them; or make a group "not stated", the last; or are left
        out, as if the cluster had been without them.
    *groups : str, list of str or Series
        The groupings; see `partition`.

    Raises
    ------
    InputError
        If there is no such column, `missing` is no such rule, or actors have no group and are neither to make one nor
        to be left out; or if they are to make one, while a group of others is called "not stated" already.
    """
    rule: Any = choice("missing", missing, MISSING)
    read = [_read(cluster, group, rule) for group in groups]
    if rule != "drop":
        return cluster, read
    is_there = pd.concat([each.notna() for each in read], axis="columns").all(axis="columns")
    if is_there.all():
        return cluster, read
    kept = cluster.select(actors=is_there)
    return kept, [each[is_there.to_numpy()] for each in read]


def read_groups(cluster: Cluster, group: Any, argument: str = "group") -> pd.Series[Any]:
    """Return the group of every actor, missing where it has none; a Series may name actors by id or by label."""
    if isinstance(group, str):
        return _column(cluster, group, argument)
    given = series_of(group, argument)
    ids = pd.Index(ids_of(given.index), dtype=object)
    twice = ids[ids.duplicated()].unique().tolist()
    if twice:
        raise InputError(
            [Problem("occurs more than once in the Series of groups", "actors", str(actor)) for actor in twice]
        )
    return by_label(given, cluster.labels)


def series_of(values: Any, argument: str) -> pd.Series[Any]:
    """Return values by actor as a Series.

    Raises
    ------
    InputError
        If they are neither a Series nor a mapping, so that nobody can say which value is whose.
    """
    if not isinstance(values, pd.Series | Mapping):
        message = marked("{argument} must be a column of the actors, or a Series indexed by actor")
        raise InputError(Problem(message, value=values, values={"argument": argument}))
    return pd.Series(values)


def _read(cluster: Cluster, group: Any, missing: WithoutGroup) -> pd.Series[Any]:
    if isinstance(group, list):
        if not group:
            raise InputError("group names no column; give one, or several, as in ['sector', 'level']")
        parts = [_settled(cluster, _column(cluster, name), name, missing) for name in group]
        named = [
            None if any(pd.isna(value) for value in values) else " × ".join(map(str, values))
            for values in zip(*parts, strict=True)
        ]
        return pd.Series(named, cluster.index)
    return _settled(cluster, read_groups(cluster, group), group, missing)


def _column(cluster: Cluster, name: Any, argument: str = "group") -> pd.Series[Any]:
    actors = cluster.parts.actors  # without making a DataFrame of all columns
    if isinstance(name, str) and name in actors:
        return actors[name].to_series(cluster.index).rename(name)
    columns = list(actors)
    message, near = marked("is not a column of the actors"), nearest(name, columns)
    raise InputError(Problem(message, is_argument=True, column=argument, value=name, nearest=near))


def _settled(cluster: Cluster, values: pd.Series[Any], group: Any, missing: WithoutGroup) -> pd.Series[Any]:
    """Return the groups, those without one refused or in a group of their own."""
    is_missing = values.isna()
    if not is_missing.any() or missing == "drop":
        return values
    if missing == "refuse":
        column = group if isinstance(group, str) else "group"
        without = cluster.index[is_missing].tolist()
        raise InputError([Problem(NO_VALUE, "actors", actor, column=column) for actor in without])
    known = values[~is_missing]
    if (known == NOT_STATED).any():
        raise InputError(Problem(IS_A_GROUP, "actors", column=group if isinstance(group, str) else "group"))
    named = pd.Categorical(known).categories.tolist()
    filled = values.astype(object).where(~is_missing, NOT_STATED)
    order = [*(each for each in named if each != NOT_STATED), NOT_STATED]
    return pd.Series(pd.Categorical(filled, categories=order), cluster.index, name=values.name)
