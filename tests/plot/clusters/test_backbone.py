"""The backbone of a dense network."""

import networkx as nx
import numpy as np
import pytest

from socluster.plot.clusters.backbone import backbone, is_dense


def edges_of(graph):
    return np.array(sorted(tuple(sorted(edge)) for edge in graph.edges), dtype=np.int64).reshape(-1, 2)


@pytest.mark.parametrize("seed", range(5))
def test_it_connects_what_the_ties_connect(seed):
    graph = nx.disjoint_union(nx.gnm_random_graph(40, 160, seed=seed), nx.complete_graph(6))
    edges = edges_of(graph)
    kept = graph.edge_subgraph(map(tuple, edges[backbone(len(graph), edges)]))
    parts = {frozenset(part) for part in nx.connected_components(graph) if len(part) > 1}
    assert {frozenset(part) for part in nx.connected_components(kept)} == parts
    assert kept.number_of_edges() < graph.number_of_edges()


def test_a_bridge_is_kept_and_ties_across_groups_that_hold_little_are_not():
    graph = nx.disjoint_union(nx.complete_graph(10), nx.complete_graph(10))
    graph.add_edges_from([(0, 10), (0, 11), (1, 10), (1, 11)])
    edges = edges_of(graph)
    kept = backbone(20, edges)
    across = (edges[:, 0] < 10) & (edges[:, 1] >= 10)
    assert kept[across].sum() == 1  # one holds both groups together
    assert kept[~across].mean() > 0.3


def test_everybody_keeps_as_many_ties_as_the_root_of_its_number_of_partners():
    graph = nx.gnm_random_graph(50, 300, seed=2)
    edges = edges_of(graph)
    kept = nx.Graph([*map(tuple, edges[backbone(50, edges)])])
    assert all(kept.degree(node) >= np.ceil(np.sqrt(graph.degree(node))) for node in graph)


def test_it_does_not_depend_on_who_is_called_what():
    graph = nx.barbell_graph(12, 3)
    edges = edges_of(graph)
    order = np.random.default_rng(1).permutation(len(graph))
    turned = np.sort(order[edges], axis=1)
    bridges = {tuple(sorted(edge)) for edge in nx.bridges(graph)}
    for given, renamed in ((edges, bridges), (turned, {tuple(sorted(order[list(edge)].tolist())) for edge in bridges})):
        kept = {tuple(map(int, edge)) for edge in given[backbone(len(graph), given)]}
        assert renamed <= kept


def test_few_ties_or_few_actors_are_no_ball():
    assert is_dense(20, 60)
    assert not is_dense(19, 100)
    assert not is_dense(100, 299)
    assert backbone(3, np.empty((0, 2), dtype=np.int64)).tolist() == []
