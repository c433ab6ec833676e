"""What happens among the partners of each actor, against networkx."""

import itertools

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.ego import ego_networks
from socluster._kernels.ego.ego_networks import betweenness, pairs_of_partners
from tests._kernels.networks import random_network, star


def test_between_undirected_ties_it_is_betweenness_in_the_network_of_ego_and_partners():
    ties = random_network(30, 110, directed=False, isolates=2)
    graph = nx.from_scipy_sparse_array(ties)
    near = [nx.betweenness_centrality(nx.ego_graph(graph, row), normalized=False)[row] for row in graph]
    assert betweenness(ties) == pytest.approx(2 * np.array(near))


def test_along_directed_ties_only_pairs_count_that_the_actor_joins_in_two_steps():
    ties = random_network(30, 110, directed=True, isolates=2)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    expected = np.zeros(30)
    for row in graph:
        near = nx.ego_graph(graph, row, undirected=True)
        for before, after in itertools.product(graph.predecessors(row), graph.successors(row)):
            if before != after and not graph.has_edge(before, after):
                expected[row] += 1 / len(set(near.successors(before)) & set(near.predecessors(after)))
    assert betweenness(ties) == pytest.approx(expected)


def test_the_middle_of_a_star_is_between_all():
    assert betweenness(star(5)).tolist() == [20, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("ties", [60, 250, 700])
def test_hubs_are_counted_as_others_are(monkeypatch, directed, ties):
    network = random_network(30, ties, directed=directed)
    expected = betweenness(network)
    monkeypatch.setattr(ego_networks, "HUB", 0)
    assert betweenness(network) == pytest.approx(expected, abs=1e-12)


def test_the_middle_of_a_large_star():
    assert betweenness(star(20_000))[0] == 20_000 * 19_999


def test_pairs_of_partners_are_open_or_tied_one_way_or_both_ways():
    ties = random_network(25, 110, directed=True)
    partners = (ties + ties.T).tocsr()
    arcs = ties.toarray() > 0
    expected = np.zeros((3, 25), dtype=int)
    for row in range(25):
        near = partners.indices[partners.indptr[row] : partners.indptr[row + 1]]
        for i, j in itertools.combinations(near.tolist(), 2):
            expected[:, row] += 1, arcs[i, j] != arcs[j, i], arcs[i, j] and arcs[j, i]
    found = pairs_of_partners(partners, ties)
    assert [each.tolist() for each in found] == expected.tolist()
    assert expected.sum(axis=1).all()
