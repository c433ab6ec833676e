"""The loops of searches side by side: any run of rows at a time, against networkx."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.compiling.ordered import both_ways
from socluster._kernels.paths import loops_paths
from tests._kernels.networks import TOLERANCE, random_network

N = 90


@pytest.fixture
def ties():
    return random_network(N, 200, directed=True, isolates=4)


@pytest.fixture
def layout(ties):
    """The network in its own order, and turned around."""
    out, back = both_ways(ties, np.arange(N))
    return out.starts, out.columns, back.starts, back.columns


def steps_of(ties):
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    steps = np.zeros((N, N), dtype=int)  # 0 where there is no path
    for row, found in nx.all_pairs_shortest_path_length(graph):
        for column, length in found.items():
            steps[row, column] = length
    return steps


@pytest.mark.parametrize(("first", "last"), [(0, N), (0, 1), (17, 60), (5, 5)])
def test_distances_to_some_rows(ties, layout, first, last):
    steps = steps_of(ties)[:, first:last]
    reached, total, inverse, farthest, by_distance = loops_paths.distance_sums(*layout, first, last)
    assert reached.tolist() == (steps > 0).sum(axis=1).tolist()
    assert total.tolist() == steps.sum(axis=1).tolist()
    assert inverse == pytest.approx(np.divide(1, steps, out=np.zeros(steps.shape), where=steps > 0).sum(axis=1))
    assert farthest.tolist() == steps.max(axis=1, initial=0).tolist()
    assert by_distance.tolist() == np.bincount(steps[steps > 0], minlength=N + 1).tolist()


@pytest.mark.parametrize("step", [N, 8, 11])
def test_what_is_carried_adds_up_from_run_to_run(ties, layout, step):
    total = sum(loops_paths.carried(*layout, first, min(first + step, N)) for first in range(0, N, step))
    expected = nx.betweenness_centrality(nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph), normalized=False)
    assert total == pytest.approx([expected[node] for node in range(N)], **TOLERANCE)
