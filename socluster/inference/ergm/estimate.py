"""An estimate of a model, however it was come by: coefficients, how sure they are, and what was done for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.inference.ergm.exact import Exactly, exactly
from socluster.inference.ergm.existence import refuse_collinear, refuse_endless
from socluster.inference.ergm.model import ErgmModel

__all__ = ["Estimate", "How", "exact_estimate"]

How: TypeAlias = Literal["dyads", "pairs", "enumeration", "mple", "mcmle", "tapered"]
"""How coefficients were found: exactly in three ways, by pseudo-likelihood, by simulation, or with a taper."""


@dataclass(frozen=True, eq=False)
class Estimate:
    """Coefficients of a model and how sure they are.

    Parameters
    ----------
    how : str
        How they were found.
    coefficients : ndarray of shape (p,)
        The estimate.
    covariance : ndarray of shape (p, p)
        Of the coefficients, the Monte-Carlo error included.
    mc_error : ndarray of shape (p,)
        Standard deviation of the Monte-Carlo error of each; 0 where nothing was simulated.
    log_likelihood : float or None
        Where it is known exactly.
    chains : ndarray of shape (chains, draws, p) or None
        Statistics of the networks of the last sample.
    path : DataFrame
        A row per iteration: step, d2, t_ratio, size, draws; empty where nothing was simulated.
    size : float
        How many independent networks the last sample is worth.
    replicates : int
        Of a bootstrap: how many networks were refitted.
    without : int
        Of a bootstrap: how many of its networks have no estimate.
    thinning : int or None
        Proposals between two networks of the last sample.
    settled : bool
        Whether all rules of convergence are met.
    variance_ratio : ndarray of shape (p,) or None
        Of a taper: variance of each statistic with the taper, as a share of what the coefficients alone would give, as
        far as that can be told.
    """

    how: How
    coefficients: Array
    covariance: Array
    mc_error: Array
    log_likelihood: float | None = None
    chains: Array | None = None
    path: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["step", "d2", "t_ratio", "size", "draws"]))
    size: float = 0.0
    replicates: int = 0
    without: int = 0
    thinning: int | None = None
    settled: bool = True
    variance_ratio: Array | None = None

    @property
    def se(self) -> Array:
        """Standard errors."""
        return np.asarray(np.sqrt(np.diag(self.covariance)))

    @property
    def share_of_error(self) -> float:
        """The largest Monte-Carlo error of a coefficient, as a share of its standard error."""
        return float((self.mc_error / self.se).max(initial=0))


def exact_estimate(model: ErgmModel, how: Exactly) -> Estimate:
    """Return the maximum of a likelihood that is known exactly.

    Raises
    ------
    CollinearTermsError
        If terms follow from each other.
    NoMaximumError
        If some coefficient would be infinite.
    """
    likelihood = exactly(model, how)
    refuse_collinear(likelihood.differences(), model.names)
    found = likelihood.maximum()
    refuse_endless(likelihood, found, model.names, model.statistics(), of_dyads=how == "dyads")
    return Estimate(
        how=how,
        coefficients=found.coefficients,
        covariance=found.covariance,
        mc_error=np.zeros(model.p),
        log_likelihood=found.log_likelihood,
    )
