"""The same numbers as networkx and igraph on random networks, wherever they compute the definition that we state."""

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster.measures.centrality.distance import eccentricity, harmonic, reach
from socluster.measures.centrality.flow import current_flow_betweenness, information
from socluster.measures.centrality.paths import edge_betweenness, load
from socluster.measures.centrality.spectral import eigenvector, hits, pagerank
from socluster.measures.centrality.walks import katz, laplacian_centrality, subgraph_centrality
from tests.measures.centrality.centrality_samples import sample

both = pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
strengths = pytest.mark.parametrize("weighted", [False, True], ids=["binary", "weighted"])


def inverse(graph):
    """The graph with lengths 1 / strength."""
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / data["weight"]
    return graph


def in_igraph(each):
    cells = np.argwhere(each.matrix if each.cluster.is_directed() else np.triu(each.matrix))
    graph = igraph.Graph(n=len(each.matrix), edges=cells.tolist(), directed=each.cluster.is_directed())
    graph.es["weight"] = [each.matrix[a, b] for a, b in cells.tolist()]
    return graph


# -- distances and paths ----------------------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("cost", [None, "inverse"])
@pytest.mark.parametrize("direction", ["in", "out", "all"])
def test_harmonic(directed, cost, direction):
    each = sample(1, directed=directed, weighted=True, part=0.15)
    graph = inverse(each.graph)
    if direction == "out" and directed:
        graph = graph.reverse()  # networkx looks inward
    if direction == "all" and directed:
        graph = nx.compose(graph.to_undirected(), graph.reverse().to_undirected())
        for a, b, data in graph.edges(data=True):
            data["length"] = min(1 / graph_weight for graph_weight in _weights(each, a, b))
    expected = each.by_actor(nx.harmonic_centrality(graph, distance="length" if cost else None))
    found = harmonic(each.cluster, direction=direction, cost=cost, normalized=False)
    assert found.tolist() == pytest.approx(expected)
    assert harmonic(each.cluster, direction=direction, cost=cost).tolist() == pytest.approx((found / 11).tolist())


def _weights(each, a, b):
    return [data["weight"] for source, target, data in each.graph.edges(data=True) if {source, target} == {a, b}]


@both
@pytest.mark.parametrize("direction", ["in", "out", "all"])
@pytest.mark.parametrize("steps", [1, 2, 3, 40])
def test_reach_is_the_neighbourhood_without_oneself(directed, direction, steps):
    each = sample(2, directed=directed, part=0.12)
    expected = in_igraph(each).neighborhood_size(order=steps, mode=direction, mindist=1)
    assert reach(each.cluster, direction=direction, steps=steps, normalized=False).tolist() == expected


@both
@pytest.mark.parametrize("direction", ["in", "out", "all"])
def test_eccentricity_of_those_reached(directed, direction):
    each = sample(3, directed=directed, part=0.12)
    expected = pd.Series(in_igraph(each).eccentricity(mode=direction)).replace(0, np.nan)
    assert eccentricity(each.cluster, direction=direction).tolist() == pytest.approx(expected.tolist(), nan_ok=True)


@both
def test_eccentricity_of_all(directed):
    each = sample(4, directed=directed, connected=True, part=0.1)
    expected = each.by_actor(nx.eccentricity(each.graph))
    assert eccentricity(each.cluster, variant="all").tolist() == expected
    apart = sample(3, directed=directed, part=0.05)
    assert eccentricity(apart.cluster, variant="all").isna().all()


@both
@pytest.mark.parametrize("cost", [None, "inverse"])
@pytest.mark.parametrize("normalized", [True, False])
def test_edge_betweenness(directed, cost, normalized):
    each = sample(5, directed=directed, weighted=True)
    lengths = {"cost": lambda w: 2.0**-w} if cost else {}  # sums of powers of 2 are exact: no ties by rounding
    for _, _, data in each.graph.edges(data=True):
        data["length"] = 2.0 ** -data["weight"]
    expected = nx.edge_betweenness_centrality(each.graph, normalized=normalized, weight="length" if cost else None)
    found = edge_betweenness(each.cluster, normalized=normalized, **lengths)
    assert found.index.names == ["layer", "source", "target"]
    assert len(found) == each.cluster.n_ties
    for (_, source, target), value in found.items():
        pair = (source, target) if (source, target) in expected else (target, source)
        assert value == pytest.approx(expected[pair])


@pytest.mark.parametrize("normalized", [True, False])
def test_load_without_direction(normalized):
    each = sample(6, directed=False)
    expected = nx.load_centrality(each.graph, normalized=normalized)
    assert load(each.cluster, normalized=normalized).tolist() == pytest.approx(each.by_actor(expected))


def test_load_with_direction_is_that_of_the_reversed_graph():
    each = sample(7, directed=True)
    expected = each.by_actor(nx.load_centrality(each.graph.reverse(), normalized=False))
    assert load(each.cluster, normalized=False).tolist() == pytest.approx(expected)
    assert expected != pytest.approx(each.by_actor(nx.load_centrality(each.graph, normalized=False)))


# -- flow -------------------------------------------------------------------------------------------------------------


@strengths
def test_current_flow_betweenness(weighted):
    each = sample(8, directed=False, connected=True, weighted=True)
    weight = "weight" if weighted else None
    for normalized in (True, False):
        expected = nx.current_flow_betweenness_centrality(each.graph, normalized=normalized, weight=weight)
        found = current_flow_betweenness(each.cluster, weighted=weighted, normalized=normalized)
        assert found.tolist() == pytest.approx(each.by_actor(expected))


@strengths
def test_information(weighted):
    each = sample(9, directed=False, connected=True, weighted=True)
    expected = np.array(each.by_actor(nx.information_centrality(each.graph, weight="weight" if weighted else None)))
    assert information(each.cluster, weighted=weighted).tolist() == pytest.approx(expected * 11)
    assert information(each.cluster, weighted=weighted, normalized=False).tolist() == pytest.approx(expected * 12)


# -- spectra and walks ------------------------------------------------------------------------------------------------


@both
@strengths
def test_eigenvector(directed, weighted):
    each = sample(10, directed=directed, connected=True, weighted=True)
    weight = "weight" if weighted else None
    for direction, graph in (("in", each.graph), ("out", each.graph.reverse() if directed else each.graph)):
        expected = np.array(each.by_actor(nx.eigenvector_centrality_numpy(graph, weight=weight)))
        found = eigenvector(each.cluster, direction=direction, weighted=weighted, normalized=False)
        assert found.tolist() == pytest.approx(expected)
        scaled = eigenvector(each.cluster, direction=direction, weighted=weighted)
        assert scaled.tolist() == pytest.approx(expected / expected.max())
    theirs = in_igraph(each).eigenvector_centrality(weights=weight, scale=True)
    assert eigenvector(each.cluster, weighted=weighted).tolist() == pytest.approx(theirs)


def test_eigenvector_in_all_directions_adds_both_up():
    each = sample(11, directed=True, weighted=True, connected=True)
    both_ways = nx.from_numpy_array(each.matrix + each.matrix.T)
    expected = list(nx.eigenvector_centrality_numpy(both_ways, weight="weight").values())
    assert eigenvector(each.cluster, direction="all", normalized=False).tolist() == pytest.approx(expected)


@both
@strengths
def test_hits(directed, weighted):
    each = sample(12, directed=directed, connected=True, weighted=True, part=0.4)
    found = hits(each.cluster, weighted=weighted)
    if directed:
        graph, weight = in_igraph(each), "weight" if weighted else None
        assert found["hub"].tolist() == pytest.approx(graph.hub_score(weights=weight))
        assert found["authority"].tolist() == pytest.approx(graph.authority_score(weights=weight))
    if weighted:
        hubs, authorities = nx.hits(each.graph)
        raw = hits(each.cluster, normalized=False)
        assert (raw**2).sum().tolist() == pytest.approx([1, 1])
        assert (raw["hub"] / raw["hub"].sum()).tolist() == pytest.approx(each.by_actor(hubs))
        assert (raw["authority"] / raw["authority"].sum()).tolist() == pytest.approx(each.by_actor(authorities))


@both
@strengths
@pytest.mark.parametrize("damping", [0.0, 0.5, 0.85])
def test_pagerank(directed, weighted, damping):
    each = sample(13, directed=directed, weighted=True, part=0.12)
    weight = "weight" if weighted else None
    for direction, graph in (("in", each.graph), ("out", each.graph.reverse() if directed else each.graph)):
        expected = np.array(each.by_actor(nx.pagerank(graph, alpha=damping, weight=weight, tol=1e-13, max_iter=1000)))
        options = {"direction": direction, "weighted": weighted, "damping": damping}
        assert pagerank(each.cluster, **options).tolist() == pytest.approx(expected)
        assert pagerank(each.cluster, normalized=False, **options).tolist() == pytest.approx(expected * 12)


def test_pagerank_in_all_directions_adds_both_up():
    each = sample(14, directed=True, weighted=True)
    expected = nx.pagerank(nx.from_numpy_array(each.matrix + each.matrix.T), tol=1e-13, max_iter=1000)
    assert pagerank(each.cluster, direction="all").tolist() == pytest.approx(list(expected.values()))


@both
@strengths
def test_katz(directed, weighted):
    each = sample(15, directed=directed, weighted=True)
    weight = "weight" if weighted else None
    for direction, graph in (("in", each.graph), ("out", each.graph.reverse() if directed else each.graph)):
        raw = nx.katz_centrality_numpy(graph, alpha=0.03, normalized=False, weight=weight)
        expected = np.array(each.by_actor(raw))
        options = {"direction": direction, "weighted": weighted, "alpha": 0.03}
        assert katz(each.cluster, normalized=False, **options).tolist() == pytest.approx(expected)
        assert katz(each.cluster, **options).tolist() == pytest.approx(expected / expected.max())


def test_subgraph_centrality():
    each = sample(16, directed=False, weighted=True, part=0.3)
    expected = np.array(each.by_actor(nx.subgraph_centrality(each.graph)))
    assert subgraph_centrality(each.cluster, normalized=False).tolist() == pytest.approx(expected)
    assert subgraph_centrality(each.cluster).tolist() == pytest.approx(expected / expected.max())


@strengths
@pytest.mark.parametrize("normalized", [True, False])
def test_laplacian_centrality(weighted, normalized):
    each = sample(17, directed=False, weighted=True)
    expected = nx.laplacian_centrality(each.graph, normalized=normalized, weight="weight" if weighted else None)
    found = laplacian_centrality(each.cluster, weighted=weighted, normalized=normalized)
    assert found.tolist() == pytest.approx(each.by_actor(expected))
