"""What every row carries of the shortest paths, against networkx and igraph."""

import igraph
import networkx as nx
import numpy as np
import pytest

from socluster._kernels.paths.betweenness import carried_paths
from tests._kernels.networks import TOLERANCE, path, random_network, star


def as_igraph(ties):
    return igraph.Graph(n=ties.shape[0], edges=np.column_stack(ties.nonzero()).tolist(), directed=True)


def test_carried_paths_equal_igraph(any_network):
    expected = as_igraph(any_network).betweenness(directed=True)
    assert carried_paths(any_network) == pytest.approx(np.array(expected), rel=1e-9, abs=1e-9)


def test_carried_paths_equal_networkx():
    ties = random_network(90, 200, directed=True)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert carried_paths(ties) == pytest.approx([expected[node] for node in range(90)], **TOLERANCE)


def test_the_middle_of_a_star_carries_all_and_a_path_what_lies_on_both_sides():
    assert carried_paths(star(400)).tolist() == [400 * 399] + [0] * 400
    n = 900
    assert carried_paths(path(n)).tolist() == [2 * place * (n - 1 - place) for place in range(n)]


def test_paths_to_some_and_to_the_others_make_all():
    ties = random_network(250, 700, directed=True)
    turned = ties[::-1][:, ::-1].tocsr()
    whole = carried_paths(ties, 40) + carried_paths(turned, 210)[::-1]
    assert whole == pytest.approx(carried_paths(ties), **TOLERANCE)
