"""Distances without an actor, made by putting the others in one after another, against distances found anew."""

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.losing.insertion import distances, distances_without_each, growing_distances
from tests.examples import examples


@pytest.mark.parametrize("seed", range(examples(3, 12)))
def test_tables_by_insertion_equal_dijkstra(seed):
    rng = np.random.default_rng(seed)
    n = 15
    matrix = np.where(rng.random((n, n)) < 0.15, rng.integers(1, 5, (n, n)), 0).astype(float)
    np.fill_diagonal(matrix, 0)
    length = sparse.csr_array(matrix if seed % 2 else np.maximum(matrix, matrix.T))
    seen = []
    for actor, table in distances_without_each(length):
        seen.append(actor)
        assert np.array_equal(table, distances(length, np.arange(n) != actor))
    assert sorted(seen) == list(range(n))
    order = rng.permutation(n)
    for there, table in enumerate(growing_distances(length, order)):
        present = np.isin(np.arange(n), order[:there])
        assert np.array_equal(table, distances(length, present))
