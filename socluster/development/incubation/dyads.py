"""Numbers of two actors, from whatever states them: one for all, by actor, by two actors, a column or a layer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import ids_of
from socluster.words import marked

__all__ = ["Text", "ends", "of_dyads", "places"]

Text: TypeAlias = Literal["different", "same"]


@lru_cache(maxsize=8)
def ends(n: int) -> tuple[Array, Array]:
    """Return the places of both ends of all dyads, in the order of all arrays of dyads; nobody may write into them."""
    one, other = np.triu_indices(n, 1)
    one.flags.writeable = other.flags.writeable = False
    return one, other


def places(one: Array, other: Array, n: int) -> Array:
    """Return the places of dyads among those of n actors."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return np.asarray(low * (2 * n - low - 1) // 2 + high - low - 1)


def of_dyads(cluster: Cluster, value: Any, argument: str, *, text: Text | None = None) -> Array:
    """Return a number from 0 to 1 for each dyad.

    Parameters
    ----------
    cluster : Cluster
        Whose dyads.
    value : number, str, mapping, Series or DataFrame
        One number for all; by actor, of which two have the mean; a square table by two actors, of which the two
        directions have the mean; or the name of a column of the actors, or of a layer of ties whose weights it is.
    argument : str
        What it is, for errors.
    text : {"different", "same"}, optional
        What a column of texts means: 1 for two whose texts differ, or are the same. Who has none differs from all.

    Raises
    ------
    InputError
        If it does not say a number from 0 to 1 for everybody; all who lack one are named.
    """
    n = cluster.n_actors
    one, other = ends(n)
    if is_number(value):
        return np.full(len(one), float(_in_range(np.array([value], dtype=float), argument, [None])[0]))
    if isinstance(value, str):
        return _named(cluster, value, argument, text)
    if isinstance(value, pd.DataFrame):
        table = _square(cluster, value, argument)
        return np.asarray((table[one, other] + table[other, one]) / 2)
    if isinstance(value, Mapping | pd.Series):
        by_actor = _by_actor(cluster, dict(value.items()), argument)
        return np.asarray((by_actor[one] + by_actor[other]) / 2)
    message = marked(
        "must be a number from 0 to 1, numbers by actor, a square table of actors, or the name of a column of the "
        "actors or of a layer"
    )
    raise InputError(Problem(message, column=argument, is_argument=True, value=value))


def _named(cluster: Cluster, name: str, argument: str, text: Text | None) -> Array:
    one, other = ends(cluster.n_actors)
    actors = cluster.actors
    if name in actors:
        column = actors[name]
        if pd.api.types.is_numeric_dtype(column.dtype) or pd.api.types.is_bool_dtype(column.dtype):
            by_actor = _by_actor(cluster, column.to_dict(), argument)
            return np.asarray((by_actor[one] + by_actor[other]) / 2)
        if text is not None:
            codes = pd.factorize(column)[0]
            same = (codes[one] == codes[other]) & (codes[one] >= 0)
            return np.asarray(same if text == "same" else ~same, dtype=float)
    if name in cluster.tie_layers:
        table = cluster.matrix(name).toarray()
        _in_range(table.max(axis=1, initial=0.0), argument, list(cluster.labels))
        return np.asarray((table[one, other] + table[other, one]) / 2)
    options = [*map(str, actors.columns), *cluster.tie_layers]
    message = marked("is no column of numbers of the actors, and no layer of ties")
    raise InputError(Problem(message, column=argument, is_argument=True, value=name, nearest=nearest(name, options)))


def _by_actor(cluster: Cluster, given: Mapping[Any, Any], argument: str) -> Array:
    ids = ids_of(given)
    stated = dict(zip(ids, given.values(), strict=True))
    known = set(cluster.ids)
    strangers = [each for each in ids if each not in known]
    if strangers:
        message = marked("is no actor of this cluster")
        raise InputError(
            [
                Problem(message, column=argument, is_argument=True, value=each, nearest=nearest(each, cluster.ids))
                for each in strangers
            ]
        )
    missing = [each for each in cluster.ids if not is_number(_plain(stated.get(each))) or pd.isna(stated[each])]
    if missing:
        message = marked("has no number")
        raise InputError([Problem(message, column=argument, is_argument=True, value=each) for each in missing])
    return _in_range(np.array([float(stated[each]) for each in cluster.ids]), argument, list(cluster.labels))


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool | np.bool_) else value


def _square(cluster: Cluster, given: pd.DataFrame, argument: str) -> Array:
    rows, columns = ids_of(given.index), ids_of(given.columns)
    if sorted(rows) != sorted(cluster.ids) or sorted(columns) != sorted(cluster.ids):
        message = marked("must have a row and a column for each actor of this cluster")
        wrong = sorted(set(cluster.ids) ^ set(rows)) or sorted(set(cluster.ids) ^ set(columns))
        raise InputError(Problem(message, column=argument, is_argument=True, value=wrong[0] if wrong else len(rows)))
    try:
        plain = (
            given.set_axis(rows, axis="index").set_axis(columns, axis="columns").to_numpy(dtype=float, na_value=np.nan)
        )
    except (TypeError, ValueError) as error:
        message = marked("must hold numbers from 0 to 1")
        raise InputError(Problem(message, column=argument, is_argument=True)) from error
    place = {each: spot for spot, each in enumerate(rows)}
    order = [place[each] for each in cluster.ids]
    across = {each: spot for spot, each in enumerate(columns)}
    table = plain[np.ix_(order, [across[each] for each in cluster.ids])] if order else plain
    one, other = ends(len(table))
    for cells, near, far in ((table[one, other], one, other), (table[other, one], other, one)):
        pairs = [f"{cluster.ids[a]} – {cluster.ids[b]}" for a, b in zip(near.tolist(), far.tolist(), strict=True)]
        _in_range(cells, argument, pairs)
    return np.asarray(table)


def _in_range(values: Array, argument: str, names: list[Any]) -> Array:
    wrong = np.flatnonzero(~((values >= 0) & (values <= 1)))
    if len(wrong):
        message = marked("must be a number from 0 to 1")
        raise InputError(
            [
                Problem(
                    message,
                    row=None if names[place] is None else str(names[place]),
                    column=argument,
                    is_argument=True,
                    value=float(values[place]),
                )
                for place in wrong[:20].tolist()
            ]
        )
    return values
