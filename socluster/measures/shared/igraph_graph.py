"""A network as igraph's C core takes it."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.matrix import Matrix

__all__ = ["igraph_of"]


def igraph_of(matrix: Matrix, *, directed: bool) -> Any:
    """Return an igraph Graph with the cells of the matrix as edge attribute `value`; undirected pairs once."""
    import igraph

    cells = matrix.tocoo()
    listed = np.ones(cells.nnz, dtype=bool) if directed else cells.row < cells.col
    ends = np.column_stack([cells.row, cells.col])[listed]
    graph = igraph.Graph(n=matrix.shape[0], edges=ends.tolist(), directed=directed)
    graph.es["value"] = cells.data[listed].tolist()
    return graph
