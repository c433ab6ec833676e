"""Two-mode networks with given degrees on both sides: chains of trades (the curveball algorithm).

In a trade two actors lay together the groups that only one of them belongs to, and share them out again at random, each
taking as many as before. Every network with these degrees can be reached, and in the long run all are equally likely
(Carstens 2015, doi:10.1103/PhysRevE.91.042812).

References
----------
Strona, G. et al. (2014). A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
column totals. Nature Communications, 5, 4114. doi:10.1038/ncomms5114
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from socluster._kernels.products import Vector

__all__ = ["Trades", "chains_at_once"]

CELLS = 2**23  # cells of the tables of all chains that go side by side
BLOCK = 64  # trades for which a chain takes its random numbers at a time


def chains_at_once(cells: int) -> int:
    """Return how many chains of networks with so many cells may go side by side for want of memory."""
    return int(np.clip(CELLS // max(cells, 1), 1, 500))


@dataclass
class Trades:
    """Chains of two-mode networks with the degrees of one, each with random numbers of its own.

    Parameters
    ----------
    start : ndarray of bool of shape (actors, groups)
        The network from which all chains start.
    rngs : sequence of Generator
        One for each chain.
    """

    start: Vector
    rngs: Sequence[Generator]

    def __post_init__(self) -> None:
        """Trade between the members of the smaller mode: there are fewer of them to go through."""
        self.is_turned = self.start.shape[0] > self.start.shape[1]
        rows = self.start.T if self.is_turned else self.start
        self.held = np.tile(np.ascontiguousarray(rows), (len(self.rngs), 1, 1))

    def run(self, trades: int) -> None:
        """Let every chain make so many trades more."""
        n_rows, n_columns = self.held.shape[1:]
        if n_rows < 2 or n_columns < 2:
            return
        for first in range(0, trades, BLOCK):
            size = min(BLOCK, trades - first)
            numbers = np.stack([rng.random((size, n_columns + 2)) for rng in self.rngs], axis=1)
            for step in numbers:
                self._trade(step)

    def networks(self) -> list[Vector]:
        """Return the network of each chain: arrays of bool of shape (actors, groups)."""
        return [rows.T.copy() if self.is_turned else rows.copy() for rows in self.held]

    def moved(self) -> Vector:
        """Return the share of the affiliations of each chain that are not among those from which it started."""
        start = self.start.T if self.is_turned else self.start
        shares: Vector = (self.held & ~start).sum(axis=(1, 2)) / max(int(start.sum()), 1)
        return shares

    def _trade(self, numbers: Vector) -> None:
        """Make a trade in every chain; array of (chains, 2 + columns): who trades, and how columns are dealt."""
        n_rows = self.held.shape[1]
        chains = np.arange(len(numbers))
        one = np.minimum((numbers[:, 0] * n_rows).astype(np.int64), n_rows - 1)
        other = np.minimum((numbers[:, 1] * (n_rows - 1)).astype(np.int64), n_rows - 2)
        other += other >= one
        mine, theirs = self.held[chains, one], self.held[chains, other]
        is_open = mine ^ theirs
        number = (mine & is_open).sum(axis=1)
        order = np.argsort(np.where(is_open, numbers[:, 2:], 2.0), axis=1)  # open columns first, shuffled
        dealt = np.zeros_like(mine)
        np.put_along_axis(dealt, order, np.arange(mine.shape[1]) < number[:, None], axis=1)
        self.held[chains, one] = (mine & theirs) | dealt
        self.held[chains, other] = (mine & theirs) | (is_open & ~dealt)
