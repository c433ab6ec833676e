"""Values brought to about 1 by a power of two, which changes no digit and keeps their sums and squares finite."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Matrix, Vector

__all__ = ["at_most_one", "exponent", "scaled"]


def exponent(values: Vector) -> int:
    """Return the e for which the largest absolute value is below 2 ** e and at least half of that; 0 if all are 0."""
    largest = float(np.abs(values).max(initial=0.0))
    return int(np.frexp(largest)[1]) if np.isfinite(largest) else 0


def scaled(values: Vector) -> Vector:
    """Return the values divided by the power of two with which the largest absolute one is from 0.5 to 1."""
    return np.ldexp(np.asarray(values, dtype=np.float64), -exponent(values))


def at_most_one(matrix: Matrix) -> Matrix:
    """Return a new matrix with the values scaled as in `scaled`."""
    result = matrix.copy()
    result.data = scaled(matrix.data)
    return result
