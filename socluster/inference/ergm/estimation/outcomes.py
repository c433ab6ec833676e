"""The exact likelihood of what takes one of several outcomes: a dyad, a pair of actors, or a whole network.

A dyad that depends on no other has two outcomes (logistic regression), a pair of actors four, and a small cluster as
many as there are networks. What is unknown leaves several outcomes possible that may have been the case: the likelihood
is the probability of all of these together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.newton import Maximum, maximise

__all__ = ["Outcomes", "of_dyads", "of_list", "of_pairs"]


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Units that are independent of each other, each of which takes one of several outcomes.

    Parameters
    ----------
    statistics : ndarray of shape (units, outcomes, p)
        What the unit adds to the statistics in each outcome.
    weights : ndarray of shape (units, outcomes)
        Logarithm of how many ways lead to the outcome; -inf where it is impossible.
    observed : ndarray of bool of shape (units, outcomes)
        Which outcomes may have been the case; one each, where everything is known.
    counts : ndarray of shape (units,)
        How many units there are that are alike.
    origin : ndarray of shape (p,) or float
        What the statistics are counted from.
    """

    statistics: Array
    weights: Array
    observed: Array
    counts: Array
    origin: Array | float = 0.0

    @property
    def p(self) -> int:
        """Number of coefficients."""
        return int(self.statistics.shape[2])

    def evaluated(self, theta: Array) -> tuple[float, Array, Array]:
        """Return log-likelihood, gradient and information at some coefficients."""
        energy = self.statistics @ theta + self.weights
        of_all = logsumexp(energy, axis=1)
        of_seen = logsumexp(np.where(self.observed, energy, -np.inf), axis=1)
        all_mean, all_square = self._moments(np.exp(energy - of_all[:, None]))
        seen = np.exp(np.where(self.observed, energy - of_seen[:, None], -np.inf))
        if (self.observed.sum(axis=1) == 1).all():
            mean = np.einsum("uk,ukp->up", seen, self.statistics)
            information = all_square
        else:
            mean, square = self._moments(seen)
            information = all_square - square
            if np.linalg.eigvalsh(information).min(initial=1.0) <= 0:
                information = all_square  # not concave here: a step of Fisher's scoring goes up all the same
        gradient = self.counts @ (mean - all_mean)
        return float(self.counts @ (of_seen - of_all)), gradient, information

    def expected(self, theta: Array) -> Array:
        """Return the expected statistics of all units together."""
        energy = self.statistics @ theta + self.weights
        shares = np.exp(energy - logsumexp(energy, axis=1)[:, None])
        return np.asarray(self.counts @ np.einsum("uk,ukp->up", shares, self.statistics))

    def covariance(self, theta: Array) -> Array:
        """Return the covariance of the statistics of all units together."""
        energy = self.statistics @ theta + self.weights
        shares = np.exp(energy - logsumexp(energy, axis=1)[:, None])
        return np.asarray(self._moments(shares)[1])

    def maximum(self, start: Array | None = None) -> Maximum:
        """Return the coefficients that make what was observed likeliest."""
        return maximise(self.evaluated, np.zeros(self.p) if start is None else start)

    def differences(self) -> Array:
        """Return how every outcome that was observed differs from each that was possible: array of shape (rows, p)."""
        units, seen = np.nonzero(self.observed & np.isfinite(self.weights))
        found = self.statistics[units, seen][:, None, :] - self.statistics[units]
        rows: Array = found[np.isfinite(self.weights[units])]
        return np.asarray(rows[np.abs(rows).max(axis=1, initial=0) > 0])

    def _moments(self, shares: Array) -> tuple[Array, Array]:
        """Return the mean of each unit, and the covariance of their sum."""
        mean = np.einsum("uk,ukp->up", shares, self.statistics)
        away = self.statistics - mean[:, None, :]
        weighted = (away * (shares * self.counts[:, None])[:, :, None]).reshape(-1, self.p)
        return mean, weighted.T @ away.reshape(-1, self.p)


def of_dyads(changes: Array, ties: Array) -> Outcomes:
    """Return dyads that are independent of each other; rows that are alike are counted, not repeated.

    Parameters
    ----------
    changes : ndarray of shape (dyads, p)
        What a tie adds to the statistics.
    ties : ndarray of bool of shape (dyads,)
        Whether it is there.
    """
    rows, counts = np.unique(np.column_stack([changes, ties]), axis=0, return_counts=True)
    tied = rows[:, -1] > 0
    statistics = np.stack([np.zeros_like(rows[:, :-1]), rows[:, :-1]], axis=1)
    return Outcomes(statistics, np.zeros((len(rows), 2)), np.column_stack([~tied, tied]), counts.astype(float))


def of_pairs(statistics: Array, possible: Array, observed: Array) -> Outcomes:
    """Return pairs of actors that are independent of each other, with none, one or both of their ties.

    Parameters
    ----------
    statistics : ndarray of shape (pairs, 4, p)
        What the pair adds with no tie, the first, the second, both.
    possible, observed : ndarray of bool of shape (pairs, 4)
        Which outcomes there may be, and which may have been the case.
    """
    n = len(statistics)
    flat = np.column_stack([statistics.reshape(n, -1), possible, observed])
    rows, counts = np.unique(flat, axis=0, return_counts=True)
    weights = np.where(rows[:, -8:-4] > 0, 0.0, -np.inf)
    return Outcomes(rows[:, :-8].reshape(len(rows), 4, -1), weights, rows[:, -4:] > 0, counts.astype(float))


def of_list(statistics: Array, ways: Array, observed_statistics: Array, observed_ways: Array | None = None) -> Outcomes:
    """Return a network that is one of all that are listed; networks with equal statistics are one outcome.

    Parameters
    ----------
    statistics : ndarray of shape (outcomes, p)
        Statistics that some network has.
    ways : ndarray of shape (outcomes,)
        How many networks have them.
    observed_statistics : ndarray of shape (some, p)
        What may have been the case; one row, if all dyads are known.
    observed_ways : ndarray of shape (some,), optional
        How many networks that may have been the case have these statistics; one each, if it is not said.
    """
    seen = np.atleast_2d(observed_statistics)
    seen_ways = np.ones(len(seen)) if observed_ways is None else observed_ways
    # Observed outcomes come first, as their own; the rest of the networks with the same statistics follow as others.
    origin = seen[0]
    both = np.concatenate([seen, statistics])[None] - origin
    with np.errstate(divide="ignore"):  # no way at all
        weights = np.log(np.concatenate([seen_ways, _without(statistics, ways, seen, seen_ways)]))[None]
    observed = (np.arange(both.shape[1]) < len(seen))[None]
    return Outcomes(both, weights, observed, np.ones(1), origin)


def _without(statistics: Array, ways: Array, seen: Array, seen_ways: Array) -> Array:
    """Return in how many ways each outcome can come about, without those that were counted as observed."""
    left = np.array(ways, dtype=float)
    scale = np.maximum(np.abs(statistics).max(axis=0, initial=0), 1.0)
    for row, number in zip(seen, seen_ways, strict=True):
        at = int(np.argmin(np.abs((statistics - row) / scale).max(axis=1)))
        left[at] -= number
    return np.asarray(np.maximum(left, 0.0))
