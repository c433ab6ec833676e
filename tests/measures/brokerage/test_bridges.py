import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from socluster import betweenness, global_efficiency
from socluster.measures.brokerage.bridges import bridging, everett_valente_brokerage, local_bridges, tie_span
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import make, small_clusters

few = settings(max_examples=examples(15, 90), deadline=None)


def cluster_of_graph(cluster_of, graph):
    ties = [(f"a{a:02}", f"a{b:02}") for a, b in graph.edges]
    return cluster_of(ties, actors=[f"a{node:02}" for node in graph], directed=graph.is_directed())


# -- ties -------------------------------------------------------------------------------------------------------------


def test_ties_of_the_kite(kite):
    bridge, span = local_bridges(kite), tie_span(kite)
    assert bridge.index.names == ["layer", "source", "target"]
    assert bridge.index.equals(pd.MultiIndex.from_frame(kite.ties[["layer", "source", "target"]]))
    assert bridge.dtype == bool
    assert span.dtype == float
    assert (bridge.name, span.name) == ("local_bridges", "tie_span")
    assert bridge[bridge].index.tolist() == [("tie", "7", "8"), ("tie", "8", "9")]
    assert span[bridge].tolist() == [np.inf, np.inf]
    assert (span[~bridge] == 2).all()


@pytest.mark.parametrize("seed", range(examples(4, 18)))
def test_local_bridges_equal_networkx(cluster_of, seed):
    graph = nx.gnp_random_graph(14, 0.15, seed=seed)
    cluster = cluster_of_graph(cluster_of, graph)
    expected = {(f"a{a:02}", f"a{b:02}"): span for a, b, span in nx.local_bridges(graph)}
    bridge, span = local_bridges(cluster).droplevel("layer"), tie_span(cluster).droplevel("layer")
    assert dict(span[bridge]) == expected
    assert (span[~bridge] == 2).all()


def test_direction_does_not_matter_to_a_tie(cluster_of):
    ring = "AB CB CD ED EA"
    for directed in (True, False):
        cluster = cluster_of(ring, directed=directed)
        assert local_bridges(cluster).all()
        assert (tie_span(cluster) == 4).all()


def test_a_pair_tied_in_several_layers_loses_all_its_ties():
    rows = [
        ("A", "B", "x", 1.0),
        ("B", "A", "x", 1.0),
        ("A", "B", "y", 1.0),
        ("B", "C", "y", 1.0),
        ("A", "C", "y", 1.0),
    ]
    cluster = make("ABC", rows, {"x": True, "y": False})
    assert tie_span(cluster).tolist() == [2] * 5
    assert tie_span(cluster, layer="x").to_dict() == {("x", "A", "B"): np.inf, ("x", "B", "A"): np.inf}
    assert local_bridges(cluster, layer="x").all()
    assert not local_bridges(cluster, layer="y").any()


def test_no_ties(cluster_of):
    alone = cluster_of([], actors="AB")
    for function, kind in ((local_bridges, bool), (tie_span, float)):
        assert function(alone).empty
        assert function(alone).dtype == kind
        assert function(alone).index.names == ["layer", "source", "target"]


# -- bridging ---------------------------------------------------------------------------------------------------------


@few
@given(small_clusters())
def test_bridging_is_the_mean_loss_of_efficiency(cluster):
    whole = global_efficiency(cluster)
    lost = {label: [] for label in cluster.labels}
    for _, tie in cluster.ties.iterrows():
        rest = cluster.to_tables().ties
        rest = rest[(rest["source"] != tie["source"]) | (rest["target"] != tie["target"])]
        left = global_efficiency(type(cluster).from_tables(cluster.actors, rest, layers=cluster.to_tables().layers))
        for end in ("source", "target"):
            lost[tie[end]].append(whole - left)
    expected = [np.mean(each) if each else np.nan for each in lost.values()]
    assert bridging(cluster).tolist() == pytest.approx(expected, nan_ok=True, abs=1e-12)


def test_bridging_of_a_path(cluster_of):
    # E of the path of 3 is (2 + 2 + 1/2 + 1/2) / 6 = 5/6; without a tie it is 2/6
    path = cluster_of("AB BC", actors="ABCD"[:3])
    assert bridging(path).tolist() == pytest.approx([0.5, 0.5, 0.5])
    assert bridging(path).name == "bridging"


def test_bridging_counts_a_mutual_dyad_as_two_ties(cluster_of):
    arcs = cluster_of("AB BA", directed=True)
    assert bridging(arcs).tolist() == [0.5, 0.5]
    assert bridging(cluster_of("AB")).tolist() == [1, 1]


# -- Everett and Valente ----------------------------------------------------------------------------------------------


def mean_edge_betweenness(graph, mode):
    """Mean betweenness of the edges of every vertex, by igraph."""
    passing = graph.edge_betweenness(directed=graph.is_directed())
    return [np.mean([passing[edge] for edge in edges] or [0]) for edges in map(graph.incident, graph.vs, [mode] * 14)]


@pytest.mark.parametrize("seed", range(examples(3, 12)))
def test_everett_valente_is_the_mean_betweenness_of_the_ties(cluster_of, seed):
    graph = nx.gnp_random_graph(14, 0.14, seed=seed)
    cluster = cluster_of_graph(cluster_of, graph)
    peer = igraph.Graph(n=14, edges=list(graph.edges))
    partners = np.array(peer.degree())
    expected = np.where(partners > 1, mean_edge_betweenness(peer, "all"), 0)
    assert everett_valente_brokerage(cluster).tolist() == pytest.approx(expected.tolist())


@pytest.mark.parametrize("seed", range(examples(3, 12)))
def test_everett_valente_of_directed_ties(cluster_of, seed):
    graph = nx.gnp_random_graph(14, 0.12, seed=seed, directed=True)
    cluster = cluster_of_graph(cluster_of, graph)
    peer = igraph.Graph(n=14, edges=list(graph.edges), directed=True)
    both = np.add(mean_edge_betweenness(peer, "in"), mean_edge_betweenness(peer, "out")) / 2
    expected = np.where(betweenness(cluster, normalized=False) > 0, both, 0)
    assert (expected > 0).any()
    assert everett_valente_brokerage(cluster).tolist() == pytest.approx(expected.tolist())


def test_everett_valente_of_small_networks(cluster_of):
    star = cluster_of("AB AC AD", actors="ABCDE")
    # three pairs of leaves pass twice, and three leaves are reached: (2 * 3 + 3) / 3
    assert everett_valente_brokerage(star).to_dict() == {"A": 3, "B": 0, "C": 0, "D": 0, "E": 0}
    triangle = cluster_of("AB BC CA")
    assert everett_valente_brokerage(triangle).tolist() == [1, 1, 1]
    one_way = cluster_of("AB BC", directed=True)
    assert everett_valente_brokerage(one_way).to_dict() == {"A": 0, "B": 2, "C": 0}
