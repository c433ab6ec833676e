"""Distances while actors come in one by one, against networkx and against distances found anew."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.losing.insertion import distances, distances_without_each, growing_distances, insert
from tests._kernels.networks import random_network
from tests.examples import examples


@pytest.fixture(params=[True, False], ids=["directed", "undirected"])
def lengths(request):
    return random_network(20, 45, directed=request.param, isolates=2)


def among(lengths, present):
    """By networkx; infinite where there is no path or somebody is absent."""
    graph = nx.from_scipy_sparse_array(lengths, create_using=nx.DiGraph).subgraph(np.flatnonzero(present).tolist())
    table = np.full(lengths.shape, np.inf)
    for row, found in nx.all_pairs_dijkstra_path_length(graph):
        for column, length in found.items():
            table[row, column] = length
    return table


def test_distances_among_those_who_are_present(lengths):
    for present in (np.arange(20) % 3 > 0, np.ones(20, dtype=bool), np.zeros(20, dtype=bool)):
        assert distances(lengths, present) == pytest.approx(among(lengths, present))


def test_who_joins_shortens_ways(lengths):
    present = np.arange(20) != 7
    table = distances(lengths, present)
    insert(table, 7, lengths, lengths.T.tocsr())
    assert table == pytest.approx(among(lengths, np.ones(20, dtype=bool)))


def test_one_after_the_other(lengths):
    order = np.random.default_rng(3).permutation(20)
    tables = [table.copy() for table in growing_distances(lengths, order)]
    assert len(tables) == 21
    for number, table in enumerate(tables):
        assert table == pytest.approx(among(lengths, np.isin(np.arange(20), order[:number])))


def test_all_but_one(lengths):
    found = {actor: table.copy() for actor, table in distances_without_each(lengths)}
    assert sorted(found) == list(range(20))
    for actor, table in found.items():
        assert table == pytest.approx(among(lengths, np.arange(20) != actor))


def test_without_anybody_there_is_nobody_to_miss():
    assert list(distances_without_each(random_network(0, 0, directed=True))) == []


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
