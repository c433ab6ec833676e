import networkx as nx
import pytest

from socluster import betweenness

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
