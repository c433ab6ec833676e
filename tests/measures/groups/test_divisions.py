from itertools import combinations, pairwise

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import socluster as sc
from socluster.measures.groups.divisions import clique_groups, girvan_newman
from tests.measures.small_graphs import cluster_from, graphs


def parts_of(series):
    return {frozenset(members) for members in series.groupby(series, observed=True).groups.values()}


@pytest.mark.parametrize("k", [2, 3, 4, 5])
def test_girvan_newman_equals_networkx_on_the_club(k):
    """No two ties of the club have the largest betweenness at once before it is in five."""
    graph = nx.karate_club_graph()
    for division in nx.community.girvan_newman(graph, most_valuable_edge=_most_between):
        if len(division) == k:
            break
    assert parts_of(girvan_newman(sc.as_cluster(graph), k=k)) == {frozenset(part) for part in division}


def _most_between(graph):
    found = nx.edge_betweenness_centrality(graph, weight=None)
    return max(found, key=found.get)


def test_girvan_newman_by_default_is_the_most_modular_division_that_was_published():
    """Newman and Girvan (2004), figure 8: the largest modularity of the club is .401, in five parts."""
    karate = sc.load_dataset("karate")
    found = girvan_newman(karate)
    assert found.nunique() == 5
    assert sc.modularity(karate, group=found, weighted=False) == pytest.approx(0.401, abs=5e-4)


@given(graphs())
def test_groups_of_girvan_newman_nest_and_the_first_are_the_components(graph):
    cluster = cluster_from(graph)
    fewest = sc.components(cluster).nunique()
    divisions = [parts_of(girvan_newman(cluster, k=k)) for k in range(fewest, len(graph) + 1)]
    assert divisions[0] == parts_of(sc.components(cluster))
    for coarse, fine in pairwise(divisions):
        assert len(fine) == len(coarse) + 1
        assert all(any(part <= whole for whole in coarse) for part in fine)


@given(graphs())
def test_no_number_of_groups_is_more_modular_than_the_default(graph):
    cluster = cluster_from(graph)
    if not graph.number_of_edges():
        assert girvan_newman(cluster).nunique() == len(graph)
        return
    either = cluster.symmetrise()
    fewest = sc.components(cluster).nunique()
    every = [
        sc.modularity(either, group=girvan_newman(cluster, k=k), weighted=False) for k in range(fewest, len(graph) + 1)
    ]
    chosen = girvan_newman(cluster)
    assert sc.modularity(either, group=chosen, weighted=False) == pytest.approx(max(every))
    assert chosen.nunique() == fewest + next(i for i, q in enumerate(every) if q >= max(every) - 1e-12)


def test_girvan_newman_refuses_fewer_groups_than_components(cluster_of):
    with pytest.raises(sc.InputError, match="k must lie between 2, the number of components, and 4"):
        girvan_newman(cluster_of("AB CD"), k=1)


def test_clique_groups_join_those_who_share_most_by_trying_all_pairs(cluster_of):
    """Two triangles on one edge share it, and a third one hangs on an actor."""
    cluster = cluster_of("AB AC BC BD CD DE DF EF")
    assert parts_of(clique_groups(cluster, k=5)) == {frozenset("BC"), *map(frozenset, "ADEF")}
    shared = sc.clique_comembership(cluster)
    closest = max(combinations(cluster.labels, 2), key=lambda pair: shared.loc[pair])
    assert closest == ("B", "C")


@given(graphs())
def test_clique_groups_are_as_many_as_asked_for(graph):
    cluster = cluster_from(graph)
    for k in range(1, len(graph) + 1):
        found = clique_groups(cluster, k=k)
        assert found.nunique() == k
        assert found.name == "clique_groups"


def test_single_linkage_follows_chains_of_shared_cliques(cluster_of):
    """Triangles ABC, BCD, CDE: every neighbour shares two cliques, the ends none."""
    chain = cluster_of("AB AC BC BD CD CE DE")
    single = clique_groups(chain, k=3, linkage="single")
    assert frozenset("BCD") in parts_of(single)
    average = clique_groups(chain, k=3)
    pd.testing.assert_index_equal(single.index, average.index)
    assert np.array_equal(sorted(single.value_counts()), [1, 1, 3])


def test_clique_groups_refuse_more_groups_than_actors(cluster_of):
    with pytest.raises(sc.InputError, match="k must be at most 2"):
        clique_groups(cluster_of("AB"), k=3)
