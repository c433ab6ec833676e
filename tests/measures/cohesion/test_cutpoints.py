import networkx as nx
import pandas as pd
from hypothesis import given

from socluster.measures.cohesion.cutpoints import biconnected_components, bridges, cutpoints
from tests.measures.small_graphs import LABELS, cluster_from, graphs


def test_single_points_of_failure_of_the_kite(kite):
    found = cutpoints(kite)
    assert found.index[found].tolist() == ["7", "8"]
    assert (found.dtype, found.name) == (bool, "cutpoints")
    ties = bridges(kite)
    assert ties.index.names == ["layer", "source", "target"]
    assert (ties.dtype, ties.name) == (bool, "bridges")
    assert ties[ties].index.tolist() == [("tie", "7", "8"), ("tie", "8", "9")]
    assert len(ties) == kite.n_ties


def test_parts_of_the_kite(kite):
    found = biconnected_components(kite)
    assert found["members"].tolist() == [tuple("01234567"), ("7", "8"), ("8", "9")]
    assert found["size"].tolist() == [8, 2, 2]
    assert found.index.equals(pd.RangeIndex(1, 4, name="component"))
    assert found.explode("members")["members"].value_counts()["7"] == 2


def test_all_ties_of_a_pair_are_a_bridge_together(cluster_of):
    cluster = cluster_of("AB BA BC", directed=True).with_ties("A", ["B", "C"], layer="money", directed=True)
    over_all = bridges(cluster)
    assert not over_all.any()
    assert over_all.index.tolist() == list(cluster.ties[["layer", "source", "target"]].itertuples(index=False))
    in_one = bridges(cluster, layer="tie")
    assert in_one.to_dict() == {("tie", "A", "B"): True, ("tie", "B", "A"): True, ("tie", "B", "C"): True}
    assert cutpoints(cluster, layer="tie").tolist() == [False, True, False]


def test_without_ties(cluster_of):
    for actors in ("", "A", "ABC"):
        cluster = cluster_of([], actors=actors)
        assert cutpoints(cluster).tolist() == [False] * len(actors)
        assert bridges(cluster).empty
        assert bridges(cluster).dtype == bool
        assert bridges(cluster).index.names == ["layer", "source", "target"]
        assert biconnected_components(cluster).empty
        assert list(biconnected_components(cluster)) == ["size", "members"]


@given(graphs())
def test_equal_networkx_on_the_underlying_graph(graph):
    cluster, plain = cluster_from(graph), nx.Graph(graph)
    found = cutpoints(cluster)
    assert set(found.index[found]) == {LABELS[node] for node in nx.articulation_points(plain)}
    marked = bridges(cluster)
    expected = {frozenset((LABELS[a], LABELS[b])) for a, b in nx.bridges(plain)}
    assert {frozenset(ends) for _, *ends in marked.index[marked]} == expected
    parts = {frozenset(members) for members in biconnected_components(cluster)["members"]}
    assert parts == {frozenset(LABELS[node] for node in part) for part in nx.biconnected_components(plain)}


@given(graphs())
def test_a_cutpoint_makes_more_pieces_when_it_goes(graph):
    plain = nx.Graph(graph)
    marks = cutpoints(cluster_from(graph))
    for node in plain:
        rest = plain.subgraph(set(plain) - {node})
        more = nx.number_connected_components(rest) > nx.number_connected_components(plain)
        assert marks[LABELS[node]] == (more and plain.degree(node) > 0)
