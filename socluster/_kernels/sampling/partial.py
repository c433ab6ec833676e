"""The t statistic of one column of a linear regression, of many regressions at once, from inner products alone.

By the theorem of Frisch, Waugh and Lovell, a column's coefficient is that of what is left of the outcome, on what is
left of the column, once the other columns are taken out of both. All that needs are inner products.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["Moments", "partial_t"]

NOTHING_LEFT = 1e-10  # part of a column's own sum of squares below which the other columns hold all of it


class Moments(NamedTuple):
    """Inner products of a tested column x, other columns o and the outcome y, in every draw.

    Parameters
    ----------
    xx, xy, yy : arrays of shape (draws,)
    xo, oy : arrays of shape (draws, others)
    oo : array of shape (draws, others, others) or None
        None where the others are orthonormal.
    freedom : array of shape (draws,)
        Residual degrees of freedom.
    """

    xx: Vector
    xy: Vector
    yy: Vector
    xo: Vector
    oy: Vector
    oo: Vector | None
    freedom: Vector


def partial_t(moments: Moments) -> Vector:
    """Return the t statistic of the tested column in every draw; NaN where the others hold all of it.

    Infinite where the columns explain the outcome without a rest.
    """
    xx, xy, yy, xo, oy, oo, freedom = moments
    by_x, by_y = xo, oy
    if oo is not None and oo.shape[-1]:
        by_x, by_y = np.moveaxis(_solved(oo, np.stack([xo, oy], axis=-1)), -1, 0)
    left = xx - (xo * by_x).sum(axis=-1)
    joint = xy - (xo * by_y).sum(axis=-1)
    of_y = yy - (oy * by_y).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        rest = np.maximum(of_y - joint * joint / left, 0.0)
        rest[rest < NOTHING_LEFT**1.5 * yy] = 0.0
        t = joint / np.sqrt(left * rest / freedom)
    t[~((left > NOTHING_LEFT * xx) & (freedom > 0))] = np.nan
    return np.asarray(t)


def _solved(left: Vector, right: Vector) -> Vector:
    """Solve every system; NaN for those that have no solution."""
    try:
        return np.linalg.solve(left, right)
    except np.linalg.LinAlgError:
        found = np.full(right.shape, np.nan)
        for draw in range(len(left)):
            try:
                found[draw] = np.linalg.solve(left[draw], right[draw])
            except np.linalg.LinAlgError:
                continue
        return found
