import numpy as np
import pytest
from hypothesis import given

from socluster import degree, strength
from socluster.measures.centrality.degree import two_local
from tests.measures.small_graphs import cluster_from, graphs
from tests.measures.ucinet_samples import PRINTED_ISO, iso

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


def test_two_local_as_ucinet_prints_it():
    assert two_local(iso(), normalized=False).tolist() == PRINTED_ISO["TwoLocal"]
    assert degree(iso(), normalized=False).tolist() == PRINTED_ISO["Degree"]


@pytest.mark.parametrize("direction", ["out", "in", "all"])
@given(graph=graphs(directed=True))
def test_two_local_adds_up_the_degrees_of_the_partners(direction, graph):
    cluster = cluster_from(graph)
    walked = {"out": graph, "in": graph.reverse(), "all": graph.to_undirected()}[direction]
    degrees = {node: len(list(walked.neighbors(node))) for node in walked}
    expected = [sum(degrees[other] for other in walked.neighbors(node)) for node in graph]
    assert two_local(cluster, direction=direction, normalized=False).tolist() == expected
    if len(graph) > 1:
        assert two_local(cluster, direction=direction).between(0, 1).all()


def test_two_local_of_a_clique_and_of_one_actor(cluster_of):
    assert two_local(cluster_of("AB AC BC")).tolist() == [1, 1, 1]
    assert np.isnan(two_local(cluster_of([], actors="A"))["A"])


def test_degree_of_valued_data_as_ucinet_adds_it_up(cluster_of):
    """UCINET's Degree takes the larger of both directions: 3 for the pair AB, and 2 from C."""
    cluster = cluster_of([("A", "B", 1), ("B", "A", 3), ("C", "A", 2)], directed=True)
    assert strength(cluster.symmetrise())["A"] == 5
    assert strength(cluster, direction="all")["A"] == 6
    assert degree(cluster, normalized=False)["A"] == 2
