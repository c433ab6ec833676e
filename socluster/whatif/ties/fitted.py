"""The possible ties of one partner: which they are, and what to do where they depend on each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core import streams
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.edit import known_actor
from socluster.whatif.ties.protocol import FittedTies, StatedTies, TieDirection

__all__ = [
    "SIMULATED",
    "OfPossible",
    "OfTies",
    "Possible",
    "are_independent",
    "averaged",
    "is_directed",
    "places_among",
    "places_of_pairs",
    "possible_ties",
    "scrambled",
    "simulated",
    "stages_of",
    "stated_ties",
]

SIMULATED = 2000  # the error of a simulated probability is at most half of 1 / sqrt(2000) = 0.011
AVERAGED = 200


@dataclass(frozen=True, eq=False)
class Possible:
    """All ties that a partner may form in a layer.

    Parameters
    ----------
    labels : tuple of str
        The actors of the cluster.
    rows, columns : ndarray of int
        Positions of source and target of every possible tie; in an undirected layer the partner is the source.
    """

    labels: tuple[str, ...]
    rows: Array
    columns: Array

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Sources of the possible ties."""
        return tuple(self.labels[row] for row in self.rows.tolist())

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Targets of the possible ties."""
        return tuple(self.labels[column] for column in self.columns.tolist())


class OfPossible:
    """The ends of the ties that a partner may form, for what holds them as `possible`."""

    possible: Possible

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of the possible ties."""
        return self.possible.sources

    @property
    def targets(self) -> tuple[str, ...]:
        """Targets of the possible ties."""
        return self.possible.targets


class OfTies:
    """The ends of the ties of another model, for what holds them as `ties` and draws them in its own way."""

    ties: FittedTies

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of the possible ties."""
        return self.ties.sources

    @property
    def targets(self) -> tuple[str, ...]:
        """Targets of the possible ties."""
        return self.ties.targets

    @property
    def stages(self) -> int:
        """The last stage of random numbers that is used."""
        return stages_of(self.ties)


def is_directed(cluster: Cluster, layer: str) -> bool:
    """Whether ties in this layer, which may not be there yet, have a direction."""
    return layer in cluster.layers and cluster.layers[layer].directed


def possible_ties(cluster: Cluster, actor: str, layer: str, direction: TieDirection = "both") -> Possible:
    """Return a possible tie with every other actor; in a directed layer those of this direction."""
    here = cluster.parts.position[known_actor(cluster.parts, actor)]
    others = np.delete(np.arange(cluster.n_actors), here)
    mine = np.full(len(others), here)
    if not is_directed(cluster, layer) or direction == "out":
        return Possible(cluster.ids, mine, others)
    if direction == "in":
        return Possible(cluster.ids, others, mine)
    return Possible(cluster.ids, np.concatenate([mine, others]), np.concatenate([others, mine]))


def stated_ties(possible: Possible, probabilities: Array) -> StatedTies:
    """Return the possible ties with these probabilities, without those that are impossible."""
    kept = np.flatnonzero(probabilities > 0).tolist()
    sources, targets = (tuple(ends[place] for place in kept) for ends in (possible.sources, possible.targets))
    return StatedTies(sources, targets, tuple(probabilities[kept].tolist()))


def places_among(ties: FittedTies, possible: Possible, *, directed: bool) -> Array:
    """Return where the ties are among all possible ones; an undirected tie may be written either way round."""
    place = {pair: at for at, pair in enumerate(zip(possible.sources, possible.targets, strict=True))}
    if not directed:
        place |= {(target, source): at for (source, target), at in place.items()}
    return np.array([place[pair] for pair in zip(ties.sources, ties.targets, strict=True)], dtype=np.int64)


def places_of_pairs(sources: Sequence[str], targets: Sequence[str]) -> tuple[Array, Array]:
    """Return where a tie stands that comes first, and where the one that returns it, for all that have both."""
    place = {ends: at for at, ends in enumerate(zip(sources, targets, strict=True))}
    both = [(at, place[far, near]) for (near, far), at in place.items() if place.get((far, near), -1) > at]
    found = np.array(both, dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def are_independent(ties: FittedTies) -> bool:
    """Whether the ties are known to be independent of each other, once the model has drawn what it does not know."""
    return bool(getattr(ties, "independent", False))


def scrambled(uniforms: Array, stage: int) -> Array:
    """Return other random numbers in [0, 1) that follow from these and are as good as independent of them.

    Models with several stages need a number per stage and tie, and are given one per tie: its 53 bits are scrambled
    (`core.streams`), differently for each stage. Stage 0 has the numbers as they are. Any shape.
    """
    if stage == 0:
        return uniforms
    bits = (uniforms * 2.0**53).astype(np.uint64).ravel()
    return streams.uniforms(bits, seed=stage, draw=0).reshape(uniforms.shape)


def stages_of(ties: FittedTies) -> int:
    """Return the last stage whose numbers these ties use; a model around them must use later ones."""
    return int(getattr(ties, "stages", 0))


def averaged(ties: FittedTies, formula: Callable[[Array], Array]) -> Array:
    """Return the mean of a formula of the probabilities over what the model of these ties does not know about itself.

    Exact if nothing is unknown, else the mean over 200 draws, which are always the same.
    """
    if isinstance(ties, StatedTies):
        return formula(ties.probabilities(None))
    drawn = [formula(ties.probabilities(np.random.default_rng([0, draw]))) for draw in range(AVERAGED)]
    mean: Array = np.mean(drawn, axis=0)
    return mean


def simulated(ties: FittedTies) -> Array:
    """Return how often each tie is there in 2,000 draws, which are always the same (standard error up to 0.011)."""
    rng = np.random.default_rng(0)
    n_ties = len(ties.sources)
    there = np.zeros(n_ties)
    for _ in range(SIMULATED):
        there += ties.realised(rng.random(n_ties), rng)
    return there / SIMULATED
