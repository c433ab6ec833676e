"""A tie model: another one for a partner of limited capacity: it can maintain only so many ties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import Problem
from socluster.whatif.ties.base import Model, Variants, not_models, ranged, varied_parts, with_ends
from socluster.whatif.ties.draws_of import probabilities_of_draws, realised_of_draws
from socluster.whatif.ties.fitted import OfTies, are_independent, averaged, simulated
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.whatif.ties.values import not_count
from socluster.words import Language, count, say

__all__ = ["AtMost", "LimitedTies", "count_of_others"]


@dataclass(frozen=True, repr=False)
class AtMost(Model):
    """The ties of another model, but at most n of them: the partner's capacity.

    Where the model forms more ties in a draw, those are kept whose random number is smallest relative to their
    probability. For independent ties that is a fair choice: each tie that formed is as likely to be kept as any other.

    Parameters
    ----------
    model : TieModel
        The other model.
    ties : int
        The most ties that the partner can keep; in a directed layer, out of and into it together.

    Notes
    -----
    The ties depend on each other: one that is there takes the place of another. For independent ties with known
    probabilities the average probability is exact,

    .. math:: P_j = p_j \\; E\\left[\\min\\left(1, \\frac{k}{1 + M_j}\\right)\\right]

    where k is the capacity and M_j, the number of other ties that form, is a sum of independent events of different
    probabilities. It is the mean of this over 200 draws of what the model does not know about itself, if there is
    something. For ties that depend on each other it is the share of 2,000 simulated draws.

    Examples
    --------
    >>> from socluster.whatif.ties import Stated
    >>> AtMost(Stated({"School": 0.9, "Clinic": 0.9}), ties=1).assumption()
    'the partner can keep at most 1 tie, of these: the ties were stated by the analyst: School 0.9, Clinic 0.9'
    """

    model: TieModel
    ties: int

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The models that this one is made of."""
        return (self.model,)

    def _problems(self) -> list[Problem]:
        return not_models("AtMost", self.parts) + not_count(ties=self.ties)

    def fit(self, cluster: Cluster, actor: str, layer: str) -> LimitedTies:
        """Return the ties of the model, of which only some can be there at a time; see `TieModel`."""
        return LimitedTies(self.model.fit(cluster, actor, layer), self.ties)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        return count(
            "the partner can keep at most {n} tie, of these: {ties}",
            "the partner can keep at most {n} ties, of these: {ties}",
            self.ties,
            language,
            ties=self.model.assumption(language),
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with half and with one and a half times the capacity, and what it varies; see `Model`."""
        what = say("most ties that are kept", language)
        low, high = max(1, self.ties // 2), self.ties + max(1, self.ties // 2)
        own: Variants = {ranged(what, low, high, language): with_ends(self, "ties", low, high)}
        return own | varied_parts(self.parts, lambda parts: replace(self, model=parts[0]), language)


@dataclass(frozen=True, eq=False)
class LimitedTies(OfTies):
    """Ties of which only some can be there at a time; see `FittedTies`.

    Parameters
    ----------
    ties : FittedTies
        All of them.
    most : int
        How many can be there.
    """

    ties: FittedTies
    most: int

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the average probabilities (see the notes of `AtMost`); with `rng`, given what the model drew."""
        if not are_independent(self.ties):
            return self._simulated
        return averaged(self.ties, self._kept) if rng is None else self._kept(self.ties.probabilities(rng))

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there: of those that form, the ones with the smallest number for their probability."""
        if are_independent(self.ties):
            probable = self.ties.probabilities(rng)
            there = uniforms < probable
        else:  # how probable a tie is in this draw is not known, only how probable it is on average
            probable, there = self._usual, self.ties.realised(uniforms, rng)
        kept: Array = self._smallest(uniforms[None], probable, there[None])[0]
        return kept

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws; see `IndependentTies`."""
        if are_independent(self.ties):
            probable = probabilities_of_draws(self.ties, rng, len(uniforms))
            return self._smallest(uniforms, probable, uniforms < probable)
        return self._smallest(uniforms, self._usual, realised_of_draws(self.ties, uniforms, rng))

    def _smallest(self, uniforms: Array, probable: Array, there: Array) -> Array:
        """Return which of the ties that form are kept in every draw (rows)."""
        rank = np.where(there, uniforms / np.maximum(probable, 1e-12), np.inf)
        first = np.argsort(rank, axis=1, kind="stable")[:, : self.most]
        kept = np.zeros(there.shape, dtype=bool)
        np.put_along_axis(kept, first, True, axis=1)
        return np.asarray(kept & there)

    def _kept(self, probabilities: Array) -> Array:
        others = count_of_others(probabilities)
        total = 1 + np.arange(others.shape[1])
        return np.asarray(probabilities * (others @ np.minimum(1.0, self.most / total)))

    @cached_property
    def _usual(self) -> Array:
        return self.ties.probabilities(None)

    @cached_property
    def _simulated(self) -> Array:
        return simulated(self)


def count_of_others(probabilities: Array) -> Array:
    """Return, for every one of n independent events (rows), how probable it is that 0, 1, ..., n - 1 others happen.

    The distribution of the number of all events is built up one by one, as c_m (1 - p) + c_{m-1} p. Taking event j out
    again means to solve that for the former values: upwards where p is below one half, else downwards, so that errors
    shrink.

    Examples
    --------
    >>> count_of_others(np.array([0.5, 0.2])).tolist()
    [[0.8, 0.2], [0.5, 0.5]]
    """
    n = len(probabilities)
    total = np.zeros(n + 1)
    total[0] = 1.0
    for p in probabilities.tolist():
        total[1:] = total[1:] * (1 - p) + total[:-1] * p
        total[0] *= 1 - p
    distinct, place = np.unique(probabilities, return_inverse=True)  # events that are alike have the same others
    others = np.zeros((n, len(distinct)))
    low, high = distinct < 0.5, distinct >= 0.5
    p, q = distinct[low], 1 - distinct[low]
    for m in range(n):
        others[m, low] = (total[m] - p * (others[m - 1, low] if m else 0.0)) / q
    p, q = distinct[high], 1 - distinct[high]
    for m in range(n - 1, -1, -1):
        others[m, high] = (total[m + 1] - q * (others[m + 1, high] if m + 1 < n else 0.0)) / p
    return np.asarray(np.clip(others, 0.0, 1.0).T[place])
