"""Ties within groups and between groups."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from scipy import sparse

from socluster._kernels.products import Matrix, Vector

__all__ = ["external_by_chance", "inside_and_across", "pairs_between", "tied_pairs"]

COMPARISONS = 2**22  # of two ends of a tie, held at a time


def tied_pairs(strength: Matrix) -> tuple[Vector, Vector, Vector]:
    """Return both ends of every pair that is tied in whichever direction, and what runs between them in all."""
    both = sparse.triu(strength + strength.T, k=1).tocoo()
    return both.row, both.col, both.data


def pairs_between(sizes: Vector) -> tuple[int, int]:
    """Return the number of pairs of actors from different groups, and that of all pairs."""
    total = int(sizes.sum())
    every = total * (total - 1) // 2
    return every - int((sizes * (sizes - 1) // 2).sum()), every


def inside_and_across(ties: Matrix, group: Vector) -> tuple[Vector, Vector]:
    """Return what every row has inside its own group, and what across."""
    cells = ties.tocoo()
    same = group[cells.row] == group[cells.col]
    n = len(group)
    return (
        np.bincount(cells.row[same], cells.data[same], minlength=n),
        np.bincount(cells.row[~same], cells.data[~same], minlength=n),
    )


def external_by_chance(ends: tuple[Vector, Vector], group: Vector, draws: int, rng: Generator) -> Vector:
    """Return the number of pairs across groups when actors swap their groups at random, once for every draw."""
    counts = np.empty(draws, dtype=np.int64)
    step = max(1, COMPARISONS // max(len(ends[0]), len(group), 1))
    for start in range(0, draws, step):
        stop = min(start + step, draws)
        shuffled = rng.permuted(np.tile(group, (stop - start, 1)), axis=1)
        counts[start:stop] = np.count_nonzero(shuffled[:, ends[0]] != shuffled[:, ends[1]], axis=1)
    return counts
