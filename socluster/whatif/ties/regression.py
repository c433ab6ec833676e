"""Logistic regression by iteratively reweighted least squares, with or without Firth's penalty; arrays in and out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError

__all__ = ["Regression", "below_normal", "dependent_columns", "expit", "regression", "separates"]

STEPS = 100


@dataclass(frozen=True, eq=False)
class Regression:
    """What a logistic regression found.

    Parameters
    ----------
    coefficients : ndarray of shape (k,)
        One per column.
    covariance : ndarray of shape (k, k)
        Their covariance: the inverse of the information matrix.
    log_likelihood : float
        At these coefficients, without penalty.
    """

    coefficients: Array
    covariance: Array
    log_likelihood: float


def regression(X: Array, y: Array, *, firth: bool) -> Regression:
    """Return the coefficients that make the outcomes likeliest.

    Newton's method on the log-likelihood l(b) = sum y log p + (1 - y) log(1 - p) with p = 1 / (1 + exp(-X b)): each
    step solves a weighted least squares problem with the weights p (1 - p). With `firth`, what is maximised is
    l(b) + log det(X' W X) / 2, which stays finite whatever the data (Firth 1993, doi:10.1093/biomet/80.1.27).

    Parameters
    ----------
    X : ndarray of shape (n, k)
        Columns that do not depend on each other.
    y : ndarray of shape (n,)
        Outcomes between 0 and 1.
    firth : bool
        Whether to penalise.
    """
    scale = np.maximum(np.abs(X).max(axis=0), 1e-300)  # large numbers, such as money, would spoil the solution
    X = X / scale
    b = np.zeros(X.shape[1])
    for _ in range(STEPS):
        p = expit(X @ b)
        information = (X.T * (p * (1 - p))) @ X
        residual = y - p
        if firth:
            half_leverage = 0.5 * p * (1 - p) * np.einsum("ij,ji->i", X, np.linalg.solve(information, X.T))
            residual = residual + half_leverage * (1 - 2 * p)
        step = np.linalg.solve(information, X.T @ residual)
        size = np.abs(step).max()
        b = b + step * min(1.0, 5.0 / max(size, 1e-300))  # no leap: far out all weights are 0
        if size < 1e-10:
            break
    else:
        raise InputError("the regression does not settle on coefficients; use fewer terms")
    p = expit(X @ b)
    covariance = np.linalg.inv((X.T * (p * (1 - p))) @ X) / np.outer(scale, scale)
    log_likelihood = -(y * np.logaddexp(0, -X @ b) + (1 - y) * np.logaddexp(0, X @ b)).sum()
    return Regression(b / scale, covariance, float(log_likelihood))


def dependent_columns(X: Array) -> list[int]:
    """Return the columns that follow from those before them: there is no telling their coefficients apart."""
    scaled = X / np.maximum(np.abs(X).max(axis=0), 1e-300)
    ranks = [int(np.linalg.matrix_rank(scaled[:, : k + 1])) for k in range(X.shape[1])]
    return [k for k, rank in enumerate(ranks) if rank == (ranks[k - 1] if k else 0)]


def separates(X: Array, y: Array) -> bool:
    """Whether some combination of the columns tells all outcomes, or some of them, without a single mistake.

    Then the likelihood has no maximum: coefficients grow without end (Albert & Anderson 1984,
    doi:10.1093/biomet/71.1.1). That is so exactly if there is a b with X b >= 0 where y = 1, X b <= 0 where y = 0, and
    X b = 0 where y lies between, which is not 0 everywhere; a linear programme finds it. It is solved only where the
    regression has not already come to rest at a maximum that is clearly finite.
    """
    if _comes_to_rest(X, y):
        return False
    signs = np.where(y >= 1, 1.0, np.where(y <= 0, -1.0, 0.0))
    scaled = X / np.maximum(np.abs(X).max(axis=0), 1e-300)
    rows = np.unique(np.column_stack([scaled, signs]), axis=0)
    scaled, signs = rows[:, :-1], rows[:, -1]
    clear = scaled[signs != 0] * signs[signs != 0, None]
    mixed = scaled[signs == 0]
    from scipy.optimize import linprog  # takes long to load, and few models ask

    found = linprog(
        -clear.sum(axis=0),
        A_ub=-clear if len(clear) else None,
        b_ub=np.zeros(len(clear)) if len(clear) else None,
        A_eq=mixed if len(mixed) else None,
        b_eq=np.zeros(len(mixed)) if len(mixed) else None,
        bounds=(-1, 1),
    )
    return bool(found.success and found.fun < -1e-9)


def _comes_to_rest(X: Array, y: Array) -> bool:
    """Whether the log-likelihood, which is concave, is flat at a point where no probability is next to 0 or 1."""
    try:
        found = regression(X, y, firth=False)
    except (np.linalg.LinAlgError, InputError):
        return False
    return bool(np.abs(X @ found.coefficients).max() < 12)


def below_normal(z: Array) -> Array:
    """Return how probable a standard normal number below each of these is."""
    from scipy.special import ndtr  # as for `expit`

    return np.asarray(ndtr(z))


def expit(log_odds: Array) -> Array:
    """Return the probabilities that have these log odds."""
    from scipy.special import expit as of_scipy  # takes long to load, and few models ask

    return np.asarray(of_scipy(log_odds))
