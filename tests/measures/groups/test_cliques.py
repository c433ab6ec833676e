import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster import InputError, as_cluster
from socluster._kernels.groups import plexes
from socluster._kernels.groups.plexes import maximal_plexes
from socluster.measures.groups import cliques as subgroups
from socluster.measures.groups.cliques import clique_comembership, cliques, core_number, k_plexes
from tests.examples import examples
from tests.measures.small_graphs import LABELS, cluster_from, graphs, matrix_of, subsets, undirected_graphs


def test_cores_of_the_kite(kite):
    found = core_number(kite)
    assert found.tolist() == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1]
    assert (found.dtype, found.name) == (int, "core_number")
    assert found.index.equals(kite.index)


def test_a_mutual_partner_is_one_partner(cluster_of):
    cluster = cluster_of("AB BA BC CA", directed=True)
    assert core_number(cluster).tolist() == [2, 2, 2]
    assert core_number(cluster, direction="out").tolist() == [1, 1, 1]
    assert core_number(cluster_of("AB BC", directed=True), direction="in").tolist() == [0, 0, 0]


def test_cliques_of_the_kite(kite):
    """The five cliques of 3 or more, the largest first."""
    found = cliques(kite)
    assert found["members"].tolist() == [tuple("0235"), tuple("1346"), tuple("013"), tuple("356"), tuple("567")]
    assert found["size"].tolist() == [4, 4, 3, 3, 3]
    assert found.index.equals(pd.RangeIndex(1, 6, name="clique"))
    assert len(cliques(kite, minimum=2)) == 7
    shared = clique_comembership(kite)
    assert shared.loc["3", "5"] == 2
    assert shared.loc["3", "3"] == 4
    assert shared.index.equals(kite.index)
    assert shared.columns.equals(kite.index)
    assert (shared.dtypes == np.int64).all()


def test_strong_cliques_need_ties_both_ways(cluster_of):
    cluster = cluster_of("AB BA BC CB CA AC AD DB", directed=True)
    assert cliques(cluster)["members"].tolist() == [tuple("ABC"), tuple("ABD")]
    assert cliques(cluster, variant="strong")["members"].tolist() == [tuple("ABC")]
    assert k_plexes(cluster, k=1, variant="strong")["members"].tolist() == [tuple("ABC")]


def test_plexes_of_a_four_cycle(cluster_of):
    """Everybody in a four-cycle lacks one tie: one 2-plex of 4."""
    found = k_plexes(cluster_of("AB BC CD DA"))
    assert found["members"].tolist() == [tuple("ABCD")]
    assert found.index.equals(pd.RangeIndex(1, 2, name="k_plex"))


def literal_plexes(graph, k, minimum):
    """Every set in which all are tied to all but k - 1, unless a larger one holds it."""
    plex = {part for part in subsets(len(graph)) if all(len(part & set(graph[node])) >= len(part) - k for node in part)}
    return {
        part for part in plex if len(part) >= minimum and not any(part | {node} in plex for node in set(graph) - part)
    }


@pytest.mark.parametrize(("k", "minimum"), [(1, 1), (1, 3), (2, 3), (2, 4), (3, 5)])
def test_plexes_of_every_small_network(k, minimum):
    for graph in undirected_graphs(6):
        found = [frozenset(part) for part in maximal_plexes(matrix_of(graph), k, minimum)]
        assert len(found) == len(set(found))
        assert set(found) == literal_plexes(graph, k, minimum), graph.edges


@settings(max_examples=examples(12, 75))
@given(st.integers(0, 10**6), st.floats(0.3, 0.9), st.sampled_from([(2, 3), (2, 5), (3, 5), (4, 7)]))
def test_plexes_of_larger_networks(seed, density, bounds):
    graph = nx.gnp_random_graph(10, density, seed=seed)
    k, minimum = bounds
    found = k_plexes(as_cluster(graph), k=k, minimum=minimum)
    assert {frozenset(map(int, part)) for part in found["members"]} == literal_plexes(graph, k, minimum)


@given(graphs(most=7))
def test_cores_and_cliques_equal_networkx_and_igraph(graph):
    cluster, plain = cluster_from(graph), nx.Graph(graph)
    names = dict(enumerate(LABELS))
    assert core_number(cluster).to_dict() == {names[node]: core for node, core in nx.core_number(plain).items()}
    other = igraph.Graph(n=len(graph), edges=list(graph.edges), directed=graph.is_directed())
    for direction in ("in", "out"):
        assert core_number(cluster, direction=direction).tolist() == other.coreness(mode=direction)
    expected = {frozenset(names[node] for node in clique) for clique in nx.find_cliques(plain)}
    assert {frozenset(clique) for clique in cliques(cluster, minimum=1)["members"]} == expected
    assert {frozenset(clique) for clique in k_plexes(cluster, k=1, minimum=1)["members"]} == expected
    shared = clique_comembership(cluster, minimum=1)
    for a in shared:
        for b in shared:
            assert shared.loc[a, b] == sum({a, b} <= clique for clique in expected)


def test_too_many_and_too_long_are_refused_by_name(monkeypatch, kite):
    monkeypatch.setattr(subgroups, "MOST", 4)
    for measure in (cliques, clique_comembership, k_plexes):
        with pytest.raises(InputError, match="there are more than 4"):
            measure(kite)
    monkeypatch.setattr(plexes, "STEPS", 3)
    with pytest.raises(InputError, match="takes too long; choose a higher minimum"):
        k_plexes(kite)


def test_bad_options_are_refused(kite):
    with pytest.raises(InputError, match=r"at least 2 k - 1, here 5"):
        k_plexes(kite, k=3, minimum=4)
    with pytest.raises(InputError, match="k must be a whole number"):
        k_plexes(kite, k=0)
    with pytest.raises(InputError, match="minimum must be a whole number"):
        cliques(kite, minimum=2.5)
    with pytest.raises(InputError, match="did you mean 'strong'"):
        cliques(kite, variant="strongly")
    with pytest.raises(InputError, match="direction must be one of"):
        core_number(kite, direction="both")


def test_nobody_and_isolates(cluster_of):
    for actors in ("", "A", "ABC"):
        cluster = cluster_of([], actors=actors)
        assert core_number(cluster).tolist() == [0] * len(actors)
        assert cliques(cluster).empty
        assert k_plexes(cluster).empty
        assert list(k_plexes(cluster)) == ["size", "members"]
        assert len(cliques(cluster, minimum=1)) == len(actors)
        assert clique_comembership(cluster).to_numpy().sum() == 0
