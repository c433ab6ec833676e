"""Every network of up to five actors, and every set of partners with whom one more can join it."""

from __future__ import annotations

from itertools import chain, combinations

import networkx as nx
import numpy as np
from networkx.generators.atlas import graph_atlas_g
from scipy import sparse

SMALL = [graph for graph in graph_atlas_g() if 0 < len(graph) <= 5]


def ties_of(graph):
    return sparse.csr_array(nx.to_scipy_sparse_array(graph, nodelist=range(len(graph)), dtype=float))


def partner_sets(n):
    """All of them, as starts and partners, and as a list."""
    sets = list(chain.from_iterable(combinations(range(n), size) for size in range(n + 1)))
    return np.cumsum([0, *map(len, sets)]), np.array(list(chain.from_iterable(sets)), dtype=np.int64), sets


def joined_by(graph, partners):
    larger = graph.copy()
    larger.add_node(len(graph))
    larger.add_edges_from((len(graph), partner) for partner in partners)
    return larger
