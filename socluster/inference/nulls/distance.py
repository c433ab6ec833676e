"""The null model in which ties depend on distance, or on another number of every pair, and on nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.sampling.logistic import logistic_fit
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of
from socluster.inference.nulls.base import Sampler, TieNull
from socluster.inference.nulls.blocks import Unequal
from socluster.inference.nulls.layer_ties import LayerTies
from socluster.words import Language, column_name, marked, say

__all__ = ["Distance"]


@dataclass(frozen=True, eq=False)
class Distance(TieNull):
    r"""Independent ties whose probability depends on the distance of the two ends.

    .. math:: p_{ij} = \frac{1}{1 + e^{-(a + b d_{ij})}}

    with a and b fitted to the observed ties by maximum likelihood (logistic regression over the known dyads), so that
    the number of ties and their mean distance are kept on average. What is left over is what distance does not explain.

    Parameters
    ----------
    distances : DataFrame or mapping of mappings
        d of every pair of actors (index and columns: actors), or of every pair of values of the column `by`, as places.
        For an undirected layer one of two directions is enough; of a value from itself it is 0 unless stated.
    by : str, optional
        Column of the actors whose values the distances are between. Without it, distances are between actors.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> apart = {"civic": {"private": 1, "public": 2}, "private": {"public": 1}}
    >>> sc.nulls.Distance(apart, by="sector").draw(knoke, rng=7).n_ties
    49
    """

    distances: Any
    by: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is no table of numbers, and keep a copy."""
        given = self.distances
        if isinstance(given, Mapping):
            given = pd.DataFrame({row: dict(values) for row, values in given.items()} if _is_nested(given) else None).T
        if not isinstance(given, pd.DataFrame) or given.empty:
            message = marked("distances must be a table, with the same names in its rows and its columns")
            raise InputError(Problem(message, value=self.distances))
        try:
            numbers = given.astype(float)
        except (TypeError, ValueError):
            raise InputError("distances must hold numbers") from None
        if self.by is not None and not isinstance(self.by, str):
            raise InputError(Problem("by must be a column of the actors", value=self.by))
        object.__setattr__(self, "distances", numbers)

    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer."""
        between = self._between(cluster, directed=ties.directed)
        row, column = ties.dyads.all()
        d = between[row, column]
        _refuse_gaps(d, row, column, cluster)
        is_tied = np.zeros(len(d), dtype=bool)
        is_tied[ties.dyads.numbers(ties.arcs)] = True
        fitted = logistic_fit(d, is_tied)
        if fitted is None:
            raise InputError(
                "the layer '{layer}' is tied up to a distance and not beyond it, or the other way round, so that its "
                "ties leave nothing to chance given distance; take another null, such as sc.nulls.FixedTies()",
                {"layer": ties.name},
            )
        return Unequal(ties.dyads, fitted)

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        if self.by is None:
            return say("ties are independent of each other, and depend on distance as the observed ones do", language)
        return say(
            "ties are independent of each other, and depend on the distance by {column} as the observed ones do",
            language,
            column=column_name(self.by, language),
        )

    def _between(self, cluster: Cluster, *, directed: bool) -> Array:
        """Return the distance of every pair of actors (n x n), NaN where it is not stated."""
        names = self._names(cluster)
        table = self.distances.set_axis(list(map(id_of, self.distances.index)), axis="index")
        table = table.set_axis(list(map(id_of, table.columns)), axis="columns")
        if table.index.has_duplicates or table.columns.has_duplicates:
            raise InputError("distances name a row or a column more than once")
        if (table.to_numpy(dtype=float) < 0).any():
            raise InputError("distances must not be negative")
        known = sorted({name for name in names if name is not None})
        square = table.reindex(index=known, columns=known).to_numpy(dtype=float, copy=True)
        back = square.T.copy()
        if not directed or self.by is not None:
            square = np.where(np.isnan(square), back, square)
        if not directed and not np.allclose(square, np.where(np.isnan(back), square, back), equal_nan=True):
            raise InputError("distances differ in the two directions, but ties have none; give one for each pair")
        diagonal = np.diagonal(square)
        np.fill_diagonal(square, np.where(np.isnan(diagonal), 0.0, diagonal))
        place = {name: number for number, name in enumerate(known)}
        codes = np.array([place[name] for name in names], dtype=np.int64)
        found: Array = square[np.ix_(codes, codes)]
        return found

    def _names(self, cluster: Cluster) -> list[str]:
        if self.by is None:
            return list(cluster.ids)
        columns = list(cluster.parts.actors)
        if self.by not in columns:
            message = marked("is not a column of the actors")
            near = nearest(self.by, columns)
            raise InputError(Problem(message, "actors", column="by", value=self.by, nearest=near))
        values = cluster.parts.actors[self.by].objects()
        without = [actor for actor, value in zip(cluster.labels, values, strict=True) if value is None]
        if without:
            message = marked("has no value, which distances need; leave the actor out with without_actor")
            raise InputError([Problem(message, "actors", actor, column=self.by) for actor in without])
        return [id_of(value) for value in values]


def _is_nested(given: Mapping[Any, Any]) -> bool:
    return bool(given) and all(isinstance(each, Mapping) for each in given.values())


def _refuse_gaps(d: Array, row: Array, column: Array, cluster: Cluster) -> None:
    """Refuse pairs without a distance: one misspelt name would leave out all pairs of an actor."""
    gaps = np.flatnonzero(~np.isfinite(d))
    if len(gaps):
        named = [f"{cluster.labels[row[each]]} – {cluster.labels[column[each]]}" for each in gaps[:20]]
        message = marked("has no distance, or no finite one")
        raise InputError([Problem(message, is_argument=True, column="distances", value=pair) for pair in named])
