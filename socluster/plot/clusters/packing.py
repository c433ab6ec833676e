"""Connected parts side by side: each in a box as large as it has actors, all boxes in one of a given shape."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array

__all__ = ["packed"]

_AIR = 0.9  # around a part, in units of which an actor has one square
_FLATTEST = 0.3


def packed(parts: list[Array], aspect: float) -> list[Array]:
    """Return the points of each part, moved and scaled so that none lies on another.

    Parameters
    ----------
    parts : list of ndarray of shape (n, 2)
        Drawings of connected parts, the largest first.
    aspect : float
        Width of the whole in heights; what is returned is as near to that as it can be.

    Examples
    --------
    >>> line = np.array([[0.0, 0.0], [1.0, 0.0]])
    >>> [part.round(1).tolist() for part in packed([line, line], 1.0)]
    [[[0.4, 1.4], [3.0, 1.4]], [[0.4, 0.4], [3.0, 0.4]]]
    """
    shapes = [_shape(part, aspect) for part in parts]
    sizes = np.array([np.ptp(shape, axis=0) + _AIR for shape in shapes])
    corners = _best(sizes, aspect)
    return [shape - shape.min(axis=0) + corner + _AIR / 2 for shape, corner in zip(shapes, corners, strict=True)]


def _shape(points: Array, aspect: float) -> Array:
    """A part turned as the whole is, with a square for each actor; one that is all but flat gets no more than that."""
    turned = points[:, ::-1] * [1.0, -1.0] if aspect < 0.9 else points
    extent = np.ptp(turned, axis=0)
    extent = np.maximum(extent, _FLATTEST * max(extent.max(), 1e-9))
    shape: Array = turned * np.sqrt(len(points) / extent.prod())
    return shape


def _best(sizes: Array, aspect: float) -> Array:
    """Lower left corners of boxes: of all ways in rows or columns the one that leaves the boxes largest."""
    found: list[tuple[float, Array]] = []
    for turned in (False, True):
        given = sizes[:, ::-1] if turned else sizes
        for limit in np.unique(np.cumsum(given[:, 0]).round(9)):
            corners, whole = _in_rows(given, float(max(limit, given[:, 0].max())))
            if turned:
                corners, whole = corners[:, ::-1], whole[::-1]
            from_below = np.column_stack([corners[:, 0], whole[1] - corners[:, 1] - sizes[:, 1]])
            found.append((float(max(whole[0], whole[1] * aspect)), from_below))
    return min(found, key=lambda each: round(each[0], 9))[1]


def _in_rows(sizes: Array, limit: float) -> tuple[Array, Array]:
    """Corners of boxes in rows of at most this width, and width and height of the whole."""
    corners = np.zeros_like(sizes)
    left = top = high = wide = 0.0
    for place, (width, height) in enumerate(sizes.tolist()):
        if left and left + width > limit + 1e-9:
            left, top, high = 0.0, top + high, 0.0
        corners[place] = left, top
        left, high, wide = left + width, max(high, height), max(wide, left + width)
    return corners, np.array([wide, top + high])
