"""Distances in blocks of rows, and what is summed up from them."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.paths import distance_blocks as blocks
from tests._kernels.networks import random_network


@pytest.fixture(params=[True, False], ids=["directed", "either way"])
def direction(request):
    return request.param


@pytest.fixture
def lengths():
    return random_network(30, 45, directed=True, isolates=3)


@pytest.fixture
def table(lengths, direction):
    """By networkx; infinite where there is no path, and from everybody to itself."""
    graph = nx.from_scipy_sparse_array(lengths, create_using=nx.DiGraph)
    if not direction:
        shorter = lengths.toarray()
        shorter = np.where(shorter == 0, np.inf, shorter)
        shorter = np.minimum(shorter, shorter.T)
        graph = nx.from_numpy_array(np.where(np.isinf(shorter), 0, shorter))
    table = np.full((30, 30), np.inf)
    for row, found in nx.all_pairs_dijkstra_path_length(graph):
        for column, length in found.items():
            table[row, column] = length if row != column else np.inf
    return table


@pytest.mark.parametrize("held", [1, 100, 2**22], ids=["row by row", "some blocks", "one block"])
def test_blocks_cover_every_row_once(monkeypatch, lengths, direction, table, held):
    monkeypatch.setattr(blocks, "DISTANCES", held)
    rows = []
    for run, distance in blocks.distance_blocks(lengths, directed=direction):
        rows += range(run.start, run.stop)
        assert distance == pytest.approx(table[run])
    assert rows == list(range(30))


def test_sums_over_the_others(lengths, direction, table):
    there = np.isfinite(table)
    assert blocks.within(lengths, 4.0, directed=direction).tolist() == (table <= 4.0).sum(axis=1).tolist()
    assert blocks.decayed(lengths, 0.5, directed=direction) == pytest.approx((0.5**table).sum(axis=1))
    reached, largest = blocks.farthest(lengths, directed=direction)
    assert reached.tolist() == there.sum(axis=1).tolist()
    assert largest == pytest.approx(np.where(there, table, 0).max(axis=1))
