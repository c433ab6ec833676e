from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from scipy import sparse

from socluster import InputError
from socluster._kernels.paths.reachability import pairs_without_least_upper_bound, reachable
from socluster.measures.cohesion.distance import fragmentation
from socluster.measures.cohesion.hierarchy import (
    connectedness,
    krackhardt_efficiency,
    krackhardt_hierarchy,
    least_upper_boundedness,
)
from tests.measures.small_graphs import cluster_from, directed_matrices, graphs

FOUR = [connectedness, krackhardt_hierarchy, krackhardt_efficiency, least_upper_boundedness]


def test_the_four_on_knoke(knoke):
    """R's sna 2.7 (efficiency .5062) and the UCINET 6 help (efficiency .716) on the information network."""
    assert [measure(knoke, layer="information") for measure in FOUR] == pytest.approx([1, 0, 0.5062, 1], abs=5e-5)
    assert krackhardt_efficiency(knoke, layer="information", variant="ucinet") == pytest.approx(0.716, abs=5e-4)
    assert [measure(knoke, layer="money") for measure in FOUR[:3]] == pytest.approx([0.8, 0.90625, 0.78125])


def test_connectedness_of_the_florentine_families(florentine):
    """Published by Borgatti, with the isolate."""
    assert connectedness(florentine, layer="marriage") == pytest.approx(0.875)
    assert connectedness(florentine, layer="business") == pytest.approx(0.458, abs=5e-4)


def test_all_four_are_one_for_a_chain_of_command(cluster_of):
    """Krackhardt (1994): the four together characterise the out-tree."""
    tree = cluster_of("AB AC BD BE CF", directed=True)
    assert [measure(tree) for measure in FOUR] == [1, 1, 1, 1]
    assert krackhardt_efficiency(tree, variant="ucinet") == 1


def test_two_equals_over_one_pair_leave_it_without_a_least_upper_bound(cluster_of):
    """H over two equals A, B who both command C, D: only C and D lack one, of (5 - 1)(5 - 2) / 2 = 6 that may."""
    cluster = cluster_of("HA HB AC AD BC BD", directed=True)
    assert least_upper_boundedness(cluster) == pytest.approx(1 - 1 / 6)


def test_a_foreman_below_two_heads_is_least(cluster_of):
    """H and I command F, who commands C and D; only H and I have nobody above them both."""
    cluster = cluster_of("HF IF FC FD", directed=True)
    assert least_upper_boundedness(cluster) == pytest.approx(1 - 1 / 6)


def test_any_actor_on_a_cycle_may_be_the_least(cluster_of):
    assert least_upper_boundedness(cluster_of("AB BA AC BC AD BD", directed=True)) == 1


def test_violations_are_added_up_over_components(cluster_of):
    """A < C > B lacks one pair of one; the chain D E F G none of three; a pair does not count."""
    cluster = cluster_of("AC BC DE EF FG HI", directed=True)
    assert least_upper_boundedness(cluster) == pytest.approx(1 - 1 / (1 + 3))


def test_efficiency_by_components(cluster_of):
    """A triangle and a mutual pair, and an isolate."""
    cluster = cluster_of("AB BC CA DE ED", actors="ABCDEF", directed=True)
    assert krackhardt_efficiency(cluster) == pytest.approx(1 - (5 - 3) / (4 + 1))
    assert krackhardt_efficiency(cluster, variant="ucinet") == pytest.approx(1 - (3 * 1 / 4 + 2 * 0) / 5)
    undirected = cluster_of("AB BC")
    assert krackhardt_efficiency(undirected) == 0.5
    assert krackhardt_efficiency(undirected, variant="ucinet") == 1


def test_undefined_values(cluster_of):
    for actors in ("", "A"):
        assert [np.isnan(measure(cluster_of([], actors=actors))) for measure in FOUR] == [True] * 4
    isolates = cluster_of([], actors="ABC")
    assert connectedness(isolates) == 0
    assert [np.isnan(measure(isolates)) for measure in FOUR] == [False, True, True, True]
    assert np.isnan(krackhardt_efficiency(isolates, variant="ucinet"))
    assert np.isnan(least_upper_boundedness(cluster_of("AB")))


def test_an_unknown_variant_is_refused(kite):
    with pytest.raises(InputError, match="did you mean 'ucinet'"):
        krackhardt_efficiency(kite, variant="UCINET")


def literal_pairs_without(ties):
    """By the words: no upper bound lies on a walk from every other upper bound to both of the two."""
    graph = nx.from_numpy_array(ties, create_using=nx.DiGraph)
    reaches = {node: {node} | nx.descendants(graph, node) for node in graph}
    missing = 0
    for i, j in combinations(graph, 2):
        bounds = [node for node in graph if {i, j} <= reaches[node]]
        missing += not any(all(least in reaches[other] for other in bounds) for least in bounds)
    return missing


@pytest.mark.parametrize("n", [2, 3, 4])
def test_least_upper_bounds_in_every_small_network(n):
    for ties in directed_matrices(n):
        found = pairs_without_least_upper_bound(reachable(sparse.csr_array(ties.astype(float))))
        assert found == literal_pairs_without(ties)


@given(graphs(directed=True, most=8))
def test_least_upper_bounds_in_larger_networks(graph):
    ties = nx.to_numpy_array(graph, nodelist=range(len(graph)), weight=None)
    reached = reachable(sparse.csr_array(ties))
    assert pairs_without_least_upper_bound(reached) == literal_pairs_without(ties)
    assert reached.tolist() == [[a == b or nx.has_path(graph, a, b) for b in graph] for a in graph]


@given(graphs())
def test_hierarchy_and_connectedness_by_pairs(graph):
    cluster, n = cluster_from(graph), len(graph)
    reach = {(a, b) for a, b in permutations(graph, 2) if nx.has_path(graph, a, b)}
    either = {frozenset(pair) for pair in reach}
    both = {frozenset((a, b)) for a, b in reach if (b, a) in reach}
    assert krackhardt_hierarchy(cluster) == pytest.approx(
        1 - len(both) / len(either) if either else np.nan, nan_ok=True
    )
    if n > 1:
        either_way = nx.Graph(graph)
        joined = sum(nx.has_path(either_way, a, b) for a, b in combinations(graph, 2))
        assert connectedness(cluster) == pytest.approx(joined / (n * (n - 1) / 2))


@given(graphs())
def test_bounds(graph):
    cluster = cluster_from(graph)
    values = np.array([measure(cluster) for measure in FOUR] + [krackhardt_efficiency(cluster, variant="ucinet")])
    assert np.nanmin([*values, 0]) >= -1e-12
    assert np.nanmax([*values, 0]) <= 1 + 1e-12
    if not graph.is_directed():
        assert krackhardt_hierarchy(cluster) in (0.0,) or np.isnan(krackhardt_hierarchy(cluster))
        assert least_upper_boundedness(cluster) == 1.0 or np.isnan(least_upper_boundedness(cluster))


def test_efficiency_by_pairs_is_what_ora_prints_for_knoke(knoke):
    """ORA: .361 = 1 - (32 - 9) / (45 - 9), 32 tied pairs among ten organisations."""
    assert krackhardt_efficiency(knoke, layer="information", variant="pairs") == pytest.approx(1 - 23 / 36)


def test_efficiency_by_pairs_of_trees_cliques_and_pairs(cluster_of):
    assert krackhardt_efficiency(cluster_of("AB AC CD EF"), variant="pairs") == 1
    assert krackhardt_efficiency(cluster_of("AB AC AD BC BD CD"), variant="pairs") == 0
    assert np.isnan(krackhardt_efficiency(cluster_of("AB CD"), variant="pairs"))


@given(graphs(directed=True))
def test_connectedness_along_ties_is_the_share_of_pairs_that_are_not_apart(graph):
    found = connectedness(cluster_from(graph), variant="reach")
    n = len(graph)
    pairs = sum(nx.has_path(graph, a, b) for a, b in permutations(graph, 2))
    assert found == (pytest.approx(pairs / (n * (n - 1))) if n > 1 else pytest.approx(np.nan, nan_ok=True))
    assert found == pytest.approx(1 - fragmentation(cluster_from(graph)), nan_ok=True)
    assert n < 2 or found <= connectedness(cluster_from(graph)) + 1e-12


@given(graphs(directed=False))
def test_connectedness_without_direction_is_one(graph):
    cluster = cluster_from(graph)
    assert connectedness(cluster, variant="reach") == pytest.approx(connectedness(cluster), nan_ok=True)
