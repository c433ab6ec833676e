"""How probable are all ties of one partner together? What a tie model would have given to what turned out to be so."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.random import Generator
from scipy.special import logsumexp

from socluster.core.columns import Array
from socluster.core.streams import stream
from socluster.whatif.ties.closure import ClosureTies
from socluster.whatif.ties.draws_of import probabilities_of_draws
from socluster.whatif.ties.dyads import DyadTies, mutual
from socluster.whatif.ties.fitted import are_independent
from socluster.whatif.ties.protocol import FittedTies

__all__ = ["log_score"]

_TINY = 1e-300
_ALL = 8  # first ties are tried in all combinations up to so many, else some of them
_SOME = 256


def log_score(ties: FittedTies, there: Array, known: Array, *, draws: int, key: int) -> float:
    """Return the logarithm of the probability that just these ties are there, averaged over what the model draws.

    NaN for models whose ties depend on each other in ways for which no formula is known (`AtMost`, two rounds of
    `Closure`).

    Parameters
    ----------
    ties : FittedTies
        The ties that the model makes possible.
    there : ndarray of bool
        Which of them are there.
    known : ndarray of bool
        Of which that is known; the others are left out.
    draws : int
        How often what the model does not know about itself is drawn.
    key : int
        Key of the random numbers.
    """
    rng = stream(key, 0, 0)
    if are_independent(ties):
        found = _independent(probabilities_of_draws(ties, rng, draws), there, known)
    elif isinstance(ties, DyadTies):
        found = _of_pairs(ties, there, known, rng, draws)
    elif isinstance(ties, ClosureTies) and ties.rounds == 1 and are_independent(ties.first):
        first = probabilities_of_draws(ties.first, rng, draws)
        found = np.array([_of_closure(ties, each, there, known, rng) for each in first])
    else:
        return float("nan")
    return float(logsumexp(found) - np.log(draws))


def _independent(p: Array, there: Array, known: Array) -> Array:
    """Return the log probability in each draw (rows) of ties that are independent of each other."""
    so: Array = np.log(np.maximum(np.where(there, p, 1 - p), _TINY))[:, known].sum(axis=1)
    return so


def _of_pairs(ties: DyadTies, there: Array, known: Array, rng: Generator, draws: int) -> Array:
    """Return the log probability in each draw of ties of which the two of a pair go together."""
    p = probabilities_of_draws(ties.ties, rng, draws)
    one, other = ties.pairs
    first, second = p[:, one], p[:, other]
    both = mutual(first, second, ties.reciprocity.drawn_often(rng, draws)[:, None])
    is_first, is_second = (np.broadcast_to(there[each], both.shape) for each in (one, other))
    kinds = [is_first & is_second, is_first, is_second]
    chance = np.select(kinds, [both, first - both, second - both], 1 - first - second + both)
    together = known[one] & known[other]
    rest = known.copy()
    rest[one[together]] = rest[other[together]] = False
    so: Array = np.log(np.maximum(chance[:, together], _TINY)).sum(axis=1) + _independent(p, there, rest)
    return so


def _of_closure(ties: ClosureTies, first: Array, there: Array, known: Array, rng: Generator) -> float:
    """Return the log probability of ties some of which introduced the partner to the others, whichever came first.

    It is the sum over all sets of first ties among those that are there; where these are many, over some of them.
    """
    p = np.zeros(len(there))
    p[ties.places] = first
    own = np.flatnonzero(there & known)
    absent = np.flatnonzero(~there & known)
    none_of_absent = np.log(np.maximum(1 - p[absent], _TINY)).sum()
    sets = _sets(len(own), rng)
    missed = sets @ np.log(np.maximum(1 - ties.meeting[own], 1e-12))
    chosen = np.where(sets > 0, np.log(np.maximum(p[own], _TINY)), np.log(np.maximum(1 - p[own], _TINY)))
    introduced = np.log(np.maximum(-np.expm1(missed[:, own]), _TINY)) * (sets == 0)
    terms = (chosen + introduced).sum(axis=1) + missed[:, absent].sum(axis=1)
    return float(none_of_absent + logsumexp(terms) + len(own) * np.log(2) - np.log(len(sets)))


def _sets(n: int, rng: Generator) -> Array:
    """Return all sets of n, or some of them, a row each; all are equally probable."""
    if n <= _ALL:
        return np.array(list(product((0.0, 1.0), repeat=n)), dtype=float).reshape(2**n, n)
    return (rng.random((_SOME, n)) < 0.5).astype(float)
