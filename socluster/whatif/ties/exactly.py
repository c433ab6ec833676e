"""As many ties of a model as one says: to whom they run is drawn as the model has it, how many is stated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.whatif.ties.fitted import OfTies
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.words import Language, count

__all__ = ["ExactTies", "JustSoMany"]


@dataclass(frozen=True)
class JustSoMany:
    """As many ties as stated, to actors drawn without replacement, in proportion to the probabilities of a model.

    Who is drawn with few ties is drawn with more ties, too, in the same draw.

    Parameters
    ----------
    model : TieModel
        The model that says with whom.
    ties : int
        How many ties.
    """

    model: TieModel
    ties: int

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The model that it is made of, which may name an actor who has left."""
        return (self.model,)

    @property
    def numbers_of(self) -> TieModel:
        """The model whose random numbers are used, so that partners with more and with fewer ties differ in no more."""
        return self.model

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return the ties of the model, of which so many are there; see `TieModel`."""
        return ExactTies(self.model.fit(cluster, actor, layer), self.ties)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        return count(
            "the partner has {n} tie, with one of these: {ties}",
            "the partner has {n} ties, with some of these: {ties}",
            self.ties,
            language,
            ties=self.model.assumption(language),
        )


@dataclass(frozen=True, eq=False)
class ExactTies(OfTies):
    """Ties of which so many are there; see `FittedTies`.

    Parameters
    ----------
    ties : FittedTies
        All of them.
    wanted : int
        How many are there, at most as many as are possible.
    """

    ties: FittedTies
    wanted: int

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probabilities of the model, brought to the number of ties (not above 1)."""
        p = self.ties.probabilities(rng)
        total = p.sum()
        return np.minimum(1.0, p * self.wanted / total) if total else p

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there: those with the smallest waiting time, exponential with the probability as rate.

        That is sampling without replacement (Efraimidis & Spirakis 2006, doi:10.1016/j.ipl.2005.11.003).
        """
        p = self.ties.probabilities(rng)
        waiting = np.where(p > 0, -np.log1p(-uniforms) / np.maximum(p, 1e-300), np.inf)
        first = np.argsort(waiting, kind="stable")[: self.wanted]
        there = np.zeros(len(p), dtype=bool)
        there[first] = p[first] > 0
        return there
