"""In which order sets are named: who gains most comes first; of those that gain equally much, who costs least."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster.core.columns import Array
from socluster.whatif.choice.plan_limits import Limits, Names

__all__ = ["EQUAL", "best_first", "levels"]

EQUAL = 1e-9  # gains that differ by less than this part of the largest differ by rounding


def levels(gains: Array) -> Array:
    """Return the level of every gain, from 0 for the highest; gains that differ by rounding only share one.

    Examples
    --------
    >>> levels(np.array([0.1, 0.3, 0.1 + 0.2])).tolist()
    [1, 0, 0]
    """
    order = np.argsort(-gains, kind="stable")
    falls = -np.diff(gains[order]) > EQUAL * np.abs(gains).max(initial=0.0)
    found = np.zeros(len(gains), dtype=np.int64)
    found[order] = np.concatenate([[0], np.cumsum(falls)])[: len(gains)]
    return found


def best_first(plans: Sequence[Names], gains: Array, limits: Limits) -> list[int]:
    """Return the places of the sets: by gain, of equal gains by cost, then the smaller set, then by name."""
    level = levels(gains)
    return sorted(range(len(plans)), key=lambda place: (int(level[place]), *limits.thrift(plans[place])))
