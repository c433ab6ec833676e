from itertools import combinations

import igraph
import networkx as nx
import pandas as pd
import pytest

from socluster import as_cluster
from socluster.measures.groups.cliques import core_number
from socluster.measures.groups.cohesive_blocks import _blocks, cohesive_blocks, nestedness
from tests.examples import examples
from tests.measures.small_graphs import subsets, undirected_graphs

# The example of Moody & White (2003), 23 actors, as igraph documents it.
MOODY_WHITE = {
    1: [2, 3, 4, 5, 6], 2: [3, 4, 5, 7], 3: [4, 6, 7], 4: [5, 6, 7], 5: [6, 7, 21], 6: [7], 7: [8, 11, 14, 19],
    8: [9, 11, 14], 9: [10], 10: [12, 13], 11: [12, 14], 12: [16], 13: [16], 14: [15], 15: [16], 17: [18, 19, 20],
    18: [20, 21], 19: [20, 22, 23], 20: [21], 21: [22, 23], 22: [23],
}  # fmt: skip


def in_igraph(graph):
    return igraph.Graph(n=len(graph), edges=list(graph.edges))


def test_the_example_of_moody_and_white(cluster_of):
    actors = [str(number) for number in range(1, 24)]
    cluster = cluster_of([(str(a), str(b)) for a, ends in MOODY_WHITE.items() for b in ends], actors=actors)
    found = cohesive_blocks(cluster)
    assert found["cohesion"].tolist() == [1, 2, 2, 5, 3]
    assert found["size"].tolist() == [23, 14, 10, 7, 4]
    assert found["parent"].tolist() == [pd.NA, 1, 1, 2, 3]
    assert found["parent"].dtype == "Int64"
    assert found.index.equals(pd.RangeIndex(1, 6, name="block"))
    assert found.loc[4, "members"] == tuple("1234567")
    assert found.loc[5, "members"] == ("7", "8", "11", "14")
    deepest = nestedness(cluster)
    assert deepest["7"] == 5
    assert deepest[["8", "9", "17"]].tolist() == [3, 2, 2]
    assert (deepest.dtype, deepest.name) == (int, "nestedness")
    assert deepest.index.equals(cluster.index)


def test_the_karate_club():
    """Components of networkx, which has these right; igraph 1.0 cuts the firmest block of ten into two of five."""
    found = cohesive_blocks(as_cluster(nx.karate_club_graph()))
    assert found["cohesion"].tolist() == [1, 2, 2, 3, 3, 4]
    assert found["size"].tolist() == [34, 28, 6, 18, 5, 10]
    assert found["parent"].tolist() == [pd.NA, 1, 1, 2, 3, 4]
    for k, parts in nx.k_components(nx.karate_club_graph()).items():
        ours = {frozenset(map(int, part)) for part in found.loc[found["cohesion"] == k, "members"]}
        assert ours == {frozenset(part) for part in parts}


def cohesion(graph, members):
    """The node connectivity of a part, by removing every set of its nodes."""
    part = graph.subgraph(members)
    for size in range(len(members) - 1):
        for gone in combinations(members, size):
            if not nx.is_connected(part.subgraph(set(members) - set(gone))):
                return size
    return len(members) - 1


def literal_blocks(graph):
    """Every part that no larger part of at least its cohesion holds; and the whole."""
    everybody = frozenset(graph)
    value = {part: cohesion(graph, part) for part in subsets(len(graph), least=1)}
    firm = {part: k for part, k in value.items() if k > 0}
    found = {part: k for part, k in firm.items() if not any(part < other and k <= firm[other] for other in firm)}
    return found | {everybody: value[everybody]}


def test_blocks_of_every_small_network():
    for graph in undirected_graphs(6):
        found = _blocks(in_igraph(graph))
        expected = literal_blocks(graph)
        assert {frozenset(block.members): block.level for block in found} == expected, graph.edges
        for block in found[1:]:
            around = found[block.parent]
            larger = [part for part in expected if part > set(block.members)]
            assert frozenset(around.members) == min(larger, key=len)


def test_a_four_cycle_with_two_pendants_is_seen(cluster_of):
    """igraph 1.0 finds no block of cohesion 2 here."""
    found = cohesive_blocks(cluster_of("PA AB BC CD DA CQ"))
    assert found["cohesion"].tolist() == [1, 2]
    assert found.loc[2, "members"] == tuple("ABCD")


@pytest.mark.parametrize("seed", range(examples(6, 30)))
def test_blocks_of_larger_networks_are_firm_and_complete(seed):
    """Against igraph, whose blocks are true where it finds all; and every block must have its cohesion, by networkx."""
    graph = nx.gnm_random_graph(18, 36, seed=seed)
    cluster = as_cluster(graph)
    table = cohesive_blocks(cluster)
    ours = {frozenset(map(int, members)): k for members, k in zip(table["members"], table["cohesion"], strict=True)}
    for members, k in ours.items():
        assert nx.node_connectivity(graph.subgraph(members)) == k
    theirs = in_igraph(graph).cohesive_blocks()
    for members, k in zip(theirs, theirs.cohesions(), strict=True):
        assert any(set(members) <= part and firm >= k for part, firm in ours.items())
    assert (nestedness(cluster) <= core_number(cluster)).all()


def test_in_pieces_and_too_few(cluster_of, path_and_pair):
    found = cohesive_blocks(path_and_pair)
    assert found["members"].tolist() == [tuple("ABCDE"), tuple("ABC"), tuple("DE")]
    assert found["cohesion"].tolist() == [0, 1, 1]
    assert found["parent"].tolist() == [pd.NA, 1, 1]
    assert cohesive_blocks(cluster_of([], actors="")).empty
    assert list(cohesive_blocks(cluster_of([], actors=""))) == ["cohesion", "size", "members", "parent"]
    assert cohesive_blocks(cluster_of([], actors="AB"))["cohesion"].tolist() == [0]
    assert nestedness(cluster_of([], actors="AB")).tolist() == [0, 0]
    assert nestedness(cluster_of([], actors="")).empty


def test_direction_does_not_matter(cluster_of):
    ties = "AB BC CA CD"
    directed, undirected = (cohesive_blocks(cluster_of(ties, directed=directed)) for directed in (True, False))
    pd.testing.assert_frame_equal(directed, undirected)
