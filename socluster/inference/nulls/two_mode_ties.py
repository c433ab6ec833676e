"""The null model of a fixed number of affiliations, placed at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.random import Generator

from socluster.core.columns import Array
from socluster.inference.nulls.two_mode import AffiliationSampler, TwoModeNull
from socluster.words import Language, say

__all__ = ["TwoModeTies"]


@dataclass(frozen=True)
class TwoModeTies(TwoModeNull):
    """As many affiliations as observed, placed at random: any actor may belong to any group.

    Every two-mode network with so many affiliations is equally likely.

    Examples
    --------
    >>> import socluster as sc
    >>> davis = sc.load_dataset("davis")
    >>> sc.nulls.TwoModeTies().draw(davis, rng=7).n_affiliations == davis.n_affiliations
    True
    """

    def sampler(self, held: Array) -> AffiliationSampler:
        """Return what draws the affiliations."""
        return _Placed(held.shape, int(held.sum()))

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        return say("as many affiliations as observed, placed at random", language)


@dataclass(frozen=True)
class _Placed(AffiliationSampler):
    """So many cells of a table."""

    shape: tuple[int, int]
    number: int

    def draw(self, rngs: Sequence[Generator]) -> list[Array]:
        cells = self.shape[0] * self.shape[1]
        return [self._table(rng.choice(cells, self.number, replace=False, shuffle=False)) for rng in rngs]

    def everything(self, most: int) -> list[tuple[Array, float]] | None:
        cells = self.shape[0] * self.shape[1]
        number = comb(cells, self.number)
        if number > most:
            return None
        return [
            (self._table(np.array(each, dtype=int)), 1 / number) for each in combinations(range(cells), self.number)
        ]

    def _table(self, chosen: Array) -> Array:
        held = np.zeros(self.shape[0] * self.shape[1], dtype=bool)
        held[chosen] = True
        return held.reshape(self.shape)
