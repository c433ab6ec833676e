"""Tables of distances and of shortest paths, against igraph and networkx."""

import igraph
import networkx as nx
import numpy as np
import pytest

from socluster._kernels.compiling.ordered import ordered
from socluster._kernels.joining import loops_path_state as loops
from socluster._kernels.paths.betweenness import carried_paths
from tests._kernels.networks import path, random_network, star

NETWORKS = {
    "pieces": random_network(90, 80, directed=False, isolates=4),
    "more than one block": random_network(540, 900, directed=False),
    "path": path(70),
    "star": star(20),
}


@pytest.fixture(params=NETWORKS)
def ties(request):
    return NETWORKS[request.param]


def measured(ties):
    n = ties.shape[0]
    rows = ordered(ties, np.arange(n))
    distances = np.zeros((n, -(-n // 64) * 64), np.uint16)
    sums = [
        loops.measure_distances(rows.starts, rows.columns, distances, first, min(first + loops.BITS, n))
        for first in range(0, n, loops.BITS)
    ]
    return rows, distances, sums


def test_distances_are_those_of_igraph(ties):
    n = ties.shape[0]
    _, distances, sums = measured(ties)
    graph = igraph.Graph(n=n, edges=np.column_stack(ties.nonzero()).tolist()).simplify()
    steps = np.array(graph.distances())
    expected = np.where(np.isinf(steps), 0, steps).astype(int)
    assert (distances[:, :n] == expected).all()
    assert not distances[:, n:].any()
    reached, total, inverse, farthest, by_distance = (list(each) for each in zip(*sums, strict=True))
    assert sum(reached).tolist() == (expected > 0).sum(axis=1).tolist()
    assert sum(total).tolist() == expected.sum(axis=1).tolist()
    there = np.divide(1, expected, out=np.zeros((n, n)), where=expected > 0)
    assert sum(inverse) == pytest.approx(there.sum(axis=1))
    assert np.max(farthest, axis=0).tolist() == expected.max(axis=1).tolist()
    assert sum(by_distance).tolist() == np.bincount(expected[expected > 0], minlength=n + 1).tolist()


def test_numbers_of_paths_and_what_is_carried(ties):
    n = ties.shape[0]
    rows, distances, _ = measured(ties)
    paths, carried = np.full((n, n), -1.0), np.zeros(n)
    for first in range(0, n, 100):
        last = min(first + 100, n)
        carried += loops.count_paths(rows.starts, rows.columns, distances, distances.max(), first, last, paths)
    graph = nx.from_scipy_sparse_array(ties)
    for row in range(0, n, 7):
        number = dict.fromkeys(range(n), 0.0)
        number[row] = 1.0
        for column in sorted(nx.single_source_shortest_path_length(graph, row).items(), key=lambda item: item[1]):
            if column[1]:
                number[column[0]] = sum(
                    number[near] for near in graph[column[0]] if distances[row, near] == column[1] - 1
                )
        assert paths[row].tolist() == [number[column] for column in range(n)]
    assert carried == pytest.approx(carried_paths(ties), rel=1e-9, abs=1e-9)
