"""What null models of affiliations have in common: the groups of a cluster's actors are drawn, its ties stay."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.parts import Links
from socluster.core.simulated import simulated
from socluster.inference.nulls.base import Everything, Fitted, NullModel
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Phrase, phrase

__all__ = ["AffiliationSampler", "TwoModeNull"]

PROJECTED = phrase("Measures of ties saw the projection of the affiliations, the observed and the drawn ones.")


class AffiliationSampler(ABC):
    """Who belongs to which group under a null model, ready to draw."""

    at_once: int = 50
    notes: tuple[Phrase, ...] = ()

    @abstractmethod
    def draw(self, rngs: Sequence[Generator]) -> list[Array]:
        """Return a table of bool (actors, groups) for each generator."""

    def everything(self, most: int) -> list[tuple[Array, float]] | None:
        """Return all tables with their probabilities, or None if there are more than `most`."""
        del most
        return None


class TwoModeNull(NullModel):
    """A null model of affiliations: those of one layer are drawn; measures of ties see the projection of these."""

    @abstractmethod
    def sampler(self, held: Array) -> AffiliationSampler:
        """Return what draws a table of bool (actors, groups)."""

    def seen(self, cluster: Any, layer: str | None) -> Cluster:
        """Return the cluster with the layer of affiliations that is drawn."""
        given = cluster_of(cluster)
        if not given.n_groups:
            raise InputError(
                "{cluster} has no groups, so that there are no affiliations to draw; take a null of ties, such as "
                "null=sc.nulls.DegreeSequence()",
                {"cluster": given.name or phrase("the cluster")},
            )
        if layer is not None:
            given.affiliation_matrix(layer)  # says which layers there are if this is none
            return given.layer(layer)
        codes = given.parts.affiliations.layer_codes()
        if len(codes) > 1:
            names = [given.parts.layer_names[code] for code in sorted(codes)]
            raise InputError("there are several layers of affiliations ({layers}); name one: layer=", {"layers": names})
        return given

    def fitted(self, cluster: Cluster) -> Fitted:
        """Return the null of a cluster's affiliations."""
        held = cluster.affiliation_matrix().astype(bool).toarray()
        return _FittedAffiliations(cluster, self.sampler(held))


class _FittedAffiliations(Fitted):
    """A null model of affiliations of a cluster."""

    def __init__(self, cluster: Cluster, sampler: AffiliationSampler) -> None:
        self.parts, self.sampler = cluster.parts, sampler
        self.at_once = sampler.at_once
        self.notes_of_all = () if cluster.tie_layers else (PROJECTED,)
        self.notes = (*self.notes_of_all, *sampler.notes)
        links = cluster.parts.affiliations
        self.code = int(links.layer[0]) if len(links) else 0
        self.weights = links.rest["weight"].values
        self.is_weighted = len(np.unique(self.weights)) > 1

    def clusters(self, rngs: Sequence[Generator]) -> list[Cluster]:
        return [self._cluster(held, rng) for held, rng in zip(self.sampler.draw(rngs), rngs, strict=True)]

    def everything(self, most: int) -> Everything | None:
        listed = None if self.is_weighted else self.sampler.everything(most)
        return None if listed is None else [(self._cluster(held, None), share) for held, share in listed]

    def _cluster(self, held: Array, rng: Generator | None) -> Cluster:
        actor, group = np.nonzero(held)
        links = Links(actor, group, np.full(len(actor), self.code), simulated(self._weights(len(actor), rng)))
        return Cluster(replace(self.parts, affiliations=links))

    def _weights(self, number: int, rng: Generator | None) -> Array:
        """Return weights of so many affiliations: those observed in random order, or drawn from them."""
        if not self.is_weighted or rng is None:
            return np.full(number, self.weights[0] if len(self.weights) else 1.0)
        if number == len(self.weights):
            return rng.permutation(self.weights)
        return rng.choice(self.weights, number)
