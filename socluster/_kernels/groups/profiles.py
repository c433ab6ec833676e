"""How differently two rows are tied to all others, from their profiles in one or several matrices.

The profile of row i is what it has in every matrix: x_ik for all k. Two rows i and j are compared over all k other than
i and j themselves. A view is a matrix with nothing on its diagonal; the transpose of a matrix is a view of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster._kernels.products import Vector
from socluster._kernels.scaling import exponent

__all__ = ["correlation_distance", "euclidean_distance", "mismatch"]


def euclidean_distance(views: Sequence[Vector]) -> Vector:
    """Return the square root of the sum of (x_ik - x_jk)^2 (n x n)."""
    power = _common_exponent(views)
    square = sum(_square_distance(np.ldexp(view, -power)) for view in views)
    distance: Vector = np.ldexp(np.sqrt(np.maximum(square, 0.0)), power)
    np.fill_diagonal(distance, 0.0)
    return distance


def _square_distance(view: Vector) -> Vector:
    length = (view**2).sum(axis=1)
    every = length[:, None] + length[None, :] - 2 * view @ view.T
    square: Vector = every - view**2 - view.T**2  # without k = j and k = i, where one of the two cells is empty
    return square


def correlation_distance(views: Sequence[Vector]) -> Vector:
    """Return 1 less the correlation of the profiles (n x n); NaN where one of them does not vary."""
    n, power = len(views[0]), _common_exponent(views)
    views = [np.ldexp(view, -power) for view in views]
    count = max(len(views) * (n - 2), 0)
    own = sum(view.sum(axis=1)[:, None] - view for view in views)  # row i: sum of its profile without k = j
    squares = sum((view**2).sum(axis=1)[:, None] - view**2 for view in views)
    products = sum(view @ view.T for view in views)  # the terms k = i and k = j vanish by themselves
    spread = count * squares - own**2
    varies = spread > 1e-12 * count * squares
    with np.errstate(divide="ignore", invalid="ignore"):
        correlation = (count * products - own * own.T) / np.sqrt(spread * spread.T)
    distance: Vector = np.where(varies & varies.T, np.clip(1 - correlation, 0, 2), np.nan)
    np.fill_diagonal(distance, 0.0)
    return distance


def _common_exponent(views: Sequence[Vector]) -> int:
    """Return the power of two that brings all views to at most 1."""
    return exponent(np.array([np.abs(view).max(initial=0.0) for view in views]))


def mismatch(views: Sequence[Vector]) -> Vector:
    """Return the part of k for which x_ik and x_jk differ (n x n); NaN where there is no k."""
    n = len(views[0])
    count = len(views) * (n - 2)
    differ: Vector = np.array([_differences(view) for view in views]).sum(axis=0)
    distance: Vector = differ / count if count > 0 else np.full((n, n), np.nan)
    np.fill_diagonal(distance, 0.0)
    return distance


def _differences(view: Vector) -> Vector:
    empty = view == 0
    differ = np.array([(view != row).sum(axis=1) for row in view]).reshape(view.shape)
    between: Vector = differ - ~empty - ~empty.T  # without k = j and k = i
    return between
