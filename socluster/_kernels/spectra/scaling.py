"""Multidimensional scaling: points whose distances are near given ones."""

from __future__ import annotations

import numpy as np
from scipy.spatial.distance import cdist

from socluster._kernels.products import Vector

__all__ = ["classical_scaling", "least_stress", "point_distances", "stress"]

ROUNDS = 1000  # of the search for less stress, at most
ROUNDED = 1e-7  # points are roots of eigenvalues, so that 16 digits of these are 8 of their distances
GAIN = 1e-9  # below which a round is the last


def classical_scaling(distances: Vector, dimensions: int) -> tuple[Vector, Vector]:
    """Return points (a row each) and all eigenvalues, the largest first.

    The sign of every axis is that with which its farthest point lies on the positive side.
    """
    n = len(distances)
    centring = np.eye(n) - 1 / max(n, 1)
    values, vectors = np.linalg.eigh(-0.5 * centring @ (distances**2) @ centring)
    values, vectors = values[::-1], vectors[:, ::-1]
    values = np.where(abs(values) > 1e-12 * abs(values).max(initial=0.0), values, 0.0)  # the rest is rounding
    points = np.zeros((n, dimensions))
    for axis in range(min(dimensions, n)):
        if values[axis] > 0:
            points[:, axis] = vectors[:, axis] * np.sqrt(values[axis])
            farthest = points[np.argmax(abs(points[:, axis]) > abs(points[:, axis]).max() * (1 - 1e-9)), axis]
            points[:, axis] *= np.sign(farthest)
    return points, values


def point_distances(points: Vector) -> Vector:
    """Return the distance of every two points."""
    apart: Vector = cdist(points, points)
    return apart


def stress(distances: Vector, points: Vector) -> float:
    """Return Kruskal's stress: the differences of distances over those of the points, as roots of sums of squares."""
    shown = point_distances(points)
    whole = (shown**2).sum()
    if not whole:
        return float("nan")
    found = float(np.sqrt(((distances - shown) ** 2).sum() / whole))
    return found if found > ROUNDED else 0.0


def least_stress(distances: Vector, points: Vector) -> Vector:
    """Move points until their stress falls no further (majorisation, which never raises the sum of squares)."""
    n = len(points)
    last = np.inf
    for _ in range(ROUNDS):
        shown = point_distances(points)
        raw = ((distances - shown) ** 2).sum()
        if not raw or last - raw <= GAIN * raw:
            break
        last = raw
        ratio = np.divide(distances, shown, out=np.zeros_like(distances), where=shown > 0)
        points = (ratio.sum(axis=1)[:, None] * points - ratio @ points) / n
    return points
