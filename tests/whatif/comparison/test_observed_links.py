"""What became of every actor and every link."""

import networkx as nx
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.whatif.comparison.observed_links import affiliation_changes, membership_changes, tie_changes


def test_everybody_of_both_has_a_status():
    one, other = (Cluster.from_tables(pd.DataFrame({"actor": list(actors)})) for actors in ("ab", "bc"))
    status = membership_changes(one, other)
    assert status.to_dict() == {"a": "went", "b": "stayed", "c": "came"}
    assert (status.name, status.index.name) == ("status", "actor")


def test_an_undirected_tie_is_the_same_whatever_the_order_of_actors():
    ties = pd.DataFrame({"source": ["a"], "target": ["b"]})
    one, other = (Cluster.from_tables(pd.DataFrame({"actor": list(order)}), ties) for order in ("ab", "ba"))
    assert tie_changes(one, other)["status"].tolist() == ["stayed"]


def test_arcs_are_compared_by_direction():
    actors = pd.DataFrame({"actor": ["a", "b"]})
    layers = {"tie": {"directed": True}}
    there = Cluster.from_tables(actors, pd.DataFrame({"source": ["a"], "target": ["b"]}), layers=layers)
    back = Cluster.from_tables(actors, pd.DataFrame({"source": ["b"], "target": ["a"]}), layers=layers)
    assert tie_changes(there, back)["status"].tolist() == ["went", "came"]


def test_clusters_without_links_have_none():
    kite = sc.load_dataset("kite")
    assert affiliation_changes(kite, kite).empty
    davis = sc.load_dataset("davis")
    assert tie_changes(davis, davis).empty
    assert set(affiliation_changes(davis, davis)["status"]) == {"stayed"}


@pytest.mark.filterwarnings("ignore::socluster.core.errors.SoclusterWarning")
def test_actors_groups_and_open_dyads_are_told_apart_by_id_and_called_as_after():
    graph = nx.Graph([(0, (7, 7)), (1, (7, 7))])
    nx.set_node_attributes(graph, {node: int(isinstance(node, tuple)) for node in graph}, "bipartite")
    labelled = sc.as_cluster(graph)
    plain = Cluster(labelled.parts.by_id())
    changes = affiliation_changes(plain, labelled)
    assert changes["status"].tolist() == ["stayed", "stayed"]
    assert changes["group"].tolist() == [(7, 7), (7, 7)]
    actors = pd.DataFrame({"actor": [1, 2]})
    tie = pd.DataFrame({"source": [2], "target": [1]})
    before = Cluster.from_tables(actors, unknown=tie)
    after = Cluster(Cluster.from_tables(actors, tie).parts.by_id())
    found = tie_changes(before, after)
    assert found[["source", "target", "status", "with_both"]].values.tolist() == [["1", "2", "not known before", True]]
