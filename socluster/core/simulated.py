"""What is known of links that were made up: their weights, and that they are simulated."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from socluster.core.columns import Array, Column, Table

__all__ = ["simulated"]


def simulated(weight: Array) -> Table:
    """Return the columns of simulated links with these weights; they are sure, and have no reference and no wave."""
    number = len(weight)
    return Table({"weight": Column("number", weight), **_alike(number)}, number)


@lru_cache(maxsize=64)
def _alike(number: int) -> dict[str, Column]:
    """Return the columns in which so many simulated links are all alike; who makes thousands makes these once."""
    return {
        "confidence": Column("number", np.ones(number)),
        "evidence": Column("text", np.zeros(number), ("simulated",) if number else ()),
        "ref": Column.empty("text", number),
        "wave": Column.empty("text", number),
    }
