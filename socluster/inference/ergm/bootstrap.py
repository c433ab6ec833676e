"""Pseudo-likelihood with honest errors: networks simulated from the fit are fitted again; the error is their spread.

Standard errors of logistic regression take dyads as independent and are too small where they are not
(Schmid & Desmarais 2017, doi:10.1109/BigData.2017.8257956).
"""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.progress import progress
from socluster.inference.ergm.estimate import Estimate
from socluster.inference.ergm.exact import pseudo
from socluster.inference.ergm.existence import no_maximum, why_endless
from socluster.inference.ergm.maximum import refuse_same_terms
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.networks import CHAINS, far_apart, thinning_for

__all__ = ["REPLICATES", "pseudo_estimate"]

REPLICATES = 200
BETWEEN = 8  # times the usual thinning between networks that are refitted: they should not be alike
BURN_IN = 64
LEAST = 0.5  # share of the networks that must have an estimate


def pseudo_estimate(model: ErgmModel, seed: int, replicates: int = REPLICATES) -> Estimate:
    """Return the maximum of the pseudo-likelihood, with standard errors by parametric bootstrap.

    Parameters
    ----------
    model : ErgmModel
        What to fit.
    seed : int
        Seed of the networks that are refitted.
    replicates : int, default 200
        How many of them.

    Raises
    ------
    CollinearTermsError
        If terms follow from each other.
    NoMaximumError
        If some coefficient would be infinite.
    InputError
        If there is only one replicate, or most of the simulated networks have no estimate.
    """
    if replicates < 2:
        raise InputError("standard errors by bootstrap need at least 2 draws")
    refuse_same_terms(model, seed)
    likelihood = pseudo(model)
    found = likelihood.maximum()
    direction = why_endless(likelihood, found)
    if direction is not None:
        raise no_maximum(direction, model.names, model.statistics(), of_dyads=True)
    refitted = _refitted(model, found.coefficients, seed, replicates)
    if len(refitted) < max(2, LEAST * replicates):
        raise InputError(
            "of {all} networks simulated from the pseudo-likelihood estimate only {some} have an estimate of their "
            "own, too few for standard errors; use method='mcmle', or fewer terms",
            {"all": replicates, "some": len(refitted)},
        )
    return Estimate(
        how="mple",
        coefficients=found.coefficients,
        covariance=np.cov(refitted, rowvar=False).reshape(model.p, model.p),
        mc_error=np.zeros(model.p),
        replicates=replicates,
        without=replicates - len(refitted),
    )


def _refitted(model: ErgmModel, theta: Array, seed: int, replicates: int) -> Array:
    """Return the pseudo-likelihood estimates of simulated networks that have one: array of shape (some, p)."""
    thinning = BETWEEN * thinning_for(model)
    chains = [
        model.chain([seed, 20, at], start=start) for at, start in enumerate(far_apart(model, [seed, 20])[:CHAINS])
    ]
    found = []
    for replicate in progress(range(replicates), replicates, "refitting simulated networks", "network"):
        chain = chains[replicate % len(chains)]
        chain.run(theta, 1, thinning=thinning, burn_in=BURN_IN * thinning if replicate < len(chains) else 0)
        likelihood = pseudo(model, chain.matrix)
        again = likelihood.maximum(theta)
        if why_endless(likelihood, again) is None:
            found.append(again.coefficients)
    return np.array(found).reshape(-1, model.p)
