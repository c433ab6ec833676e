"""networkx's core numbers, which igraph counts."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from socluster.backend.graph import Converted

__all__ = ["core_number"]


def core_number(G: Converted) -> dict[Hashable, int]:
    """Return the largest k for which a node is in a part whose nodes all have k neighbours there."""
    import igraph

    rows, columns = G.without_loops().rows, G.columns
    kept = slice(None) if G.directed else rows < columns
    graph = igraph.Graph(n=len(G), edges=np.column_stack([rows[kept], columns[kept]]), directed=G.directed)
    return dict(zip(G.nodes, graph.coreness(mode="all"), strict=True))
