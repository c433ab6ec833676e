"""What became of every actor and every link."""

import pandas as pd

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.whatif.comparison.observed_links import affiliation_changes, membership_changes, tie_changes


def test_everybody_of_both_has_a_status():
    status = membership_changes(pd.Index(["a", "b"], name="actor"), pd.Index(["b", "c"], name="actor"))
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
