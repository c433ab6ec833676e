"""The null model of a fixed number of ties, placed at random."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.random import Generator

from socluster._kernels.sampling.cells import Arcs, TieCells
from socluster._kernels.sampling.everything import choices
from socluster._kernels.sampling.placing import fixed_number
from socluster.core.cluster import Cluster
from socluster.inference.nulls.base import EachByItself, Sampler, TieNull
from socluster.inference.nulls.layer_ties import LayerTies
from socluster.words import Language, say

__all__ = ["FixedNumber", "FixedTies"]


@dataclass(frozen=True)
class FixedTies(TieNull):
    """As many ties as observed in each layer, placed at random among the known dyads.

    Every network with so many ties is equally likely.

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.load_dataset("kite")
    >>> sc.nulls.FixedTies().draw(kite, rng=7).n_ties == kite.n_ties
    True
    """

    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer."""
        del cluster
        return FixedNumber(ties.dyads, ties.n_ties)

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        return say("as many ties as observed, placed at random", language)


@dataclass(frozen=True)
class FixedNumber(EachByItself):
    """A number of ties among dyads."""

    dyads: TieCells
    ties: int

    def one(self, rng: Generator) -> Arcs:
        """Return the ends of the ties of a network."""
        return fixed_number(self.dyads, self.ties, rng)

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        """Return all networks, which are equally likely, or None if there are more than `most`."""
        number = comb(len(self.dyads), self.ties)
        if number > most:
            return None
        listed = choices([np.arange(len(self.dyads))], [self.ties])
        return [(self.dyads.ends(chosen), 1 / number) for chosen in listed]
