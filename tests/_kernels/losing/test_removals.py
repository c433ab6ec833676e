from collections import Counter
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.losing import removals
from socluster._kernels.losing.removals import _bits, _ones_by_byte, distances_without_actors, distances_without_ties


@pytest.fixture(params=[(False, 12), (True, 12), (True, 70)], ids=["undirected", "directed", "two words"])
def graph(request):
    directed, n = request.param
    return nx.gnp_random_graph(n, 2.2 / n, seed=4, directed=directed)


def ties_of(graph):
    return sparse.csr_array(nx.to_scipy_sparse_array(graph, format="csr"))


def pairs_by_distance(graph):
    """Number of ordered pairs at every distance, by networkx."""
    distances = (steps for _, reached in nx.all_pairs_shortest_path_length(graph) for steps in reached.values())
    return Counter(steps for steps in distances if steps)


def as_counter(row):
    return Counter({distance + 1: int(pairs) for distance, pairs in enumerate(row) if pairs})


def test_distances_without_actors(graph):
    sets = np.array(list(combinations(range(12), 2)))
    found = distances_without_actors(ties_of(graph), sets)
    for removed, row in zip(sets.tolist(), found, strict=True):
        left = graph.copy()
        left.remove_nodes_from(removed)
        assert as_counter(row) == pairs_by_distance(left)


def test_distances_without_ties(graph):
    sources, targets = np.array(graph.edges).T
    found = distances_without_ties(ties_of(graph), sources, targets, directed=graph.is_directed())
    for edge, row in zip(list(graph.edges), found, strict=True):
        left = graph.copy()
        left.remove_edge(*edge)
        assert as_counter(row) == pairs_by_distance(left)


def test_taking_nobody_leaves_all(graph):
    found = distances_without_actors(ties_of(graph), np.zeros((1, 0), dtype=int))
    assert as_counter(found[0]) == pairs_by_distance(graph)


def test_blocks_do_not_matter(graph, monkeypatch):
    ties, sets = ties_of(graph), np.array(list(combinations(range(10), 2)))
    sources, targets = np.array(graph.edges).T
    expected = distances_without_actors(ties, sets), distances_without_ties(ties, sources, targets, directed=True)
    monkeypatch.setattr(removals, "WORDS", 3 * ties.shape[0] * 2)
    assert (distances_without_actors(ties, sets) == expected[0]).all()
    assert (distances_without_ties(ties, sources, targets, directed=True) == expected[1]).all()


def test_ones_are_counted_alike_with_and_without_numpy_2():
    words = np.random.default_rng(0).integers(0, 2**64, size=(4, 2, 5), dtype=np.uint64)
    expected = [[[bin(word).count("1") for word in line] for line in table] for table in words.tolist()]
    assert _ones_by_byte(words).tolist() == expected
    assert _bits(words).tolist() == np.sum(expected, axis=(0, 1)).tolist()


def test_nothing_to_remove():
    empty = sparse.csr_array((3, 3))
    none = np.zeros(0, dtype=int)
    assert distances_without_actors(empty, np.zeros((0, 2), dtype=int)).shape == (0, 0)
    assert distances_without_ties(empty, none, none, directed=True).shape == (0, 0)
    assert distances_without_actors(empty, np.array([[0], [1]])).shape == (2, 0)
