"""A tie model for those who do not know which of several models is right: each draw believes one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import Problem
from socluster.whatif.ties.base import Model, Variants, not_models, ranged, varied_parts
from socluster.whatif.ties.draws_of import probabilities_of_draws, realised_of_draws
from socluster.whatif.ties.fitted import (
    OfPossible,
    Possible,
    are_independent,
    is_directed,
    places_among,
    possible_ties,
    stages_of,
)
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.whatif.ties.values import not_positive
from socluster.words import Language, percent, say

__all__ = ["Mixture", "MixtureTies"]


@dataclass(frozen=True, repr=False)
class Mixture(Model):
    """One of several models is right, but which one is unknown: in every draw one of them is drawn and believed.

    .. math:: p = \\sum_m w_m p_m \\quad\\text{on average}

    So an answer carries the uncertainty about the assumption itself, not only that within one assumption. The weights
    say how much you believe in each model; they are divided by their sum.

    Parameters
    ----------
    models : mapping of TieModel to float, or sequence of TieModel
        The models with their weights; or the models alone.
    weights : sequence of float, optional
        The weights, if `models` is a sequence; without them, all are alike.

    Notes
    -----
    All ties of a draw come from the same model, so they depend on each other. Where several reasons for ties work at
    the same time, you want `AnyOf` instead.

    Examples
    --------
    >>> from socluster.whatif.ties import LikeActor, Rates
    >>> print(Mixture({Rates(): 3, LikeActor("School"): 1}))
    Mixture((Rates(), LikeActor('School')), weights=(3, 1))
    """

    models: Mapping[TieModel, float] | tuple[TieModel, ...]
    weights: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        """Take a mapping apart into models and weights, then freeze and check."""
        if isinstance(self.models, Mapping):
            object.__setattr__(self, "weights", tuple(self.models.values()))
            object.__setattr__(self, "models", tuple(self.models))
        super().__post_init__()

    def _problems(self) -> list[Problem]:
        problems = not_models("Mixture", self.parts)
        if problems or self.weights is None:
            return problems
        if not isinstance(self.weights, tuple) or len(self.weights) != len(self.parts):
            return [Problem("weights must contain a number for each of the models", value=self.weights)]
        return not_positive(**{f"weight {place}": w for place, w in enumerate(self.weights, start=1)})

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The models that this one is made of."""
        return self.models  # type: ignore[return-value]  # a mapping has been taken apart

    @property
    def shares(self) -> Array:
        """How probable each model is."""
        weights = np.ones(len(self.parts)) if self.weights is None else np.array(self.weights, dtype=float)
        return np.asarray(weights / weights.sum())

    def fit(self, cluster: Cluster, actor: str, layer: str) -> MixtureTies:
        """Return every tie that one of the models makes possible; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        fitted = tuple(model.fit(cluster, actor, layer) for model in self.parts)
        directed = is_directed(cluster, layer)
        places = tuple(places_among(each, possible, directed=directed) for each in fitted)
        return MixtureTies(possible, fitted, places, self.shares)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        models = "; ".join(
            f"({percent(share, language)}) {model.assumption(language)}"
            for model, share in zip(self.parts, self.shares.tolist(), strict=True)
        )
        return say("one of these models is right, but it is unknown which: {models}", language, models=models)

    def varied(self, language: Language = "en") -> Variants:
        """Return, for each model, the mixture without it and the model alone; and what the models vary; see `Model`."""
        found: Variants = {}
        models, shares = self.parts, self.shares.tolist()
        for place, model in enumerate(models[: 1 if len(models) == 2 else None]):  # of two, one tells it all
            if len(models) > 1:
                what = say("belief in {place}, {model}", language, place=place + 1, model=type(model).__name__)
                without = Mixture((*models[:place], *models[place + 1 :]), (*shares[:place], *shares[place + 1 :]))
                found[ranged(what, 0, 1, language)] = without, model
        return found | varied_parts(models, lambda parts: replace(self, models=parts), language)


@dataclass(frozen=True, eq=False)
class MixtureTies(OfPossible):
    """Ties of one of several models, drawn anew in every draw; see `FittedTies`.

    Parameters
    ----------
    possible : Possible
        All ties that any of the models may form.
    fitted : tuple of FittedTies
        The ties of each model.
    places : tuple of ndarray of int
        Where the ties of each model are among all.
    shares : ndarray of float
        How probable each model is.
    """

    possible: Possible
    fitted: tuple[FittedTies, ...]
    places: tuple[Array, ...]
    shares: Array

    @property
    def independent(self) -> bool:
        """Whether the ties are independent of each other, once the model is drawn."""
        return all(are_independent(each) for each in self.fitted)

    @property
    def stages(self) -> int:
        """The last stage of random numbers that any of the models uses."""
        return max(stages_of(each) for each in self.fitted)

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probabilities of the model that is drawn, or the weighted mean of all."""
        total = np.zeros(len(self.sources))
        if rng is not None:
            drawn = self._drawn(rng)
            total[self.places[drawn]] = self.fitted[drawn].probabilities(rng)
            return total
        for ties, places, share in zip(self.fitted, self.places, self.shares, strict=True):
            total[places] += share * ties.probabilities(None)
        return total

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return the ties of the model that is drawn."""
        drawn = self._drawn(rng)
        there = np.zeros(len(uniforms), dtype=bool)
        there[self.places[drawn]] = self.fitted[drawn].realised(uniforms[self.places[drawn]], rng)
        return there

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws, of the model that is drawn in each; see `IndependentTies`."""
        total = np.zeros((draws, len(self.sources)))
        for ties, places, rows in self._drawn_often(rng, draws):
            total[rows[:, None], places] = probabilities_of_draws(ties, rng, len(rows))
        return total

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return the ties in several draws, of the model that is drawn in each; see `IndependentTies`."""
        there = np.zeros(uniforms.shape, dtype=bool)
        for ties, places, rows in self._drawn_often(rng, len(uniforms)):
            there[rows[:, None], places] = realised_of_draws(ties, uniforms[rows[:, None], places], rng)
        return there

    def _drawn_often(self, rng: Generator, draws: int) -> Iterator[tuple[FittedTies, Array, Array]]:
        """Yield every model that is drawn, where its ties are among all, and in which draws."""
        drawn = rng.choice(len(self.shares), size=draws, p=self.shares)
        for number in np.unique(drawn).tolist():
            yield self.fitted[number], self.places[number], np.flatnonzero(drawn == number)

    def _drawn(self, rng: Generator) -> int:
        return int(rng.choice(len(self.shares), p=self.shares))
