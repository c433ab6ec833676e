"""What every null model is: a frozen value that says what stays as it is, and draws the rest of a cluster anew.

A new null model of ties has a file: a frozen dataclass that derives from `TieNull`, with `sampler`, which draws the
ties of one layer, and `kept`, which says what stays.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from socluster._kernels.sampling.cells import Arcs
from socluster.core.arguments import generator
from socluster.core.checked import checked, checked_methods
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.core.streams import key_of, stream
from socluster.inference.nulls.layer_ties import LayerTies, layer_ties
from socluster.inference.nulls.redrawn import Redrawn
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Language, Phrase, phrase

__all__ = ["EachByItself", "Everything", "Fitted", "NullModel", "Sampler", "TieNull", "no_null", "streams_of"]

Everything: TypeAlias = list[tuple[Cluster, float]]
"""All clusters of a null, each with its probability."""

_STREAM = key_of("null models")


def streams_of(seed: int, first: int, last: int) -> list[Generator]:
    """Return the random numbers of draws first..last-1, each of which belongs to the seed and its draw."""
    return [stream(_STREAM, seed, draw) for draw in range(first, last)]


class Fitted(ABC):
    """A null model of one cluster, ready to draw."""

    at_once: int = 50
    """How many clusters are drawn at once."""

    notes: tuple[Phrase, ...] = ()
    """What an answer has to say about how they were drawn."""

    notes_of_all: tuple[Phrase, ...] = ()
    """What it has to say where all of them were listed instead."""

    @abstractmethod
    def clusters(self, rngs: Sequence[Generator]) -> list[Cluster]:
        """Return a cluster for each of these generators, from nothing but its random numbers."""

    def everything(self, most: int) -> Everything | None:
        """Return all clusters of the null, or None if there are more than `most`, or it cannot list them."""
        del most
        return None


class NullModel(ABC):
    """The base of every null model."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        checked_methods(cls)

    @abstractmethod
    def seen(self, cluster: Any, layer: str | None) -> Cluster:
        """Return the cluster that is drawn anew: that of the layer, if one is named.

        Raises
        ------
        InputError
            If the null cannot be drawn for such a cluster.
        """

    @abstractmethod
    def fitted(self, cluster: Cluster) -> Fitted:
        """Return the null of a cluster that `seen` has returned."""

    @abstractmethod
    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""

    @checked
    def draw(self, cluster: Any, /, *, layer: str | None = None, rng: Generator | int) -> Cluster:
        """Return one cluster of the null, as `compare_to_null` draws them by the thousand.

        Parameters
        ----------
        cluster : Cluster or anything that `as_cluster` takes
            The observed one.
        layer : str, optional
            One layer, which is then the only one in the result; without it, every layer is drawn by itself.
        rng : int or numpy.random.Generator
            Seed. The same seed gives the same cluster.

        Returns
        -------
        Cluster
            Ties that were drawn are simulated, as their evidence says.
        """
        random = generator(rng)
        return self.fitted(self.seen(cluster, layer)).clusters([random])[0]


class Sampler(ABC):
    """The ties of one layer under a null model, ready to draw."""

    at_once: int = 50
    notes: tuple[Phrase, ...] = ()

    @abstractmethod
    def draw(self, rngs: Sequence[Generator]) -> list[Arcs]:
        """Return the ends of the ties of a network for each generator."""

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        """Return all networks with their probabilities, or None if there are more than `most`."""
        del most
        return None


class EachByItself(Sampler):
    """A sampler whose networks have nothing to do with each other: `one` draws one of them."""

    @abstractmethod
    def one(self, rng: Generator) -> Arcs:
        """Return the ends of the ties of a network."""

    def draw(self, rngs: Sequence[Generator]) -> list[Arcs]:
        """Return the ends of the ties of a network for each generator."""
        return [self.one(rng) for rng in rngs]


class TieNull(NullModel):
    """A null model of the ties between actors: each layer is drawn by itself, and only its known dyads."""

    @abstractmethod
    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer.

        Raises
        ------
        InputError
            If the null cannot be drawn for this layer.
        """

    def seen(self, cluster: Any, layer: str | None) -> Cluster:
        """Return the cluster with the layers that are drawn."""
        given = cluster_of(cluster)
        if not given.tie_layers and given.n_affiliations:
            raise InputError(
                "{cluster} holds affiliations only, and its projection is full of triangles by construction: draw the "
                "affiliations with null=sc.nulls.TwoModeDegrees(), or call .project() first if its ties are meant",
                {"cluster": given.name or phrase("the cluster")},
            )
        if layer is not None:
            given.matrix(layer)  # says which layers there are if this is none
            given = given.layer(layer)
        return given

    def fitted(self, cluster: Cluster) -> Fitted:
        """Return the null of all layers of the cluster."""
        layers = [layer_ties(cluster, name) for name in cluster.tie_layers]
        return _FittedTies(cluster, layers, [self.sampler(each, cluster) for each in layers])


class _FittedTies(Fitted):
    """A null model of ties, of all layers of a cluster."""

    def __init__(self, cluster: Cluster, layers: list[LayerTies], samplers: list[Sampler]) -> None:
        self.layers, self.samplers = layers, samplers
        self.redrawn = Redrawn(cluster, layers)
        self.at_once = min((each.at_once for each in samplers), default=50)
        self.notes = tuple(note for each in samplers for note in each.notes)

    def clusters(self, rngs: Sequence[Generator]) -> list[Cluster]:
        drawn = [sampler.draw(rngs) for sampler in self.samplers]
        found = []
        for networks, rng in zip(zip(*drawn, strict=True), rngs, strict=True) if drawn else [((), r) for r in rngs]:
            weights = [each.weights_of(len(arcs[0]), rng) for each, arcs in zip(self.layers, networks, strict=True)]
            found.append(self.redrawn.cluster(list(networks), weights))
        return found

    def everything(self, most: int) -> Everything | None:
        """Return all clusters, if there is one layer whose ties all weigh the same."""
        if len(self.layers) != 1 or self.layers[0].weight is None:
            return None
        listed = self.samplers[0].everything(most)
        if listed is None:
            return None
        weight = self.layers[0].weight
        weighed = ((arcs, np.full(len(arcs[0]), weight), share) for arcs, share in listed)
        return [(self.redrawn.cluster([arcs], [weights]), share) for arcs, weights, share in weighed]


def no_null(value: object) -> InputError:
    """Return the error for something that is no null model, though one was asked for."""
    if isinstance(value, type) and issubclass(value, NullModel):
        return InputError("null needs the model itself: null=sc.nulls.{name}(...)", {"name": value.__name__})
    return InputError(Problem("null must be a null model, such as sc.nulls.FixedTies()", value=value))
