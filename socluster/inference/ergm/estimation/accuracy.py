"""What are draws worth that depend on each other? Effective number, covariance of their mean, and when they settle."""

from __future__ import annotations

import numpy as np
from scipy.special import chdtri, fdtrc

from socluster.core.columns import Array

__all__ = ["effective_size", "far_off", "geweke", "mean_covariance"]


def mean_covariance(chains: Array) -> Array:
    """Return the covariance of the mean of all draws, which depend on the draws before them in their chain.

    Means of batches of about the square root of the draws are nearly independent of each other (replicated batch
    means); their spread around the common mean also sees chains that disagree.

    Parameters
    ----------
    chains : ndarray of shape (chains, draws, p)
        The draws.

    Returns
    -------
    ndarray of shape (p, p)
    """
    n_chains, draws, p = chains.shape
    batch = max(1, int(np.sqrt(draws)))
    number = draws // batch
    used = chains[:, draws - number * batch :]
    means = used.reshape(n_chains * number, batch, p).mean(axis=1)
    away = means - means.mean(axis=0)
    return np.asarray(away.T @ away / max(len(means) - 1, 1) / len(means))


def effective_size(chains: Array) -> float:
    """Return how many independent draws would say as much about all means together (Vats, Flegal & Jones 2019).

    .. math:: n \\left( \\frac{|V|}{|S|} \\right)^{1/p}

    with V the covariance of the draws and S that of their mean, times n (doi:10.1093/biomet/asz002). It is never more
    than the number of draws: what is above comes from the estimate, not from the chain.

    Parameters
    ----------
    chains : ndarray of shape (chains, draws, p)
        The draws.
    """
    n = chains.shape[0] * chains.shape[1]
    flat = chains.reshape(n, -1)
    scale = flat.std(axis=0)
    moves = scale > 1e-12 * np.maximum(np.abs(flat).max(axis=0, initial=0), 1.0)
    if not moves.any() or n < 2:
        return float(n)
    scaled = (chains[:, :, moves] - flat[:, moves].mean(axis=0)) / scale[moves]
    values, vectors = np.linalg.eigh(np.cov(scaled.reshape(n, -1), rowvar=False).reshape(int(moves.sum()), -1))
    kept = values > 1e-10 * values.max()
    basis = vectors[:, kept] / np.sqrt(values[kept])
    of_mean = mean_covariance(scaled @ basis) * n
    sign, logarithm = np.linalg.slogdet(of_mean)
    if sign <= 0:
        return float(n)
    return float(min(n, n * np.exp(-logarithm / kept.sum())))


def geweke(chains: Array, *, first: float = 0.2, last: float = 0.5) -> float:
    """Return how likely the first and the last part of the chains differ as much by chance (0 to 1).

    Geweke's comparison of two means, of all statistics together.

    Parameters
    ----------
    chains : ndarray of shape (chains, draws, p)
        The draws.
    first, last : float
        Which shares of the draws are compared.
    """
    draws = chains.shape[1]
    begin, end = chains[:, : max(2, int(first * draws))], chains[:, draws - max(2, int(last * draws)) :]
    gap = begin.mean(axis=(0, 1)) - end.mean(axis=(0, 1))
    squared = squared_distance(gap, mean_covariance(begin) + mean_covariance(end))
    batches = begin.shape[0] * max(1, int(np.sqrt(begin.shape[1])))
    return _chance(squared, len(gap), batches)


def far_off(chains: Array, target: Array, confidence: float = 0.99) -> tuple[float, float]:
    """Return how far the mean of the draws lies from a target, in the model's own units, and how far it may be.

    The squared distance is d2 = (m - g)' V^-1 (m - g), with V the covariance of the draws: 0.01 is a tenth of a
    standard error in the worst direction.

    Parameters
    ----------
    chains : ndarray of shape (chains, draws, p)
        The draws.
    target : ndarray of shape (p,)
        What the mean should be.
    confidence : float, default 0.99
        How sure the second number is.

    Returns
    -------
    tuple of float
        d2 as measured, less what chance alone adds on average; and the d2 that is not exceeded, with this confidence.
    """
    flat = chains.reshape(-1, chains.shape[2])
    away = flat.mean(axis=0) - target
    squared = squared_distance(away, np.cov(flat, rowvar=False).reshape(len(target), -1))
    size = effective_size(chains)
    distance = np.sqrt(max(0.0, squared - len(target) / size))
    return float(distance**2), float((distance + np.sqrt(chdtri(len(target), 1 - confidence) / size)) ** 2)


def squared_distance(away: Array, covariance: Array) -> float:
    """Return away' covariance^-1 away, in the directions in which the covariance is not flat.

    Infinite where something is away in a direction in which nothing ever varies.
    """
    size = np.sqrt(np.diag(covariance))
    moves = size > 0
    if (np.abs(away[~moves]) > 1e-9).any():
        return float("inf")
    if not moves.any():
        return 0.0
    scaled = away[moves] / size[moves]
    values, vectors = np.linalg.eigh(covariance[np.ix_(moves, moves)] / np.outer(size[moves], size[moves]))
    kept = values > 1e-10 * values.max()
    return float((((vectors[:, kept].T @ scaled) ** 2) / values[kept]).sum())


def _chance(squared: float, p: int, batches: int) -> float:
    """Return how likely Hotelling's T2 is at least so large."""
    free = batches - p
    if free < 1 or not np.isfinite(squared):
        return 1.0 if np.isfinite(squared) else 0.0
    return float(fdtrc(p, free, squared * free / (p * max(batches - 1, 1))))
