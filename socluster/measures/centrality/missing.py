"""What stands in place of the distance to somebody who is out of reach."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from socluster.core.arguments import choice
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.measures.shared.kept import reach_of, steps_of
from socluster.measures.shared.lengths import Cost
from socluster.measures.shared.network import Network

__all__ = ["MISSING", "MissingDistance", "check_missing", "total_distance"]

MissingDistance: TypeAlias = Literal["n", "longest+1", "mean", "zero"] | None

MISSING = ("n", "longest+1", "mean", "zero")
_IN_STEPS = ("n", "longest+1")  # rules that name a number of steps


def check_missing(missing: MissingDistance, cost: Cost) -> None:
    """Raise an InputError if it is no rule, or one that names a number of steps where ties have lengths."""
    if missing is None:
        return
    choice("missing", missing, MISSING)
    if cost is not None and missing in _IN_STEPS:
        raise InputError(
            "missing='{missing}' is a number of steps, and cost= measures paths in another unit; leave out cost=, or "
            "take missing='mean' or 'zero'",
            {"missing": missing},
        )


def total_distance(net: Network, *, cost: Cost, direction: str, missing: MissingDistance) -> Array:
    """Return the sum of the distances to all others, where a distance is missing by that rule.

    Without a rule the sum is NaN for who does not reach everybody. "mean" and "longest+1" are NaN for all if nobody
    reaches anybody, as nothing is observed.
    """
    reached, total, _ = reach_of(net, cost=cost, direction=direction)
    lacking = net.n - 1 - reached
    if missing is None:
        return np.where(lacking > 0, np.nan, total)
    if net.n == 1:
        return total  # the sum over nobody, 0: nothing is missing
    if missing in ("mean", "longest+1") and not reached.any():
        return np.full(net.n, np.nan)
    if missing == "n":
        instead = float(net.n)
    elif missing == "mean":
        instead = float(total.sum() / reached.sum())
    elif missing == "longest+1":
        instead = float(steps_of(net, direction=direction).farthest.max() + 1)
    else:
        instead = 0.0
    return np.asarray(total + lacking * instead, dtype=float)
