import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from socluster import InputError, global_efficiency
from socluster.measures.cohesion.distance import (
    average_path_length,
    compactness,
    diameter,
    distance_distribution,
    fragmentation,
    local_efficiency,
    wholeness,
)
from socluster.measures.cohesion.hierarchy import connectedness
from tests.measures.small_graphs import LABELS, cluster_from, graphs


def test_distances_of_knoke(knoke):
    """Mean geodesic 1.5333 and diameter 3: R's sna 2.7 on the information network."""
    assert average_path_length(knoke, layer="information") == pytest.approx(1.5333, abs=5e-5)
    assert diameter(knoke, layer="information") == 3
    assert compactness(knoke, layer="information") == pytest.approx(0.7593, abs=5e-5)
    assert fragmentation(knoke, layer="information") == 0


def test_florentine_families_as_published(florentine):
    """Cohesion of the marriage and business networks with all 16 families, as Borgatti published it."""
    assert compactness(florentine, layer="marriage") == pytest.approx(0.438, abs=5e-4)
    assert compactness(florentine, layer="business") == pytest.approx(0.252, abs=5e-4)
    assert wholeness(florentine, layer="marriage") == pytest.approx(0.933, abs=5e-4)
    assert wholeness(florentine, layer="business") == pytest.approx(0.667, abs=5e-4)


def test_fragmentation_of_the_kite_without_its_cutpoint(kite):
    """Borgatti (2006): .3889 of the pairs that remain; without the pair 5, 6 the distances leave .6071."""
    assert fragmentation(kite.without_actor("7")) == pytest.approx(0.3889, abs=5e-5)
    assert fragmentation(kite.without_actor(["5", "6"]), variant="distance") == pytest.approx(0.6071, abs=5e-5)


def test_paths_follow_the_ties(cluster_of):
    chain = cluster_of("AB BC", directed=True)
    assert average_path_length(chain) == pytest.approx(4 / 3)
    assert diameter(chain) == 2
    assert fragmentation(chain) == 0.5
    assert compactness(chain) == pytest.approx(2.5 / 6)
    assert wholeness(chain) == 1
    assert wholeness(chain, variant="strong") == 0


def test_pairs_without_a_path_are_left_out_of_the_mean(path_and_pair):
    assert average_path_length(path_and_pair) == pytest.approx((1 + 1 + 2 + 1) / 4)
    assert diameter(path_and_pair) == 2
    assert fragmentation(path_and_pair) == pytest.approx(1 - 8 / 20)
    assert wholeness(path_and_pair) == 0.75


def test_costs(cluster_of):
    cluster = cluster_of([("A", "B", 4), ("B", "C", 4), ("A", "C", 1)])
    assert diameter(cluster, cost="inverse") == 0.5
    assert average_path_length(cluster, cost="inverse") == pytest.approx(1 / 3)
    assert diameter(cluster, cost=lambda strength: 10 - strength) == 9


def test_distance_distribution(path_and_pair, cluster_of):
    found = distance_distribution(path_and_pair)
    expected = pd.DataFrame(
        {"pairs": [3, 1, 6], "share": [0.3, 0.1, 0.6]}, index=pd.Index([1.0, 2.0, np.inf], name="distance")
    )
    pd.testing.assert_frame_equal(found, expected)
    assert distance_distribution(cluster_of("AB BC", directed=True))["pairs"].tolist() == [2, 1, 3]


def test_local_efficiency_of_partners_and_of_the_network(cluster_of):
    """A has the partners B, C, D; B and C are tied, C and D have a way round over E."""
    cluster = cluster_of("AB AC AD BC CE ED")
    assert local_efficiency(cluster)["A"] == pytest.approx(2 / 6)
    around = local_efficiency(cluster, variant="network")
    assert around["A"] == pytest.approx(2 * (1 + 1 / 2 + 1 / 3) / 6)
    assert local_efficiency(cluster_of("AB")).isna().all()


def test_local_efficiency_with_directions_and_costs(cluster_of):
    cluster = cluster_of([("A", "B", 1), ("C", "A", 1), ("B", "C", 4)], directed=True)
    assert local_efficiency(cluster)["A"] == 0.5
    assert local_efficiency(cluster, cost="inverse")["A"] == 2


def test_too_few_actors_to_speak_of_pairs(cluster_of):
    for cluster in (cluster_of([], actors=""), cluster_of([], actors="A")):
        for measure in (average_path_length, compactness, diameter, fragmentation, wholeness):
            assert np.isnan(measure(cluster))
        assert distance_distribution(cluster)["pairs"].tolist() == [0]
        assert distance_distribution(cluster)["share"].isna().all()
    isolates = cluster_of([], actors="ABC")
    assert np.isnan(average_path_length(isolates))
    assert np.isnan(diameter(isolates))
    assert (compactness(isolates), fragmentation(isolates), wholeness(isolates)) == (0, 1, 0)
    assert local_efficiency(isolates).isna().all()


@pytest.mark.parametrize("measure", [fragmentation, wholeness, local_efficiency])
def test_an_unknown_variant_is_refused(measure, kite):
    with pytest.raises(InputError, match="variant must be one of"):
        measure(kite, variant="whole")


@given(graphs())
def test_measures_equal_networkx_pair_by_pair(graph):
    cluster = cluster_from(graph)
    n = len(graph)
    steps = [length for start, ends in nx.shortest_path_length(graph) for end, length in ends.items() if start != end]
    if steps:
        assert average_path_length(cluster) == pytest.approx(np.mean(steps))
        assert diameter(cluster) == max(steps)
    if n > 1:
        assert fragmentation(cluster) == pytest.approx(1 - len(steps) / (n * (n - 1)))
        assert compactness(cluster) == pytest.approx(sum(1 / step for step in steps) / (n * (n - 1)))
        assert compactness(cluster) == global_efficiency(cluster)
        assert fragmentation(cluster, variant="distance") == pytest.approx(1 - compactness(cluster))
    counted = distance_distribution(cluster)["pairs"]
    half = 1 if graph.is_directed() else 2
    assert counted.sum() == n * (n - 1) / half
    assert {d: pairs for d, pairs in counted.items() if d < np.inf} == {
        float(d): steps.count(d) / half for d in set(steps)
    }


@given(graphs(directed=False))
def test_undirected_measures_equal_networkx(graph):
    cluster = cluster_from(graph, "weight")
    assert local_efficiency(cluster).fillna(0).mean() == pytest.approx(nx.local_efficiency(graph))
    if len(graph) > 1:
        pieces = nx.number_connected_components(graph)
        assert wholeness(cluster) == wholeness(cluster, variant="strong")
        assert wholeness(cluster) == pytest.approx(1 - (pieces - 1) / (len(graph) - 1))
        assert fragmentation(cluster) == pytest.approx(1 - connectedness(cluster))


@given(graphs())
def test_local_efficiency_over_the_network_by_removing_the_actor(graph):
    found = local_efficiency(cluster_from(graph), variant="network")
    for actor in graph:
        partners = set(nx.all_neighbors(graph, actor))
        rest = graph.copy()
        rest.remove_node(actor)
        near = [
            1 / nx.shortest_path_length(rest, a, b)
            for a in partners
            for b in partners
            if a != b and nx.has_path(rest, a, b)
        ]
        k = len(partners)
        expected = sum(near) / (k * (k - 1)) if k > 1 else np.nan
        assert found[LABELS[actor]] == pytest.approx(expected, nan_ok=True)
