"""How near neighbours are to each other."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.ego.neighbourhoods import inverse_distances_around

GRAPHS = [
    nx.path_graph(1),
    nx.star_graph(5),
    nx.complete_graph(6),
    nx.wheel_graph(9),
    nx.gnp_random_graph(40, 0.2, seed=1),
    nx.wheel_graph(COMPILED_FROM + 130),  # a hub whose partners are far apart, in several words of bits
    nx.gnp_random_graph(COMPILED_FROM + 5, 0.1, seed=2),
]


@pytest.mark.parametrize("graph", GRAPHS, ids=str)
def test_it_is_what_a_search_in_every_neighbourhood_finds(graph):
    ties = sparse.csr_array(nx.to_scipy_sparse_array(graph, weight=None, dtype=float))
    expected = [
        sum(
            1 / d
            for _, found in nx.all_pairs_shortest_path_length(graph.subgraph(graph[node]))
            for d in found.values()
            if d
        )
        for node in graph
    ]
    assert inverse_distances_around(ties) == pytest.approx(np.array(expected))
