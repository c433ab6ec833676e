import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from socluster import InputError, betweenness
from socluster.measures.brokerage.ego_betweenness import ego_betweenness
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import small_clusters

NAN = float("nan")

some = settings(max_examples=examples(30, 180), deadline=None)


def literal_ego_betweenness(ties):
    values = []
    for v in range(len(ties)):
        circle = [x for x in range(len(ties)) if x == v or ties[x, v] or ties[v, x]]
        credit = 0.0
        for a in circle:
            for b in circle:
                if v not in (a, b) and a != b and ties[a, v] and ties[v, b] and not ties[a, b]:
                    credit += 1 / sum(ties[a, x] and ties[x, b] for x in circle)
        values.append(credit)
    return values


@some
@given(small_clusters())
def test_ego_betweenness_equals_the_formula(cluster):
    ties = cluster.matrix().toarray() > 0
    raw = ego_betweenness(cluster, normalized=False)
    expected = np.array(literal_ego_betweenness(ties)) / (1 if cluster.is_directed() else 2)
    assert raw.tolist() == pytest.approx(expected.tolist())
    partners = (ties | ties.T).sum(axis=1)
    most = partners * (partners - 1) / (1 if cluster.is_directed() else 2)
    shares_of_pairs = [value / pairs if pairs else NAN for value, pairs in zip(raw, most, strict=True)]
    assert ego_betweenness(cluster).tolist() == pytest.approx(shares_of_pairs, nan_ok=True)


@pytest.mark.parametrize("seed", range(examples(3, 12)))
def test_ego_betweenness_equals_betweenness_in_the_ego_network(cluster_of, seed):
    graph = nx.gnp_random_graph(20, 0.25, seed=seed)
    cluster = cluster_of([(str(a), str(b)) for a, b in graph.edges], actors=[str(node) for node in graph])
    found = ego_betweenness(cluster, normalized=False)
    for node in graph:
        expected = nx.betweenness_centrality(nx.ego_graph(graph, node), normalized=False)[node]
        assert found[str(node)] == pytest.approx(expected)


def test_ego_betweenness_of_a_star(cluster_of):
    star = cluster_of("AB AC AD")
    assert ego_betweenness(star).tolist() == pytest.approx([1, NAN, NAN, NAN], nan_ok=True)
    assert ego_betweenness(star, normalized=False).tolist() == [3, 0, 0, 0]


@some
@given(small_clusters())
def test_ego_betweenness_by_paths_is_betweenness_in_each_ego_network(cluster):
    found = ego_betweenness(cluster, variant="paths", normalized=False)
    around = [betweenness(cluster.ego(actor), normalized=False)[actor] for actor in cluster.labels]
    assert found.tolist() == pytest.approx(around)
    if not cluster.is_directed():
        assert found.equals(ego_betweenness(cluster, normalized=False))


def test_it_is_a_float_series_by_actor(knoke):
    series = ego_betweenness(knoke)
    assert series.name == "ego_betweenness"
    assert series.dtype == float
    assert series.index.equals(knoke.actors.index)


def test_a_path_of_three_steps_counts_only_among_paths_of_any_length(cluster_of):
    """B sends to C by itself, D to A, A to B: seen from A, D reaches C in three steps over A and B."""
    cluster = cluster_of("DA AB BC CA", directed=True)
    assert ego_betweenness(cluster, normalized=False)["A"] == 2
    assert ego_betweenness(cluster, normalized=False, variant="paths")["A"] == 3


def test_a_wrong_layer_and_a_wrong_variant_are_refused(knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        ego_betweenness(knoke, layer="mony")
    with pytest.raises(InputError, match="variant must be one of"):
        ego_betweenness(knoke, variant="whole")
