"""The null model that keeps the degrees of actors and groups on average (SDSM)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.random import Generator

from socluster._kernels.groups.backbone import affiliation_probabilities
from socluster.core.columns import Array
from socluster.inference.nulls.two_mode import AffiliationSampler, TwoModeNull
from socluster.words import Language, say

__all__ = ["TwoModeExpectedDegrees"]


@dataclass(frozen=True)
class TwoModeExpectedDegrees(TwoModeNull):
    """Every actor in as many groups, and every group with as many actors, as observed, on average (SDSM).

    Affiliations are independent of each other, with the probabilities of the bipartite configuration model, as in
    `projection_backbone` (stochastic degree sequence model).

    References
    ----------
    Neal, Z. (2014). The backbone of bipartite projections. Social Networks, 39, 84-97.
    doi:10.1016/j.socnet.2014.06.001

    Examples
    --------
    >>> import socluster as sc
    >>> davis = sc.load_dataset("davis")
    >>> [sc.nulls.TwoModeExpectedDegrees().draw(davis, rng=seed).n_affiliations for seed in range(3)]
    [85, 83, 87]
    """

    def sampler(self, held: Array) -> AffiliationSampler:
        """Return what draws the affiliations."""
        return _Thrown(affiliation_probabilities(held.sum(axis=1), held.sum(axis=0)))

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        return say(
            "affiliations are independent of each other; every actor belongs to as many groups, and every group has as "
            "many actors, as observed, on average",
            language,
        )


@dataclass(frozen=True)
class _Thrown(AffiliationSampler):
    """Independent affiliations."""

    probability: Array

    def draw(self, rngs: Sequence[Generator]) -> list[Array]:
        return [rng.random(self.probability.shape) < self.probability for rng in rngs]

    def everything(self, most: int) -> list[tuple[Array, float]] | None:
        open_cells = np.argwhere((self.probability > 0) & (self.probability < 1))
        if len(open_cells) > 30 or 2 ** len(open_cells) > most:
            return None
        found = []
        for chosen in product((False, True), repeat=len(open_cells)):
            held = self.probability >= 1
            held[tuple(open_cells.T)] = chosen
            share = float(np.where(held, self.probability, 1 - self.probability).prod())
            found.append((held, share))
        return found
