"""Where does a sample of networks lead? The next coefficients, from networks that were simulated at the last ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.newton import maximise, solved

__all__ = ["Reweighted", "lognormal_step", "reweighted"]

LEAP = 1.0  # d2 of a step of the lognormal form: one standard deviation of the statistics


@dataclass(frozen=True, eq=False)
class Reweighted:
    """What a sample says about other coefficients than its own, each draw weighted by how much likelier it is there.

    Parameters
    ----------
    step : ndarray of shape (p,)
        From the sample's coefficients to the others.
    covariance : ndarray of shape (p, p)
        Covariance of the statistics there.
    share : float
        Effective share of the draws under these weights: near 1 if the others are near.
    settled : bool
        Whether the search for them came to rest.
    """

    step: Array
    covariance: Array
    share: float
    settled: bool


def lognormal_step(mean: Array, covariance: Array, target: Array) -> Array:
    """Return the step that brings the mean of the statistics to the target, were these normal: V^-1 (target - mean).

    It is shortened where it would lead farther than a standard deviation of the statistics.
    """
    away = target - mean
    step = solved(covariance, away)
    far = float(away @ step)
    return step if far <= LEAP else step * np.sqrt(LEAP / far)


def reweighted(sample: Array, target: Array, seen: Array | None = None) -> Reweighted:
    """Return the step at which the sample, reweighted, has the target for its mean.

    It maximises step . target - log mean exp(step . sample), the estimated gain in log-likelihood
    (Geyer & Thompson 1992, doi:10.1111/j.2517-6161.1992.tb01443.x).

    Parameters
    ----------
    sample : ndarray of shape (draws, p)
        Statistics of networks simulated at the present coefficients.
    target : ndarray of shape (p,)
        Statistics observed; with `seen`, what the mean of these would be with the step.
    seen : ndarray of shape (some, p), optional
        Statistics of networks simulated with what is known held fixed, where some dyads are unknown.
    """
    scale = sample.std(axis=0)
    moves = scale > 1e-12 * np.maximum(np.abs(sample).max(axis=0, initial=0), 1.0)
    rows = (sample[:, moves] - target[moves]) / scale[moves]
    others = None if seen is None else (seen[:, moves] - target[moves]) / scale[moves]

    def evaluated(step: Array) -> tuple[float, Array, Array]:
        total, mean, covariance = _moments(rows, step)
        if others is None:
            return -total, -mean, covariance
        known, known_mean, known_covariance = _moments(others, step)
        information = covariance - known_covariance
        if np.linalg.eigvalsh(information).min(initial=1.0) <= 0:
            information = covariance
        return known - total, known_mean - mean, information

    found = maximise(evaluated, np.zeros(int(moves.sum())))
    step = np.zeros(len(target))
    step[moves] = found.coefficients / scale[moves]
    energy = rows @ found.coefficients
    weights = np.exp(energy - logsumexp(energy))
    away = sample - weights @ sample
    covariance = (away * weights[:, None]).T @ away
    return Reweighted(step, covariance, float(1 / (weights**2).sum() / len(sample)), found.settled)


def _moments(rows: Array, step: Array) -> tuple[float, Array, Array]:
    """Return log mean exp(step . rows), and mean and covariance of the rows with these weights."""
    energy = rows @ step
    total = logsumexp(energy)
    weights = np.exp(energy - total)
    mean = weights @ rows
    away = rows - mean
    return float(total - np.log(len(rows))), mean, (away * weights[:, None]).T @ away
