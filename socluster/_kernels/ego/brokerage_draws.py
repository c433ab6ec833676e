"""Brokerage in networks drawn at random: ties as a null model throws them, or groups permuted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.random import Generator
from scipy import sparse

from socluster._kernels.ego.brokerage import brokered_pairs
from socluster._kernels.products import Matrix, Vector
from socluster._kernels.sampling import placing
from socluster._kernels.sampling.cells import Arcs, TieCells

__all__ = ["Draw", "fixed_dyads", "fixed_ties", "roles_of_draws", "with_total"]

Draw: TypeAlias = Callable[[Generator], Arcs]


def fixed_ties(n: int, ties: int) -> Draw:
    """Return a drawer of `ties` directed ties among n actors, every choice equally likely."""
    return partial(placing.fixed_number, TieCells(n, directed=True), ties)


def fixed_dyads(n: int, mutual: int, one_way: int) -> Draw:
    """Return a drawer of networks with given numbers of mutual and one-way dyads (Holland and Leinhardt's U|MAN)."""
    return partial(placing.fixed_pairs, TieCells(n, directed=False), mutual, one_way)


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
