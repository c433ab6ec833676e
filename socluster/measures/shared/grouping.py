"""How actors are grouped: the groups and numbers that a measure reads, and the membership that it hands back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.groupings import read_groups
from socluster.words import Language, column_name, marked, measure_name

__all__ = ["Grouping", "grouping", "membership", "numbers"]


@dataclass(frozen=True, eq=False)
class Grouping:
    """Which actor is in which group.

    Parameters
    ----------
    codes : array of int
        Place of every actor's group in `labels`.
    labels : Index
        The groups, named after the grouping: in alphabetical order, those of a categorical Series in its own order.
    """

    codes: Array
    labels: pd.Index

    @property
    def sizes(self) -> Array:
        """Number of actors in every group."""
        return np.bincount(self.codes, minlength=len(self.labels))


def grouping(read: pd.Series[Any]) -> Grouping:
    """Return the groups as codes and labels, of what `partition` or `grouped` read."""
    groups = pd.Categorical(read)
    return Grouping(groups.codes.astype(np.int64), groups.categories.rename(read.name or "group"))


def group_name(name: str, language: Language = "en") -> str:
    """Return what people call a grouping: a column of the actors, columns combined, or what a measure found."""
    parts = [measure_name(column_name(part, language), language) for part in name.split(" × ")]
    return " × ".join(parts)


def numbers(cluster: Cluster, values: Any) -> Array:
    """Read a number for every actor from the name of a column or from a Series indexed by actor.

    Raises
    ------
    InputError
        If there is no such column, it holds no numbers, or an actor has none.
    """
    read, what = read_groups(cluster, values, "values"), values if isinstance(values, str) else "values"
    without = cluster.index[read.isna()].tolist()
    if without:
        column = values if isinstance(values, str) else None
        message = marked("has no value; every actor needs one")
        raise InputError([Problem(message, "actors", actor, column) for actor in without])
    if len(read) and not pd.api.types.is_numeric_dtype(read):
        raise InputError(Problem("must hold numbers", "actors", column=what, value=read.iloc[0]))
    as_floats: Array = read.to_numpy(dtype=float)
    endless = read.index[np.isinf(as_floats)].tolist()
    if endless:
        raise InputError([Problem("must be finite", "actors", actor) for actor in endless])
    return as_floats


def membership(codes: Array, index: pd.Index, name: str) -> pd.Series[Any]:
    """Return parts as categories 1, 2, ... from the largest; parts of one size by the actor listed first."""
    _, first, place, sizes = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    found = pd.Categorical(rank[place] + 1, categories=range(1, len(sizes) + 1))
    return pd.Series(found, index=index, name=name)
