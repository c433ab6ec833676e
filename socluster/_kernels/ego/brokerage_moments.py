"""Mean and variance of brokerage when every tie is there by chance with one probability.

A triple (a, v, b) counts if a -> v and v -> b are there and a -> b is not: probability p p q with q = 1 - p. The mean
is the number of triples of a role times that. Triples that have no dyad in common are independent, so the variance
counts the pairs of triples that share a dyad, by the slots (first, second, open) in which each holds it:

- both need the tie: p^3 q^3; both need its absence: p^5 q; one needs what the other forbids: -p^4 q^2
- the same triple: p^2 q (1 - p^2 q)

For that it is enough to know, for every dyad, how many triples of the role hold it in which slot; and this follows from
the sizes of the groups at its ends. Roles are those of `brokerage.ROLES`, then their total.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["moments_of_actors", "moments_of_whole"]

# Pairs of triples of one role that are the same three actors in another order and share two dyads (undirected: three),
# by triple. A broker and one of its own group can change places, or a sender and a broker of one group, and so on.
_REORDERED = np.array([2, 0, 1, 1, 2, 2])
_SAME_IN_BOTH_ORDERS = np.array([True, True, False, False, True, True])  # swapping a and b keeps the role


class _Dyads(NamedTuple):
    """Ordered pairs of actors, put together where their groups have the same sizes."""

    number: Vector
    same: Vector  # whether both ends are of one group
    size: Vector  # of the group of the first end
    far_size: Vector  # of the group of the second end


def moments_of_actors(sizes: Vector, p: float, *, directed: bool) -> tuple[Vector, Vector]:
    """Return mean and variance of what an actor brokers.

    Parameters
    ----------
    sizes : array of int of shape (groups,)
        Number of actors of every group.
    p : float
        Probability of a tie.
    directed : bool
        Whether a -> b and b -> a are two independent ties, and (a, b) and (b, a) two pairs.

    Returns
    -------
    mean, variance : arrays of shape (groups, 6)
        For an actor of the group; columns are the roles and the total. For undirected ties, representative and
        gatekeeper are the same number.
    """
    s = np.asarray(sizes, dtype=float)
    n = s.sum()
    out = n - s
    all_pairs, all_threes = (s * (s - 1)).sum(), (s * (s - 1) * (s - 2)).sum()
    # pairs of others that make the role
    foreign_pairs = all_pairs - s * (s - 1)
    mixed = (s - 1) * out
    strangers = out**2 - ((s**2).sum() - s**2)
    pairs = np.column_stack([(s - 1) * (s - 2), foreign_pairs, mixed, mixed, strangers, 0 * s + (n - 1) * (n - 2)])
    # ordered pairs of such pairs that share a tie with the actor
    foreign_threes = all_threes - s * (s - 1) * (s - 2)
    fork = mixed * (out - 1) + mixed * (s - 2)
    size, groups = np.unique(s, return_counts=True)
    away = out[:, None] - size  # others outside the own group and outside a second one, by the size of the second
    forks = (groups * size * away * (away - 1)).sum(axis=1) - s * (out - s) * (out - s - 1)
    two_strangers = 2 * forks
    everybody = 0 * s + 2 * (n - 1) * (n - 2) * (n - 3)
    own = 2 * (s - 1) * (s - 2) * (s - 3)
    shared = np.column_stack([own, 2 * foreign_threes, fork, fork, two_strangers, everybody])
    if not directed:
        half = np.where(_SAME_IN_BOTH_ORDERS, 0.5, 1.0)
        pairs, shared = pairs * half, shared * half
    q = 1 - p
    once = p**2 * q
    return pairs * once, pairs * once * (1 - once) + shared * p**3 * q**3


def moments_of_whole(sizes: Vector, p: float, *, directed: bool, like_sna: bool = False) -> tuple[Vector, Vector]:
    """Return mean and variance of what all actors broker together.

    Parameters
    ----------
    sizes, p, directed
        As for `moments_of_actors`.
    like_sna : bool, default False
        Leave out what R's sna 2.7 leaves out: for coordinator and total it takes triples that share two dyads as
        independent, for representative and gatekeeper all triples of which one needs what the other forbids.

    Returns
    -------
    mean, variance : arrays of shape (6,)
    """
    dyads = _dyads(np.asarray(sizes), directed=directed)
    tied, without = _slots(dyads, float(np.sum(sizes)), directed=directed)
    q = 1 - p
    once = p**2 * q
    triples = (dyads.number * without).sum(axis=1)
    at_odds = (dyads.number * tied * without).sum(axis=1)
    variance = p**3 * q**3 * (dyads.number * tied**2).sum(axis=1)
    variance += p**5 * q * (dyads.number * without**2).sum(axis=1)
    variance -= 2 * p**4 * q**2 * at_odds
    # The same triple was counted once per slot, a reordered one once per shared dyad; put both right.
    variance += triples * (once * (1 - once) - 2 * p**3 * q**3 - p**5 * q)
    variance += triples * _REORDERED * (p**4 * q**2 - (0 if directed else p**3 * q**3))
    if like_sna:
        left_out = np.where(_SAME_IN_BOTH_ORDERS, triples * _REORDERED, 2 * at_odds - triples)
        variance += p**4 * q**2 * left_out * np.array([1, 0, 1, 1, 0, 1])
    return triples * once, np.maximum(variance, 0.0)


def _dyads(sizes: Vector, *, directed: bool) -> _Dyads:
    size, groups = np.unique(sizes, return_counts=True)
    far = np.subtract(np.outer(groups, groups), np.diag(groups))  # ordered pairs of different groups, by their sizes
    near, near_far = np.repeat(size, len(size)), np.tile(size, len(size))
    count = np.r_[groups * size * (size - 1), far.ravel() * near * near_far].astype(float)
    same = np.r_[np.ones(len(size), dtype=bool), np.zeros(len(near), dtype=bool)]
    return _Dyads(count if directed else count / 2, same, np.r_[size, near], np.r_[size, near_far])


def _slots(dyads: _Dyads, n: float, *, directed: bool) -> tuple[Vector, Vector]:
    """Return the triples that need the tie of a dyad, and those that need its absence; both of shape (6, dyads)."""
    same, s, t = dyads.same, dyads.size.astype(float), dyads.far_size.astype(float)
    none = np.zeros_like(s)
    own, outside, third = np.where(same, s - 2, 0), np.where(same, n - s, 0), np.where(same, 0, n - s - t)
    near, far = np.where(same, 0, s - 1), np.where(same, 0, t - 1)
    first = np.array([own, near, outside, far, third, none + n - 2])  # the dyad is a -> v
    second = np.array([own, far, near, outside, third, none + n - 2])  # the dyad is v -> b
    without = np.array([own, outside, near, far, third, none + n - 2])  # the dyad is a -> b
    tied = first + second
    if not directed:  # what is representative one way is gatekeeper the other way, and one role
        tied[2:4] = tied[2:4].sum(axis=0)
        without[2:4] = without[2:4].sum(axis=0)
    return tied, without
