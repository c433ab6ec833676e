"""How near the partners of a row are to each other without it."""

import itertools

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.paths.path_lengths import efficiency_around
from tests._kernels.networks import random_network, star


def by_networkx(lengths, beyond):
    graph = nx.from_scipy_sparse_array(lengths, create_using=nx.DiGraph)
    result = np.full(len(graph), np.nan)
    for row in graph:
        near = {*graph.successors(row), *graph.predecessors(row)}
        if len(near) < 2:
            continue
        left = graph.subgraph(set(graph) - {row} if beyond else near)
        distance = dict(nx.all_pairs_dijkstra_path_length(left))
        parts = [1 / distance[i][j] if j in distance[i] else 0.0 for i, j in itertools.permutations(near, 2)]
        result[row] = np.mean(parts)
    return result


@pytest.mark.parametrize("beyond", [True, False])
@pytest.mark.parametrize("directed", [True, False])
def test_means_equal_those_of_networkx(beyond, directed):
    lengths = random_network(30, 90, directed=directed, isolates=2)
    expected = by_networkx(lengths, beyond)
    assert efficiency_around(lengths, beyond=beyond) == pytest.approx(expected, nan_ok=True)
    assert np.isnan(expected).any()
    assert (expected > 0).any()


def test_leaves_reach_each_other_over_the_middle_only():
    assert efficiency_around(star(4), beyond=True)[0] == 0
    assert np.isnan(efficiency_around(star(4), beyond=True)[1:]).all()


@pytest.mark.parametrize("directed", [True, False])
def test_above_the_size_of_compiled_loops_too(directed):
    lengths = random_network(210, 800, directed=directed, isolates=2)
    lengths.data[:] = 1.0
    assert efficiency_around(lengths, beyond=False) == pytest.approx(by_networkx(lengths, beyond=False), nan_ok=True)
