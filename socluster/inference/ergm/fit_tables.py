"""A fitted model in numbers: a row per coefficient, and a row per statistic of every network of the last sample."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from socluster.core.columns import Array
from socluster.inference.ergm.estimate import Estimate

__all__ = ["chain_table", "coefficient_table"]


def coefficient_table(estimate: Estimate, names: Sequence[str], interval: float) -> pd.DataFrame:
    """Return one row per coefficient, with the columns of `ErgmFit.to_frame`.

    Parameters
    ----------
    estimate : Estimate
        Coefficients and their errors.
    names : sequence of str
        What they are called.
    interval : float
        Probability that the interval low to high covers a coefficient.
    """
    value, se = estimate.coefficients, estimate.se
    z = value / se
    reach = float(ndtri((1 + interval) / 2)) * se
    columns = {
        "estimate": value,
        "se": se,
        "mc_error": estimate.mc_error,
        "z": z,
        "p": 2 * ndtr(-np.abs(z)),
        "low": value - reach,
        "high": value + reach,
    }
    return pd.DataFrame(columns, index=pd.Index(names, name="term"))


def chain_table(drawn: Array, names: Sequence[str], observed: Array) -> pd.DataFrame:
    """Return one row per statistic and network of the chains, with the columns of `ErgmFit.chains`.

    Parameters
    ----------
    drawn : ndarray of shape (chains, draws, p)
        The statistics of the last sample.
    names : sequence of str
        What they are called.
    observed : ndarray of shape (p,)
        What was observed of them.
    """
    n_chains, draws, p = drawn.shape
    columns = {
        "chain": np.tile(np.repeat(np.arange(1, n_chains + 1), draws), p),
        "draw": np.tile(np.arange(1, draws + 1), n_chains * p),
        "value": drawn.transpose(2, 0, 1).ravel(),
        "observed": np.repeat(observed, n_chains * draws),
    }
    return pd.DataFrame(columns, index=pd.Index(np.repeat(list(names), n_chains * draws), name="term"))
