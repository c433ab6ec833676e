"""Logistic regression on one number: the probability of each case, as maximum likelihood has it."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["logistic_fit"]

ROUNDS = 100
CLOSE = 1e-10


def logistic_fit(x: Vector, happened: Vector) -> Vector | None:
    """Return the fitted probability of every case, or None if the number separates what happened from what did not.

    Parameters
    ----------
    x : ndarray of float
        The number on which the probability depends.
    happened : ndarray of bool
        What happened.

    Notes
    -----
    Without cases, or if all or none happened, the probabilities are the observed share; so they are if x never varies.
    Where what happened and what did not meet in one value only, they are those of the limit: 0 and 1 but for that one.
    """
    share = float(happened.mean()) if len(x) else 0.0
    spread = float(x.std()) if len(x) else 0.0
    if not 0 < share < 1 or spread == 0:
        return np.full(len(x), share)
    tied, free = x[happened], x[~happened]
    if tied.max() < free.min() or free.max() < tied.min():
        return None
    if tied.max() == free.min() or free.max() == tied.min():  # apart but for one value, so that the slope is infinite
        border = tied.max() if tied.max() == free.min() else tied.min()
        is_there = x == border
        return np.where(is_there, happened[is_there].mean(), happened.astype(float))
    z = (x - x.mean()) / spread
    design = np.column_stack([np.ones(len(z)), z])
    coefficients = np.array([np.log(share / (1 - share)), 0.0])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-design @ coefficients))
        gradient = design.T @ (happened - p)
        if np.abs(gradient).max() < CLOSE * len(z):
            break
        step = np.linalg.solve((design * (p * (1 - p))[:, None]).T @ design, gradient)
        coefficients = coefficients + step * min(1.0, 2.0 / np.abs(step).max())
    return np.asarray(p)
