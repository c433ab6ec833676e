import itertools

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster import InputError, as_cluster, betweenness, closeness
from socluster.measures.centrality import flow
from socluster.measures.centrality.flow import current_flow_betweenness, flow_betweenness, information
from tests.measures.centrality.centrality_samples import sample

both = pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])


# -- flow betweenness -------------------------------------------------------------------------------------------------


def literal_flows(graph, directed):
    """The maximum flow between all pairs of nodes, unordered ones once."""
    pairs = itertools.permutations(graph, 2) if directed else itertools.combinations(graph, 2)
    return {pair: nx.maximum_flow_value(graph, *pair, capacity="weight") for pair in pairs}


@both
@pytest.mark.parametrize("seed", [51, 52])
def test_flow_betweenness_equals_the_definition(directed, seed):
    each = sample(seed, directed=directed, n=7, part=0.4, weighted=True)
    flows = literal_flows(each.graph, directed)
    for place, label in enumerate(each.cluster.labels):
        rest = literal_flows(each.graph.subgraph(set(each.graph) - {label}), directed)
        before = {pair: flow for pair, flow in flows.items() if label not in pair}
        lost = {pair: flow - rest[pair if pair in rest else pair[::-1]] for pair, flow in before.items()}
        found = flow_betweenness(each.cluster, normalized=False)
        assert found.iloc[place] == pytest.approx(sum(lost.values()))
        share = flow_betweenness(each.cluster).iloc[place]
        assert share == pytest.approx(sum(lost.values()) / sum(before.values()))
        parts = sum(lost[pair] / flow for pair, flow in before.items() if flow)
        fraction = flow_betweenness(each.cluster, variant="fraction", normalized=False)
        assert fraction.iloc[place] == pytest.approx(parts)
        part = flow_betweenness(each.cluster, variant="fraction").iloc[place]
        assert part == pytest.approx(parts / len(before))


def test_where_every_pair_has_one_path_flow_is_betweenness(cluster_of):
    tree = cluster_of([("A", "B", 3), ("B", "C", 1), ("B", "D", 5), ("D", "E", 2)])
    expected = betweenness(tree)
    assert flow_betweenness(tree, weighted=False).tolist() == pytest.approx(expected.tolist())
    assert flow_betweenness(tree, variant="fraction").tolist() == pytest.approx(expected.tolist())
    # A-C 1, A-D 3, A-E 2, C-D 1, C-E 1 pass B; D-E does not.
    assert flow_betweenness(tree, normalized=False)["B"] == 1 + 3 + 2 + 1 + 1


def test_flow_takes_detours(cluster_of):
    # From A to B runs 1 over the tie and 1 over C, which nobody needs for a shortest path.
    triangle = cluster_of("AB BC CA")
    assert betweenness(triangle).tolist() == [0, 0, 0]
    assert flow_betweenness(triangle, normalized=False).tolist() == [1, 1, 1]
    assert flow_betweenness(triangle).tolist() == [0.5, 0.5, 0.5]


def test_flow_of_strengths_that_computers_round(cluster_of):
    cluster = cluster_of([("A", "B", 0.1), ("B", "C", 0.2), ("A", "C", 0.7), ("C", "D", 1e-9)])
    assert flow_betweenness(cluster, normalized=False).to_dict() == pytest.approx(
        {"A": 0.1, "B": 0.1, "C": 0.2 + 2e-9, "D": 0}
    )


def test_flow_betweenness_without_flow(cluster_of):
    assert flow_betweenness(cluster_of([], actors="ABC")).tolist() == [0, 0, 0]
    assert flow_betweenness(cluster_of("AB", actors="ABC")).tolist() == [0, 0, 0]
    for actors in ("", "A", "AB"):
        cluster = cluster_of("AB" if len(actors) == 2 else [], actors=actors)
        assert flow_betweenness(cluster).isna().tolist() == [True] * len(actors)
        assert flow_betweenness(cluster, normalized=False).tolist() == [0] * len(actors)


def test_an_unknown_variant_is_refused(kite):
    with pytest.raises(InputError, match="variant must be one of 'flow', 'fraction'"):
        flow_betweenness(kite, variant="rawflow")
    with pytest.raises(InputError, match="variant must be one of 'between', 'newman'"):
        current_flow_betweenness(kite, variant="ends")


# -- current ----------------------------------------------------------------------------------------------------------


def potentials(matrix, source, target):
    """What Kirchhoff's laws say if one unit runs from source to target (least squares, since any level will do)."""
    supplied = np.zeros(len(matrix))
    supplied[source], supplied[target] = 1, -1
    laplacian = np.diag(matrix.sum(axis=0)) - matrix
    return np.linalg.lstsq(laplacian, supplied, rcond=None)[0]


@pytest.mark.parametrize("weighted", [True, False])
def test_current_measures_equal_the_laws_of_current(weighted):
    each = sample(53, directed=False, n=8, part=0.5, weighted=True, connected=True)
    matrix = each.matrix if weighted else each.binary
    n = len(matrix)
    passing, newman, resistance = np.zeros(n), np.zeros(n), np.zeros((n, n))
    for source, target in itertools.combinations(range(n), 2):
        level = potentials(matrix, source, target)
        through = 0.5 * (matrix * abs(level[:, None] - level[None, :])).sum(axis=1)
        through[[source, target]] = 0
        passing += through
        through[[source, target]] = 1
        newman += through
        resistance[source, target] = resistance[target, source] = level[source] - level[target]
    options = {"weighted": weighted, "normalized": False}
    assert current_flow_betweenness(each.cluster, **options).tolist() == pytest.approx(passing)
    assert current_flow_betweenness(each.cluster, variant="newman", **options).tolist() == pytest.approx(newman)
    both_ends = current_flow_betweenness(each.cluster, variant="newman", weighted=weighted)
    assert both_ends.tolist() == pytest.approx(newman / (n * (n - 1) / 2))
    assert information(each.cluster, **options).tolist() == pytest.approx(n / resistance.sum(axis=1))
    nearness = information(each.cluster, weighted=weighted)
    assert nearness.tolist() == pytest.approx((n - 1) / resistance.sum(axis=1))


def test_in_a_tree_current_takes_the_shortest_paths(path_and_pair, cluster_of):
    for tree in (path_and_pair, cluster_of("AB BC BD DE DF", actors="ABCDEFG")):
        expected = betweenness(tree)
        assert current_flow_betweenness(tree).tolist() == pytest.approx(expected.tolist(), abs=1e-12)
        assert information(tree).tolist() == pytest.approx(closeness(tree).tolist())


def test_a_clique_has_the_most_information(cluster_of):
    # Resistance between any two of n who are all tied is 2 / n.
    clique = cluster_of(itertools.combinations("ABCDE", 2))
    assert information(clique).tolist() == pytest.approx([5 / 2] * 5)


def test_pieces_count_by_their_size(path_and_pair):
    # Within the path 2/3, 1, 2/3, within the pair 1; times 2/4 and 1/4 of the others.
    assert information(path_and_pair).tolist() == pytest.approx([1 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 4])
    raw = np.array([3 / 3, 3 / 2, 3 / 3, 2 / 1, 2 / 1]) * [2 / 4, 2 / 4, 2 / 4, 1 / 4, 1 / 4]
    assert information(path_and_pair, normalized=False).tolist() == pytest.approx(raw.tolist())
    newman = current_flow_betweenness(path_and_pair, variant="newman", normalized=False)
    assert newman.tolist() == pytest.approx([2, 3, 2, 1, 1])


def test_current_of_few(cluster_of):
    for function in (current_flow_betweenness, information):
        assert function(cluster_of([], actors="")).empty
        assert np.isnan(function(cluster_of([], actors="A"))["A"])
        assert function(cluster_of([], actors="A"), normalized=False)["A"] == 0
        assert function(cluster_of([], actors="ABC")).tolist() == [0, 0, 0]
    pair = cluster_of("AB")
    assert current_flow_betweenness(pair).isna().all()
    assert current_flow_betweenness(pair, variant="newman").tolist() == [1, 1]
    assert information(pair).tolist() == [1, 1]


@pytest.mark.parametrize("function", [current_flow_betweenness, information])
def test_current_has_no_direction(function, knoke):
    with pytest.raises(InputError, match=r"current flows either way.*symmetrise\(rule='any'\)"):
        function(knoke, layer="information")
    assert (function(knoke.symmetrise(), layer="information") > 0).all()


@pytest.mark.parametrize("function", [current_flow_betweenness, information])
def test_strengths_beyond_all_proportion_are_refused(function, cluster_of):
    cluster = cluster_of([("A", "B", 1e-9), ("B", "C", 1e9), ("C", "A", 1)])
    with pytest.raises(InputError, match="twelve orders of magnitude"):
        function(cluster)
    assert function(cluster, weighted=False).notna().all()


def test_many_ties_are_taken_in_blocks(monkeypatch):
    from socluster._kernels.spectra import current

    each = sample(54, directed=False, n=20, part=0.5)
    found = current_flow_betweenness(each.cluster)
    monkeypatch.setattr(current, "CELLS", 60)
    assert current_flow_betweenness(each.cluster).tolist() == pytest.approx(found.tolist())


@pytest.mark.parametrize("n", [63, 64, 65])
@pytest.mark.parametrize("directed", [True, False])
def test_loops_say_what_igraph_says(n, directed, monkeypatch):
    graph = nx.gnm_random_graph(n, 2 * n, seed=n, directed=directed)
    for place, (_, _, tie) in enumerate(graph.edges(data=True)):
        tie["weight"] = 1 + place % 5
    cluster = as_cluster(nx.relabel_nodes(graph, {node: f"a{node}" for node in graph}))
    by_loops, by_igraph = [], []
    for found, threshold in ((by_loops, 0), (by_igraph, 1000)):
        monkeypatch.setattr(flow, "LOOPS_FROM", {True: threshold, False: threshold})
        found += [flow_betweenness(cluster), flow_betweenness(cluster, normalized=False, variant="fraction")]
    for one, other in zip(by_loops, by_igraph, strict=True):
        pd.testing.assert_series_equal(one, other, rtol=1e-9)
