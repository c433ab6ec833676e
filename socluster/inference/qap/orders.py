"""Who takes whose place in every draw: random orders of the actors of each network, or all where these are few."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from socluster.core.columns import Array
from socluster.core.streams import uniforms_of_draws
from socluster.inference.qap.dyad_space import DyadSpace

__all__ = ["ALL", "Orders", "orders_of"]

ALL = 5_040  # orders up to which all are looked at: those of seven actors


@dataclass(frozen=True, eq=False)
class Orders:
    """The orders of the rows and columns of one or several matrices.

    Parameters
    ----------
    codes : tuple of ndarray of int
        For everything that is permuted, the group of each of its places: only members of one group change places.
    sides : tuple of (int, int)
        For each matrix, which of these its rows are, and which its columns: the same, where both are the actors.
    seed : int
        Seed.
    """

    codes: tuple[Array, ...]
    sides: tuple[tuple[int, int], ...]
    seed: int

    @cached_property
    def number(self) -> float:
        """How many different orders there are."""
        groups = (np.unique(each, return_counts=True)[1].tolist() for each in self.codes)
        logarithm = sum(math.lgamma(size + 1) for sizes in groups for size in sizes)
        return float(round(math.exp(logarithm))) if logarithm < 100 else math.inf

    @property
    def are_all(self) -> bool:
        """Whether there are so few that draw 0, 1, 2, ... is one after the other, instead of any at random."""
        return self.number <= ALL

    def drawn(self, first: int, last: int) -> list[tuple[Array, Array]]:
        """Return who takes the places of rows, and of columns, in draws first..last-1: arrays of shape (n, draws)."""
        found = self._each(first, last) if self.are_all else self._random(first, last)
        return [(found[rows], found[columns]) for rows, columns in self.sides]

    def _random(self, first: int, last: int) -> list[Array]:
        """Sort the places of every group by a random number each: every order is equally likely."""
        starts = np.cumsum([0, *(len(each) for each in self.codes)])
        numbers = uniforms_of_draws(np.arange(starts[-1], dtype=np.uint64), self.seed, first, last)
        found = []
        for codes, start in zip(self.codes, starts[:-1].tolist(), strict=True):
            by_chance = np.argsort(numbers[:, start : start + len(codes)] + codes, axis=1).T
            order = np.empty_like(by_chance)
            order[np.argsort(codes, kind="stable")] = by_chance
            found.append(np.ascontiguousarray(order))
        return found

    def _each(self, first: int, last: int) -> list[Array]:
        """Return orders by their number: the last group turns fastest; number 0 leaves everybody in place."""
        rest = np.arange(first, last)
        found = [np.repeat(np.arange(len(each))[:, None], last - first, axis=1) for each in self.codes]
        for order, codes in reversed(list(zip(found, self.codes, strict=True))):
            for code in reversed(np.unique(codes).tolist()):
                members = np.flatnonzero(codes == code)
                ways = _ways(len(members))
                order[members] = members[ways[rest % len(ways)]].T
                rest = rest // len(ways)
        return found


def orders_of(spaces: Sequence[DyadSpace], groups: Sequence[Array], seed: int) -> Orders:
    """Return the orders of the actors of some networks, and of the groups of a layer of affiliations.

    Parameters
    ----------
    spaces : sequence of DyadSpace
        One for each network.
    groups : sequence of ndarray of int of shape (actors,)
        For each network, within which groups its actors change places.
    seed : int
        Seed.
    """
    codes: list[Array] = []
    sides = []
    for space, own in zip(spaces, groups, strict=True):
        codes.append(own)
        if space.two_mode:
            codes.append(np.zeros(space.shape[1], dtype=np.int64))
        sides.append((len(codes) - 1 - space.two_mode, len(codes) - 1))
    return Orders(tuple(codes), tuple(sides), seed)


@cache
def _ways(n: int) -> Array:
    """Return all orders of n things, one a row."""
    return np.array(list(itertools.permutations(range(n))), dtype=np.intp).reshape(-1, n)
