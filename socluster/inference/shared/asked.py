"""Measures that are asked of thousands of clusters: their values as a row of numbers, and what these are called."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.measures.shared.answers import Answer, Measure, answer
from socluster.words import Phrase, phrase

__all__ = ["AskedMeasures"]


@dataclass(frozen=True, eq=False)
class AskedMeasures:
    """Measures, all of the whole cluster or all by actor.

    Parameters
    ----------
    listed : tuple of (str, callable)
        Measures with their names.
    index : Index
        What the numbers of a row are: `measure`, or (measure, actor).
    """

    listed: tuple[tuple[str, Measure], ...]
    index: pd.Index

    @classmethod
    def of(cls, listed: list[tuple[str, Measure]], cluster: Cluster) -> tuple[AskedMeasures, Array]:
        """Return the measures as they answer for a cluster, and their values there.

        Raises
        ------
        InputError
            If a measure gives something else than numbers, two have one name, or measures of the whole cluster and of
            its actors are mixed.
        """
        answers = [(name, answer(function, name, cluster)) for name, function in listed]
        of_whole = [name for name, found in answers if isinstance(found, float)]
        of_actors = [name for name, found in answers if not isinstance(found, float)]
        if of_whole and of_actors:
            raise InputError(
                "these measure the whole cluster: {whole}; these its actors: {actors}; ask once for each kind",
                {"whole": of_whole, "actors": of_actors},
            )
        names = [name for one, found in answers for name in ([one] if isinstance(found, float) else found)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise InputError(
                "two measures have the name '{name}'; give them names, as in {'one': ..., 'other': ...}",
                {"name": twice[0]},
            )
        index = pd.Index(names, name="measure", dtype=object)
        if of_actors:
            index = _by_actor(names, cluster.index)
        return cls(tuple(listed), index), np.concatenate([_numbers(found, name) for name, found in answers])

    @property
    def is_of_whole(self) -> bool:
        """Whether the measures are of the whole cluster."""
        return not isinstance(self.index, pd.MultiIndex)

    @property
    def names(self) -> list[str]:
        """Names of the measures."""
        return [str(name) for name in self.index.unique(0)]

    @property
    def about(self) -> tuple[tuple[str | Phrase, object], ...]:
        """What values depend on, for the fingerprint of a task."""
        return tuple((phrase("the measure '{name}'", name=name), function) for name, function in self.listed)

    def row(self, cluster: Cluster) -> Array:
        """Return the values of a cluster as a row of numbers.

        Raises
        ------
        InputError
            If a measure answers in another shape than at first, or with something else than numbers.
        """
        found = [_numbers(answer(function, name, cluster), name) for name, function in self.listed]
        row = np.concatenate(found) if found else np.empty(0)
        if len(row) != len(self.index):
            raise InputError("a measure has not answered with the same columns for all networks")
        return row


def _by_actor(names: list[str], actors: pd.Index) -> pd.MultiIndex:
    """Return (measure, actor), measure after measure; labels of actors may be of any kind."""
    codes = [np.repeat(np.arange(len(names)), len(actors)), np.tile(np.arange(len(actors)), len(names))]
    return pd.MultiIndex(levels=[pd.Index(names, dtype=object), actors], codes=codes, names=["measure", "actor"])


def _numbers(found: Answer, name: str) -> Array:
    if isinstance(found, float):
        return np.array([found])
    for values in found.values():
        if not pd.api.types.is_numeric_dtype(values.dtype):
            raise InputError("the measure '{name}' gives no numbers, which could be compared", {"name": name})
    return np.concatenate([values.to_numpy(dtype=float, na_value=np.nan) for values in found.values()])
