"""Networks with given degrees: chains of switches, which move the ends of two ties, or turn a ring of three.

A step picks two ties a-b and c-d and puts a-d and c-b in their place, if both are new and no loop. In a directed
network there are networks that no such step connects: a ring a to b to c to a and the same ring turned around have the
same degrees. So a tenth of the steps pick a ring of three one-way ties and turn it, without which the chain could not
reach every network (Rao, Jana & Bandyopadhyay 1996). A step that is not possible leaves the network as it is, so that
in the long run all networks are equally likely.

Both ways, in numpy for many chains side by side and compiled for one after the other, take the same random numbers and
give the same networks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from socluster._kernels.compiling import compiled
from socluster._kernels.products import Vector
from socluster._kernels.sampling.cells import Arcs

__all__ = ["COMPILED_FROM", "SwitchChains", "chains_at_once"]

COMPILED_FROM = 1_500_000  # steps of all chains together; numpy takes 0.8 microseconds for one, numba 0.7 s to load
BLOCK = 256  # steps for which a chain takes its random numbers at a time, whatever the number of chains
NUMBERS = 3  # random numbers of a step
CELLS = 2**22  # of the tables of all chains that go side by side
TURNS = 0.1  # share of the steps of a directed chain that look for a ring to turn


def chains_at_once(n: int) -> int:
    """Return how many chains may go side by side for want of memory (each has a table of all pairs)."""
    return int(np.clip(CELLS // max(n * n, 1), 1, 500))


@dataclass
class SwitchChains:
    """SwitchChains of networks with the degrees of one, each with random numbers of its own.

    Parameters
    ----------
    arcs : tuple of ndarray of int
        The network from which all chains start; of an undirected one each pair once.
    n : int
        Number of rows.
    directed : bool
        Whether ties have a direction.
    rngs : sequence of Generator
        One for each chain.
    """

    arcs: Arcs
    n: int
    directed: bool
    rngs: Sequence[Generator]

    def __post_init__(self) -> None:
        """Write the table that says which tie stands in a cell (-1: none)."""
        source, target = (np.asarray(each, dtype=np.int64) for each in self.arcs)
        table = np.full((self.n, self.n), -1, dtype=np.int32)
        table[source, target] = np.arange(len(source))
        if not self.directed:
            table[target, source] = np.arange(len(source))
        self.source = np.tile(source, (len(self.rngs), 1))
        self.target = np.tile(target, (len(self.rngs), 1))
        self.table = np.tile(table, (len(self.rngs), 1, 1))
        self.changed = np.zeros(len(self.rngs), dtype=np.int64)

    def run(self, steps: int, *, is_compiled: bool) -> None:
        """Let every chain take so many steps more."""
        if not len(self.arcs[0]):
            return
        for first in range(0, steps, BLOCK):
            size = min(BLOCK, steps - first)
            numbers = np.stack([rng.random((size, NUMBERS)) for rng in self.rngs])
            if is_compiled:
                loops = compiled.load("sampling.loops_switching")
                for chain, own in enumerate(numbers):
                    state = self.source[chain], self.target[chain], self.table[chain]
                    self.changed[chain] += loops.switched(*state, own, self.directed, TURNS)
            else:
                self._side_by_side(numbers)

    def networks(self) -> list[Arcs]:
        """Return where the ties of each chain are now."""
        source, target = self.source, self.target
        if not self.directed:
            source, target = np.minimum(source, target), np.maximum(source, target)
        return list(zip(source.copy(), target.copy(), strict=True))

    def moved(self) -> Vector:
        """Return the share of the ties of each chain that are not among those from which it started."""
        there = np.zeros((self.n, self.n), dtype=bool)
        there[self.arcs] = True
        if not self.directed:
            there |= there.T
        shares: Vector = (~there[self.source, self.target]).mean(axis=1)
        return shares

    def _side_by_side(self, numbers: Vector) -> None:
        """Take a step with every chain at once, for each row of their numbers; array of (chains, steps, 3)."""
        n_chains, m = self.source.shape
        chains = np.arange(n_chains)
        places = np.minimum((numbers * m).astype(np.int64), m - 1) + (chains * m)[:, None, None]
        first, second = (np.ascontiguousarray(places[:, :, each].T) for each in (0, 1))
        last = np.ascontiguousarray(numbers[:, :, 2].T)
        if not self.directed:
            for one, other, flip in zip(first, second, last < 0.5, strict=True):
                self._switch(chains, one, other, flip)
            return
        rows = np.minimum((numbers[:, :, 1].T * self.n).astype(np.int64), self.n - 1)
        for one, other, row, is_turn in zip(first, second, rows, last < TURNS, strict=True):
            who = np.flatnonzero(is_turn)
            if len(who):
                self._turn(who, one[who], row[who])
            who = np.flatnonzero(~is_turn)
            self._switch(who, one[who], other[who], None)

    def _switch(self, who: Vector, one: Vector, other: Vector, flip: Vector | None) -> None:
        """Move the ends of two ties of each of these chains, where that is possible; ties go by places in all."""
        n, m = self.n, self.source.shape[1]
        source, target, table = self.source.reshape(-1), self.target.reshape(-1), self.table.reshape(-1)
        a, b, c, d = source[one], target[one], source[other], target[other]
        if flip is not None:
            c, d = np.where(flip, d, c), np.where(flip, c, d)
        start = who * (n * n)
        straight, crossed = start + a * n + d, start + c * n + b
        fits = np.flatnonzero((a != d) & (c != b) & (table[straight] < 0) & (table[crossed] < 0))
        who, one, other, a, b, c, d = (each[fits] for each in (who, one, other, a, b, c, d))
        start, own = start[fits], who * m
        table[start + a * n + b] = table[start + c * n + d] = -1
        table[straight[fits]], table[crossed[fits]] = one - own, other - own
        if not self.directed:
            table[start + b * n + a] = table[start + d * n + c] = -1
            table[start + d * n + a], table[start + b * n + c] = one - own, other - own
        source[one], target[one], source[other], target[other] = a, d, c, b
        self.changed[who] += 1

    def _turn(self, who: Vector, one: Vector, c: Vector) -> None:
        """Turn the ring of three that a tie and a third row make, where there is one without mutual ties."""
        n, m = self.n, self.source.shape[1]
        source, target, table = self.source.reshape(-1), self.target.reshape(-1), self.table.reshape(-1)
        a, b, start = source[one], target[one], who * (n * n)
        second, third = table[start + b * n + c], table[start + c * n + a]
        back = [table[start + one_end * n + other_end] < 0 for one_end, other_end in ((b, a), (c, b), (a, c))]
        fits = np.flatnonzero((second >= 0) & (third >= 0) & back[0] & back[1] & back[2])
        who, a, b, c, start = (each[fits] for each in (who, a, b, c, start))
        ties = one[fits] - who * m, second[fits], third[fits]
        for tie, near, far in zip(ties, (a, b, c), (b, c, a), strict=True):
            table[start + near * n + far] = -1
            table[start + far * n + near] = tie
            source[who * m + tie], target[who * m + tie] = far, near
        self.changed[who] += 1
