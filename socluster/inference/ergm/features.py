"""What a network looks like beyond the terms of a model: degrees, shared partners, distances, triads, mixing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.paths.distances import distance_sums
from socluster.core.columns import Array
from socluster.inference.ergm.model import ErgmModel
from socluster.measures.cohesion.census import TRIADS

__all__ = ["BETWEEN", "Features", "mixing_codes"]

BETWEEN = " – "  # between the two sectors of a pair
_UNDIRECTED = (0, 2, 10, 15)  # the triads that there are without directions: 003, 102, 201, 300


@dataclass(frozen=True, eq=False)
class Features:
    """What of a network is compared with the networks of a model.

    Parameters
    ----------
    model : ErgmModel
        Whose networks.
    codes : ndarray of int of shape (n,) or None
        The sector of every actor, as a number; None if sectors are not compared.
    sectors : tuple
        What the sectors are called.
    """

    model: ErgmModel
    codes: Array | None = None
    sectors: tuple[Any, ...] = ()

    @cached_property
    def index(self) -> pd.MultiIndex:
        """What the numbers of `of` are: kind and value."""
        pairs = [(kind, value) for kind, values in self._values().items() for value in values]
        return pd.MultiIndex.from_tuples(pairs, names=["statistic", "value"])

    def of(self, state: Array, statistics: Array) -> Array:
        """Return all numbers of a network.

        Parameters
        ----------
        state : ndarray of 0 and 1
            The network.
        statistics : ndarray of shape (p,)
            What the terms count in it.
        """
        frame = self.model.network.frame
        matrix = np.asarray(state, dtype=np.float64)
        parts = _two_mode(matrix) if frame.two_mode else _one_mode(matrix, directed=frame.directed)
        parts.append(statistics)
        if self.codes is not None:
            parts.append(self._mixing(matrix))
        return np.concatenate([np.asarray(part, dtype=float) for part in parts])

    def _values(self) -> dict[str, list[Any]]:
        frame = self.model.network.frame
        n = frame.n
        if frame.two_mode:
            found: dict[str, list[Any]] = {
                "first-mode degree": list(range(frame.columns + 1)),
                "second-mode degree": list(range(frame.rows + 1)),
                "first-mode shared partners": list(range(frame.columns + 1)),
                "second-mode shared partners": list(range(frame.rows + 1)),
            }
        elif frame.directed:
            found = {"indegree": list(range(n)), "outdegree": list(range(n))}
        else:
            found = {"degree": list(range(n))}
        if not frame.two_mode:
            found["edgewise shared partners"] = list(range(max(n - 1, 1)))
        found["distance"] = [*range(1, n), np.inf]
        if not frame.two_mode:
            found["triad"] = [TRIADS[each] for each in (range(16) if frame.directed else _UNDIRECTED)]
        found["model"] = list(self.model.names)
        if self.codes is not None:
            found["mixing"] = [f"{self.sectors[i]}{BETWEEN}{self.sectors[j]}" for i, j in self._pairs()]
        return found

    def _pairs(self) -> list[tuple[int, int]]:
        k = len(self.sectors)
        return [(i, j) for i in range(k) for j in range(k) if self.model.network.frame.directed or i <= j]

    def _mixing(self, matrix: Array) -> Array:
        k = len(self.sectors)
        marks = np.eye(k)[self.codes]
        table = marks.T @ matrix @ marks
        if not self.model.network.frame.directed:
            table = np.where(np.eye(k, dtype=bool), table / 2, table)
        return np.array([table[pair] for pair in self._pairs()])


def mixing_codes(model: ErgmModel, column: str = "sector") -> tuple[Array | None, tuple[Any, ...]]:
    """Return the sector of every actor as a number, and the sectors; None where somebody has none, or all the same."""
    cluster, frame = model.network.cluster, model.network.frame
    actors = cluster.actors
    if frame.two_mode or column not in actors or actors[column].isna().any() or actors[column].nunique() < 2:
        return None, ()
    codes, sectors = pd.factorize(actors[column].astype(object), sort=True)
    return codes, tuple(sectors)


def _one_mode(matrix: Array, *, directed: bool) -> list[Array]:
    n = len(matrix)
    outgoing, incoming = matrix.sum(axis=1).astype(int), matrix.sum(axis=0).astype(int)
    degrees = [incoming, outgoing] if directed else [outgoing]
    parts = [np.bincount(each, minlength=n) for each in degrees]
    ties = sparse.csr_array(matrix)
    shared = (ties @ ties).multiply(ties)  # i -> k -> j for every tie i -> j
    ends = 1 if directed else 2
    counts = np.bincount(shared.data.astype(int), minlength=max(n - 1, 1))
    counts[0] = ties.nnz - counts[1:].sum()
    parts.append(counts // ends)
    parts.append(_distances(ties, directed=directed) // ends)
    triads = _triads(matrix)
    parts.append(triads if directed else triads[list(_UNDIRECTED)])
    return parts


def _two_mode(matrix: Array) -> list[Array]:
    rows, columns = matrix.shape
    parts = [
        np.bincount(matrix.sum(axis=1).astype(int), minlength=columns + 1),
        np.bincount(matrix.sum(axis=0).astype(int), minlength=rows + 1),
    ]
    for each, most in ((matrix, columns), (matrix.T, rows)):
        together = (each @ each.T)[np.triu_indices(len(each), 1)].astype(int)
        parts.append(np.bincount(together, minlength=most + 1))
    both = sparse.bmat([[None, sparse.csr_array(matrix)], [sparse.csr_array(matrix.T), None]], format="csr")
    if min(rows, columns) == 0:
        both = sparse.csr_array((rows + columns, rows + columns))
    parts.append(_distances(sparse.csr_array(both), directed=False) // 2)
    return parts


def _triads(matrix: Array) -> Array:
    """Return how many triads there are of each kind, from 003 to 300, by igraph, which is quick with small networks."""
    import igraph

    n = len(matrix)
    if n < 3:
        return np.zeros(len(TRIADS))
    return np.array(igraph.Graph(n, np.argwhere(matrix).tolist(), directed=True).triad_census(), dtype=float)


def _distances(ties: Any, *, directed: bool) -> Array:
    """Return the number of ordered pairs 1, 2, ..., n - 1 steps apart, and of those without a path."""
    n = ties.shape[0]
    found = distance_sums(ties, directed=directed).by_distance[1:]
    counts = np.zeros(max(n, 1), dtype=np.int64)
    counts[: len(found)] = found
    counts[-1] = n * (n - 1) - found.sum()
    return counts
