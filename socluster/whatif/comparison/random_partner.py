"""A random partner of the same type: what a scenario has to beat before its own choice of ties can be praised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties.draws_of import realised_of_draws
from socluster.whatif.ties.fitted import scrambled, stages_of
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.whatif.ties.stated import Stated
from socluster.words import Language, column_name, marked, say

__all__ = ["AsMany", "joins_with_ties", "random_partner", "random_partners"]

_NOBODY_JOINS = marked("lets no partner join with ties, so there is no random partner to compare it with")


def random_partner(scenario: Scenario, cluster: Cluster) -> Scenario:
    """Return the scenario with the ties of every partner who joins put elsewhere, at random.

    In each draw the random partner has as many ties in a layer, out of it and into it, as the scenario's partner has;
    but to whom is drawn without replacement among all others, in proportion to the rate at which its sector is tied to
    theirs. So a difference to it is due to *whom* the partner is tied to, not to what it is or how many ties it has.

    Raises
    ------
    InputError
        If nobody joins in the scenario, or nobody who joins has ties.
    """
    if not joins_with_ties(scenario, cluster):
        raise InputError(Problem(_NOBODY_JOINS, value=scenario.name))
    steps: list[Step] = []
    for step in scenario.steps:
        steps.append(_elsewhere(step, _gone(steps)) if _is_theirs(step, scenario, cluster) else step)
    return replace(scenario, name=f"{scenario.name} (random partner)", steps=tuple(steps))


def joins_with_ties(scenario: Scenario, cluster: Cluster) -> bool:
    """Whether somebody joins with ties, so that a random partner with as many could stand beside the scenario."""
    return any(_is_theirs(step, scenario, cluster) for step in scenario.steps)


def random_partners(scenarios: Iterable[Scenario], cluster: Cluster) -> dict[int, Scenario]:
    """Return the random partners by the place of their scenario; where nobody joins with ties, there is none.

    Raises
    ------
    InputError
        If there is none for any of the scenarios.
    """
    listed = list(scenarios)
    found = {
        place: random_partner(each, cluster) for place, each in enumerate(listed) if joins_with_ties(each, cluster)
    }
    if not found:
        raise InputError([Problem(_NOBODY_JOINS, value=each.name) for each in listed])
    return found


def _is_theirs(step: Step, scenario: Scenario, cluster: Cluster) -> bool:
    """Whether the step gives ties to somebody who joins."""
    joining = {each.subject[0] for each in scenario.steps if each.verb == "with_actor"} - set(cluster.ids)
    return step.verb == "with_ties" and step.subject[0] in joining


def _gone(steps: Iterable[Step]) -> frozenset[str]:
    """Return who has left after these steps: a model may be like them, but nobody is tied to them any more."""
    gone: set[str] = set()
    for step in steps:
        named = step.subject[0] if step.subject else ()
        if step.verb == "without_actor":
            gone |= {named} if isinstance(named, str) else set(named)
        elif step.verb == "with_actor":
            gone.discard(named)
    return frozenset(gone)


def _elsewhere(step: Step, gone: frozenset[str]) -> Step:
    actor, targets = step.subject
    columns = dict(step.columns)
    if isinstance(targets, TieModel):
        return replace(step, subject=(actor, AsMany(targets, gone=gone)))
    sure = columns.pop("confidence", 1.0)
    stated = AsMany(Stated(dict.fromkeys(targets, sure)), gone=gone)
    return replace(step, subject=(actor, stated), columns=tuple(columns.items()))


@dataclass(frozen=True)
class AsMany:
    """As many ties as another model draws, but to others: at random, by the rates of the partner's type.

    Parameters
    ----------
    model : TieModel
        The model that says how many.
    by : str, default "sector"
        Column of the actors that makes the types; a partner without a value in it is tied to all alike.
    gone : frozenset of str
        Who has left, and so is drawn by nobody; the model may still be like them.
    """

    model: TieModel
    by: str = "sector"
    gone: frozenset[str] = frozenset()

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The model that it is made of, which may name an actor who has left."""
        return (self.model,)

    @property
    def numbers_of(self) -> TieModel:
        """The model whose random numbers are used, so that it draws as many ties here as in the scenario."""
        return self.model

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return a possible tie with every other actor, one way or the other; see `TieModel`."""
        original = self.model.fit(cluster, actor, layer)
        others = tuple(label for label in cluster.ids if label != actor)
        is_directed = layer in cluster.layers and cluster.layers[layer].directed
        mine = (actor,) * len(others)
        ends = (mine + others, others + mine) if is_directed else (mine, others)
        return _Elsewhere(*ends, actor, original, self._rates(cluster, actor, layer, *ends), self.gone)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        by = column_name(self.by, language)
        return say(
            "as many ties as in the scenario, but at random, at the rates of the partner's {by}", language, by=by
        )

    def _rates(self, cluster: Cluster, actor: str, layer: str, sources: Iterable[str], targets: Iterable[str]) -> Array:
        actors = cluster.parts.actors
        if self.by not in actors or actors[self.by].objects()[cluster.parts.position[actor]] is None:
            return np.ones(len(tuple(sources)))  # the partner is of no type
        from socluster.whatif.ties.rates import Rates  # its activity of partners takes long to load

        rates = Rates(by=self.by, missing="category", activity=False).fit(cluster, actor, layer)
        expected = dict(zip(zip(rates.sources, rates.targets, strict=True), rates.probabilities(None), strict=True))
        return np.array([expected[ends] for ends in zip(sources, targets, strict=True)])


@dataclass(frozen=True, eq=False)
class _Elsewhere:
    """The ties of `AsMany`; see `FittedTies`."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    actor: str
    original: FittedTies
    rates: Array
    gone: frozenset[str] = frozenset()

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the expected number of ties, shared out by the rates (not above 1)."""
        expected = self.original.probabilities(rng)
        shares = np.zeros(len(self.sources))
        for rows, own in zip(self._ways, self._own_ways, strict=True):
            if rows.any():
                shares[rows] = expected[own].sum() * self.rates[rows] / self.rates[rows].sum()
        return np.minimum(shares, 1.0)

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return as many ties as the original draws, chosen without replacement.

        Who has the smallest waiting time, exponential with its rate, is chosen first (Efraimidis & Spirakis 2006,
        doi:10.1016/j.ipl.2005.11.003).
        """
        chosen: Array = self._chosen(uniforms[None], self.original.realised(uniforms[self._places], rng)[None])[0]
        return chosen

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return the ties in several draws; see `IndependentTies`."""
        return self._chosen(uniforms, realised_of_draws(self.original, uniforms[:, self._places], rng))

    def _chosen(self, uniforms: Array, there: Array) -> Array:
        """Return as many ties in every draw (rows) as are there of the original."""
        waiting = -np.log1p(-scrambled(uniforms, self.stages)) / self.rates
        chosen = np.zeros(uniforms.shape, dtype=bool)
        for rows, own in zip(self._ways, self._own_ways, strict=True):
            several = there[:, own].sum(axis=1)
            place = np.argsort(np.argsort(waiting[:, rows], axis=1, kind="stable"), axis=1, kind="stable")
            chosen[:, rows] = place < several[:, None]
        return chosen

    @property
    def stages(self) -> int:
        """The last stage whose random numbers are used (`ties.fitted.scrambled`)."""
        return stages_of(self.original) + 1

    @cached_property
    def _ways(self) -> tuple[Array, Array]:
        """Which ties run from the partner, and which to it."""
        outward = np.array([source == self.actor for source in self.sources], dtype=bool)
        here = self._are_here(self.sources, self.targets)
        return outward & here, ~outward & here

    @cached_property
    def _own_ways(self) -> tuple[Array, Array]:
        """The same for the ties of the original."""
        outward = np.array([source == self.actor for source in self.original.sources], dtype=bool)
        if not self._ways[1].any():  # an undirected layer
            outward[:] = True
        here = self._are_here(self.original.sources, self.original.targets)
        return outward & here, ~outward & here

    def _are_here(self, sources: Iterable[str], targets: Iterable[str]) -> Array:
        """Return of which of these ties neither end has left."""
        ends = zip(sources, targets, strict=True)
        return np.array([not self.gone.intersection(pair) for pair in ends], dtype=bool)

    @cached_property
    def _places(self) -> Array:
        """Where the ties of the original are among all."""
        place = {ends: row for row, ends in enumerate(zip(self.sources, self.targets, strict=True))}
        if not self._ways[1].any():
            place |= {(target, source): row for (source, target), row in place.items()}
        ends = zip(self.original.sources, self.original.targets, strict=True)
        return np.array([place[each] for each in ends], dtype=int)
