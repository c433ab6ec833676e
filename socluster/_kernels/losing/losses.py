"""What the others lose when actors leave: whom they reach, which services, their last tie; a bit for each.

Many removals are side by side. What remains after each is a table of bits, so that what breaks is what was there and
remains no more, and what two losses break only together is what remains after either and not after both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy import sparse

from socluster._kernels.products import Matrix, Vector, ones_like

__all__ = ["Breakable", "Remains"]

WORDS = 2**20  # of 64 bits held in one table (8 MB)
ALL = np.uint64(2**64 - 1)


class Remains(NamedTuple):
    """What remains among those who stay; bits, or words that are 0 or 1; the last axis runs over the removals.

    Parameters
    ----------
    reach : array of shape (n, words, removals)
        Whom else an actor reaches.
    tied : array of shape (n, removals)
        Whether an actor has a tie.
    provided : array of shape (words, removals)
        Which services anybody provides.
    chains : array of shape (n, words, removals)
        Which services an actor reaches: it provides them, or reaches somebody who does.
    """

    reach: Vector
    tied: Vector
    provided: Vector
    chains: Vector

    def at(self, removals: Vector) -> Remains:
        """Return what remains after these removals."""
        return Remains(*(bits[..., removals] for bits in self))

    def after_either(self, other: Remains) -> Remains:
        """Return what remains after the one removal and after the other, if only one of them happens."""
        return Remains(*(mine & theirs for mine, theirs in zip(self, other, strict=True)))

    def counts(self) -> dict[str, Vector]:
        """Return the number of ones of each kind, by removal."""
        return {
            name: np.bitwise_count(bits).sum(axis=tuple(range(bits.ndim - 1)), dtype=np.int64)
            for name, bits in self._asdict().items()
        }


class Breakable:
    """Actors, their ties and what they provide, ready to lose some of the actors.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.
    provides : sparse matrix of shape (n, services)
        A cell for every service that an actor provides.
    """

    def __init__(self, ties: Matrix, provides: Matrix) -> None:
        self.n, self.n_services = provides.shape
        either = ones_like((ties + ties.T).tocsr())
        self.either = either.toarray().astype(bool)
        self.near, self.beside = _near(ties), _near(either)
        self.is_directed = (ones_like(ties) != either).nnz > 0
        self.alone = _bits(sparse.eye_array(self.n, format="csr"))
        self.earlier = _bits(sparse.csr_array(np.tri(self.n, k=-1)))  # who is before the actor of the row
        self.own = np.concatenate([self.alone, _bits(provides)], axis=1)
        self.words = self.alone.shape[1]  # for actors; those for services follow
        self.before = self.remains(np.empty((1, 0), dtype=np.int64))

    @property
    def work(self) -> int:
        """About how many words one step touches for one removal."""
        return int(self.words) * sum(map(len, self.near))

    def runs(self, removals: int) -> Iterator[slice]:
        """Cut removals into runs whose tables fit into memory."""
        size = max(1, WORDS // max(self.own.size, 1))
        for start in range(0, removals, size):
            yield slice(start, min(start + size, removals))

    def remains(self, removed: Vector) -> Remains:
        """Return what remains after each removal.

        Parameters
        ----------
        removed : array of int of shape (removals, k)
            Actors who leave together.
        """
        stays = self._stays(removed)
        bits = _spread(self.near, self.own, stays)
        partners = self.either.sum(axis=1)[:, None] - self.either[:, removed].sum(axis=2)
        return Remains(
            reach=bits[:, : self.words] & ~self.alone[:, :, None],
            tied=((partners > 0) & (stays[:, 0] > 0)).astype(np.uint64),
            provided=np.bitwise_or.reduce(bits[:, self.words :], axis=0),
            chains=bits[:, self.words :],
        )

    def at_stake(self, removed: Vector) -> Remains:
        """Return what was there before, as far as it concerns nobody who leaves."""
        stays = self._stays(removed)
        columns = ~np.bitwise_or.reduce(self.alone[removed], axis=1).T
        return Remains(
            reach=self.before.reach & stays & columns,
            tied=self.before.tied & stays[:, 0],
            provided=np.repeat(self.before.provided, len(removed), axis=1),
            chains=self.before.chains & stays,
        )

    def components(self, removed: Vector, remains: Remains) -> Vector:
        """Return the number of components among those who stay, ties taken whichever way they run."""
        stays = self._stays(removed)
        is_first = ~(self._hang_together(stays, remains) & self.earlier[:, :, None]).any(axis=1)  # of its component
        return np.asarray((is_first & (stays[:, 0] > 0)).sum(axis=0))

    def largest(self, removed: Vector, remains: Remains) -> Vector:
        """Return the size of the largest component among those who stay; there must be some."""
        others = np.bitwise_count(self._hang_together(self._stays(removed), remains)).sum(axis=1, dtype=np.int64)
        return np.asarray(others.max(axis=0) + 1)

    def unpacked(self, name: str, bits: Vector) -> Vector:
        """Return what is told of one kind after one removal as array of bool: by actor, or by service, or both."""
        if name == "tied":
            return bits.astype(bool)
        columns = self.n if name == "reach" else self.n_services
        in_bytes = np.ascontiguousarray(bits).astype("<u8").view(np.uint8)
        return np.unpackbits(in_bytes, axis=-1, count=columns, bitorder="little").astype(bool)

    def _hang_together(self, stays: Vector, remains: Remains) -> Vector:
        """Return whom else everybody reaches along ties whichever way they run; bits as in `Remains.reach`."""
        if not self.is_directed:
            return remains.reach
        return np.asarray(_spread(self.beside, self.alone, stays) & ~self.alone[:, :, None])

    def _stays(self, removed: Vector) -> Vector:
        """Return words full of ones for those who stay: shape (n, 1, removals)."""
        stays = np.full((self.n, 1, len(removed)), ALL)
        for actors in removed.T:
            stays[actors, 0, np.arange(len(removed))] = 0
        return stays


def _spread(near: list[Vector], own: Vector, stays: Vector) -> Vector:
    """Return what everybody reaches: in each step also what their partners reached before, until nothing is new."""
    reached = own[:, :, None] & stays
    while True:
        step = np.empty_like(reached)
        for actor, partners in enumerate(near):
            np.bitwise_or.reduce(reached[partners], axis=0, out=step[actor])
        step &= stays
        if (step == reached).all():
            return step
        reached = step


def _near(ties: Matrix) -> list[Vector]:
    """Return everybody's partners and themselves."""
    return [np.r_[actor, ties.indices[start:stop]] for actor, (start, stop) in enumerate(pairwise(ties.indptr))]


def _bits(cells: Matrix) -> Vector:
    """Return the cells of a matrix as bits: shape (rows, words)."""
    words = np.zeros((cells.shape[0], -(-cells.shape[1] // 64)), dtype=np.uint64)
    rows, columns = cells.nonzero()
    np.bitwise_or.at(words, (rows, columns // 64), np.uint64(1) << (columns % 64).astype(np.uint64))
    return words
