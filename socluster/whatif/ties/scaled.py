"""A tie model: another one with all probabilities multiplied, for partners who form fewer or more ties than it says."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.whatif.ties.base import Model, Variants, not_models, ranged, varied_parts
from socluster.whatif.ties.draws_of import probabilities_of_draws, realised_of_draws
from socluster.whatif.ties.dyads import DyadTies
from socluster.whatif.ties.fitted import OfTies, are_independent, averaged, scrambled
from socluster.whatif.ties.protocol import FittedTies, IndependentTies, StatedTies, TieModel
from socluster.whatif.ties.values import not_positive
from socluster.words import Language, number, say

__all__ = ["Scaled", "varied_number_of_ties"]


@dataclass(frozen=True, repr=False)
class Scaled(Model):
    """The ties of another model, less or more probable: p' = min(1, by p).

    A partner who has just joined has fewer ties than members who have been there for years; the rates of the members
    are then too high for it.

    Parameters
    ----------
    model : TieModel
        The other model.
    by : float
        The factor, greater than 0.

    Notes
    -----
    Ties that depend on each other (`Closure`, `AtMost`) can be thinned out but not made more probable: each of them is
    kept with the probability `by`, independently.

    Examples
    --------
    >>> from socluster.whatif.ties import Stated
    >>> Scaled(Stated({"School": 0.8}), by=0.5).assumption()
    'with all probabilities multiplied by 0.5: the ties were stated by the analyst: School 0.8'
    """

    model: TieModel
    by: float

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The models that this one is made of."""
        return (self.model,)

    def _problems(self) -> list[Problem]:
        return not_models("Scaled", self.parts) + not_positive(by=self.by)

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return the ties of the model with other probabilities; see `TieModel`."""
        ties = self.model.fit(cluster, actor, layer)
        if isinstance(ties, StatedTies):
            return replace(ties, stated=tuple(min(1.0, self.by * p) for p in ties.stated))
        if are_independent(ties):
            return ScaledTies(ties, self.by)
        if isinstance(ties, DyadTies):
            return replace(ties, ties=ScaledTies(ties.ties, self.by))
        if self.by > 1:
            raise InputError(
                Problem(
                    "ties that depend on each other can be made less probable, not more: by must be at most 1",
                    value=self.by,
                )
            )
        return ThinnedTies(ties, self.by)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        return say(
            "with all probabilities multiplied by {by}: {ties}",
            language,
            by=number(self.by, language),
            ties=self.model.assumption(language),
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with the factor halved and with it half as large again, and what it varies itself."""
        what = say("factor of the probabilities", language)
        ends = 0.5 * self.by, 1.5 * self.by
        if self.by <= 1:  # ties that depend on each other cannot be made more probable
            ends = 0.5 * self.by, min(1.0, 1.5 * self.by)
        own = {ranged(what, *ends, language): (Scaled(self.model, ends[0]), Scaled(self.model, ends[1]))}
        return own | varied_parts(self.parts, lambda parts: Scaled(parts[0], self.by), language)


class _Factored(OfTies):
    """The ties of another model, and a factor."""

    def __init__(self, ties: FittedTies, by: float) -> None:
        self.ties = ties
        self.by = by


class ScaledTies(_Factored, IndependentTies):
    """Independent ties with other probabilities; see `FittedTies`."""

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probabilities of the model times the factor, at most 1."""
        if rng is None and self.by > 1:  # the mean of what is cut off at 1 is not the mean cut off at 1
            return averaged(self.ties, lambda drawn: np.minimum(1, self.by * drawn))
        return np.minimum(1, self.by * self.ties.probabilities(rng))

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws; see `IndependentTies`."""
        return np.minimum(1, self.by * probabilities_of_draws(self.ties, rng, draws))


class ThinnedTies(_Factored):
    """Ties that depend on each other, of which each is kept with a probability; see `FittedTies`."""

    @property
    def stages(self) -> int:
        """The last stage of random numbers that is used."""
        return super().stages + 1

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probabilities of the model times the factor."""
        return np.asarray(self.by * self.ties.probabilities(rng))

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there: those of the model that are kept."""
        return np.asarray(self.ties.realised(uniforms, rng) & (scrambled(uniforms, self.stages) < self.by))

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws; see `IndependentTies`."""
        there = realised_of_draws(self.ties, uniforms, rng)
        return np.asarray(there & (scrambled(uniforms, self.stages) < self.by))


def varied_number_of_ties(model: TieModel, language: Language) -> Variants:
    """Return the model with all its ties half as probable, and half as probable again: what newcomers may differ in."""
    what = say("number of ties, times", language)
    return {ranged(what, 0.5, 1.5, language): (Scaled(model, 0.5), Scaled(model, 1.5))}
