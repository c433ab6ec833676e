"""Values under a null as bars: the table that `plot.null_distribution` draws."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array

__all__ = ["bars"]

MOST = 40  # bars of a quantity
FEW = 25  # different values up to which each has a bar of its own


def bars(
    values: pd.DataFrame, observed: pd.Series[Any], probability: Array | None = None, p: Array | None = None
) -> pd.DataFrame:
    """Return how often the values of each quantity lie where.

    Parameters
    ----------
    values : DataFrame
        A row per draw, a column per quantity; undefined and infinite values are left out.
    observed : Series of float
        The observed value of each quantity, in the order of the columns.
    probability : ndarray, optional
        How likely each row is, if rows are not equally likely.
    p : ndarray, optional
        The p-value of each quantity, in the order of the columns.

    Returns
    -------
    DataFrame
        A row per bar, index named after the quantity; columns low, high, probability, observed and, if they are
        given, p, as `plot.null_distribution` takes them.

    Examples
    --------
    >>> bars(pd.DataFrame({"ties": [1.0, 1.0, 2.0, 4.0]}), pd.Series([3.0]))
          low  high  probability  observed
    ties  1.0   1.5         0.50       3.0
    ties  1.5   2.5         0.25       3.0
    ties  3.5   4.0         0.25       3.0
    """
    weight = np.full(len(values), 1.0) if probability is None else probability
    blocks = []
    for place, ((name, column), own) in enumerate(zip(values.items(), observed.to_numpy(), strict=True)):
        numbers = column.to_numpy(dtype=float)
        known = np.isfinite(numbers)
        low, high, shares = _shares(numbers[known], weight[known])
        block = pd.DataFrame({"low": low, "high": high, "probability": shares, "observed": float(own)})
        if p is not None:
            block["p"] = p[place]
        blocks.append(block.set_axis(pd.Index([str(name)] * len(block)), axis="index"))
    return (
        pd.concat(blocks) if blocks else pd.DataFrame(columns=["low", "high", "probability", "observed"], dtype=float)
    )


def _shares(numbers: Array, weight: Array) -> tuple[Array, Array, Array]:
    """Return the ends of bars, and how likely each is."""
    if not len(numbers):
        return np.array([np.nan]), np.array([np.nan]), np.array([0.0])
    total = weight.sum() or 1.0
    found, place = np.unique(numbers.round(12), return_inverse=True)
    if len(found) <= FEW:
        # No bar reaches beyond the values: a share that is never below 0 has no bar there.
        low, high = _around(found)
        return low, high, np.bincount(place.ravel(), weight) / total
    number = int(np.clip(np.sqrt(len(numbers)), 10, MOST))
    shares, edges = np.histogram(numbers, bins=number, weights=weight)
    return edges[:-1], edges[1:], shares / total


def _around(found: Array) -> tuple[Array, Array]:
    """Return the ends of a bar around each of some values; of a single one, a bar from there towards 0."""
    if len(found) == 1:
        width = max(abs(float(found[0])), 1.0) * 0.1
        return (found - width, found) if found[0] > 0 else (found, found + width)
    half = np.diff(found).min() / 2
    return np.maximum(found - half, found[0]), np.minimum(found + half, found[-1])
