from itertools import combinations

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings

from socluster import as_cluster
from socluster.core.progress import listening
from socluster.measures.groups import lambda_sets as module
from socluster.measures.groups.lambda_sets import lambda_sets
from tests.examples import examples
from tests.measures.small_graphs import cluster_from, graphs, subsets, undirected_graphs


@pytest.fixture(params=[0, 200], ids=["actor by actor", "at once"], scope="module", autouse=True)
def quick(request):
    """The tree of flows is ours, or that of igraph."""
    before, module._QUICK = module._QUICK, request.param
    yield
    module._QUICK = before


def literal_sets(graph):
    """Every set of 2 or more whose inner pairs all hold more ties than pairs across; and the whole."""
    value = {frozenset(pair): nx.edge_connectivity(graph, *pair) for pair in combinations(graph, 2)}
    found = {}
    for part in subsets(len(graph), least=2):
        inside = min(value[frozenset(pair)] for pair in combinations(part, 2))
        across = [value[frozenset((a, b))] for a in part for b in set(graph) - part]
        if inside > max(across, default=-1):
            found[part] = inside
    return found


def as_sets(table):
    place = {label: number for number, label in enumerate("ABCDEFGH")}
    return {
        frozenset(place[label] for label in members): level
        for members, level in zip(table["members"], table["connectivity"], strict=True)
    }


def test_sets_of_every_small_network():
    for graph in undirected_graphs(5):
        if len(graph) > 1:
            assert as_sets(lambda_sets(cluster_from(graph))) == literal_sets(graph), graph.edges


@settings(max_examples=examples(12, 75))
@given(graphs(directed=False))
def test_sets_of_larger_networks_and_their_parents(graph):
    if len(graph) < 2:
        return
    table = lambda_sets(cluster_from(graph))
    assert as_sets(table) == literal_sets(graph)
    assert table.loc[1, "size"] == len(graph)
    assert table["parent"].isna().tolist() == [True] + [False] * (len(table) - 1)
    members = {number: set(part) for number, part in table["members"].items()}
    for number, parent in table["parent"].dropna().items():
        larger = [part for part in members.values() if part > members[number]]
        assert members[parent] == min(larger, key=len)


def test_two_cliques_with_a_thin_link():
    """Each clique of five holds together by four ties, the link is one."""
    graph = nx.barbell_graph(5, 0)
    found = lambda_sets(as_cluster(graph))
    assert found["connectivity"].tolist() == [1, 4, 4]
    assert found["size"].tolist() == [10, 5, 5]
    assert found["parent"].tolist() == [pd.NA, 1, 1]
    assert found.index.equals(pd.RangeIndex(1, 4, name="set"))


def test_members_need_not_be_tied(cluster_of):
    """B and F are joined over A, C and D, which hold together less."""
    found = lambda_sets(cluster_of("BA BC BD FA FC FD"))
    assert found["connectivity"].tolist() == [2, 3]
    assert found.loc[2, "members"] == ("B", "F")


def test_in_pieces_and_too_few(cluster_of, path_and_pair):
    found = lambda_sets(path_and_pair)
    assert found["connectivity"].tolist() == [0, 1, 1]
    assert found["members"].tolist() == [tuple("ABCDE"), tuple("ABC"), tuple("DE")]
    for actors in ("", "A"):
        assert lambda_sets(cluster_of([], actors=actors)).empty
    assert list(lambda_sets(cluster_of([], actors=""))) == ["connectivity", "size", "members", "parent"]
    assert lambda_sets(cluster_of([], actors="AB"))["connectivity"].tolist() == [0]


def test_it_tells_how_far_it_is(monkeypatch):
    told = []
    monkeypatch.setattr(module, "_QUICK", 0)
    with listening(lambda done, total: told.append((done, total))):
        lambda_sets(as_cluster(nx.path_graph(6)))
    assert told[-1] == (5, 5)
