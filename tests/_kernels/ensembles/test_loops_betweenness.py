"""Shortest paths through everybody, against networkx."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.ensembles import loops_betweenness
from tests._kernels.ensembles.expected import check_paths
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_what_everybody_carries(n, directed):
    check_paths(Sample(n, directed=directed), compiled=True)


def test_ties_are_listed_and_searches_count_pairs_by_distance():
    rng = np.random.default_rng(4)
    adjacency = rng.random((70, 70)) < 0.05
    np.fill_diagonal(adjacency, False)
    rows = np.zeros((70, 2), dtype=np.uint64)
    for i, j in zip(*np.nonzero(adjacency.T), strict=True):
        rows[i, j // 64] |= np.uint64(1) << np.uint64(j % 64)
    starts, into = np.empty(71, dtype=np.int64), np.empty(int(adjacency.sum()), dtype=np.int64)
    loops_betweenness.list_ties(rows, starts, into)
    assert [into[starts[v] : starts[v + 1]].tolist() for v in range(70)] == [
        np.flatnonzero(adjacency[:, v]).tolist() for v in range(70)
    ]
    found = np.zeros(71, dtype=np.int64)
    for first in (0, 64):
        bits = np.zeros((73, 70), dtype=np.uint64)
        loops_betweenness.search(first, min(64, 70 - first), starts, into, bits, found)
    lengths = dict(nx.all_pairs_shortest_path_length(nx.from_numpy_array(adjacency, create_using=nx.DiGraph)))
    expected = np.bincount([d for own in lengths.values() for d in own.values() if d], minlength=71)
    assert found[1:].tolist() == expected[1:].tolist()
