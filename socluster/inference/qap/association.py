"""How alike two matrices are, by sums over their dyads alone: what `qap` computes in every permutation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from scipy.stats import rankdata

from socluster.core.columns import Array
from socluster.words import marked

__all__ = ["NAMES", "STATISTICS", "Association", "Sums", "as_statistic", "centre_of", "prepared"]

Association: TypeAlias = Literal["pearson", "spearman", "matching", "jaccard", "hubert"]
STATISTICS: tuple[Association, ...] = ("pearson", "spearman", "matching", "jaccard", "hubert")

NAMES: dict[str, str] = {
    "pearson": marked("Pearson's correlation"),
    "spearman": marked("Spearman's rank correlation"),
    "matching": marked("Simple matching"),
    "jaccard": marked("Jaccard's index"),
    "hubert": marked("Hubert's gamma"),
}

LEFT = 1e-12  # part of a sum of squares below which it is rounding


class Sums(NamedTuple):
    """Sums over the dyads that are known in both matrices; each a number, or an array with one for every draw."""

    n: Array
    x: Array
    y: Array
    xx: Array
    yy: Array
    xy: Array


def prepared(values: Array, statistic: Association) -> Array:
    """Return the values of the known dyads as the statistic takes them: ranks, or ties as ones, or as they are.

    Correlations do not depend on the level of the values. Where most of them are 0 afterwards, sums are over few.
    """
    if statistic in ("matching", "jaccard"):
        return np.asarray(values != 0, dtype=float)
    if statistic == "hubert":
        return values
    if statistic == "spearman":
        values = np.asarray(rankdata(values))
    if not len(values):
        return values
    found, counts = np.unique(values, return_counts=True)
    return np.asarray(values - found[counts.argmax()])


def as_statistic(statistic: Association, sums: Sums) -> Array:
    """Return the statistic; NaN where it is not defined."""
    return _FORMULAS[statistic](sums)


def centre_of(statistic: Association, drawn: Array) -> float:
    """Return what two-sided distances are measured from: no correlation, or the mean of the permutations."""
    if statistic in ("pearson", "spearman"):
        return 0.0
    return float(np.nanmean(drawn)) if (~np.isnan(drawn)).any() else 0.0


def _correlation(sums: Sums) -> Array:
    n, x, y, xx, yy, xy = sums
    with np.errstate(divide="ignore", invalid="ignore"):
        left_x, left_y = xx - x * x / n, yy - y * y / n
        r = (xy - x * y / n) / np.sqrt(left_x * left_y)
        r = np.where((left_x > LEFT * xx) & (left_y > LEFT * yy), r, np.nan)
    return np.asarray(np.clip(r, -1.0, 1.0))


def _matching(sums: Sums) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((sums.n - sums.x - sums.y + 2 * sums.xy) / sums.n)


def _jaccard(sums: Sums) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(sums.xy / (sums.x + sums.y - sums.xy))


def _hubert(sums: Sums) -> Array:
    return np.asarray(np.where(sums.n > 0, sums.xy, np.nan))


_FORMULAS: dict[str, Callable[[Sums], Array]] = {
    "pearson": _correlation,
    "spearman": _correlation,
    "matching": _matching,
    "jaccard": _jaccard,
    "hubert": _hubert,
}
