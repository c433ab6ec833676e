"""Indices of a fourfold table: others who are tied or not, and in the own group or not."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["fourfold_indices"]


def fourfold_indices(own: Vector, other: Vector, own_untied: Vector, other_untied: Vector) -> dict[str, Vector]:
    """Return the indices of so many tables, by name; NaN where one is undefined, and wherever nothing is tied."""
    a, b, c, d = (np.asarray(cells, dtype=float) for cells in (own, other, own_untied, other_untied))
    tied, expected = a + b, _over(a + c, a + b + c + d)
    share = _over(a, tied)
    excess = share - expected
    crossed, straight = b * c, a * d
    found = {
        "share_own": share,
        "excess": excess,
        "coleman": np.where(excess >= 0, _over(excess, 1 - expected), _over(excess, expected)),
        "ei_index": _over(b - a, tied),
        "jaccard": _over(a, a + b + c),
        "yules_q": _over(straight - crossed, straight + crossed),
        "point_biserial": _over(straight - crossed, np.sqrt(tied * (c + d) * (a + c) * (b + d))),
        "odds_ratio": _over(straight, crossed),
    }
    found["coleman"] = np.where(expected > 0, found["coleman"], np.nan)  # who is alone cannot choose its own
    return {name: np.where(tied > 0, values, np.nan) for name, values in found.items()}


def _over(part: Vector, whole: Vector) -> Vector:
    values: Vector = np.divide(part, whole, out=np.full(np.shape(part), np.nan), where=whole > 0)
    return values
