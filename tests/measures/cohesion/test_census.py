import warnings

import networkx as nx
import numpy as np
import pandas as pd
from hypothesis import given

from socluster import Cluster
from socluster.measures.cohesion.census import TRIADS, dyad_census, triad_census
from tests.measures.small_graphs import cluster_from, graphs


def test_dyads_of_knoke(knoke):
    """M 17, A 15, N 13: R's sna 2.7."""
    found = dyad_census(knoke, layer="information")
    index = pd.Index(["mutual", "asymmetric", "null", "unknown"], name="dyad")
    pd.testing.assert_frame_equal(found, pd.DataFrame({"count": np.array([17, 15, 13, 0])}, index=index))


def test_triads_of_knoke(knoke):
    """R's sna 2.7, from 003 to 300."""
    found = triad_census(knoke, layer="information")
    assert found["count"].tolist() == [3, 13, 12, 1, 13, 3, 10, 4, 7, 0, 14, 4, 2, 1, 24, 9]
    assert found.index.tolist() == list(TRIADS)
    assert found.index.name == "triad"
    assert found["count"].dtype == np.int64


def test_what_down_and_up_mean(cluster_of):
    """021D: one points down to two; 021U: two point up to one; 111D and 111U as in igraph, networkx and sna."""
    named = {
        "021D": "BA BC",
        "021U": "AB CB",
        "021C": "AB BC",
        "111U": "AB BA BC",
        "111D": "AB BA CB",
        "030C": "AB BC CA",
    }
    for name, ties in named.items():
        count = triad_census(cluster_of(ties, directed=True))["count"]
        assert count[count > 0].to_dict() == {name: 1}


def test_a_dyad_that_is_half_known_is_unknown():
    actors = pd.DataFrame({"actor": list("ABCD")})
    ties = pd.DataFrame({"source": ["A", "B", "C"], "target": ["B", "A", "D"]})
    unknown = pd.DataFrame({"source": ["D", "A"], "target": ["C", "C"], "layer": "tie"})
    cluster = Cluster.from_tables(actors, ties, unknown=unknown, layers={"tie": {"directed": True}})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = dyad_census(cluster)["count"]
    assert found.to_dict() == {"mutual": 1, "asymmetric": 0, "null": 3, "unknown": 2}


def test_too_few_actors(cluster_of):
    for actors in ("", "A", "AB"):
        assert triad_census(cluster_of([], actors=actors))["count"].tolist() == [0] * 16
        assert dyad_census(cluster_of([], actors=actors))["count"].tolist() == [0, 0, int(actors == "AB"), 0]


@given(graphs())
def test_censuses_equal_networkx(graph):
    cluster, n = cluster_from(graph), len(graph)
    directed = graph.to_directed()
    assert triad_census(cluster)["count"].to_dict() == nx.triadic_census(directed)
    dyads = dyad_census(cluster)["count"]
    both_ways = sum(directed.has_edge(b, a) for a, b in directed.edges)
    assert dyads["mutual"] == both_ways // 2
    assert dyads["asymmetric"] == directed.number_of_edges() - both_ways
    assert dyads.sum() == n * (n - 1) // 2
