"""The null model that keeps the dyad census: numbers of mutual, one-way and empty pairs (U|MAN)."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.random import Generator

from socluster._kernels.sampling.cells import Arcs, TieCells
from socluster._kernels.sampling.everything import choices, pairings
from socluster._kernels.sampling.placing import fixed_pairs, joined
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.inference.nulls.base import EachByItself, Sampler, TieNull
from socluster.inference.nulls.fixed_ties import FixedNumber
from socluster.inference.nulls.layer_ties import LayerTies
from socluster.words import Language, say

__all__ = ["DyadCensus", "FixedPairs"]


@dataclass(frozen=True)
class DyadCensus(TieNull):
    """As many mutual, one-way and empty pairs as observed, placed at random (U|MAN of Holland & Leinhardt).

    Every network with this dyad census is equally likely. In an undirected layer there are tied and untied pairs only,
    so that it is the same as `FixedTies`.

    Notes
    -----
    Pairs of which one direction is unknown cannot be counted in the census: their known cells get as many ties as they
    hold, placed at random among them.

    References
    ----------
    Holland, P. W. & Leinhardt, S. (1976). Local structure in social networks. Sociological Methodology, 7, 1-45.
    doi:10.2307/270703

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> drawn = sc.nulls.DyadCensus().draw(knoke, layer="money", rng=7)
    >>> sc.dyad_census(drawn).equals(sc.dyad_census(knoke, layer="money"))
    True
    """

    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer."""
        del cluster
        if not ties.directed:
            return FixedNumber(ties.dyads, ties.n_ties)
        if not ties.has_unknown:
            mutual = _n_mutual(ties.n, ties.arcs)
            return FixedPairs(TieCells(ties.n, directed=False), mutual, ties.n_ties - 2 * mutual)
        return _with_half_known(ties)

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        return say("as many mutual, one-way and empty pairs as observed, placed at random", language)


@dataclass(frozen=True)
class FixedPairs(EachByItself):
    """So many mutual and one-way pairs among pairs, and so many ties among cells whose other direction is unknown."""

    pairs: TieCells
    mutual: int
    one_way: int
    apart: FixedNumber | None = None

    def one(self, rng: Generator) -> Arcs:
        """Return the ends of the ties of a network."""
        arcs = fixed_pairs(self.pairs, self.mutual, self.one_way, rng)
        return arcs if self.apart is None else joined(arcs, self.apart.one(rng))

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        """Return all networks, which are equally likely, or None if there are more than `most`."""
        size, tied = len(self.pairs), self.mutual + self.one_way
        apart = self.apart
        number = comb(size, tied) * comb(tied, self.mutual) * 2**self.one_way
        number *= 1 if apart is None else comb(len(apart.dyads), apart.ties)
        if number > most:
            return None
        networks = list(pairings(self.pairs, self.mutual, self.one_way))
        if apart is not None:
            more = [apart.dyads.ends(each) for each in choices([np.arange(len(apart.dyads))], [apart.ties])]
            networks = [joined(arcs, each) for arcs in networks for each in more]
        return [(arcs, 1 / number) for arcs in networks]


def _n_mutual(n: int, arcs: Arcs) -> int:
    there = set((arcs[0] * n + arcs[1]).tolist())
    return sum(cell % n * n + cell // n in there for cell in there) // 2


def _with_half_known(ties: LayerTies) -> FixedPairs:
    """Return the sampler where some dyads are unknown: pairs known in both directions, and single cells."""
    n = ties.n
    row, column = ties.dyads.all()
    known = np.zeros((n, n), dtype=bool)
    known[row, column] = True
    both = known & known.T
    tied = np.zeros((n, n), dtype=bool)
    tied[ties.arcs] = True
    mutual = int((tied & tied.T & both).sum()) // 2
    one_way = int((tied & both).sum()) - 2 * mutual
    single = known & ~known.T
    apart = FixedNumber(TieCells(n, True, np.flatnonzero(single)), int((tied & single).sum()))
    return FixedPairs(TieCells(n, False, _upper(both)), mutual, one_way, apart)


def _upper(table: Array) -> Array:
    return np.flatnonzero(np.triu(table, 1))
