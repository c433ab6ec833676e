"""What is left of reach when actors or ties are taken out: many removals side by side, an actor per bit.

For every actor i and every removal, a row of bits says whom i reaches in at most d steps. Going one step further is to
put the rows of its partners together; what is new in it are the pairs at distance d + 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from socluster._kernels.products import Matrix, Vector

__all__ = ["distances_without_actors", "distances_without_ties", "work"]

WORDS = 2**20  # of 64 bits held in one table (8 MB)
ALL = np.uint64(2**64 - 1)

Repair = Callable[[Vector, Vector], None]


def distances_without_actors(ties: Matrix, removed: Vector) -> Vector:
    """Return how many ordered pairs of the others are at distance 1, 2, ... of each other, for each removal.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.
    removed : array of int of shape (removals, k)
        Actors that are taken out together.

    Returns
    -------
    array of int64 of shape (removals, longest distance)
    """
    near = _near(ties)
    counted = []
    for part in _parts(len(removed), len(near)):
        several = np.arange(part.stop - part.start)
        stays = np.full((len(near), 1, len(several)), ALL)
        for actors in removed[part].T:
            stays[actors, 0, several] = 0
        reached = _only_oneself(len(near), len(several)) & stays

        def forget(step: Vector, _: Vector, stays: Vector = stays) -> None:
            np.bitwise_and(step, stays, out=step)

        counted.append(_count(near, reached, forget))
    return _stacked(counted)


def distances_without_ties(ties: Matrix, sources: Vector, targets: Vector, *, directed: bool) -> Vector:
    """Return how many ordered pairs are at distance 1, 2, ... of each other, for each tie that is taken out.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column.
    sources, targets : arrays of int of shape (removals,)
        The ties, each of which is taken out alone.
    directed : bool
        Whether only the cell (source, target) goes; if not, (target, source) goes too.

    Returns
    -------
    array of int64 of shape (removals, longest distance)
    """
    near = _near(ties)
    counted = []
    for part in _parts(len(sources), len(near)):
        ends = list(zip(sources[part].tolist(), targets[part].tolist(), strict=True))
        lost = [(place, a, near[a][near[a] != b]) for place, (a, b) in enumerate(ends)]
        if not directed:
            lost += [(place, b, near[b][near[b] != a]) for place, (a, b) in enumerate(ends)]

        def without(step: Vector, reached: Vector, lost: list[tuple[int, int, Vector]] = lost) -> None:
            for place, actor, partners in lost:
                step[actor, :, place] = np.bitwise_or.reduce(reached[partners, :, place], axis=0)

        counted.append(_count(near, _only_oneself(len(near), len(ends)), without))
    return _stacked(counted)


def work(ties: Matrix, removals: int) -> float:
    """Return about how many words one step of all removals touches."""
    n = ties.shape[0]
    return float(removals * (ties.nnz + n) * _words(n))


def _count(near: list[Vector], reached: Vector, repair: Repair) -> Vector:
    """Go step by step until nobody reaches anybody new; return the pairs won in each, shape (removals, steps)."""
    known = _bits(reached)
    won: list[Vector] = []
    while True:
        step = np.empty_like(reached)
        for actor, partners in enumerate(near):
            np.bitwise_or.reduce(reached[partners], axis=0, out=step[actor])
        repair(step, reached)
        total = _bits(step)
        if (total == known).all():
            return np.array(won, dtype=np.int64).reshape(len(won), len(known)).T
        won.append(total - known)
        reached, known = step, total


def _near(ties: Matrix) -> list[Vector]:
    """Return everybody's partners and themselves."""
    return [np.r_[actor, ties.indices[start:stop]] for actor, (start, stop) in enumerate(pairwise(ties.indptr))]


def _only_oneself(n: int, removals: int) -> Vector:
    reached = np.zeros((n, _words(n), removals), dtype=np.uint64)
    actor = np.arange(n)
    reached[actor, actor // 64] = (np.uint64(1) << (actor % 64).astype(np.uint64))[:, None]
    return reached


def _bits(words: Vector) -> Vector:
    """Return the number of ones for each removal."""
    ones = np.bitwise_count(words) if hasattr(np, "bitwise_count") else _ones_by_byte(words)
    return np.asarray(ones.sum(axis=(0, 1), dtype=np.int64))


def _ones_by_byte(words: Vector) -> Vector:
    """Return the number of ones in every word, as numpy 2 does by itself."""
    in_byte = np.array([byte.bit_count() for byte in range(256)], dtype=np.uint8)
    by_byte = in_byte[words.view(np.uint8).reshape(*words.shape, 8)]
    return np.asarray(by_byte.sum(axis=-1))


def _words(n: int) -> int:
    return -(-n // 64)


def _parts(removals: int, n: int) -> Iterator[slice]:
    size = max(1, WORDS // max(n * _words(n), 1))
    for start in range(0, removals, size):
        yield slice(start, min(start + size, removals))


def _stacked(counted: list[Vector]) -> Vector:
    """Put blocks below each other, filled up with zeros to the longest distance."""
    longest = max((block.shape[1] for block in counted), default=0)
    filled = [np.pad(block, ((0, 0), (0, longest - block.shape[1]))) for block in counted]
    return np.concatenate(filled) if filled else np.zeros((0, 0), dtype=np.int64)
