"""How often permuted data give a value as large, as small, or as far from its centre as the observed one.

Two-sided, a correlation or t is compared by its distance from 0, as UCINET and R's sna do it. (Other nulls have no
centre that is known beforehand; their two-sided p, in `inference.shared`, doubles that of the smaller tail.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array

__all__ = ["ROUNDING", "Extremes", "extremes"]

ROUNDING = 1e-9  # relative: values that differ by less are the same value, reckoned in another order


@dataclass(frozen=True, eq=False)
class Extremes:
    """P-values of several quantities, each array of shape (quantities,).

    Parameters
    ----------
    greater, less, two_sided : ndarray
        Share of the permutations at least as large, at most as large, at least as far from the centre; the observed
        arrangement counts as one of them.
    error : ndarray
        Monte-Carlo standard error of the two-sided one; 0 where all permutations were looked at.
    undefined : ndarray of int
        Permutations in which the quantity is not defined. They count as far out in either direction, so that no p-value
        is too small because of them.
    """

    greater: Array
    less: Array
    two_sided: Array
    error: Array
    undefined: Array


def extremes(observed: Array, drawn: Array, *, centre: Array | float = 0.0, are_all: bool = False) -> Extremes:
    """Return the p-values of quantities.

    Of draws, p = (1 + r) / (1 + N), with r of N draws at least as extreme (Phipson & Smyth 2010); where all
    permutations were looked at, the observed arrangement is among them, and p = r / N.

    Parameters
    ----------
    observed : ndarray of shape (quantities,)
        The observed values.
    drawn : ndarray of shape (N, quantities)
        The values in the permutations.
    centre : float or ndarray of shape (quantities,), default 0
        What two-sided distances are measured from.
    are_all : bool, default False
        Whether these are all permutations that there are.

    Returns
    -------
    Extremes
        NaN where the observed value is undefined.
    """
    with np.errstate(invalid="ignore"):
        finite = np.where(np.isfinite(drawn), np.abs(drawn), 0.0).max(axis=0, initial=0.0)
        near = np.where(np.isfinite(observed), ROUNDING * np.maximum(np.abs(observed), finite), 0.0)
        undefined = np.isnan(drawn)
        hits = (
            (drawn >= observed - near) | undefined,
            (drawn <= observed + near) | undefined,
            (np.abs(drawn - centre) >= np.abs(observed - centre) - near) | undefined,
        )
    extra, total = (0, len(drawn)) if are_all else (1, len(drawn) + 1)
    greater, less, two_sided = (
        np.where(np.isnan(observed), np.nan, (extra + each.sum(axis=0)) / total) for each in hits
    )
    error = np.zeros_like(two_sided) if are_all else np.sqrt(two_sided * (1 - two_sided) / total)
    return Extremes(greater, less, two_sided, error, undefined.sum(axis=0))
