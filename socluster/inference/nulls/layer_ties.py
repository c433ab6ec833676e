"""The ties of one layer as a null model needs them: its known dyads, who is tied, and how strongly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator
from scipy import sparse

from socluster._kernels.sampling.cells import Arcs, TieCells
from socluster.core.cluster import Cluster
from socluster.core.columns import Array

__all__ = ["LayerTies", "layer_ties"]


@dataclass(frozen=True, eq=False)
class LayerTies:
    """The ties of one layer.

    Parameters
    ----------
    name : str
        Name of the layer.
    code : int
        Its place among the layers of the cluster.
    dyads : TieCells
        Which dyads are known; only these may hold ties.
    arcs : tuple of ndarray of int
        Ends of the ties; of an undirected layer each pair once, in ascending order.
    weights : ndarray of float
        How strong they are.
    """

    name: str
    code: int
    dyads: TieCells
    arcs: Arcs
    weights: Array

    @property
    def n(self) -> int:
        """Number of actors."""
        return self.dyads.n

    @property
    def directed(self) -> bool:
        """Whether ties have a direction."""
        return self.dyads.directed

    @property
    def n_ties(self) -> int:
        """Number of ties."""
        return len(self.arcs[0])

    @property
    def has_unknown(self) -> bool:
        """Whether some dyads are unknown."""
        return self.dyads.cells is not None

    @cached_property
    def weight(self) -> float | None:
        """The weight of every tie; None if they differ."""
        found = np.unique(self.weights).tolist()
        return (found or [1.0])[0] if len(found) <= 1 else None

    def weights_of(self, number: int, rng: Generator) -> Array:
        """Return weights of so many drawn ties: those observed in random order, or drawn from these."""
        if self.weight is not None:
            return np.full(number, self.weight)
        if number == self.n_ties:
            return rng.permutation(self.weights)
        return rng.choice(self.weights, number)


def layer_ties(cluster: Cluster, layer: str) -> LayerTies:
    """Return the ties of a layer.

    Raises
    ------
    InputError
        If there is no such layer, or its ties belong to several waves.
    """
    directed = cluster.is_directed(layer)
    matrix = cluster.shared_matrix(layer)
    cells = (matrix if directed else sparse.triu(matrix, k=1)).tocoo()
    order = np.lexsort((cells.col, cells.row))
    arcs = cells.row[order].astype(np.int64), cells.col[order].astype(np.int64)
    dyads = TieCells(cluster.n_actors, directed, _known(cluster, layer, directed=directed))
    return LayerTies(layer, cluster.parts.layer_names.index(layer), dyads, arcs, cells.data[order])


def _known(cluster: Cluster, layer: str, *, directed: bool) -> Array | None:
    """Return the cells that are known, if some are not."""
    if not cluster.may_hold_unknown:
        return None
    unknown = cluster.unknown_matrix(layer)
    if not unknown.nnz:
        return None
    known = ~unknown.toarray()
    np.fill_diagonal(known, False)
    return np.flatnonzero(known if directed else np.triu(known, 1))
