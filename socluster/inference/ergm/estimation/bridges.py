"""The log-likelihood along a bridge of coefficients, from a model whose likelihood is known to the fitted one."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.accuracy import mean_covariance
from socluster.inference.ergm.estimation.sampling import Chains, enough

__all__ = ["bridge"]


def bridge(chains: Chains, begin: Array, end: Array, *, points: int = 16, size: float = 200.0) -> tuple[float, float]:
    """Return how much larger the logarithm of the normalising constant is at the end than at the beginning.

    Path sampling (Gelman & Meng 1998, doi:10.1214/ss/1028905934; Hunter & Handcock 2006,
    doi:10.1198/106186006X133069): the derivative along the way is the expected statistics times the way. The points are
    those of Gauss & Legendre, so that few of them leave next to nothing to the shape of the curve.

    Parameters
    ----------
    chains : Chains
        What simulates.
    begin, end : ndarray of shape (p,)
        Coefficients.
    points : int, default 16
        On how many points of the way.
    size : float, default 200
        Effective number of draws on each.

    Returns
    -------
    tuple of float
        The difference, and its Monte-Carlo standard error.
    """
    way = end - begin
    if not np.abs(way).any():
        return 0.0, 0.0
    places, shares = np.polynomial.legendre.leggauss(points)
    total, variance = 0.0, 0.0
    for place, share in zip((places + 1) / 2, shares / 2, strict=True):
        sample = enough(chains, begin + place * way, size, 16)
        total += share * float(sample.flat.mean(axis=0) @ way)
        variance += share**2 * float(way @ mean_covariance(sample.chains) @ way)
    return total, float(np.sqrt(variance))
