"""Networks to measure on: heavy-tailed, clustered, six sectors; the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

__all__ = ["MEAN_DEGREE", "SECTORS", "SIZES", "Sample", "sample"]

Array: TypeAlias = "np.ndarray[Any, Any]"

SIZES = (60, 200, 1_000, 10_000, 100_000)
SECTORS = ("public", "private", "civic", "science", "church", "media")
MEAN_DEGREE = 10

_WITHIN = 0.8  # share of the ties that stay in their sector
_CLOSING = 0.6  # share of the ties that close a triangle
_TAIL = 2.0  # exponent of the Pareto tail of the propensities to have ties
_MUTUAL = 0.3  # share of the directed ties that are answered


@dataclass(frozen=True)
class Sample:
    """One network as plain arrays, from which every library makes its own.

    Parameters
    ----------
    n : int
        Number of actors.
    edges : array of int of shape (m, 2)
        Undirected ties, each once.
    arcs : array of int of shape (a, 2)
        The same network with directions.
    sector : array of int of shape (n,)
        Position in `SECTORS`.
    """

    n: int
    edges: Array
    arcs: Array
    sector: Array


def sample(n: int, seed: int = 7) -> Sample:
    """Return a network of n actors with about `MEAN_DEGREE` partners each."""
    rng = np.random.default_rng([seed, n])
    sector = rng.integers(0, len(SECTORS), n)
    propensity = 1.0 + rng.pareto(_TAIL, n)
    wanted = n * MEAN_DEGREE // 2
    first = _distinct(_drawn(rng, sector, propensity, int(wanted * (1 - _CLOSING) * 1.02)), n)
    edges = _distinct(np.vstack([first, _closing(rng, first, n, int(wanted * _CLOSING * 1.25))]), n)
    edges = np.sort(rng.permutation(edges)[:wanted], axis=1)
    return Sample(n, edges, _directed(rng, edges), sector)


def _drawn(rng: np.random.Generator, sector: Array, propensity: Array, count: int) -> Array:
    """Draw pairs by propensity; most of the partners from the own sector."""
    n = len(sector)
    source = rng.choice(n, count, p=propensity / propensity.sum())
    target = rng.choice(n, count, p=propensity / propensity.sum())
    within = rng.random(count) < _WITHIN
    for each in range(len(SECTORS)):
        members = np.flatnonzero(sector == each)
        here = np.flatnonzero(within & (sector[source] == each))
        target[here] = rng.choice(members, len(here), p=propensity[members] / propensity[members].sum())
    return np.column_stack([source, target])


def _closing(rng: np.random.Generator, edges: Array, n: int, count: int) -> Array:
    """Tie two partners of one actor, many times."""
    ends = np.vstack([edges, edges[:, ::-1]])
    ends = ends[np.argsort(ends[:, 0], kind="stable")]
    start = np.searchsorted(ends[:, 0], np.arange(n + 1))
    chosen = rng.integers(0, len(ends), count)
    middle = ends[chosen, 0]
    other = start[middle] + (rng.random(count) * (start[middle + 1] - start[middle])).astype(int)
    return np.column_stack([ends[chosen, 1], ends[other, 1]])


def _distinct(edges: Array, n: int) -> Array:
    """Return every undirected pair once, without pairs of an actor with itself."""
    low, high = edges.min(axis=1).astype(np.int64), edges.max(axis=1).astype(np.int64)
    keys = np.unique((low * n + high)[low != high])
    return np.column_stack([keys // n, keys % n])


def _directed(rng: np.random.Generator, edges: Array) -> Array:
    """Give every tie a direction by lot, and some of them both."""
    turned = rng.random(len(edges)) < 0.5
    arcs = np.where(turned[:, None], edges[:, ::-1], edges)
    return np.vstack([arcs, arcs[rng.random(len(arcs)) < _MUTUAL, ::-1]])
