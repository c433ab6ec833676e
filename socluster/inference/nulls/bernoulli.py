"""The null model of independent ties, all with the same probability."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from socluster._kernels.sampling.cells import Arcs, TieCells
from socluster._kernels.sampling.everything import subsets
from socluster._kernels.sampling.placing import evenly_likely
from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.inference.nulls.base import EachByItself, Sampler, TieNull
from socluster.inference.nulls.layer_ties import LayerTies
from socluster.words import Language, number, say

__all__ = ["Bernoulli"]


@dataclass(frozen=True)
class Bernoulli(TieNull):
    """Independent ties, each there with the same probability: the density is kept on average, and nothing else.

    Parameters
    ----------
    density : float, optional
        That probability, from 0 to 1. Without it, the observed density of the known dyads of each layer. With 0.5 all
        networks of this size are equally likely.

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.load_dataset("kite")
    >>> [sc.nulls.Bernoulli().draw(kite, rng=seed).n_ties for seed in range(4)]
    [19, 18, 16, 14]
    """

    density: float | None = None

    def __post_init__(self) -> None:
        """Refuse what is no probability."""
        if self.density is not None and not (is_number(self.density) and 0 <= self.density <= 1):
            raise InputError(Problem("density must be a number from 0 to 1", value=self.density))

    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer."""
        del cluster
        observed = ties.n_ties / max(len(ties.dyads), 1)
        return _Independent(ties.dyads, observed if self.density is None else float(self.density))

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        if self.density is None:
            return say("ties are independent of each other and as dense, on average, as observed", language)
        if self.density == 0.5:
            return say(
                "all networks of this size are equally likely (every tie is there with probability 0.5)", language
            )
        density = number(self.density, language)
        return say("ties are independent of each other, each with probability {density}", language, density=density)


@dataclass(frozen=True)
class _Independent(EachByItself):
    """Ties with one probability."""

    dyads: TieCells
    probability: float

    def one(self, rng: Generator) -> Arcs:
        return evenly_likely(self.dyads, self.probability, rng)

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        size, p = len(self.dyads), self.probability
        if size > 30 or 2**size > most:
            return None
        listed = ((chosen, len(chosen)) for chosen in subsets(self.dyads))
        return [(self.dyads.ends(chosen), p**ties * (1 - p) ** (size - ties)) for chosen, ties in listed]
