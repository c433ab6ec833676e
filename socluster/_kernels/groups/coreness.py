"""Coreness: a number for every row so that the products of two of them come as near as can be to the matrix."""

from __future__ import annotations

import numpy as np
from scipy import optimize

from socluster._kernels.products import Matrix, Vector

__all__ = ["minres"]

STARTS = 10  # neighbourhoods from which the search starts again
ROUGH, FINE = 30, 200  # steps from every start, and from the best of the places that they lead to


def minres(strength: Matrix) -> Vector:
    """Return c >= 0 with the least sum of (a_ij - c_i c_j)^2 over all i != j that the search finds.

    The two directions of a pair need not be equal; c then comes as near as can be to both, which is the same as coming
    near to their mean.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Strengths; nothing on the diagonal.

    Returns
    -------
    array of shape (n,)
    """
    n = strength.shape[0]
    if not strength.nnz:
        return np.zeros(n)
    unit = strength.data.max()
    mean = ((strength + strength.T) / (2 * unit)).tocsr()
    of_row = np.asarray(mean.sum(axis=1)).ravel()
    found = [_descend(mean, start, ROUGH) for start in _starts(mean, of_row)]
    least = min(loss for loss, _ in found)
    nearest = next(values for loss, values in found if loss <= least + 1e-6 * n)
    best = _descend(mean, nearest, FINE)[1]
    scaled: Vector = best * np.sqrt(unit)
    return scaled


def _starts(mean: Matrix, of_row: Vector) -> list[Vector]:
    """Return rows by their sums, as if ties were spread at random; over all of them, and near each of the strongest."""
    starts = [of_row / np.sqrt(of_row.sum())]
    for row in np.argsort(-of_row, kind="stable")[:STARTS]:
        near = np.zeros(len(of_row))
        near[row] = 1.0
        near[mean.indices[mean.indptr[row] : mean.indptr[row + 1]]] = 1.0
        part = near * (mean @ near)
        if part.sum():
            starts.append(part / np.sqrt(part.sum()))
    return starts


def _descend(mean: Matrix, start: Vector, steps: int) -> tuple[float, Vector]:
    """Return the loss (less a constant) and the place that the way down from a start has come to after some steps."""

    def loss(values: Vector) -> tuple[float, Vector]:
        reached, square = mean @ values, values @ values
        gradient = 4 * (values * square - values**3 - reached)
        return float(square**2 - (values**4).sum() - 2 * (values @ reached)), gradient

    options = {"maxiter": steps, "maxcor": 20, "ftol": 1e-13, "gtol": 1e-8}
    end = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start), options=options)
    return float(end.fun), np.asarray(end.x)
