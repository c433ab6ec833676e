"""The coefficients of a regression of dyads: by least squares, or by the largest likelihood of ties or of counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from scipy.special import xlogy

from socluster._kernels.sampling.likelihood_fits import Family, fitted
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.inference.qap.design import Design
from socluster.words import itemised, later, marked

__all__ = ["FAMILIES", "Estimates", "RegressionFamily", "estimates_of"]

RegressionFamily: TypeAlias = Literal["linear", "logit", "poisson"]
NOTHING = 1e-14  # part of a sum of squares that is rounding

FAMILIES: tuple[RegressionFamily, ...] = ("linear", "logit", "poisson")


@dataclass(frozen=True, eq=False)
class Estimates:
    """What a regression found.

    Parameters
    ----------
    coefficients, statistics : ndarray of shape (p,)
        Each coefficient, and its t (linear) or z.
    r_squared : float
        Share of the variance that is explained; of other families, of the deviance.
    adjusted_r_squared : float
        The same, less what chance columns would explain; NaN for other families.
    deviance, null_deviance : float
        What is left unexplained, with the columns and with the mean alone; of linear regressions, sums of squares.
    """

    coefficients: Array
    statistics: Array
    r_squared: float
    adjusted_r_squared: float
    deviance: float
    null_deviance: float


def estimates_of(design: Design, family: RegressionFamily) -> Estimates:
    """Return the coefficients over all dyads that are known.

    Raises
    ------
    InputError
        If the outcome is not what the family is about, or a predictor tells ties without a mistake.
    """
    y, X = design.y[design.is_complete], design.x[design.is_complete]
    if family == "linear":
        return _least_squares(design, X, y)
    _refuse_outcome(design, y, family)
    found = fitted(X, y, family)
    if not found.has_settled:
        raise _separated(design, X, y, family)
    mean = X @ found.coefficients
    mean = 1 / (1 + np.exp(-mean)) if family == "logit" else np.exp(mean)
    deviance, null = _deviance(y, mean, family), _deviance(y, np.full_like(y, y.mean()), family)
    return Estimates(
        found.coefficients, found.coefficients / found.errors, 1 - deviance / null, float("nan"), deviance, null
    )


def _least_squares(design: Design, X: Array, y: Array) -> Estimates:
    n, p = X.shape
    scale = np.sqrt((X * X).sum(axis=0))
    Q, R = np.linalg.qr(X / scale)
    inverse = np.linalg.inv(R)
    coefficients = inverse @ (Q.T @ y)
    rest = y - Q @ (Q.T @ y)
    unexplained, total = float(rest @ rest), float(((y - y.mean()) ** 2).sum())
    if unexplained <= NOTHING * total:
        raise _without_a_rest(design, X, y)
    coefficients[np.abs(coefficients) <= NOTHING * np.sqrt(y @ y)] = 0.0  # 0, but for rounding
    t = coefficients / np.sqrt(unexplained / (n - p) * (inverse**2).sum(axis=1))
    r_squared = max(0.0, 1 - unexplained / total)
    adjusted = 1 - (1 - r_squared) * (n - 1) / (n - p)
    return Estimates(coefficients / scale, t, r_squared, adjusted, unexplained, total)


def _without_a_rest(design: Design, X: Array, y: Array) -> InputError:
    """Return the error that names the columns without which something would be left to explain."""
    guilty = []
    for k in range(design.n_levels, X.shape[1]):
        others = np.delete(X, k, axis=1)
        rest = y - others @ np.linalg.lstsq(others, y, rcond=None)[0]
        if rest @ rest > NOTHING * (y @ y):
            guilty.append(design.names[k])
    return InputError(
        "'{y}' follows from {predictors} without a rest, so that there is nothing to compare with chance; it is the "
        "same thing in other words: leave it out",
        {"y": design.outcome.name, "predictors": later(itemised, guilty or list(design.names[design.n_levels :]))},
    )


def _deviance(y: Array, mean: Array, family: RegressionFamily) -> float:
    if family == "logit":
        return float(-2 * (xlogy(y, mean) + xlogy(1 - y, 1 - mean)).sum())
    return float(2 * (xlogy(y, y) - xlogy(y, mean) - (y - mean)).sum())


def _refuse_outcome(design: Design, y: Array, family: RegressionFamily) -> None:
    name = str(design.outcome.name)
    if family == "logit" and not np.isin(y, (0, 1)).all():
        odd = float(y[~np.isin(y, (0, 1))][0])
        message = marked(
            "a logit is about ties that are there or not (1 or 0), and '{y}' has other values; take "
            "y=sc.predictors.layer(..., weighted=False), or family='linear'"
        )
        raise InputError(Problem(message, value=odd, values={"y": design.outcome.name}))
    if family == "poisson" and ((y < 0) | (y != np.round(y))).any():
        odd = float(y[(y < 0) | (y != np.round(y))][0])
        message = marked("family='poisson' is about counts (0, 1, 2, ...), and '{y}' has other values; take 'linear'")
        raise InputError(Problem(message, value=odd, values={"y": name}))


def _separated(design: Design, X: Array, y: Array, family: Family) -> InputError:
    """Return the error that names the columns without which there would be an answer."""
    guilty = [
        design.names[k]
        for k in range(design.n_levels, X.shape[1])
        if fitted(np.delete(X, k, axis=1), y, family).has_settled
    ]
    if not guilty:
        return InputError(
            "the predictors together tell some or all ties without a mistake, so that coefficients grow without end; "
            "take fewer predictors, or family='linear'"
        )
    return InputError(
        "with {predictors}, some or all ties are told without a mistake, so that coefficients grow without end; leave "
        "it out, join rare categories, or take family='linear'",
        {"predictors": later(itemised, guilty)},
    )
