"""The highest point of a concave function, by Newton's method with halved steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array

__all__ = ["Maximum", "maximise", "solved"]

STEPS = 60
SETTLED = 1e-18  # what the next step would still gain, in units of the log-likelihood


@dataclass(frozen=True, eq=False)
class Maximum:
    """Where a log-likelihood is highest.

    Parameters
    ----------
    coefficients : ndarray of shape (p,)
        The place.
    information : ndarray of shape (p, p)
        Minus the second derivatives there; its inverse is the covariance of the coefficients.
    log_likelihood : float
        The height.
    settled : bool
        Whether the search came to rest.
    """

    coefficients: Array
    information: Array
    log_likelihood: float
    settled: bool

    @property
    def covariance(self) -> Array:
        """Covariance of the coefficients."""
        return solved(self.information, np.eye(len(self.coefficients)))


def maximise(evaluated: Callable[[Array], tuple[float, Array, Array]], start: Array) -> Maximum:
    """Return where a concave function is highest.

    Parameters
    ----------
    evaluated : callable
        From coefficients to height, gradient and information there.
    start : ndarray of shape (p,)
        Where to begin.
    """
    place = np.array(start, dtype=float)
    height, gradient, information = evaluated(place)
    settled = len(place) == 0
    for _ in range(STEPS):
        step = solved(information, gradient)
        if gradient @ step <= SETTLED:
            settled = bool(np.isfinite(step).all())
            break
        for _ in range(30):
            there = evaluated(place + step)
            if np.isfinite(there[0]) and there[0] >= height - 1e-12 * max(1.0, abs(height)):
                break
            step = step / 2
        else:
            break
        place, (height, gradient, information) = place + step, there
    return Maximum(place, information, float(height), settled)


def solved(matrix: Array, right: Array) -> Array:
    """Return matrix^-1 right for a symmetric matrix, computed on the scale of its diagonal.

    Statistics may be of very different sizes (ties, and wealth in euros), which would spoil the solution. Directions in
    which the matrix is flat are left where they are.
    """
    size = np.sqrt(np.maximum(np.diag(matrix), 1e-300))
    values, vectors = np.linalg.eigh(matrix / np.outer(size, size))
    kept = values > 1e-13 * max(values.max(initial=0), 1e-300)
    inverse = (vectors[:, kept] / values[kept]) @ vectors[:, kept].T
    scaled = right / (size if right.ndim == 1 else size[:, None])
    found = inverse @ scaled
    return np.asarray(found / (size if right.ndim == 1 else size[:, None]))
