"""One actor who joins, for many candidate sets of partners: tables with a row per candidate."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["inverse", "owners", "sums", "with_newcomer"]


def inverse(values: Vector) -> Vector:
    """Return 1 / value; 0 stays 0."""
    return np.divide(1.0, values, out=np.zeros(len(values)), where=values > 0)


def owners(starts: Vector) -> Vector:
    """Return to which candidate every partner belongs; candidate c has those from starts[c] up to starts[c + 1]."""
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))


def sums(code: Vector, values: Vector, n: int) -> Vector:
    """Return the sum of the values of each of the codes 0, ..., n - 1."""
    return np.bincount(code, values, minlength=n).astype(np.float64, copy=False)  # numpy counts nothing in integers


def with_newcomer(before: Vector, newcomer: Vector) -> Vector:
    """Return a row per candidate: what everybody had before, and what the newcomer has, last.

    Parameters
    ----------
    before : array of shape (n, ...)
    newcomer : array of shape (candidates, ...)

    Returns
    -------
    array of shape (candidates, n + 1, ...)
    """
    n = len(before)
    result = np.empty((len(newcomer), n + 1, *before.shape[1:]), dtype=before.dtype)
    result[:, :n] = before
    result[:, n] = newcomer
    return result
