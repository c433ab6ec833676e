"""How far two partitions of the same things agree, from the table of how many things fall into each pair of parts."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["Agreement", "agreement"]


class Agreement(NamedTuple):
    """Three measures of agreement; NaN where undefined."""

    adjusted_rand: float
    normalized_mutual_information: float
    variation_of_information: float


def agreement(table: Vector) -> Agreement:
    """Return the agreement of two partitions.

    Parameters
    ----------
    table : array of int of shape (parts of the one, parts of the other)
        Number of things in each pair of parts.

    Returns
    -------
    Agreement
    """
    total = int(table.sum())
    if not total:
        return Agreement(float("nan"), float("nan"), float("nan"))
    first, second = _entropy(table.sum(axis=1) / total), _entropy(table.sum(axis=0) / total)
    joint = _entropy(table.ravel() / total)
    shared = max(first + second - joint, 0.0)
    normalized = 2 * shared / (first + second) if first + second > 0 else float("nan")
    return Agreement(_adjusted_rand(table, total), normalized, max(2 * joint - first - second, 0.0))


def _adjusted_rand(table: Vector, total: int) -> float:
    together = int(_pairs(table).sum())
    first, second = int(_pairs(table.sum(axis=1)).sum()), int(_pairs(table.sum(axis=0)).sum())
    every = total * (total - 1) // 2
    most = (first + second) * every - 2 * first * second  # twice pairs x pairs, so that equal stays equal
    return 2 * (together * every - first * second) / most if most else float("nan")


def _pairs(counts: Vector) -> Vector:
    pairs: Vector = counts * (counts - 1) // 2
    return pairs


def _entropy(shares: Vector) -> float:
    held = shares[shares > 0]
    return float(-(held * np.log(held)).sum())
