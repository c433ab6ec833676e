from functools import partial
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given

from socluster import InputError, betweenness, centralization, edge_betweenness
from tests.measures.small_graphs import cluster_from, graphs
from tests.measures.ucinet_samples import PRINTED_ISO, iso

KNOKE_BETWEENNESS = [0.6667, 12.3333, 11.6944, 0.8056, 17.8333, 0.3333, 2.75, 0, 1.2222, 0.3611]
KITE_BETWEENNESS = [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0]


def test_betweenness_of_knoke_and_the_kite(knoke, kite):
    raw = betweenness(knoke, layer="information", normalized=False)
    assert raw.tolist() == pytest.approx(KNOKE_BETWEENNESS, abs=5e-5)
    assert betweenness(knoke, layer="information").tolist() == pytest.approx((raw / 72).tolist())
    raw = betweenness(kite, normalized=False)
    assert raw.tolist() == pytest.approx(KITE_BETWEENNESS, abs=5e-5)
    assert betweenness(kite).tolist() == pytest.approx((raw / 36).tolist())


@pytest.mark.parametrize("normalized", [True, False])
@pytest.mark.parametrize("cost", [None, "inverse"])
def test_betweenness_equals_networkx(graph_and_cluster, normalized, cost):
    graph, cluster = graph_and_cluster
    expected = nx.betweenness_centrality(graph, normalized=normalized, weight="length" if cost else None)
    assert betweenness(cluster, cost=cost, normalized=normalized).to_dict() == pytest.approx(expected)


@pytest.mark.parametrize("actors", ["", "A", "AB"])
def test_betweenness_needs_three_actors_to_be_normalized(cluster_of, actors):
    cluster = cluster_of("AB" if len(actors) == 2 else [], actors=actors)
    assert betweenness(cluster).isna().all()
    assert betweenness(cluster, normalized=False).tolist() == [0] * len(actors)


def test_an_isolate_stands_between_nobody(cluster_of):
    assert betweenness(cluster_of("AB BC", actors="ABCD")).to_dict() == pytest.approx(
        {"A": 0, "B": 1 / 3, "C": 0, "D": 0}
    )


EUROS = [("A", "B", 400e6), ("B", "C", 410e6), ("A", "C", 205e6)]


@pytest.mark.parametrize("scale", [1.0, 2.0**-40, 2.0**900, 2.0**-900])
def test_the_unit_of_strengths_does_not_matter(cluster_of, scale):
    cluster = cluster_of([(one, two, each * scale) for one, two, each in EUROS])
    assert betweenness(cluster, cost="inverse").tolist() == [0, 0, 0]
    assert edge_betweenness(cluster, cost="inverse", normalized=False).tolist() == [1, 1, 1]
    assert centralization(cluster, partial(betweenness, cost="inverse")) == 0
    cluster = cluster_of([("A", "B", 3 * scale), ("B", "C", 3 * scale), ("A", "C", scale)])
    assert betweenness(cluster, cost="inverse").tolist() == [0, 1, 0]
    assert edge_betweenness(cluster, cost="inverse", normalized=False).tolist() == [2, 0, 2]


def test_short_ties_behind_a_long_one(cluster_of):
    cluster = cluster_of([*EUROS, ("C", "D", 1)])
    assert betweenness(cluster, cost="inverse", normalized=False).tolist() == [0, 0, 2, 0]
    assert edge_betweenness(cluster, cost="inverse", normalized=False).tolist() == [1, 2, 2, 3]


def test_lengths_that_cannot_be_compared_are_refused(cluster_of):
    cluster = cluster_of([("A", "B", 1), ("B", "C", 1e-16)])
    with pytest.raises(InputError, match="fifteen orders of magnitude"):
        betweenness(cluster, cost="inverse")
    assert betweenness(cluster).tolist() == [0, 1, 0]


def test_two_steps_as_ucinet_prints_it():
    assert betweenness(iso(), steps=2, normalized=False).tolist() == PRINTED_ISO["TwoStepBet"]


@given(graphs(directed=True))
def test_pairs_two_steps_apart_are_divided_among_all_who_join_them(graph):
    cluster = cluster_from(graph)
    expected = dict.fromkeys(graph, 0.0)
    for a, b in permutations(graph, 2):
        between = set(graph.successors(a)) & set(graph.predecessors(b))
        if not graph.has_edge(a, b):
            for each in between:
                expected[each] += 1 / len(between)
    assert betweenness(cluster, steps=2, normalized=False).tolist() == pytest.approx(list(expected.values()))
    assert betweenness(cluster, steps=1, normalized=False).tolist() == [0] * len(graph)
    assert betweenness(cluster, steps=99).tolist() == pytest.approx(betweenness(cluster).tolist(), nan_ok=True)


def test_steps_is_a_number_of_steps(kite):
    with pytest.raises(InputError, match="whole number of at least 1"):
        betweenness(kite, steps=0)
    with pytest.raises(InputError, match="leave out one of the two"):
        betweenness(kite, steps=2, cost="inverse")
