import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.paths import distances
from socluster._kernels.paths.distances import reach
from tests._kernels.networks import TOLERANCE, path, random_network


@pytest.fixture
def lengths():
    """0 -> 1 -> 2 of lengths 1 and 2, and 3 alone."""
    matrix = np.zeros((4, 4))
    matrix[0, 1], matrix[1, 2] = 1.0, 2.0
    return sparse.csr_array(matrix)


def test_reach_along_the_ties(lengths):
    reached, total, inverse = reach(lengths, directed=True)
    assert reached.tolist() == [2, 1, 0, 0]
    assert total.tolist() == [4, 2, 0, 0]
    assert inverse == pytest.approx([1 + 1 / 3, 1 / 2, 0, 0])


def test_reach_either_way(lengths):
    reached, total, inverse = reach(lengths, directed=False)
    assert reached.tolist() == [2, 2, 2, 0]
    assert total.tolist() == [4, 3, 5, 0]
    assert inverse == pytest.approx([1 + 1 / 3, 1 + 1 / 2, 1 / 2 + 1 / 3, 0])


@pytest.mark.parametrize("held", [1, 90, 2**22], ids=["row by row", "some blocks", "one block"])
def test_blocks_of_sources_do_not_matter(monkeypatch, held):
    matrix = sparse.random_array((30, 30), density=0.08, format="csr", rng=np.random.default_rng(2))
    expected = reach(matrix, directed=True)
    monkeypatch.setattr(distances, "DISTANCES", held)
    for found, wanted in zip(reach(matrix, directed=True), expected, strict=True):
        assert found.tolist() == wanted.tolist()


@pytest.mark.parametrize("n", [0, 1, 3])
def test_nobody_reaches_anybody_without_ties(n):
    for sums in reach(sparse.csr_array((n, n)), directed=True):
        assert sums.tolist() == [0] * n


def test_compiled_distances_equal_those_of_numpy(any_network):
    ours, theirs = distances._compiled_sums(any_network), distances._numpy_sums(any_network)
    for name in ("reached", "total", "farthest", "by_distance"):
        assert getattr(ours, name).tolist() == getattr(theirs, name).tolist(), name
    assert ours.reached.dtype == theirs.reached.dtype == np.int64
    assert ours.inverse == pytest.approx(theirs.inverse, **TOLERANCE)


def test_distances_in_steps_equal_those_of_scipy(any_network):
    """With all ties two long, `reach` asks Dijkstra."""
    lengths = any_network.copy()
    lengths.data = np.full_like(lengths.data, 2.0)
    reached, total, inverse = reach(lengths, directed=True)
    steps = distances._compiled_sums(any_network)
    assert steps.reached.tolist() == reached.tolist()
    assert steps.total.tolist() == (total / 2).tolist()
    assert steps.inverse == pytest.approx(inverse * 2, **TOLERANCE)


def test_distances_equal_networkx():
    ties = random_network(130, 240, directed=True)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    lengths = {node: list(found.values()) for node, found in nx.all_pairs_shortest_path_length(graph)}
    steps = distances._compiled_sums(ties)
    assert steps.total.tolist() == [sum(lengths[node]) for node in range(130)]
    assert steps.farthest.tolist() == [max(lengths[node]) for node in range(130)]
    counts = np.bincount([length for found in lengths.values() for length in found])
    assert steps.by_distance.tolist() == [0, *counts[1:]]


def test_paths_may_be_long():
    n = 1200  # more than a byte could count, and more searches than go side by side
    steps = distances._compiled_sums(path(n))
    ends = np.arange(n)
    assert steps.farthest.tolist() == np.maximum(ends, n - 1 - ends).tolist()
    assert steps.by_distance.tolist() == [0, *(2 * (n - distance) for distance in range(1, n))]


def test_either_way_is_the_network_without_directions():
    ties = random_network(300, 500, directed=True)
    both = distances.distance_sums((ties + ties.T).tocsr(), directed=True)
    for found, wanted in zip(distances.distance_sums(ties, directed=False), both, strict=True):
        assert found.tolist() == wanted.tolist()
