from itertools import combinations, permutations

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from socluster import InputError, density
from socluster.measures.cohesion.closure import local_clustering, reciprocity, transitivity
from tests.measures.small_graphs import cluster_from, graphs


def test_reciprocity_of_knoke(knoke):
    """34 of 49 arcs, 17 of 32 tied pairs, 30 of 45 pairs."""
    found = [reciprocity(knoke, layer="information", variant=variant) for variant in ("edgewise", "dyadic", "all")]
    assert found == pytest.approx([34 / 49, 17 / 32, 30 / 45])


def test_transitivity_of_knoke(knoke):
    """R's sna 2.7: weak .6728, strong .5597; .7581 when symmetrised."""
    found = [transitivity(knoke, layer="information", variant=variant) for variant in ("weak", "strong", "undirected")]
    assert found == pytest.approx([0.6728, 0.5597, 0.7581], abs=5e-5)
    symmetrised = knoke.layer("information").symmetrise()
    assert transitivity(symmetrised) == pytest.approx(0.7581, abs=5e-5)


def test_intransitivity_of_the_florentine_families(florentine):
    """Published by Borgatti: .809 (marriage), .583 (business)."""
    assert 1 - transitivity(florentine, layer="marriage") == pytest.approx(0.809, abs=5e-4)
    assert 1 - transitivity(florentine, layer="business") == pytest.approx(0.583, abs=5e-4)


def test_local_clustering_by_hand(cluster_of):
    """B and C are tied, D is not tied to either: one of three pairs of A's partners."""
    cluster = cluster_of([("A", "B", 2), ("A", "C", 1), ("A", "D", 4), ("B", "C", 8)])
    assert local_clustering(cluster)["A"] == pytest.approx(1 / 3)
    assert local_clustering(cluster, variant="barrat")["A"] == pytest.approx((2 + 1) / (7 * 2))
    assert local_clustering(cluster, variant="onnela")["A"] == pytest.approx(2 * np.cbrt(2 * 1 * 8) / 8 / 6)
    assert np.isnan(local_clustering(cluster)["D"])


def test_a_mutual_pair_is_one_pair_of_partners(cluster_of):
    cluster = cluster_of("AB BA AC CB", directed=True)
    assert local_clustering(cluster).tolist() == [1, 1, 1]


def test_undefined_values(cluster_of):
    for actors in ("", "A", "AB", "ABC"):
        cluster = cluster_of([], actors=actors)
        assert np.isnan(reciprocity(cluster))
        assert np.isnan(reciprocity(cluster, variant="dyadic"))
        assert np.isnan(reciprocity(cluster, variant="all")) == (len(actors) < 2)
        assert np.isnan(transitivity(cluster))
        assert np.isnan(transitivity(cluster, variant="undirected"))
        assert np.isnan(transitivity(cluster, variant="strong")) == (len(actors) < 3)
        for variant in ("unweighted", "barrat", "onnela"):
            assert local_clustering(cluster, variant=variant).isna().all()


@pytest.mark.parametrize("measure", [reciprocity, transitivity, local_clustering])
def test_an_unknown_variant_is_refused(measure, kite):
    with pytest.raises(InputError, match="variant must be one of"):
        measure(kite, variant="mean")


@given(graphs())
def test_reciprocity_by_pairs(graph):
    cluster = cluster_from(graph)
    states = [graph.has_edge(a, b) + graph.has_edge(b, a) for a, b in combinations(graph, 2)]
    mutual, asymmetric = states.count(2), states.count(1)
    if mutual + asymmetric:
        assert reciprocity(cluster) == 2 * mutual / (2 * mutual + asymmetric)
        assert reciprocity(cluster, variant="dyadic") == mutual / (mutual + asymmetric)
        if graph.is_directed():
            assert reciprocity(cluster) == pytest.approx(nx.overall_reciprocity(graph))
    if states:
        assert reciprocity(cluster, variant="all") == (len(states) - asymmetric) / len(states)


@given(graphs())
def test_transitivity_by_triples(graph):
    cluster = cluster_from(graph)
    triples = list(permutations(graph, 3))
    paths = [(a, c) for a, b, c in triples if graph.has_edge(a, b) and graph.has_edge(b, c)]
    if paths:
        assert transitivity(cluster) == pytest.approx(np.mean([graph.has_edge(*ends) for ends in paths]))
        either_way = nx.transitivity(nx.Graph(graph))
        assert transitivity(cluster, variant="undirected") == pytest.approx(either_way)
    if triples:
        agree = [graph.has_edge(a, c) == (graph.has_edge(a, b) and graph.has_edge(b, c)) for a, b, c in triples]
        assert transitivity(cluster, variant="strong") == pytest.approx(np.mean(agree))


@given(graphs(directed=False))
def test_local_clustering_equals_networkx_and_igraph(graph):
    cluster = cluster_from(graph, "weight")
    plain = local_clustering(cluster).fillna(0).tolist()
    assert plain == pytest.approx([nx.clustering(graph)[node] for node in range(len(graph))])
    onnela = local_clustering(cluster, variant="onnela").fillna(0).tolist()
    assert onnela == pytest.approx([nx.clustering(graph, weight="weight")[node] for node in range(len(graph))])
    other = igraph.Graph(n=len(graph), edges=list(graph.edges))
    weights = [graph.edges[edge]["weight"] for edge in graph.edges]
    theirs = other.transitivity_local_undirected(weights=weights or None)
    barrat = local_clustering(cluster, variant="barrat").tolist()
    assert barrat == pytest.approx(theirs, nan_ok=True)


@given(graphs(directed=True))
def test_local_clustering_is_that_of_the_symmetrised_network(graph):
    cluster = cluster_from(graph, "weight")
    expected = local_clustering(cluster.symmetrise()).tolist()
    assert local_clustering(cluster).tolist() == pytest.approx(expected, nan_ok=True)
    summed = nx.Graph()
    summed.add_nodes_from(graph)
    for a, b, weight in graph.edges(data="weight"):
        summed.add_edge(a, b, weight=weight + summed.get_edge_data(a, b, {"weight": 0})["weight"])
    for variant in ("barrat", "onnela"):
        expected = local_clustering(cluster_from(summed, "weight"), variant=variant).tolist()
        assert local_clustering(cluster, variant=variant).tolist() == pytest.approx(expected, nan_ok=True)


def test_clustering_by_arcs_is_what_ora_prints_for_knoke(knoke):
    """ORA: a mean of .607; tied pairs have .7715."""
    information = knoke.layer("information")
    assert local_clustering(information, variant="arcs").mean() == pytest.approx(0.607, abs=5e-4)
    assert local_clustering(information).mean() == pytest.approx(0.7715, abs=5e-5)


@given(graphs(directed=True))
def test_clustering_by_arcs_is_the_density_among_the_partners(graph):
    cluster = cluster_from(graph)
    found = local_clustering(cluster, variant="arcs")
    around = [density(cluster.ego(actor).without_actor(actor)) for actor in cluster.labels]
    assert found.tolist() == pytest.approx(around, nan_ok=True)


@given(graphs(directed=False))
def test_clustering_by_arcs_without_direction_is_that_by_pairs(graph):
    cluster = cluster_from(graph)
    assert local_clustering(cluster, variant="arcs").equals(local_clustering(cluster))
