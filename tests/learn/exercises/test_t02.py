"""Tutorial 02, mediation and brokerage: its answers, computed another way."""

from itertools import combinations

import networkx
import pytest

from tests.learn.exercises.shipped import assert_right, column, connected_pairs, knoke, norway, siauliai


def alone_share():
    """Per organisation, of the untied pairs of its partners, those that have no other partner in common."""
    graph, shares = siauliai(), {}
    for actor in graph:
        pairs = [pair for pair in combinations(graph[actor], 2) if not graph.has_edge(*pair)]
        only = [pair for pair in pairs if list(networkx.common_neighbors(graph, *pair)) == [actor]]
        if pairs:
            shares[actor] = len(only) / len(pairs)
    return shares


def gatekeeper():
    graph, group = knoke("information"), column("knoke", "partition3")
    return sum(
        group[source] != group["MAYR"] == group[target]
        for source in graph.predecessors("MAYR")
        for target in graph.successors("MAYR")
        if source != target and not graph.has_edge(source, target)
    )


ANSWERS = {
    "02.1": lambda: networkx.betweenness_centrality(knoke("money"), normalized=False)["UWAY"],
    "02.2": gatekeeper,
    "02.4": alone_share,
    "02.5": lambda: 12 * 11 // 2 - connected_pairs(norway().subgraph(set(norway()) - {"LEU"})),
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    assert_right(key, ANSWERS[key]())
