"""The null model that keeps how many ties every actor has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from socluster._kernels.sampling.cells import Arcs
from socluster._kernels.sampling.everything import with_degrees
from socluster._kernels.sampling.switching import COMPILED_FROM, SwitchChains, chains_at_once
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.options import options
from socluster.core.streams import key_of, stream
from socluster.inference.nulls.base import Sampler, TieNull
from socluster.inference.nulls.layer_ties import LayerTies
from socluster.inference.nulls.mixing_of_chains import CHAINS, check_steps, settled
from socluster.words import Language, counted, later, number, phrase, say

__all__ = ["DegreeSequence"]

USUAL = 10.0  # steps for each tie to begin with
LEAST, ROOM = 3, 2.0**30  # chains that the check of mixing needs, and bytes that more of them may take
LISTED = 12  # ties up to which it is worth a try to list all networks
_STREAM = key_of("mixing of switches")


@dataclass(frozen=True)
class DegreeSequence(TieNull):
    """As many ties of every actor as observed (in directed layers: as many outgoing and as many incoming ones).

    Every network with these degrees is equally likely. Each draw is the end of a chain of its own, which starts from
    the observed network and switches the ends of two ties at a time (a-b and c-d become a-d and c-b); in a directed
    layer it also turns rings of three one-way ties, without which some networks could not be reached.

    Parameters
    ----------
    steps : float, optional
        Steps of a chain for each tie. Without it 10, and twice as many as long as 100 chains still move away from the
        observed network in the second half of their steps. An answer says how far they moved, and if that was not
        enough.

    Notes
    -----
    Weights are not part of the degrees: they are dealt out to the drawn ties at random. A layer with unknown dyads is
    refused, since the degrees are not known either.

    References
    ----------
    Rao, A. R., Jana, R. & Bandyopadhyay, S. (1996). A Markov chain Monte Carlo method for generating random (0,1)-
    matrices with given marginals. Sankhya A, 58, 225-242.
    Fosdick, B. K., Larremore, D. B., Nishimura, J. & Ugander, J. (2018). Configuring random graph models with fixed
    degree sequences. SIAM Review, 60, 315-355. doi:10.1137/16M1087175

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.load_dataset("kite")
    >>> drawn = sc.nulls.DegreeSequence().draw(kite, rng=7)
    >>> sc.degree(drawn).equals(sc.degree(kite)), drawn == kite
    (True, False)
    """

    steps: float | None = None

    def __post_init__(self) -> None:
        """Refuse a number of steps that is none."""
        check_steps("steps", self.steps)

    def sampler(self, ties: LayerTies, cluster: Cluster) -> Sampler:
        """Return what draws the ties of one layer."""
        if ties.has_unknown:
            raise InputError(
                "the layer '{layer}' of {cluster} has unknown dyads, so that its degrees are not known; leave out "
                "those who did not answer, as in cluster.without_actor([...]), or keep the number of ties, as "
                "null=sc.nulls.FixedTies() does",
                {"layer": ties.name, "cluster": cluster.name or phrase("the cluster")},
            )
        _refuse_without_room(ties.n)
        return Switched(ties, self.steps)

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        return say("every actor has as many ties as observed, to others drawn at random", language)


def _room(n: int) -> float:
    """Return the memory, in bytes, that a chain takes: a table of all pairs."""
    return 4.0 * n * n


def _refuse_without_room(n: int) -> None:
    """Refuse to switch where not even a few chains would fit into memory, before the work begins."""
    if LEAST * _room(n) > options.allowed_memory:
        raise InputError(
            "chains of networks {of_actors} would take about {need} GB of memory, and {allowed} GB may be taken "
            "(sc.options.memory); keep the number of ties instead, as null=sc.nulls.FixedTies() does",
            {
                "of_actors": counted("of {n} actor", "of {n} actors", n),
                "need": later(number, LEAST * _room(n) / 1e9),
                "allowed": later(number, options.allowed_memory / 1e9),
            },
        )


class Switched(Sampler):
    """SwitchChains of switches, one for each draw.

    Parameters
    ----------
    ties : LayerTies
        The observed ties, from which chains start.
    steps : float, optional
        Steps of a chain for each tie.
    """

    def __init__(self, ties: LayerTies, steps: float | None) -> None:
        self.arcs, self.n, self.directed = ties.arcs, ties.n, ties.directed
        self.at_once = chains_at_once(self.n)
        chains = int(np.clip(ROOM // max(_room(self.n), 1), LEAST, min(CHAINS, max(self.at_once, 10))))
        self.mixing = settled(
            _Run(self._chains([stream(_STREAM, 0, chain) for chain in range(chains)])), ties.n_ties, steps, USUAL
        )
        self.notes = (self.mixing.note(),) if ties.n_ties else ()

    def draw(self, rngs: Sequence[Generator]) -> list[Arcs]:
        """Return the network at the end of a chain for each generator."""
        chains = self._chains(rngs)
        chains.run(self.mixing.steps, is_compiled=self._is_worth_compiling)
        return chains.networks()

    def everything(self, most: int) -> list[tuple[Arcs, float]] | None:
        """Return all networks with these degrees, which are equally likely, or None if they are many."""
        if len(self.arcs[0]) > LISTED:
            return None
        found = with_degrees(self.arcs, self.n, most, directed=self.directed)
        return None if found is None else [(arcs, 1 / len(found)) for arcs in found]

    @property
    def _is_worth_compiling(self) -> bool:
        """Whether a thousand such chains are long enough; both ways give the same networks."""
        return 1000 * self.mixing.steps >= COMPILED_FROM

    def _chains(self, rngs: Sequence[Generator]) -> SwitchChains:
        return SwitchChains(self.arcs, self.n, self.directed, rngs)


class _Run:
    """SwitchChains of switches as `settled` lets them run."""

    def __init__(self, chains: SwitchChains) -> None:
        self.chains = chains

    def go(self, steps: int) -> None:
        size = steps * len(self.chains.rngs)
        self.chains.run(steps, is_compiled=size >= COMPILED_FROM)

    def moved(self) -> Array:
        return self.chains.moved() if len(self.chains.arcs[0]) else np.zeros(len(self.chains.rngs))
