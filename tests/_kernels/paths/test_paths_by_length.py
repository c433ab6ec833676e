"""Paths of a limited number of steps, against listing them."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.paths.paths_by_length import count_paths, search_bound
from tests._kernels.networks import path, random_network


@pytest.mark.parametrize("steps", [1, 2, 3, 5])
@pytest.mark.parametrize("directed", [True, False])
def test_counts_equal_those_of_networkx(steps, directed):
    ties = random_network(14, 30, directed=directed, isolates=1)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    expected = [len(list(nx.all_simple_paths(graph, row, set(graph) - {row}, cutoff=steps))) for row in graph]
    assert count_paths(ties, steps).tolist() == expected


def test_no_path_is_longer_than_there_are_others():
    complete = sparse.csr_array(np.ones((4, 4)) - np.eye(4))
    assert count_paths(complete, 3).tolist() == count_paths(complete, 99).tolist() == [3 + 6 + 6] * 4
    assert search_bound(complete, 99) == search_bound(complete, 3) == 4 * (3 + 9)


def test_the_search_is_bounded_by_walks_of_one_step_less():
    assert search_bound(path(4), 1) == 0
    assert search_bound(path(4), 2) == 6
    assert search_bound(path(4), 3) == 6 + 10


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_has_anywhere_to_go(n):
    assert count_paths(sparse.csr_array((n, n)), 3).tolist() == [0] * n
