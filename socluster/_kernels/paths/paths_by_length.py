"""Paths of a limited number of steps, on which nobody is met twice, counted one by one."""

from __future__ import annotations

import itertools

import numpy as np

from socluster._kernels.products import Matrix, Vector, ones_like

__all__ = ["count_paths", "search_bound"]


def count_paths(ties: Matrix, steps: int) -> Vector:
    """Return the number of paths of 1 to `steps` steps that start at every row.

    The last step is not walked: those whom it can lead to are the partners who have not been met yet, and these are
    counted as bits of a number.
    """
    partners = [ties.indices[start:stop].tolist() for start, stop in itertools.pairwise(ties.indptr)]
    sets = [sum(1 << partner for partner in listed) for listed in partners]
    depth = min(steps, len(partners) - 1)  # no path is longer
    counts = np.zeros(len(partners))
    for actor in range(len(partners)):
        to_do = [(actor, 1 << actor, depth)] if depth > 0 else []
        while to_do:
            now, met, left = to_do.pop()
            counts[actor] += (sets[now] & ~met).bit_count()
            if left > 1:
                onwards = [partner for partner in partners[now] if not met >> partner & 1]
                to_do += [(partner, met | 1 << partner, left - 1) for partner in onwards]
    return counts


def search_bound(ties: Matrix, steps: int) -> float:
    """Return how many paths `count_paths` looks at, at most: the walks that are one step shorter."""
    walks = np.ones(ties.shape[0])
    total = 0.0
    for _ in range(min(steps, ties.shape[0] - 1) - 1):
        walks = ones_like(ties) @ walks
        total += float(walks.sum())
    return total
