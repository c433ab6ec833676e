"""Ties that are returned: in a directed layer, the tie from the partner and the tie to it are drawn together.

How often members return ties is estimated from them. Drawn one by one, the two ties of a pair would be returned by
chance alone, and whoever joins a cluster of mutual ties would seem to make it less mutual.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator

from socluster.core.columns import Array
from socluster.whatif.ties.draws_of import probabilities_of_draws
from socluster.whatif.ties.fitted import OfTies, places_of_pairs
from socluster.whatif.ties.observed import Dyads
from socluster.whatif.ties.protocol import FittedTies

__all__ = ["DyadTies", "Reciprocity", "mutual", "reciprocity_of", "returned"]

PRIOR_DYADS = 4.0
LARGEST = 0.99  # the correlation of dyads that are mutual or null without exception


@dataclass(frozen=True)
class Reciprocity:
    """What is known of how the two ties of a pair go together, beyond what their probabilities say.

    Parameters
    ----------
    correlation : float
        Correlation of the two ties of a pair, between -1 and 1; 0 = returned as by chance.
    error : float
        Standard error of its inverse hyperbolic tangent.
    """

    correlation: float
    error: float

    def drawn(self, rng: Generator) -> float:
        """Return a correlation that may be the right one."""
        return float(self.drawn_often(rng, 1)[0])

    def drawn_often(self, rng: Generator, draws: int) -> Array:
        """Return so many of them."""
        drawn: Array = np.tanh(np.arctanh(self.correlation) + self.error * rng.standard_normal(draws))
        return drawn


def reciprocity_of(dyads: Dyads, rates: Array) -> Reciprocity:
    r"""Return how the two ties of a pair go together among the members.

    With a_ij whether i is tied to j, p_ij the rate at which that is so, and N pairs of actors both of whose ties are
    known,

    .. math:: \rho = \frac{N}{N + 4} \cdot \frac{\sum_{i<j} (a_{ij} - p_{ij}) (a_{ji} - p_{ji})}
              {\sum_{i<j} \sqrt{p_{ij} (1 - p_{ij}) p_{ji} (1 - p_{ji})}}

    which is Pearson's correlation of the two ties given their rates, shrunk towards chance as if four more pairs had
    been seen in which ties are returned by chance. Where all rates are equal it is the reciprocity of Garlaschelli and
    Loffredo (2004, doi:10.1103/PhysRevLett.93.268701), apart from the prior. Pairs without a tie say little, so the
    standard error of artanh(rho) is 1 / sqrt(n + 1) with n the expected number of pairs that are tied either way.

    Parameters
    ----------
    dyads : Dyads
        The ties of the members, with directions.
    rates : ndarray of shape (n, n)
        Probability of every tie, as the model has it.
    """
    pairs = np.triu(dyads.known & dyads.known.T, 1)
    n_pairs = int(pairs.sum())
    excess, spread = dyads.expected - rates, np.sqrt(rates * (1 - rates))
    spreads = float((spread * spread.T)[pairs].sum())
    tied = float((1 - (1 - dyads.expected) * (1 - dyads.expected.T))[pairs].sum())
    if not spreads:
        return Reciprocity(0.0, 1 / np.sqrt(tied + 1))
    raw = float((excess * excess.T)[pairs].sum()) / spreads
    shrunk = raw * n_pairs / (n_pairs + PRIOR_DYADS)
    return Reciprocity(float(np.clip(shrunk, -LARGEST, LARGEST)), float(1 / np.sqrt(tied + 1)))


def returned(ties: FittedTies, dyads: Dyads, rates: Array) -> FittedTies:
    """Return the ties so that they are returned as often as those of the members, where ties have a direction.

    Parameters
    ----------
    ties : FittedTies
        Ties from and to the partner, independent of each other given their probabilities.
    dyads : Dyads
        The ties of the members that the model learns from; without direction they say nothing about returning.
    rates : ndarray of shape (n, n)
        Probability of every tie of the members.
    """
    if not dyads.directed:
        return ties
    found = DyadTies(ties, reciprocity_of(dyads, rates))
    return found if len(found.pairs[0]) else ties


@dataclass(frozen=True, eq=False)
class DyadTies(OfTies):
    """Ties of which those of one pair are drawn together: mutual, one way, the other way, or none; see `FittedTies`.

    Every tie has its probability as without the other. The tie from the partner is drawn first, and the tie to it
    given that.

    Parameters
    ----------
    ties : FittedTies
        The ties with their probabilities.
    reciprocity : Reciprocity
        How the two ties of a pair go together.
    """

    ties: FittedTies
    reciprocity: Reciprocity

    @cached_property
    def pairs(self) -> tuple[Array, Array]:
        """Where the two ties of every pair are that has both."""
        return places_of_pairs(self.sources, self.targets)

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie, whatever the other tie of its pair."""
        return self.ties.probabilities(rng)

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there."""
        p = self.ties.probabilities(rng)
        there: Array = self._together(uniforms[None], p[None], np.array([self.reciprocity.drawn(rng)]))[0]
        return there

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws; see `IndependentTies`."""
        p = probabilities_of_draws(self.ties, rng, len(uniforms))
        return self._together(uniforms, p, self.reciprocity.drawn_often(rng, len(uniforms)))

    def _together(self, uniforms: Array, p: Array, correlations: Array) -> Array:
        """Return which ties are there, for the numbers, the probabilities and the correlation of every draw (rows)."""
        there: Array = uniforms < p
        one, other = self.pairs
        first, second = p[:, one], p[:, other]
        both = mutual(first, second, correlations[:, None])
        given = np.where(
            there[:, one], both / np.maximum(first, 1e-300), (second - both) / np.maximum(1 - first, 1e-300)
        )
        there[:, other] = uniforms[:, other] < given
        return there


def mutual(p: Array, q: Array, correlation: float | Array) -> Array:
    """Return how probable it is that both ties of a pair are there, for their probabilities and their correlation.

    It is p q + rho sqrt(p (1 - p) q (1 - q)), or the nearest value that two such ties can have.

    Examples
    --------
    >>> mutual(np.array([0.5, 0.1]), np.array([0.5, 0.9]), 0.8).round(3).tolist()
    [0.45, 0.1]
    """
    both = p * q + correlation * np.sqrt(p * (1 - p) * q * (1 - q))
    return np.asarray(np.clip(both, np.maximum(0.0, p + q - 1), np.minimum(p, q)))
