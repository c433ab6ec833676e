"""Values of tie models that have to be stated, as members suggest them: introductions, and ties from shared events."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.streams import stream
from socluster.whatif.ties.base import AnyOf, Model
from socluster.whatif.ties.closure import Closure
from socluster.whatif.ties.committee import Committee
from socluster.whatif.ties.draws_of import probabilities_of_draws
from socluster.whatif.ties.fitted import are_independent
from socluster.whatif.ties.left_out import LeftOut
from socluster.whatif.ties.observed import Dyads, memberships
from socluster.whatif.ties.scaled import Scaled

__all__ = ["estimated_closure", "estimated_committee"]

DRAWS = 40
INTRODUCTIONS = np.array([0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8])
HALVINGS = 12
DIGITS = 3


def estimated_closure(model: Model, out: Sequence[LeftOut], truth: Dyads, key: int) -> Closure | None:
    """Return the ties of a model and those that they lead to, as many and as closed as those of the members.

    The first ties are made less probable, and introductions so probable, that the expected number of ties and the share
    of pairs of partners who are tied are those of the members (method of moments, with random numbers that are always
    the same). None where the partners of members are tied no more often than the model has it, or its ties are not
    independent.

    Parameters
    ----------
    model : Model
        The model of first ties.
    out : sequence of LeftOut
        Members who were left out, as the model sees them.
    truth : Dyads
        The ties of the members.
    key : int
        Key of the random numbers.
    """
    if truth.directed or not out or not all(are_independent(each.ties) for each in out):
        return None
    n = len(truth.expected)
    tied = (truth.expected > 0.5).astype(float)
    p, there = np.zeros((len(out), DRAWS, n)), np.zeros((len(out), 1, n))
    for place, each in enumerate(out):
        p[place][:, each.others] = probabilities_of_draws(each.ties, stream(key, 0, 0), DRAWS) * each.known
        there[place, 0, each.others] = each.there & each.known
    first, then = (np.random.default_rng([7, which]).random(p.shape) for which in (0, 1))
    wanted = _ties_and_closed(there, tied)

    def scaled_to_ties(q: float) -> tuple[float, float]:
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            scale = (low + high) / 2
            ties, closed = _ties_and_closed(_introduced(first < scale * p, then, tied, q) & (p > 0), tied)
            low, high = (scale, high) if ties < wanted[0] else (low, scale)
        return (low + high) / 2, closed

    before = scaled_to_ties(0.0)
    if before[1] >= wanted[1]:
        return None
    for at, q in enumerate(INTRODUCTIONS[1:].tolist(), start=1):
        now = scaled_to_ties(q)
        if now[1] >= wanted[1]:
            share = (wanted[1] - before[1]) / (now[1] - before[1])
            low = float(INTRODUCTIONS[at - 1])
            q, scale = low + share * (q - low), before[0] + share * (now[0] - before[0])
            return Closure(Scaled(model, _rounded(scale)), _rounded(q))
        before = now
    return Closure(Scaled(model, _rounded(before[0])), float(INTRODUCTIONS[-1]))


def _introduced(first: Array, then: Array, tied: Array, q: float) -> Array:
    """Return who is a partner once the first partners have introduced the newcomer to theirs."""
    met = first.astype(float) @ tied
    partners: Array = first | (then < 1 - (1 - q) ** met)
    return partners


def _ties_and_closed(partners: Array, tied: Array) -> tuple[float, float]:
    """Return the mean number of partners, and which share of all pairs of them is tied."""
    partners = partners.astype(float)
    ties = partners.sum(axis=-1)
    closed = ((partners @ tied) * partners).sum() / 2
    return float(ties.mean()), float(closed / max((ties * (ties - 1) / 2).sum(), 1.0))


def estimated_committee(
    model: Model, cluster: Cluster, layer: str | None, out: Sequence[LeftOut], truth: Dyads
) -> AnyOf | None:
    """Return ties from shared events beside those of a model, as probable as the members' own make likeliest.

    With k shared events and the rate r of the model, a tie has the probability 1 - (1 - s r)(1 - p)^k; s and p are
    those of maximum likelihood on a grid. None where shared events add nothing.

    Parameters
    ----------
    model : Model
        The model of the other ties.
    cluster : Cluster
        The cluster.
    layer : str, optional
        The layer of affiliations; None = all.
    out : sequence of LeftOut
        Members who were left out, as the model sees them.
    truth : Dyads
        The ties of the members.
    """
    belongs = memberships(cluster, layer)
    shared = belongs @ belongs.T
    rates, events, there = [], [], []
    for each in out:
        rates.append(each.ties.probabilities(None)[each.known])
        events.append(shared[each.place, each.others][each.known])
        there.append(each.there[each.known])
    r, k, y = (np.concatenate(values) for values in (rates, events, there))
    if not k.any() or not y.any():
        return None
    kinds, place = np.unique(np.stack([r, k]), axis=1, return_inverse=True)
    ties, dyads = np.bincount(place.ravel(), weights=y), np.bincount(place.ravel())
    p, s = np.linspace(0.0, 0.99, 100)[:, None, None], np.linspace(0.02, 1.0, 50)[:, None]
    chance = np.clip(1 - (1 - s * kinds[0]) * (1 - p) ** kinds[1], 1e-12, 1 - 1e-12)
    fit = np.log(chance) @ ties + np.log1p(-chance) @ (dyads - ties)
    best = np.unravel_index(int(fit.argmax()), fit.shape)
    if not best[0]:
        return None
    chance_of_event, scale = float(p[best[0], 0, 0]), float(s[best[1], 0])
    return AnyOf((Committee(probability=_rounded(chance_of_event), layer=layer), Scaled(model, _rounded(scale))))


def _rounded(value: float) -> float:
    return max(round(value, DIGITS), 10.0**-DIGITS)
