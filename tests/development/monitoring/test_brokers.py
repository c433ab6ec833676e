import networkx as nx
import numpy as np

import socluster as sc
from socluster.development.monitoring.brokers import lost_brokers, ran_through
from tests.development.monitoring.wave_samples import ties


def star(centre, leaves):
    return sc.as_cluster(ties(" ".join(centre + each for each in leaves)))


def test_a_broker_who_left_is_named_with_what_ran_through_it():
    before, after = star("h", "abcd"), sc.as_cluster(ties("ab cd"))
    found = lost_brokers(before, after, "tie")
    assert found.loc["h"].tolist()[:2] == ["left", 6.0]
    assert np.isnan(found.loc["h", "betweenness_after"])
    assert found.loc["h", ["pairs", "no_longer_reached"]].tolist() == [6, 4]  # ab and cd still reach each other
    through = ran_through(before, after, "tie", "h")
    assert through["distance_after"].tolist() == [np.inf] * 4 + [1.0, 1.0]


def test_a_broker_who_stays_may_fall():
    found = lost_brokers(star("h", "abcd"), sc.as_cluster(ties("ab bc cd bh ad")), "tie")
    assert found["how"].tolist() == ["fell"]
    assert found.loc["h", "no_longer_reached"] == 0


def test_nobody_brokers_in_a_triangle_or_without_ties():
    assert lost_brokers(sc.as_cluster(ties("ab bc ac")), sc.as_cluster(ties("ab")), "tie").empty
    nobody = sc.as_cluster(ties("ab")).select(actors=[])
    assert lost_brokers(nobody, nobody, "tie").empty


def test_pairs_are_those_on_a_shortest_path():
    graph = nx.karate_club_graph()
    cluster = sc.load_dataset("karate")
    broker = cluster.ids[0]
    found = ran_through(cluster, cluster, cluster.tie_layers[0], broker)
    n = sum(
        any(0 in path for path in nx.all_shortest_paths(graph, one, other))
        for one in graph
        for other in graph
        if 0 < one < other
    )
    assert len(found) == n
    assert (found["distance_before"] == found["distance_after"]).all()
