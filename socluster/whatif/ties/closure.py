"""A tie model: once a new partner has its first ties, these partners introduce it to their partners."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import Problem
from socluster.whatif.ties.base import Model, Variants, not_models, ranged, shifted_odds, varied_parts, with_ends
from socluster.whatif.ties.draws_of import realised_of_draws
from socluster.whatif.ties.fitted import (
    OfPossible,
    Possible,
    are_independent,
    averaged,
    is_directed,
    places_among,
    possible_ties,
    scrambled,
    simulated,
    stages_of,
)
from socluster.whatif.ties.observed import learning_layer, observed
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.whatif.ties.values import given, not_count, not_probability, not_text
from socluster.words import Language, count, number, say

__all__ = ["Closure", "ClosureTies"]


@dataclass(frozen=True, repr=False)
class Closure(Model):
    """The ties of another model first; then ties to partners of these partners (triadic closure).

    After the first ties have formed, every new partner k introduces the actor to each of its own partners j, with the
    probability q. So an actor j with s partners among the new ones is gained with

    .. math:: 1 - (1 - q)^s

    (an uncertain tie between k and j counts with its confidence: its factor is 1 - q c_kj). In a second round those
    gained in the first one introduce the actor to their partners, and so on.

    Parameters
    ----------
    first : TieModel
        The model of the first ties.
    probability : float
        q, between 0 and 1.
    rounds : int, default 1
        How many rounds of introductions.
    layer : str, optional
        The layer in which partners introduce; without it, the layer of the new ties if that holds ties, else all.

    Notes
    -----
    The ties depend on each other: with the first partners come theirs. The random number of a tie decides about the
    first stage; for every round it is hashed again (`scrambled`), so that the stages are independent. In a directed
    layer ties follow directed paths: actor - k - j leads to actor - j, and j - k - actor to j - actor.

    Average probabilities are exact for one round where the first ties are independent with known probabilities,

    .. math:: P_j = 1 - (1 - p_j) \\prod_{k \\ne j} (1 - q c_{kj} p_k)

    and the mean of this formula over 200 draws of what the first model does not know about itself, if there is
    something; else (several rounds; first ties that depend on each other) they are shares of 2,000 simulated draws.
    Both always use the same draws.

    References
    ----------
    Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology 78(6), 1360-1380 (on why two
    partners of one actor are likely to be tied). doi:10.1086/225469

    Holme, P. and Kim, B. J. (2002). Growing scale-free networks with tunable clustering. Physical Review E 65, 026107.
    doi:10.1103/PhysRevE.65.026107

    Examples
    --------
    >>> from socluster.whatif.ties import Stated
    >>> print(Closure(Stated({"School": 0.9}), probability=0.2).assumption())
    first: the ties were stated by the analyst: School 0.9; then each of these partners introduces the newcomer to each
    of its own with a probability of 0.2
    """

    first: TieModel
    probability: float
    rounds: int = 1
    layer: str | None = field(default=None, kw_only=True)

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The models that this one is made of."""
        return (self.first,)

    def _problems(self) -> list[Problem]:
        problems = not_models("Closure", self.parts) + not_probability(probability=self.probability)
        return problems + not_count(rounds=self.rounds) + not_text(**given(layer=self.layer))

    @property
    def learns(self) -> bool:
        """Partners introduce to those whom they are tied to."""
        return True

    def fit(self, cluster: Cluster, actor: str, layer: str) -> ClosureTies:
        """Return the first ties and whatever introductions may add; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        directed = is_directed(cluster, layer)
        first = self.first.fit(cluster, actor, layer)
        places = places_among(first, possible, directed=directed)
        source = learning_layer(cluster, self.layer, layer)
        expected = observed(cluster, source, directed=directed).expected
        meeting = self.probability * _introductions(possible, expected, cluster.parts.position[actor])
        return ClosureTies(possible, first, places, meeting, self.rounds)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        first, q = self.first.assumption(language), number(self.probability, language)
        if self.rounds == 1:
            return say(
                "first: {first}; then each of these partners introduces the newcomer to each of its own with a "
                "probability of {q}",
                language,
                first=first,
                q=q,
            )
        return count(
            "first: {first}; then each of these partners introduces the newcomer to each of its own with a probability "
            "of {q}, in {n} round",
            "first: {first}; then each of these partners introduces the newcomer to each of its own with a probability "
            "of {q}, in {n} rounds",
            self.rounds,
            language,
            first=first,
            q=q,
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the odds of an introduction halved and doubled, and what the first model varies."""
        found: Variants = {}
        if 0 < self.probability < 1:
            what = say("introductions", language)
            ends = shifted_odds(self.probability, 0.5), shifted_odds(self.probability, 2)
            found[ranged(what, *ends, language)] = with_ends(self, "probability", *ends)
        return found | varied_parts(self.parts, lambda parts: replace(self, first=parts[0]), language)


@dataclass(frozen=True, eq=False)
class ClosureTies(OfPossible):
    """First ties, and those that they lead to; see `FittedTies`.

    Parameters
    ----------
    possible : Possible
        All ties that may form.
    first : FittedTies
        The first ties.
    places : ndarray of int
        Where they are among all.
    meeting : ndarray of shape (ties, ties)
        Probability that the tie in the row leads to the tie in the column.
    rounds : int
        Rounds of introductions.
    """

    possible: Possible
    first: FittedTies
    places: Array
    meeting: Array
    rounds: int

    @property
    def stages(self) -> int:
        """The last stage of random numbers that is used: those of the first model, then one for each round."""
        return stages_of(self.first) + self.rounds

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the average probabilities (notes of `Closure`); with `rng`, given what the first model drew."""
        if self.rounds > 1 or not are_independent(self.first):
            return self._simulated
        return averaged(self.first, self._after_one) if rng is None else self._after_one(self.first.probabilities(rng))

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there: the first ones, and those that they lead to, round by round."""
        there = np.zeros(len(uniforms), dtype=bool)
        there[self.places] = self.first.realised(uniforms[self.places], rng)
        new = there
        for stage in range(stages_of(self.first) + 1, self.stages + 1):
            missed = np.prod(1 - self.meeting[new], axis=0)
            new = ~there & (scrambled(uniforms, stage) >= missed)
            there = there | new
        return there

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws; see `IndependentTies`."""
        there = np.zeros(uniforms.shape, dtype=bool)
        there[:, self.places] = realised_of_draws(self.first, uniforms[:, self.places], rng)
        new = there
        for stage in range(stages_of(self.first) + 1, self.stages + 1):
            missed = np.array([np.prod(1 - self.meeting[each], axis=0) for each in new])
            new = ~there & (scrambled(uniforms, stage) >= missed)
            there = there | new
        return there

    def _after_one(self, probabilities: Array) -> Array:
        first = np.zeros(len(self.sources))
        first[self.places] = probabilities
        missed = np.prod(1 - self.meeting * first[:, None], axis=0)
        return np.asarray(1 - (1 - first) * missed)

    @cached_property
    def _simulated(self) -> Array:
        return simulated(self)


def _introductions(possible: Possible, expected: Array, here: int) -> Array:
    """Return, for every pair of possible ties, how sure it is that the first can lead to the second.

    A tie to k leads to a tie to j along k - j; one from k leads to one from j along j - k.
    """
    outward = possible.rows == here
    other = np.where(outward, possible.columns, possible.rows)
    along = np.where(outward[:, None], expected[np.ix_(other, other)], expected.T[np.ix_(other, other)])
    return np.asarray(along * (outward[:, None] == outward))
