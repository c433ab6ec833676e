"""Brokerage in networks drawn at random: ties as a null model throws them, or groups permuted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
from numpy.random import Generator
from scipy import sparse

from socluster._kernels.ego.brokerage import brokered_pairs
from socluster._kernels.products import Matrix, Vector

__all__ = ["Draw", "fixed_dyads", "fixed_ties", "roles_of_draws", "with_total"]

Arcs: TypeAlias = tuple[Vector, Vector]  # rows and columns of the cells that hold a tie
Draw: TypeAlias = Callable[[Generator], Arcs]


def fixed_ties(n: int, ties: int) -> Draw:
    """Return a drawer of `ties` directed ties among n actors, every choice equally likely."""

    def draw(rng: Generator) -> Arcs:
        cell = rng.choice(n * (n - 1), ties, replace=False, shuffle=False)
        row, column = np.divmod(cell, max(n - 1, 1))
        return row, column + (column >= row)  # the diagonal is left out

    return draw


def fixed_dyads(n: int, mutual: int, one_way: int) -> Draw:
    """Return a drawer of networks with given numbers of mutual and one-way dyads (Holland and Leinhardt's U|MAN)."""
    upper_row, upper_column = np.triu_indices(n, k=1)

    def draw(rng: Generator) -> Arcs:
        dyad = rng.choice(len(upper_row), mutual + one_way, replace=False)
        row, column = upper_row[dyad], upper_column[dyad]
        turned = np.r_[np.zeros(mutual, dtype=bool), rng.random(one_way) < 0.5]
        source, target = np.where(turned, column, row), np.where(turned, row, column)
        return np.r_[source, target[:mutual]], np.r_[target, source[:mutual]]

    return draw


def roles_of_draws(ties: Matrix, group: Vector, draw: Draw | None, draws: int, rng: Generator) -> Iterator[Vector]:
    """Yield the number of ordered pairs that every actor brokers, by role, draw by draw.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        The current network; kept where `draw` is None.
    group : array of int of shape (n,)
        Codes of the groups; permuted where `draw` is None.
    draw : callable or None
        Draws the ties of a network.
    draws : int
        Number of draws.
    rng : Generator
        What is drawn with.

    Yields
    ------
    array of int64 of shape (n, 5)
    """
    for _ in range(draws):
        if draw is None:
            yield brokered_pairs(ties, rng.permutation(group))
        else:
            arcs = draw(rng)
            yield brokered_pairs(sparse.csr_array((np.ones(len(arcs[0])), arcs), shape=ties.shape), group)


def with_total(roles: Vector, *, once: bool) -> Vector:
    """Add the total as a sixth column; with `once`, turn ordered pairs of an undirected network into pairs."""
    coordinator, itinerant, representative, gatekeeper, liaison = np.moveaxis(roles, -1, 0)
    if once:
        coordinator, itinerant, liaison = coordinator // 2, itinerant // 2, liaison // 2
    total = coordinator + itinerant + representative + liaison + (0 if once else gatekeeper)
    return np.stack([coordinator, itinerant, representative, gatekeeper, liaison, total], axis=-1)
