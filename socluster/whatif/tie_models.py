"""Which ties would a new partner form? Models that answer with probabilities and say what they assume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import choice
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.wording import Language, number

__all__ = ["Direction", "FittedTies", "IndependentTies", "Stated", "TieModel", "is_number", "is_probability"]

Direction: TypeAlias = Literal["out", "in", "both"]


class FittedTies(Protocol):
    """The possible ties of one new partner, as a model sees them in one cluster."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of the possible ties."""

    @property
    def targets(self) -> tuple[str, ...]:
        """Targets of the possible ties."""

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie.

        With `rng`, what the model does not know about itself (its rates, say) is drawn first; without, it is averaged.
        """

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which of the possible ties are there in one draw: array of bool, one per tie.

        `uniforms` holds the random number of every possible tie, in [0, 1). Ties that are independent of each other,
        given what the model drew about itself, are there where their number lies below their probability.
        """


@runtime_checkable
class TieModel(Protocol):
    """What a model of new ties must be able to do."""

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return the ties that the actor, a member of the cluster already, may form in the layer."""

    def assumption(self, language: Language = "en") -> str:
        """Return what the model assumes, in a sentence."""


class IndependentTies:
    """Ties that are independent of each other given their probabilities; see `FittedTies.realised`."""

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie; see `FittedTies`."""
        raise NotImplementedError

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which of the ties are there: those whose number lies below their probability."""
        there: Array = uniforms < self.probabilities(rng)
        return there


@dataclass(frozen=True)
class StatedTies(IndependentTies):
    """Ties whose probabilities are known; see `FittedTies`."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    stated: tuple[float, ...]

    def probabilities(self, rng: Generator | None) -> Array:
        """Return what was stated; nothing about it is drawn."""
        del rng
        return np.array(self.stated)


@dataclass(frozen=True)
class Stated:
    """New ties with probabilities that the analyst states.

    Parameters
    ----------
    targets : mapping of str to float
        From the actor to be tied to the probability of the tie, 0..1.
    direction : {"out", "in", "both"}, default "out"
        In a directed layer: from the new partner, to it, or both. Undirected layers have no direction.

    Examples
    --------
    >>> Stated({"School": 0.9, "Clinic": 0.5}).assumption()
    'the ties were stated by the analyst: School 0.9, Clinic 0.5'
    """

    targets: Mapping[str, float]
    direction: Direction = "out"

    def __post_init__(self) -> None:
        """Check the probabilities and freeze them."""
        choice("direction", self.direction, ("out", "in", "both"))
        if not isinstance(self.targets, Mapping) or not self.targets:
            raise InputError(Problem("Stated needs a mapping from actor to probability", value=self.targets))
        wrong = {actor: p for actor, p in self.targets.items() if not is_probability(p)}
        if wrong:
            message = "is no probability; it must lie between 0 and 1"
            raise InputError([Problem(message, row=actor, column="targets", value=p) for actor, p in wrong.items()])
        object.__setattr__(self, "targets", MappingProxyType({str(k): float(p) for k, p in self.targets.items()}))

    def __repr__(self) -> str:
        """Return the model as it was written."""
        more = "" if self.direction == "out" else f", direction={self.direction!r}"
        return f"Stated({dict(self.targets)!r}{more})"

    def __hash__(self) -> int:
        """Return a number made of the targets."""
        return hash((tuple(self.targets.items()), self.direction))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as plain values."""
        return Stated, (dict(self.targets), self.direction)

    def fit(self, cluster: Cluster, actor: str, layer: str) -> StatedTies:
        """Return the stated ties; see `TieModel`."""
        labels = cluster.labels
        unknown = [target for target in self.targets if target not in labels]
        if unknown:
            message = "is no actor of this cluster"
            raise InputError([Problem(message, column="targets", value=t, nearest=nearest(t, labels)) for t in unknown])
        others, stated = tuple(self.targets), tuple(self.targets.values())
        mine = (actor,) * len(others)
        directed = layer in cluster.layers and cluster.layers[layer].directed
        if not directed or self.direction == "out":
            return StatedTies(mine, others, stated)
        if self.direction == "in":
            return StatedTies(others, mine, stated)
        return StatedTies(mine + others, others + mine, stated + stated)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        ties = ", ".join(f"{target} {number(p, language)}" for target, p in self.targets.items())
        said = {"en": "the ties were stated by the analyst", "lt": "ryšius nurodė analitikas"}
        return f"{said[language]}: {ties}"


def is_number(value: object) -> bool:
    """Whether the value is a number and not a truth value."""
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)


def is_probability(value: object) -> bool:
    """Whether the value is a number between 0 and 1."""
    return is_number(value) and 0 <= value <= 1  # type: ignore[operator]  # it is a number
