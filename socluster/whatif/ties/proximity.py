"""A tie model: the nearer two places are, the likelier are ties between actors in them; near means neighbouring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.ties.active import StatedActivity, not_activity, told_active, varied_activity
from socluster.whatif.ties.base import Model, Variants, ranged, shifted_odds, with_ends
from socluster.whatif.ties.fitted import is_directed, possible_ties, stated_ties
from socluster.whatif.ties.members import as_members
from socluster.whatif.ties.observed import Dyads, learning_layer, observed
from socluster.whatif.ties.protocol import FittedTies, IndependentTies
from socluster.whatif.ties.rates import beta_parameters, overall_rate
from socluster.whatif.ties.scaled import varied_number_of_ties
from socluster.whatif.ties.unplaced import with_unplaced
from socluster.whatif.ties.untaught import worth_of_prior
from socluster.whatif.ties.values import given, known_columns, not_probability, not_text, stated_value
from socluster.words import Language, listed, marked, number, say, translated

__all__ = ["Proximity", "ProximityTies"]

SAME, NEAR, ELSEWHERE = range(3)
PRIOR_DYADS = 4.0

_WORDS = {
    "same": marked("ties in the same place"),
    "near": marked("ties between neighbouring places"),
    "elsewhere": marked("ties elsewhere"),
}


@dataclass(frozen=True, repr=False)
class Proximity(Model):
    """New ties that are likelier with actors in the same place, or in a neighbouring one, than elsewhere.

    There are three kinds of dyads: in the same place, in neighbouring places (if `neighbours` are given), elsewhere.
    Each kind has one probability of a tie. State it; where you do not, it is taken from the cluster's own dyads of that
    kind, with the posterior distribution of `Rates` for the prior "the rate over all dyads, worth 4 dyads".

    Parameters
    ----------
    by : str, default "place"
        Column of the actors that says where they are; the new partner needs a value in it.
    neighbours : mapping of str to sequence of str, optional
        From a place to its neighbours; one of two directions is enough. Places that are not mentioned have none.
    same, near, elsewhere : float, optional
        The probability of a tie with an actor in the same place, in a neighbouring one, elsewhere.
    layer : str, optional
        The layer to learn from; without it, the layer of the new ties if that holds ties, else all.
    activity : bool or float, default True
        Whether partners differ in activity (`ActiveTies`): True estimates from the members' degrees how much, which is
        not at all where these differ no more than their kinds explain; a number states the standard deviation of the
        log odds of a tie; False leaves it out. It has no part where all probabilities are stated.

    Notes
    -----
    An actor whose place is not stated is elsewhere. Ties are independent given the three probabilities. In a directed
    layer the ties from and to the partner have the same probabilities, and are returned as often as those of the
    members (`Reciprocity`); where all probabilities are stated, by chance.

    References
    ----------
    McPherson, M., Smith-Lovin, L. and Cook, J. M. (2001). Birds of a feather: homophily in social networks. Annual
    Review of Sociology 27, 415-444 (on space as a source of ties). doi:10.1146/annurev.soc.27.1.415

    Examples
    --------
    >>> print(Proximity(same=0.6, elsewhere=0.1).assumption())
    ties in the same place form with a probability of 0.6; ties elsewhere form with a probability of 0.1
    """

    by: str = "place"
    neighbours: Mapping[str, Sequence[str]] | None = None
    same: float | None = None
    near: float | None = None
    elsewhere: float | None = None
    layer: str | None = field(default=None, kw_only=True)
    activity: StatedActivity = field(default=True, kw_only=True)

    def _problems(self) -> list[Problem]:
        problems = not_probability(**given(**self._stated())) + not_text(by=self.by, **given(layer=self.layer))
        problems += not_activity(self.activity)
        neighbours: object = self.neighbours
        if neighbours is None:
            return problems + ([Problem("near= needs neighbours=", value=self.near)] if self.near is not None else [])
        if not isinstance(neighbours, Mapping):
            return [*problems, Problem("neighbours must be a mapping from place to places", value=neighbours)]
        wrong = [place for place, near in neighbours.items() if not isinstance(near, tuple)]
        return problems + [
            Problem("must have a list of neighbouring places", row=place, is_argument=True, column="neighbours")
            for place in wrong
        ]

    @property
    def returns(self) -> bool:
        """In a directed layer, ties are returned as often as those of the cluster, if it is learnt from at all."""
        return self.learns

    @property
    def learns(self) -> bool:
        """Whether a probability is learnt from the ties of the cluster."""
        return None in (self.same, self.near, self.elsewhere)

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return a possible tie with every other actor; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        known_columns(cluster, [self.by], "by")
        message = marked("needs a value of '{column}', for proximity follows from it")
        self._known_place(stated_value(cluster, actor, self.by, message), actor)
        kinds = self._kinds(cluster)
        own = kinds[possible.rows, possible.columns]
        stated = np.array([np.nan if p is None else p for p in (self.same, self.near, self.elsewhere)])
        if not np.isnan(stated[own]).any():
            return stated_ties(possible, stated[own])
        dyads, between, (alpha, beta) = self._learnt(cluster.without_actor(actor), layer)
        ties = ProximityTies(possible.sources, possible.targets, own, stated, alpha, beta)
        return as_members(ties, possible, cluster, actor, dyads, ties.of_kinds(None)[between], self.activity)

    def _learnt(self, others: Cluster, layer: str | None) -> tuple[Dyads, Array, tuple[Array, Array]]:
        """Return the dyads of the members, the kind of each, and what is known of the rates of these kinds."""
        directed = layer not in others.layers or is_directed(others, str(layer))
        dyads = observed(others, learning_layer(others, self.layer, layer), directed=directed)
        between = self._kinds(others)
        return dyads, between, self._posterior(dyads, between)

    def grounded(self, cluster: Cluster, attributes: Mapping[str, Any], layer: str | None = None) -> Model:
        """Return the model, which says so if the place of some actors is not stated; see `Model`."""
        del attributes
        told = with_unplaced(self, cluster, self.by, "elsewhere")
        if not self.learns or self.activity is False or self.by not in cluster.parts.actors or not cluster.n_actors:
            return told
        dyads, between, (alpha, beta) = self._learnt(cluster, layer)
        stated = np.array([np.nan if p is None else p for p in self._stated().values()])
        rates = np.where(np.isnan(stated), alpha / (alpha + beta), stated)[between]
        return told_active(told, dyads, rates, self.activity)

    def _posterior(self, dyads: Dyads, kinds: Array) -> tuple[Array, Array]:
        of_kind = [dyads.once & (kinds == kind) for kind in (SAME, NEAR, ELSEWHERE)]
        n_ties = np.array([dyads.expected[mask].sum() for mask in of_kind])
        n_dyads = np.array([float(mask.sum()) for mask in of_kind])
        return beta_parameters(n_ties, n_dyads, overall_rate(n_ties.sum(), n_dyads.sum()), PRIOR_DYADS)

    def _kinds(self, cluster: Cluster) -> Array:
        """Kind of every dyad (n x n)."""
        places = cluster.parts.actors[self.by].objects()
        names = sorted({str(place) for place in places if place is not None})
        code_of = {name: code for code, name in enumerate(names)}
        codes = np.array([code_of.get(str(place), -1) if place is not None else -1 for place in places])
        near = np.zeros((len(names) + 1, len(names) + 1), dtype=bool)  # the last row is "not stated"
        for place, others in (self.neighbours or {}).items():
            for other in others:
                if place in code_of and other in code_of:
                    near[code_of[place], code_of[other]] = near[code_of[other], code_of[place]] = True
        is_same = (codes[:, None] == codes) & (codes >= 0)
        return np.where(is_same, SAME, np.where(near[codes[:, None], codes], NEAR, ELSEWHERE))

    def _known_place(self, place: str, actor: str) -> None:
        if self.neighbours is None:
            return
        mentioned = {*self.neighbours, *(each for near in self.neighbours.values() for each in near)}
        if place not in mentioned:
            raise InputError(
                Problem(
                    "is not among the neighbours; if it has none, give an empty list",
                    "actors",
                    actor,
                    self.by,
                    place,
                    nearest(place, mentioned),
                )
            )

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        kinds = ["same", *(["near"] if self.neighbours is not None else []), "elsewhere"]
        said = [
            say(
                "{ties} form with a probability of {p}",
                language,
                ties=translated(_WORDS[kind], language),
                p=number(p, language),
            )
            for kind, p in given(**self._stated()).items()
        ]
        fitted = [translated(_WORDS[kind], language) for kind in kinds if self._stated()[kind] is None]
        if fitted:
            said.append(
                say(
                    "{ties} form as often as in the cluster (Beta posterior; {prior})",
                    language,
                    ties=listed(fitted, language),
                    prior=worth_of_prior(PRIOR_DYADS, language),
                )
            )
        return "; ".join(said)

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the odds of each stated probability halved and doubled, or with fewer and more ties.

        See `Model`.
        """
        found: Variants = {}
        for kind, p in given(**self._stated()).items():
            ends = shifted_odds(p, 0.5), shifted_odds(p, 2)
            found[ranged(translated(_WORDS[kind], language), *ends, language)] = with_ends(self, kind, *ends)
        if len(found) == 3:
            return found
        return found | varied_activity(self, language) | varied_number_of_ties(self, language)

    def _stated(self) -> dict[str, float | None]:
        return {"same": self.same, "near": self.near, "elsewhere": self.elsewhere}


@dataclass(frozen=True, eq=False)
class ProximityTies(IndependentTies):
    """Possible ties whose probabilities follow from the kind of dyad; see `FittedTies`.

    Parameters
    ----------
    sources, targets : tuple of str
        Ends of the possible ties.
    kinds : ndarray of int
        Kind of each: 0 same place, 1 neighbouring places, 2 elsewhere.
    stated : ndarray of shape (3,)
        Stated probability of each kind, NaN where it is not known exactly.
    alpha, beta : ndarray of shape (3,)
        Parameters of the Beta distribution of those.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    kinds: Array
    stated: Array
    alpha: Array
    beta: Array

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie: stated, or drawn once per kind, or its mean."""
        return self.of_kinds(rng)[self.kinds]

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws; see `IndependentTies`."""
        rates = rng.beta(self.alpha, self.beta, size=(draws, len(self.stated)))
        return np.asarray(np.where(np.isnan(self.stated), rates, self.stated)[:, self.kinds])

    def of_kinds(self, rng: Generator | None) -> Array:
        """Return the probability of a tie of each kind."""
        rates = self.alpha / (self.alpha + self.beta) if rng is None else rng.beta(self.alpha, self.beta)
        return np.asarray(np.where(np.isnan(self.stated), rates, self.stated))
