"""A tapered model: networks far from the observed statistics become unlikely, so that it never degenerates."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from socluster.core.columns import Array
from socluster.inference.ergm.estimate import Estimate, exact_estimate
from socluster.inference.ergm.estimation.climbing import Rules
from socluster.inference.ergm.estimation.newton import solved
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.maximum import maximum_of
from socluster.inference.ergm.model import ErgmModel

__all__ = ["RADIUS", "tapered_estimate", "tapered_model"]

RADIUS = 2.0  # as in R's ergm.tapered


def tapered_model(model: ErgmModel, radius: float = RADIUS) -> ErgmModel:
    """Return the model with a taper around the observed statistics (Fellows & Handcock 2017, arXiv:1702.07801).

    .. math:: \\log p(y) = \\theta^T g(y) - \\sum_k \\tau_k (g_k(y) - g_k)^2 - \\log \\kappa,
        \\qquad \\tau_k = \\frac{1}{r^2 \\max(1, |g_k|)}

    Parameters
    ----------
    model : ErgmModel
        The model.
    radius : float, default 2.0
        r: how many square roots of an observed statistic networks may lie from it, roughly.
    """
    observed = model.statistics()
    return replace(model, taper=(observed, 1 / (radius**2 * np.maximum(1.0, np.abs(observed)))))


def tapered_estimate(model: ErgmModel, seed: int, rules: Rules) -> Estimate:
    """Return the maximum-likelihood estimate of a tapered model.

    Parameters
    ----------
    model : ErgmModel
        With its taper.
    seed : int
        Seed of all chains.
    rules : Rules
        How exactly.

    Raises
    ------
    CollinearTermsError
        If terms follow from each other.
    NoMaximumError
        If some coefficient would be infinite, with the taper, too.
    """
    how = how_exactly(model)
    found = maximum_of(model, seed, rules) if how is None else exact_estimate(model, how)
    return replace(found, how="tapered", variance_ratio=_variance_ratio(model, found))


def _variance_ratio(model: ErgmModel, found: Estimate) -> Array:
    """Return the variance of each statistic, as a share of what it would be without the taper.

    Were statistics normal, the taper would add twice the pull to the inverse of their covariance. Where nothing is left
    without it, the coefficients alone would not hold the statistic: the share is 0.
    """
    assert model.taper is not None
    information = solved(found.covariance, np.eye(model.p))
    left = solved(information, np.eye(model.p)) - 2 * np.diag(model.taper[1])
    values = np.linalg.eigvalsh(left)
    if values.min(initial=1.0) <= 0:
        return np.zeros(model.p)
    return np.asarray(np.diag(information) / np.diag(solved(left, np.eye(model.p))))
