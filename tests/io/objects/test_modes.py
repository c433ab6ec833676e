"""Groups among the nodes of a graph."""

from __future__ import annotations

import networkx as nx
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects.dispatch import as_cluster
from socluster.io.objects.modes import are_groups


class TestTwoModes:
    def test_davis_southern_women(self):
        cluster = as_cluster(nx.davis_southern_women_graph())
        assert (cluster.n_actors, cluster.n_groups, cluster.n_affiliations, cluster.n_ties) == (18, 14, 89, 0)
        assert cluster.labels[0] == "Evelyn Jefferson"
        assert cluster.groups.index[:2].tolist() == ["E1", "E2"]
        assert "bipartite" not in cluster.actors

    def test_of_a_directed_graph(self):
        graph = nx.DiGraph([("a", "e"), ("f", "a")])
        nx.set_node_attributes(graph, {"a": 0, "e": 1, "f": 1}, "bipartite")
        assert as_cluster(graph).affiliations[["actor", "group"]].to_numpy().tolist() == [["a", "e"], ["a", "f"]]

    def test_not_where_an_edge_joins_two_nodes_of_one_set(self):
        graph = nx.path_graph(3)
        nx.set_node_attributes(graph, {0: 0, 1: 1, 2: 1}, "bipartite")
        cluster = as_cluster(graph)
        assert cluster.n_ties == 2
        assert cluster.actors["bipartite"].tolist() == [0, 1, 1]
        with pytest.raises(InputError, match="a two-mode graph needs a node attribute `bipartite`"):
            as_cluster(graph, two_mode=True)

    def test_may_be_read_as_one(self):
        cluster = as_cluster(nx.davis_southern_women_graph(), two_mode=False)
        assert (cluster.n_actors, cluster.n_groups, cluster.n_ties) == (32, 0, 89)

    def test_parallel_affiliations_are_merged(self):
        graph = nx.MultiGraph([("a", "e"), ("e", "a")])
        nx.set_node_attributes(graph, {"a": 0, "e": 1}, "bipartite")
        with pytest.warns(LossWarning, match="1 parallel edge"):
            cluster = as_cluster(graph)
        assert cluster.affiliations["weight"].tolist() == [2.0]


@pytest.mark.parametrize(
    ("marks", "attribute"),
    [
        ([0, 0, 1], "bipartite"),
        ([False, False, True], "type"),
        (["actor", "actor", "group"], "mode"),
    ],
)
def test_groups_are_told_as_others_tell_them(marks, attribute):
    attributes = [{attribute: mark} for mark in marks]
    assert are_groups("abe", attributes, [("a", "e"), ("e", "b")], None) == ([False, False, True], attribute)
    assert are_groups("abe", attributes, [("a", "b")], None) == ([False] * 3, None)
    assert are_groups("abe", attributes, [("a", "e")], False) == ([False] * 3, None)


@pytest.mark.parametrize(
    "attributes",
    [
        [{"bipartite": 0}, {"bipartite": 0}],
        [{"bipartite": 0}, {}],
        [{"bipartite": 0}, {"bipartite": 2}],
        [{"type": "school"}, {"type": "clinic"}],
        [{"mode": ["actor"]}, {"mode": ["group"]}],
    ],
)
def test_what_says_nothing_of_two_modes(attributes):
    assert are_groups("ab", attributes, [("a", "b")], None) == ([False, False], None)
    with pytest.raises(InputError, match="a two-mode graph needs a node attribute `bipartite`"):
        are_groups("ab", attributes, [("a", "b")], True)
