"""How often chance gives at least as much, at most as much, or anything at least as far out as what was observed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array

__all__ = ["PValues", "p_values"]

ROUNDING = 1e-9  # relative: values that differ by less are the same value, reckoned in another order


@dataclass(frozen=True, eq=False)
class PValues:
    """P-values of several quantities, each array of shape (quantities,).

    Parameters
    ----------
    higher : ndarray
        How likely the null gives at least the observed value.
    lower : ndarray
        How likely it gives at most the observed value.
    two_sided : ndarray
        Twice the smaller of these, at most 1.
    error : ndarray
        Monte-Carlo standard error of the two-sided one; 0 where the null was enumerated.
    """

    higher: Array
    lower: Array
    two_sided: Array
    error: Array


def p_values(observed: Array, null: Array, *, probability: Array | None = None) -> PValues:
    """Return the p-values of quantities from draws of a null, or from all its networks with their probabilities.

    Of draws, a p-value is (1 + r) / (1 + N), with r of N draws at least as far out: the observed network counts as one
    draw, so that p is never 0 and never too small (Phipson & Smyth 2010). Of an enumerated null it is the probability
    itself.

    Parameters
    ----------
    observed : ndarray of shape (quantities,)
        The observed values.
    null : ndarray of shape (N, quantities)
        Values under the null; those that are undefined (NaN) are left out.
    probability : ndarray of shape (N,), optional
        How likely each row of `null` is, if the rows are all that the null can give; they sum up to 1.

    Returns
    -------
    PValues
        NaN where the observed value is undefined, or no value of the null is defined.

    References
    ----------
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology, 9, article 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> found = p_values(np.array([2.0]), np.array([[0.0], [1.0], [2.0]]))
    >>> found.higher, found.lower
    (array([0.5]), array([1.]))
    """
    observed, null = np.asarray(observed, dtype=float), np.asarray(null, dtype=float)
    known = ~np.isnan(null)
    is_same = np.isclose(null, observed, rtol=ROUNDING, atol=ROUNDING)
    above, below = (null > observed) | is_same, (null < observed) | is_same
    if probability is None:
        number = known.sum(axis=0)
        higher, lower = ((1 + side.sum(axis=0)) / (1 + number) for side in (above, below))
    else:
        weight = probability[:, None] * known
        number = weight.sum(axis=0)
        with np.errstate(invalid="ignore"):
            higher, lower = (np.minimum(1.0, (weight * side).sum(axis=0) / number) for side in (above, below))
    smaller = np.minimum(higher, lower)
    with np.errstate(invalid="ignore", divide="ignore"):
        error = 2 * np.sqrt(smaller * (1 - smaller) / number) if probability is None else np.zeros_like(smaller)
    undefined = np.isnan(observed) | (number == 0)
    answers = (higher, lower, np.minimum(1.0, 2 * smaller), error)
    return PValues(*(np.where(undefined, np.nan, each) for each in answers))
