"""Logistic and Poisson regressions, of which one column or the outcome differs from draw to draw, all at once.

Newton's method on the log-likelihood. Columns that are the same in all draws are multiplied with the weights of all
draws in one product of matrices.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from scipy.special import expit

from socluster._kernels.products import Vector

__all__ = ["Family", "LikelihoodFit", "column_z", "fitted", "outcome_z"]

Family = Literal["logit", "poisson"]
STEPS = 25  # far more than what has a largest likelihood needs
LEAP = 4.0  # the most that coefficients (times the largest value of their column) move in a step, or as far as they are
SETTLED = 1e-9


class LikelihoodFit(NamedTuple):
    """A regression whose likelihood is largest.

    Parameters
    ----------
    coefficients : array of shape (p,)
    errors : array of shape (p,)
        Standard errors from the information matrix.
    log_likelihood : float
        Without what does not depend on the coefficients (the factorials of counts).
    has_settled : bool
        Whether the coefficients came to rest.
    largest : float
        The largest linear predictor, in absolute value.
    """

    coefficients: Vector
    errors: Vector
    log_likelihood: float
    has_settled: bool
    largest: float


def fitted(columns: Vector, outcome: Vector, family: Family) -> LikelihoodFit:
    """Return one regression of an outcome, array of shape (cells,), on columns, array of shape (cells, p)."""
    scale = np.maximum(np.abs(columns).max(axis=0, initial=0), 1e-300)
    found = _newton(columns / scale, None, outcome[:, None], None, family)
    predictor = (columns / scale) @ found.coefficients[:, 0]
    return LikelihoodFit(
        found.coefficients[:, 0] / scale,
        found.errors[:, 0] / scale,
        _log_likelihood(predictor, outcome, family),
        bool(found.has_settled[0]),
        float(np.abs(predictor).max(initial=0)),
    )


def column_z(others: Vector, column: Vector, known: Vector | None, outcome: Vector, family: Family) -> Vector:
    """Return the z statistic of a column that differs from draw to draw: array of shape (draws,).

    Where the column tells outcomes without a mistake, its coefficient grows without end, its standard error faster, and
    z is that after so many steps: next to 0, as that of `glm` in R.

    Parameters
    ----------
    others : array of shape (cells, p - 1)
        The columns that stay.
    column : array of shape (cells, draws)
        The column in every draw.
    known : array of bool of shape (cells, draws) or None
        Which cells count; None: all.
    outcome : array of shape (cells,)
    family : {"logit", "poisson"}

    Returns
    -------
    array
        NaN where a column depends on the others.
    """
    scale = np.maximum(np.abs(others).max(axis=0, initial=0), 1e-300)
    own = np.maximum(np.abs(column).max(axis=0, initial=0), 1e-300)
    found = _newton(others / scale, column / own, outcome[:, None], known, family)
    return np.asarray(_z(found)[-1])


def outcome_z(columns: Vector, outcomes: Vector, known: Vector | None, family: Family) -> Vector:
    """Return the z statistics of columns whose outcome differs from draw to draw: array of shape (draws, p)."""
    scale = np.maximum(np.abs(columns).max(axis=0, initial=0), 1e-300)
    return _z(_newton(columns / scale, None, outcomes, known, family)).T


class _Newton(NamedTuple):
    coefficients: Vector
    errors: Vector
    has_settled: Vector


def _z(found: _Newton) -> Vector:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(found.coefficients / found.errors)


def _newton(fixed: Vector, own: Vector | None, outcome: Vector, known: Vector | None, family: Family) -> _Newton:
    """Return coefficients and errors, of shape (p, draws): of the columns that stay, then of that which does not."""
    draws = outcome.shape[1] if own is None else own.shape[1]
    p = fixed.shape[1] + (own is not None)
    upper = np.triu_indices(fixed.shape[1])
    pairs = (fixed[:, upper[0]] * fixed[:, upper[1]]).T
    b = _start(fixed, outcome, p, draws, family)
    active = np.arange(draws)
    errors, settled = np.full((p, draws), np.nan), np.zeros(draws, dtype=bool)
    for _ in range(STEPS):
        part = _Part(
            fixed,
            None if own is None else own[:, active],
            outcome if outcome.shape[1] == 1 else outcome[:, active],
            None if known is None else known[:, active],
        )
        information, gradient = _derivatives(part, b[:, active], family, pairs, upper)
        inverse = _inverse(information)
        step = np.einsum("dij,jd->id", inverse, gradient)
        size = np.abs(step).max(axis=0, initial=0)
        is_lost = ~np.isfinite(size)
        with np.errstate(invalid="ignore", divide="ignore"):
            errors[:, active] = np.where(is_lost, errors[:, active], np.sqrt(np.einsum("dii->id", inverse)))
            most = np.maximum(LEAP, np.abs(b[:, active]).max(axis=0, initial=0))
            b[:, active] += np.where(is_lost, 0.0, step * np.minimum(1.0, most / size))
        is_done = size < SETTLED
        settled[active[is_done]] = True
        active = active[~is_done & ~is_lost]
        if not len(active):
            break
    return _Newton(b, errors, settled)


class _Part(NamedTuple):
    """The draws that have not come to rest."""

    fixed: Vector
    own: Vector | None
    outcome: Vector
    known: Vector | None


def _start(fixed: Vector, outcome: Vector, p: int, draws: int, family: Family) -> Vector:
    """Begin where the outcomes that are the same in all draws would end, without the column that is not."""
    b = np.zeros((p, draws))
    if family == "poisson":  # from nothing, a step would leap
        level = np.log(np.maximum(outcome.mean(), 1e-10))
        b[: fixed.shape[1]] = np.linalg.lstsq(fixed, np.full(len(fixed), level), rcond=None)[0][:, None]
    if p > fixed.shape[1]:
        b[:-1] = _newton(fixed, None, outcome, None, family).coefficients
    return b


def _derivatives(
    part: _Part, b: Vector, family: Family, pairs: Vector, upper: tuple[Vector, ...]
) -> tuple[Vector, Vector]:
    """Return the information, of shape (draws, p, p), and the gradient, of shape (p, draws)."""
    fixed, own, outcome, known = part
    k = fixed.shape[1]
    predictor = fixed @ b[:k]
    if own is not None:
        predictor += own * b[k]
    if family == "logit":
        mean = expit(predictor)
        weight = mean * (1 - mean)
    else:
        mean = np.exp(np.minimum(predictor, 700.0))
        weight = mean
    rest = outcome - mean
    if known is not None:
        weight, rest = weight * known, rest * known
    draws = predictor.shape[1]
    information = np.empty((draws, b.shape[0], b.shape[0]))
    information[:, upper[0], upper[1]] = information[:, upper[1], upper[0]] = (pairs @ weight).T
    gradient = fixed.T @ rest
    if own is not None:
        weighted = weight * own
        information[:, :k, k] = information[:, k, :k] = (fixed.T @ weighted).T
        information[:, k, k] = (weighted * own).sum(axis=0)
        gradient = np.vstack([gradient, (own * rest).sum(axis=0)])
    return information, gradient


def _inverse(information: Vector) -> Vector:
    """Invert every matrix; NaN for those that cannot be."""
    try:
        return np.linalg.inv(information)
    except np.linalg.LinAlgError:
        found = np.full(information.shape, np.nan)
        for draw, each in enumerate(information):
            try:
                found[draw] = np.linalg.inv(each)
            except np.linalg.LinAlgError:
                continue
        return found


def _log_likelihood(predictor: Vector, outcome: Vector, family: Family) -> float:
    if family == "logit":
        return float(-(outcome * np.logaddexp(0, -predictor) + (1 - outcome) * np.logaddexp(0, predictor)).sum())
    return float((outcome * predictor - np.exp(predictor)).sum())
