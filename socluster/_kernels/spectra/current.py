"""Electrical current between actors: ties are wires that carry as much as they are strong."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from socluster._kernels.products import Matrix, Vector

__all__ = ["passing_current", "resistances"]

CELLS = 2**22  # of the table of differences, held at a time (32 MB)


def resistances(strength: Matrix) -> tuple[Vector, Vector]:
    """Return the number of others in every actor's component, and the sum of the resistances to them.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Symmetric and positive; nothing on the diagonal.
    """
    others, total = np.zeros(strength.shape[0]), np.zeros(strength.shape[0])
    for members, potential in _potentials(strength):
        others[members] = len(members) - 1
        total[members] = len(members) * potential.diagonal() + potential.trace()
    return others, total


def passing_current(strength: Matrix) -> Vector:
    """Return how much current passes every actor, summed over the unordered pairs of others of its component.

    One unit runs from one of the pair to the other. The current on a tie is its strength times the difference of the
    potentials at its ends, and what passes an actor is half of what runs on its ties. The sum of |b_s - b_t| over all
    pairs follows from the order of the b (Brandes and Fleischer 2005).

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Symmetric and positive; nothing on the diagonal.
    """
    passing = np.zeros(strength.shape[0])
    for members, potential in _potentials(strength):
        size = len(members)
        ties = sparse.triu(strength[members][:, members]).tocoo()
        rank = 2.0 * np.arange(size) - (size - 1)
        on_tie = np.zeros(ties.nnz)
        step = max(1, CELLS // size)
        for start in range(0, ties.nnz, step):
            run = slice(start, start + step)
            currents = ties.data[run, None] * (potential[ties.row[run]] - potential[ties.col[run]])
            on_tie[run] = np.sort(currents, axis=1) @ rank
        on_ties = np.bincount(ties.row, on_tie, size) + np.bincount(ties.col, on_tie, size)
        passing[members] = np.maximum((on_ties - (size - 1)) / 2, 0.0)  # without its own pairs, half a unit each
    return passing


def _potentials(strength: Matrix) -> Iterator[tuple[Vector, Vector]]:
    """Yield the members of every component of more than one, and the pseudo-inverse of its Laplacian."""
    found = csgraph.connected_components(strength, directed=False)[1] if strength.shape[0] else np.zeros(0, dtype=int)
    order = np.argsort(found, kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(found[order])) + 1):
        size = len(members)
        if size < 2:
            continue
        block = strength[members][:, members].toarray()
        unit = block.max()  # so that the constant below is of the size of the rest
        laplacian = (np.diag(block.sum(axis=1)) - block) / unit
        yield members, (np.linalg.inv(laplacian + 1.0 / size) - 1.0 / size) / unit
