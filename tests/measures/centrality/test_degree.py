import numpy as np
import pytest

from socluster import degree, strength

KNOKE_IN = [5, 8, 4, 5, 8, 1, 9, 2, 5, 2]
KNOKE_OUT = [4, 7, 6, 4, 8, 3, 3, 6, 3, 5]


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
