"""The geometry of lines: ties are slightly curved, so that those of several layers lie side by side."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.columns import Array

__all__ = ["curve_points", "curved_lines", "end_marks", "segments"]

_STEPS = 9


def curve_points(ends: Array, bend: Array, at: Array) -> Array:
    """Return points on the curves.

    Parameters
    ----------
    ends : ndarray of shape (m, 4)
        x and y of the source, x and y of the target.
    bend : ndarray of shape (m,)
        How far the curve leaves the straight line, to its left, as a part of its length.
    at : ndarray of shape (k,) or (m, k)
        Where on the curve, 0 = source, 1 = target.

    Returns
    -------
    ndarray of shape (m, k, 2)
    """
    source, target = ends[:, None, :2], ends[:, None, 2:]
    left = np.stack([source[..., 1] - target[..., 1], target[..., 0] - source[..., 0]], axis=-1)
    control = (source + target) / 2 + 2 * bend[:, None, None] * left
    t = np.broadcast_to(at, (len(ends), np.shape(at)[-1]))[:, :, None]
    points: Array = (1 - t) ** 2 * source + 2 * t * (1 - t) * control + t**2 * target
    return points


def curved_lines(ends: Array, bend: Array) -> tuple[Array, Array]:
    """Return x and y of all curves one after the other, with a gap (NaN) after each."""
    steps = 2 if not bend.any() else _STEPS
    points = curve_points(ends, bend, np.linspace(0, 1, steps))
    with_gap = np.concatenate([points, np.full((len(ends), 1, 2), np.nan)], axis=1)
    flat = with_gap.reshape(-1, 2)
    return flat[:, 0], flat[:, 1]


def end_marks(bend: Array, at_end: Array) -> Array:
    """Return one value per point of `curved_lines`: that of the tie at its end, 0 elsewhere."""
    steps = 2 if not bend.any() else _STEPS
    marks = np.zeros((len(at_end), steps + 1))
    marks[:, steps - 1] = at_end
    return marks.ravel()


def segments(starts: Any, ends: Any) -> Array:
    """Return starts and ends in turn, with a gap (NaN) after each pair: many straight lines in one trace."""
    first, last = np.asarray(starts, dtype=float), np.asarray(ends, dtype=float)
    lines: Array = np.column_stack([first, last, np.full(len(first), np.nan)]).ravel()
    return lines
