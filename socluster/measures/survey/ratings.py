"""Ratings that actors give each other, as a plain table: who rates whom, on which items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.network import warn_of_uncertain_ties
from socluster.words import Phrase, marked, phrase

__all__ = ["Items", "item_names", "rating_table", "ratings_of", "within_scale"]

Items = str | Iterable[str]


@checked
def rating_table(cluster: Any, /, *, items: Items, layer: str | None = None) -> pd.DataFrame:
    """Who rated whom, and how?

    The plain table behind the scores: a row for every rater and rated, a column for every item. From here to the
    reliability of the items and of the raters see `cronbach_alpha` and `icc`.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to read.
    items : str or iterable of str
        Names of layers of ties, in which the weight is the rating; or names of numeric columns of the ties, as
        `reliability` or `weight`. The source of a tie is the rater, its target is rated.
    layer : str, optional
        The layer whose ties have the columns; needed if ties of several layers have them.

    Returns
    -------
    DataFrame of float
        Index (rater, rated) in the order of the actors, a column per item; NaN where an item was not answered. Pairs
        without any rating have no row.

    Raises
    ------
    InputError
        If an item is neither a layer nor a numeric column, a layer is not directed, or there are several waves.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.survey.ratings import rating_table
    >>> ties = pd.DataFrame([("A", "B", 4, 3), ("B", "A", 2, None)], columns=["source", "target", "reliable", "open"])
    >>> cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties, layers={"tie": {"directed": True}})
    >>> rating_table(cluster, items=["reliable", "open"])
                 reliable  open
    rater rated
    A     B           4.0   3.0
    B     A           2.0   NaN
    """
    return ratings_of(cluster, items, layer)[1]


def ratings_of(cluster: Any, items: Items, layer: str | None) -> tuple[Cluster, pd.DataFrame]:
    """Return the cluster and its table of ratings; called by the measure itself, so that warnings find its caller.

    Raises
    ------
    InputError
        As `rating_table`.
    """
    given: Cluster = as_cluster(cluster)
    warn_of_uncertain_ties(given, layer)
    names = item_names(items)
    ties = given.ties
    waves: list[str | Phrase] = sorted(ties["wave"].dropna().unique())
    waves += [phrase("not stated")] * bool(ties["wave"].isna().any())
    if len(waves) > 1:
        raise InputError(
            "the ties belong to several waves ({waves}); choose one with select(wave=...)", {"waves": waves}
        )
    if set(names) <= set(given.tie_layers):
        if layer is not None:
            raise InputError(Problem("layer has no effect where the items are layers themselves", value=layer))
        _refuse_undirected(given, names)
        columns = {name: ties[ties["layer"] == name].set_index(["source", "target"])["weight"] for name in names}
        table = pd.DataFrame(columns, columns=names)
    else:
        table = _from_columns(given, ties, names, layer)
    return given, _in_order(given, table.dropna(how="all"))


def item_names(items: Items) -> list[str]:
    """Return the items as a list of different names.

    Raises
    ------
    InputError
        If there is none, or one is no name.
    """
    given = [items] if isinstance(items, str) or not isinstance(items, Iterable) else list(items)
    odd = [each for each in given if not isinstance(each, str)]
    if odd:
        message = marked("an item is the name of a layer, or of a column of the ties")
        raise InputError([Problem(message, column="items", value=each, is_argument=True) for each in odd])
    names = list(dict.fromkeys(given))
    if not names:
        raise InputError("name at least one item: a layer of ties, or a numeric column of the ties")
    return names


def within_scale(table: pd.DataFrame, scale: tuple[float, float]) -> None:
    """Refuse ratings outside the scale.

    Raises
    ------
    InputError
        If the scale is none, or a rating lies outside; all of them are listed.
    """
    low, high = scale
    if not low < high:
        raise InputError(Problem("scale must be two numbers, the lowest and the highest rating", value=scale))
    outside = ((table < low) | (table > high)).to_numpy()
    problems = [
        Problem(
            "lies outside the scale from {low} to {high}",
            "ties",
            " -> ".join(map(str, table.index[row])),
            str(table.columns[column]),
            float(table.iloc[row, column]),
            values={"low": float(low), "high": float(high)},
        )
        for row, column in np.argwhere(outside)
    ]
    if problems:
        raise InputError(problems)


def _from_columns(cluster: Cluster, ties: pd.DataFrame, names: list[str], layer: str | None) -> pd.DataFrame:
    """Return the ratings that are in columns of the ties."""
    numeric = [
        name for name, values in ties.items() if pd.api.types.is_numeric_dtype(values) and values.dtype != "boolean"
    ]
    wrong = [name for name in names if name not in numeric]
    if wrong:
        options = [*cluster.tie_layers, *map(str, numeric)]
        raise InputError(
            [
                Problem(
                    "is neither a layer of ties nor a numeric column of the ties (or items mix the two)",
                    "ties",
                    value=name,
                    nearest=nearest(name, options),
                )
                for name in wrong
            ]
        )
    if layer is not None:
        cluster.matrix(layer)  # refuses a layer that is none
        ties = ties[ties["layer"] == layer]
    rated = ties[ties[names].notna().any(axis="columns")]
    layers = list(rated["layer"].unique())
    if len(layers) > 1:
        raise InputError(
            "ties of several layers have these ratings ({layers}); name one with layer=", {"layers": layers}
        )
    _refuse_undirected(cluster, layers)
    return rated.set_index(["source", "target"])[names].astype(float)


def _refuse_undirected(cluster: Cluster, layers: list[str]) -> None:
    problems = [
        Problem("is not directed, so it is not known who rated and who was rated", "layers", value=name)
        for name in layers
        if not cluster.is_directed(name)
    ]
    if problems:
        raise InputError(problems)


def _in_order(cluster: Cluster, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in the order of the actors, raters first."""
    raters, rated = (cluster.index.get_indexer(table.index.get_level_values(end)) for end in (0, 1))
    ordered = table.iloc[np.lexsort((rated, raters))].astype(float)
    return ordered.rename_axis(index=["rater", "rated"])
