"""One measure that gives one value by actor, as centralization and rankings need it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.measures.shared.answers import Answer, Measure, answer, named
from socluster.measures.shared.network import one_mode
from socluster.words import counted

__all__ = ["one_layer", "one_measure", "only_column", "value_by_actor"]


def one_layer(cluster: Any, layer: str | None) -> Cluster:
    """Return the one-mode cluster with the layer that the measure gets to see."""
    given = one_mode(cluster)
    if layer is None:
        return given
    given.matrix(layer)  # says which layers there are if this is none
    return given.layer(layer)


def one_measure(measure: Any) -> tuple[str, Measure]:
    """Return name and function of the measure; raise an InputError if it is none, or several."""
    listed = named(measure)
    if len(listed) > 1:
        raise InputError("give one measure; for several, call this once for each")
    return listed[0]


def value_by_actor(function: Measure, name: str, cluster: Cluster) -> pd.Series[Any]:
    """Return its values by actor; raise an InputError if it gives anything else.

    Returns
    -------
    Series of float
        Undefined values are NaN.
    """
    return only_column(answer(function, name, cluster), name)


def only_column(columns: Answer, name: str) -> pd.Series[Any]:
    """Return what a measure answered if that is one value by actor; raise an InputError if it is anything else."""
    if isinstance(columns, float):
        raise InputError("the measure '{name}' gives one number; one value per actor is needed", {"name": name})
    if len(columns) != 1:
        given = counted("{n} column", "{n} columns", len(columns), context="gives")
        raise InputError(
            "the measure '{name}' gives {columns}; one value per actor is needed", {"name": name, "columns": given}
        )
    values = next(iter(columns.values()))
    if not pd.api.types.is_numeric_dtype(values.dtype):
        raise InputError("the measure '{name}' gives no numbers; one value per actor is needed", {"name": name})
    return pd.Series(values.to_numpy(dtype=float, na_value=np.nan), index=values.index, name=name)
