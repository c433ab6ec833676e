from fractions import Fraction

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import InputError, betweenness, closeness, degree, strength
from socluster.core.errors import UnknownTiesWarning

KNOKE_IN = [5, 8, 4, 5, 8, 1, 9, 2, 5, 2]
KNOKE_OUT = [4, 7, 6, 4, 8, 3, 3, 6, 3, 5]
KNOKE_BETWEENNESS = [0.6667, 12.3333, 11.6944, 0.8056, 17.8333, 0.3333, 2.75, 0, 1.2222, 0.3611]
KITE_BETWEENNESS = [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0]
KITE_CLOSENESS = [0.5294, 0.5294, 0.5, 0.6, 0.5, 0.6429, 0.6429, 0.6, 0.4286, 0.3103]
MEASURES = [degree, strength, betweenness, closeness]


def random_graph(seed, *, directed, n=25, p=0.09):
    """A sparse random graph with weights from 1 to 5; nodes have the names of a cluster's actors."""
    graph = nx.gnp_random_graph(n, p, seed=seed, directed=directed)
    rng = np.random.default_rng(seed)
    for _, _, data in graph.edges(data=True):
        data["weight"] = int(rng.integers(1, 6))
        data["length"] = Fraction(1, data["weight"])  # exact, so that equally long paths are seen to be so
    return nx.relabel_nodes(graph, {node: f"a{node:02}" for node in graph})


@pytest.fixture(params=[False, True], ids=["undirected", "directed"])
def graph_and_cluster(request, cluster_of):
    graph = random_graph(4, directed=request.param)
    ties = list(graph.edges(data="weight"))
    return graph, cluster_of(ties, actors=list(graph), directed=request.param)


def as_igraph(cluster):
    positions = {label: place for place, label in enumerate(cluster.labels)}
    ends = [(positions[a], positions[b]) for a, b in zip(cluster.ties["source"], cluster.ties["target"], strict=True)]
    graph = igraph.Graph(n=cluster.n_actors, edges=ends, directed=cluster.is_directed())
    graph.es["length"] = (1 / cluster.ties["weight"]).tolist()
    return graph


@pytest.mark.parametrize("function", MEASURES, ids=lambda each: each.__name__)
def test_a_measure_is_a_float_series_by_actor(function, knoke):
    series = function(knoke, layer="money")
    assert isinstance(series, pd.Series)
    assert series.name == function.__name__
    assert series.dtype == float
    assert series.index.equals(knoke.actors.index)
    assert series.index.name == "actor"


# -- degree and strength ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("direction", "expected"), [("in", KNOKE_IN), ("out", KNOKE_OUT)])
def test_degree_of_knoke(knoke, direction, expected):
    raw = degree(knoke, layer="information", direction=direction, normalized=False)
    assert raw.tolist() == expected
    assert degree(knoke, layer="information", direction=direction).tolist() == pytest.approx(np.array(expected) / 9)


def test_degree_counts_a_mutual_partner_once(cluster_of):
    cluster = cluster_of("AB BA AC DA", directed=True)
    assert degree(cluster, normalized=False).to_dict() == {"A": 3, "B": 1, "C": 1, "D": 1}
    assert degree(cluster, direction="out", normalized=False).to_dict() == {"A": 2, "B": 1, "C": 0, "D": 1}


def test_degree_is_the_same_before_and_after_symmetrising(knoke):
    directed = degree(knoke, layer="information", normalized=False)
    assert directed.equals(degree(knoke.symmetrise(), layer="information", normalized=False))
    assert directed.sum() == 2 * 32


def test_degree_over_layers_counts_different_partners(knoke):
    both = degree(knoke, direction="out", normalized=False)
    assert both["COUN"] == len({"COMM", "MAYR", "NEWS", "WELF"} | {"EDUC", "MAYR", "UWAY", "WELF", "WEST"})


def test_direction_makes_no_difference_without_direction(kite):
    for function in (degree, strength, closeness):
        values = [function(kite, direction=direction) for direction in ("in", "out", "all")]
        assert values[0].equals(values[1])
        assert values[0].equals(values[2])


def test_degree_of_one_actor(cluster_of):
    alone = cluster_of([], actors="A")
    assert np.isnan(degree(alone)["A"])
    assert degree(alone, normalized=False)["A"] == 0


def test_strength_in_every_direction(cluster_of):
    cluster = cluster_of([("A", "B", 2), ("B", "A", 3), ("C", "A", 4)], directed=True)
    assert strength(cluster, direction="out").to_dict() == {"A": 2, "B": 3, "C": 4}
    assert strength(cluster, direction="in").to_dict() == {"A": 7, "B": 2, "C": 0}
    assert strength(cluster).to_dict() == {"A": 9, "B": 5, "C": 4}


def test_strength_equals_networkx(graph_and_cluster):
    graph, cluster = graph_and_cluster
    assert strength(cluster).to_dict() == dict(graph.degree(weight="weight"))


# -- betweenness ------------------------------------------------------------------------------------------------------


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


# -- cost -------------------------------------------------------------------------------------------------------------


def test_weights_count_only_where_a_cost_is_given(cluster_of):
    detour = cluster_of([("A", "B", 1), ("A", "C", 4), ("C", "B", 4)])
    assert betweenness(detour, normalized=False)["C"] == 0
    assert betweenness(detour, cost="inverse", normalized=False)["C"] == 1
    assert betweenness(detour, cost=lambda weights: weights, normalized=False)["C"] == 0
    assert closeness(detour, cost=lambda weights: weights)["A"] == pytest.approx(2 / (1 + 4))


@pytest.mark.parametrize(
    "cost",
    [lambda w: -w, lambda w: w * np.inf, lambda w: w[:1], lambda w: w.sum(), lambda w: ["x"] * len(w), lambda w: 0 * w],
    ids=["negative", "infinite", "too few", "one number", "text", "zero"],
)
@pytest.mark.parametrize("function", [betweenness, closeness])
def test_lengths_must_be_positive_numbers(function, cost, kite):
    with pytest.raises(InputError, match="positive and finite"):
        function(kite, cost=cost)


def test_an_unknown_cost_is_refused(kite):
    with pytest.raises(InputError, match="did you mean 'inverse'"):
        betweenness(kite, cost="inverted")


def test_a_cost_function_cannot_reach_into_the_cluster(cluster_of):
    cluster = cluster_of([("A", "B", 2), ("B", "C", 3)])

    def meddling(weights):
        weights[:] = 1.0
        return weights

    closeness(cluster, cost=meddling)
    assert cluster.matrix().data.tolist() == [2, 2, 3, 3]


# -- closeness --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variant", "normalized", "raw"),
    [
        ("wasserman-faust", [1 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 4], [1 / 6, 1 / 4, 1 / 6, 1 / 4, 1 / 4]),
        ("component", [2 / 3, 1, 2 / 3, 1, 1], [1 / 3, 1 / 2, 1 / 3, 1, 1]),
        ("freeman", [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]),
        ("harmonic", [0.375, 0.5, 0.375, 0.25, 0.25], [1.5, 2, 1.5, 1, 1]),
    ],
)
def test_closeness_of_a_path_and_a_pair(path_and_pair, variant, normalized, raw):
    assert closeness(path_and_pair, variant=variant).tolist() == pytest.approx(normalized)
    assert closeness(path_and_pair, variant=variant, normalized=False).tolist() == pytest.approx(raw)


@pytest.mark.parametrize("variant", ["wasserman-faust", "component", "freeman"])
def test_closeness_of_the_kite_is_the_same_in_all_variants(kite, variant):
    values = closeness(kite, variant=variant)
    assert values.tolist() == pytest.approx(KITE_CLOSENESS, abs=5e-5)
    assert closeness(kite, variant=variant, normalized=False).tolist() == pytest.approx((values / 9).tolist())


def test_closeness_outwards_by_default(cluster_of):
    arc = cluster_of("AB", directed=True)
    assert closeness(arc).to_dict() == {"A": 1, "B": 0}
    assert closeness(arc, direction="in").to_dict() == {"A": 0, "B": 1}
    assert closeness(arc, direction="all").to_dict() == {"A": 1, "B": 1}


def test_closeness_in_all_directions_takes_the_shorter_of_two_lengths(cluster_of):
    pair = cluster_of([("A", "B", 1), ("B", "A", 4)], directed=True)
    assert closeness(pair, direction="all", cost="inverse").tolist() == [4, 4]


@pytest.mark.parametrize("cost", [None, "inverse"])
def test_closeness_equals_networkx(graph_and_cluster, cost):
    graph, cluster = graph_and_cluster
    expected = nx.closeness_centrality(graph, distance="length" if cost else None)
    assert closeness(cluster, direction="in", cost=cost).to_dict() == pytest.approx(expected)
    expected = nx.harmonic_centrality(graph, distance="length" if cost else None)
    found = closeness(cluster, direction="in", cost=cost, variant="harmonic", normalized=False)
    assert found.to_dict() == pytest.approx(expected)


@pytest.mark.parametrize("direction", ["in", "out", "all"])
@pytest.mark.parametrize("normalized", [True, False])
@pytest.mark.parametrize("cost", [None, "inverse"])
def test_closeness_equals_igraph(graph_and_cluster, direction, normalized, cost):
    _, cluster = graph_and_cluster
    peer, weights = as_igraph(cluster), "length" if cost else None
    options = {"direction": direction, "cost": cost, "normalized": normalized}
    expected = np.nan_to_num(peer.closeness(mode=direction, weights=weights, normalized=normalized))
    assert closeness(cluster, variant="component", **options).tolist() == pytest.approx(expected.tolist())
    expected = peer.harmonic_centrality(mode=direction, weights=weights, normalized=True)
    found = closeness(cluster, variant="harmonic", **{**options, "normalized": True})
    assert found.tolist() == pytest.approx(expected)


@pytest.mark.parametrize("variant", ["wasserman-faust", "component", "freeman", "harmonic"])
def test_closeness_of_isolates(cluster_of, variant):
    assert closeness(cluster_of([], actors="ABC"), variant=variant).tolist() == [0, 0, 0]
    alone = cluster_of([], actors="A")
    assert np.isnan(closeness(alone, variant=variant)["A"])
    assert closeness(alone, variant=variant, normalized=False)["A"] == 0


# -- arguments --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("function", [degree, strength, closeness])
def test_a_wrong_direction_is_refused(function, kite):
    with pytest.raises(InputError, match=r"direction must be one of 'out', 'in', 'all' .*did you mean 'out'"):
        function(kite, direction="outward"[:4])


def test_a_wrong_variant_is_refused(kite):
    with pytest.raises(InputError, match="did you mean 'harmonic'"):
        closeness(kite, variant="harmonious")


@pytest.mark.parametrize("function", MEASURES, ids=lambda each: each.__name__)
def test_a_wrong_layer_is_refused(function, knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        function(knoke, layer="mony")


@pytest.mark.parametrize("function", MEASURES, ids=lambda each: each.__name__)
def test_unknown_ties_are_said(function, cluster_of):
    tables = cluster_of("AB BC").to_tables()
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["tie"]})
    cluster = type(cluster_of("AB")).from_tables(tables.actors, tables.ties, unknown=unknown, layers=tables.layers)
    with pytest.warns(UnknownTiesWarning, match="2 cells of the matrix are unknown"):
        function(cluster)
