"""Chains over networks: Metropolis-Hastings with proposals that keep what must be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector
from socluster._kernels.sampling.toggles import Frame, Packed, Toggled, ties_of

__all__ = ["Kept", "NetworkChain"]

Kept: TypeAlias = Literal["edges", "degrees"] | None
"""What all networks of a chain have in common: their number of ties, or the degrees of all actors."""

_MOST_MOVES = 6


@dataclass(frozen=True)
class Tally:
    """What became of the proposals of a chain.

    Parameters
    ----------
    proposed, accepted, impossible : int
        How many there were; how many were accepted; how many could not be made, where something must be kept.
    """

    proposed: int
    accepted: int
    impossible: int


class NetworkChain:
    """A chain over networks, which can be run on and on; chains may run in threads beside each other.

    A network is drawn with a probability in proportion to exp(theta . statistics). A proposal toggles one tie, each
    with the same probability, or one dyad, each with the same probability: so sparse networks move as fast as dense
    ones. In a directed network one proposal in eight changes both dyads of a pair of actors: two ties end, two begin,
    or one turns round. If the number of ties is kept, it swaps a tie and a dyad without one; if degrees are kept, two
    ties change partners, or, in a directed network, a cycle of three turns round.

    Parameters
    ----------
    frame : Frame
        Which networks there may be.
    statistics : Packed
        Which statistics.
    start : array of 0 and 1
        The network to start from.
    dyads : array of int of shape (dyads, 2)
        The dyads that may be toggled; all others stay as they are.
    seed : int or sequence of int
        Seed of the random numbers.
    keep : {None, "edges", "degrees"}
        What to keep.
    taper : (array of float of shape (p,), array of float of shape (p,)), optional
        Centre and pull: pull (statistic - centre) ** 2 is taken from the logarithm of the probability.

    References
    ----------
    Morris, M., Handcock, M. S. & Hunter, D. R. (2008). Specification of exponential-family random graph models.
    Journal of Statistical Software, 24(4). doi:10.18637/jss.v024.i04
    Rao, A. R., Jana, R. & Bandyopadhyay, S. (1996). A Markov chain Monte Carlo method for generating random
    (0, 1)-matrices with given marginals. Sankhya A, 58, 225-242.
    """

    def __init__(
        self,
        frame: Frame,
        statistics: Packed,
        start: Vector,
        dyads: Vector,
        seed: Any,
        keep: Kept = None,
        taper: tuple[Vector, Vector] | None = None,
    ) -> None:
        self._loops, self._places = load("sampling.loops_toggles"), load("sampling.loops_proposals")
        self._packed = statistics
        self._network = Toggled(frame)
        self._proposal = self._places.PROPOSALS.index(keep or "ties")
        self._dyads = frame.nodes(dyads)
        self._now = np.zeros(8, dtype=np.int64)
        self._now[self._places.CELLS] = len(dyads)
        self._now[self._places.FIRST] = frame.rows
        self._now[self._places.FREE] = _arithmetic(frame) if len(dyads) == frame.n_dyads else 0
        self._held = self._dyads_held()
        self._random = np.random.SeedSequence(seed).generate_state(4, np.uint64)
        self._moves = np.zeros((_MOST_MOVES, 2), dtype=np.int64)
        self._gain = np.zeros(len(statistics.terms))
        self._centre: Vector = np.zeros(0) if taper is None else taper[0]
        self._pull: Vector = np.zeros(0) if taper is None else taper[1]
        self._start(ties_of(frame, start))

    def run(self, theta: Vector, draws: int, *, thinning: int, burn_in: int = 0) -> Vector:
        """Return the statistics of so many networks, an array of shape (draws, p).

        Parameters
        ----------
        theta : array of float of shape (p,)
            The coefficients; infinite ones are kept to.
        draws : int
            How many networks.
        thinning, burn_in : int
            Proposals from one to the next, and more before the first.
        """
        if not len(self._dyads):
            return np.tile(self.statistics, (draws, 1))
        found = np.zeros((draws, len(self._packed.terms)))
        self._loops.chain(
            self._proposal, burn_in, thinning, np.asarray(theta, dtype=float), *self._packed.arrays, self._network.rows,
            self._network.degrees, self._dyads, self._held, self._ties, self._place, self._now, self._moves,
            self._random, self._gain, self.statistics, self._pull, self._centre, found,
        )  # fmt: skip
        return found

    @property
    def matrix(self) -> Vector:
        """The network where the chain is now."""
        return self._network.matrix()

    @property
    def tally(self) -> Tally:
        """What became of the proposals so far."""
        known = self._places
        return Tally(*(int(self._now[place]) for place in (known.PROPOSED, known.ACCEPTED, known.IMPOSSIBLE)))

    def _start(self, ties: Vector) -> None:
        """List the ties that may be toggled, and count the statistics of all."""
        n = self._network.frame.n
        self.statistics: Vector = self._network.add(self._packed, ties)
        free = ties
        if self._now[self._places.FREE] == 0:
            is_free = np.zeros((n, n), dtype=bool)
            is_free[tuple(self._dyads.T)] = True
            free = ties[is_free[tuple(ties.T)]]
        self._now[self._places.TIES] = len(free)
        self._ties = np.zeros((max(len(self._dyads), 1), 2), dtype=np.int64)
        self._ties[: len(free)] = free
        self._place = np.full((n, n), -1, dtype=np.int32)
        self._place[tuple(free.T)] = np.arange(len(free))

    def _dyads_held(self) -> Vector:
        """Return a mark in every cell that must not be toggled; nothing if all may be."""
        frame = self._network.frame
        is_asked = self._proposal == 2 or (self._proposal == 0 and frame.directed)
        if self._now[self._places.FREE] or not is_asked:
            return np.zeros((0, 0), dtype=np.uint8)
        held = np.ones((frame.n, frame.n), dtype=np.uint8)
        held[tuple(self._dyads.T)] = 0
        return held if frame.directed or frame.two_mode else np.minimum(held, held.T)


def _arithmetic(frame: Frame) -> int:
    """Return how a free dyad is found without a list: undirected 1, directed 2, two modes 3."""
    return 3 if frame.two_mode else 2 if frame.directed else 1
