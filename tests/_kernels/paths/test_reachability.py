"""Who reaches whom, and pairs without a nearest common superior."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.paths.reachability import pairs_without_least_upper_bound, reachable
from tests._kernels.networks import random_network


@pytest.mark.parametrize("directed", [True, False])
def test_everybody_reaches_itself_and_its_descendants(directed):
    ties = random_network(40, 50, directed=directed, isolates=3)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    for row, reached in enumerate(reachable(ties)):
        assert set(np.flatnonzero(reached).tolist()) == {row, *nx.descendants(graph, row)}


def lacks_one(reached, i, j):
    """By the definition: no upper bound that all upper bounds reach."""
    bounds = [k for k in range(len(reached)) if reached[k, i] and reached[k, j]]
    return not any(all(reached[other, bound] for other in bounds) for bound in bounds)


@given(st.integers(0, 6), st.data())
def test_pairs_are_counted_as_defined(n, data):
    pairs = list(itertools.permutations(range(n), 2))
    ties = np.zeros((n, n))
    for pair in data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []:
        ties[pair] = 1
    reached = reachable(sparse.csr_array(ties))
    expected = sum(lacks_one(reached, i, j) for i, j in itertools.combinations(range(n), 2))
    assert pairs_without_least_upper_bound(reached) == expected


def test_two_heads_of_one_staff_have_none_above_them():
    """0 and 1 both direct 2 and 3: nobody is above the heads, and above the staff there is no nearest of the two."""
    ties = np.zeros((4, 4))
    ties[np.ix_([0, 1], [2, 3])] = 1
    assert pairs_without_least_upper_bound(reachable(sparse.csr_array(ties))) == 2
