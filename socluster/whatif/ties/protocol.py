"""Which ties would a new partner form? What a model that answers must be able to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.words import Language

__all__ = ["FittedTies", "IndependentTies", "StatedTies", "TieDirection", "TieModel", "is_number", "is_probability"]

TieDirection: TypeAlias = Literal["out", "in", "both"]


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

        A model that is asked often may offer `realised_of_draws` beside this (see `IndependentTies`), which is given
        the numbers of 64 draws at once; else each of them is asked for alone (`ties.draws_of`).
        """


@runtime_checkable
class TieModel(Protocol):
    """What a model of new ties must be able to do; a model of your own needs no more than this."""

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return the ties that the actor, a member of the cluster already, may form in the layer."""

    def assumption(self, language: Language = "en") -> str:
        """Return what the model assumes, in a sentence."""


class IndependentTies:
    """Ties that are independent of each other given their probabilities; see `FittedTies.realised`."""

    independent: ClassVar[bool] = True

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability of every possible tie; see `FittedTies`."""
        raise NotImplementedError

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which of the ties are there: those whose number lies below their probability."""
        there: Array = uniforms < self.probabilities(rng)
        return there

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws, what the model does not know being drawn anew in each.

        Array of shape (draws, ties). A model that can draw it for all of them at once says how.
        """
        return np.array([self.probabilities(rng) for _ in range(draws)]).reshape(draws, -1)

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws: array of bool, of the shape (draws, ties) of the numbers."""
        there: Array = uniforms < self.probabilities_of_draws(rng, len(uniforms))
        return there


@dataclass(frozen=True)
class StatedTies(IndependentTies):
    """Independent ties whose probabilities are known, stated or computed; see `FittedTies`."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    stated: tuple[float, ...]

    def probabilities(self, rng: Generator | None) -> Array:
        """Return what was stated; nothing about it is drawn."""
        del rng
        return np.array(self.stated, dtype=float)

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return what was stated, which is the same in all draws."""
        return np.broadcast_to(self.probabilities(rng), (draws, len(self.stated)))


def is_probability(value: object) -> bool:
    """Whether the value is a number between 0 and 1."""
    return is_number(value) and 0 <= value <= 1  # type: ignore[operator]  # it is a number
