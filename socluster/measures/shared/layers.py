"""What a measure of several layers measures on: every layer as a matrix, with what has to be said before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster.core.cluster import Cluster
from socluster.core.columns import TEXT
from socluster.core.errors import UnknownTiesWarning
from socluster.core.matrix import Matrix
from socluster.core.warn import warn
from socluster.measures.shared.network import one_mode, warn_of_uncertain_ties
from socluster.words import counted

__all__ = ["Relations", "no_ties", "relations_of"]


@dataclass(frozen=True)
class Relations:
    """All layers of ties of a cluster.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was measured (after projection, if it had only two modes).
    names : tuple of str
        The layers.
    strength : tuple of sparse matrices of shape (n, n)
        Strengths of the ties of each.
    unknown : tuple of sparse matrices of shape (n, n)
        The unknown cells of each.
    """

    cluster: Cluster
    names: tuple[str, ...]
    strength: tuple[Matrix, ...]
    unknown: tuple[Matrix, ...]

    @property
    def pairs(self) -> int:
        """Number of ordered pairs of actors."""
        return self.cluster.n_actors * (self.cluster.n_actors - 1)

    @property
    def columns(self) -> pd.Index:
        """The layers as an index named `layer`."""
        return pd.Index(list(self.names), name="layer", dtype=TEXT)

    def warn_of_unknown(self) -> None:
        """Warn that unknown cells are counted as no tie."""
        n = sum(int(cells.nnz) for cells in self.unknown)
        if n:
            cells = counted("{n} unknown cell of the layers", "{n} unknown cells of the layers", n)
            warn("measured as if {cells} held no tie; the true values may differ", UnknownTiesWarning, cells=cells)

    def known(self, one: int, other: int) -> tuple[Matrix, Matrix, int]:
        """Return two layers without the cells unknown in either, and how many pairs that leaves."""
        dark = (self.unknown[one] + self.unknown[other]).astype(float)
        dark.data = np.ones_like(dark.data)
        first, second = self.strength[one], self.strength[other]
        if not dark.nnz:
            return first, second, self.pairs
        return first - first * dark, second - second * dark, self.pairs - int(dark.nnz)


def relations_of(cluster: Any) -> Relations:
    """Return all layers."""
    measured = one_mode(cluster)
    warn_of_uncertain_ties(measured)
    names = measured.tie_layers
    return Relations(
        measured,
        names,
        tuple(measured.matrix(name) for name in names),
        tuple(measured.unknown_matrix(name) for name in names),
    )


def no_ties(cluster: Cluster) -> Matrix:
    """Return the matrix of no ties, to begin a sum with."""
    return sparse.csr_array((cluster.n_actors, cluster.n_actors), dtype=int)
