"""Actors tied where they share groups."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import SingleEventWarning
from tests.core.samples import frame


def two_mode(*attended):
    people = sorted({actor for actor, _ in attended})
    events = sorted({event for _, event in attended})
    return Cluster.from_tables(
        pd.DataFrame({"actor": people}),
        groups=pd.DataFrame({"group": events}),
        affiliations=pd.DataFrame(attended, columns=["actor", "group"]).assign(layer="attends"),
    )


def test_projection_counts_shared_groups():
    cluster = two_mode(*[(a, e) for e, who in {"1": "abc", "2": "abd", "3": "cd"}.items() for a in who])
    ties = cluster.project().ties.set_index(["source", "target"])["weight"]
    assert ties.to_dict() == {("a", "b"): 2, ("a", "c"): 1, ("a", "d"): 1, ("b", "c"): 1, ("b", "d"): 1, ("c", "d"): 1}
    newman = cluster.project(weights="newman").ties.set_index(["source", "target"])["weight"]
    assert newman[("a", "b")] == 1.0
    assert newman[("c", "d")] == 1.0
    jaccard = cluster.project(weights="jaccard").ties.set_index(["source", "target"])["weight"]
    assert jaccard[("a", "b")] == 1.0
    assert jaccard[("c", "d")] == pytest.approx(1 / 3)
    assert cluster.project().tie_layers == ("co-attends",)


def test_single_event_is_a_clique_and_says_so():
    people = [f"person {n:02}" for n in range(34)]
    cluster = two_mode(*[(person, "round table") for person in people])
    with pytest.warns(SingleEventWarning, match="'round table' ties each of its 34 members"):
        projected = cluster.project()
    assert projected.n_ties == 561


def test_projection_is_as_sure_as_its_affiliations():
    cluster = Cluster.from_tables(
        frame("actor", ("a",), ("b",), ("c",)),
        groups=frame("group", ("x",), ("y",)),
        affiliations=frame(
            "actor group confidence evidence",
            ("a", "x", 1, "documented"),
            ("b", "x", 0.5, "assumed"),
            ("a", "y", 1, "documented"),
            ("c", "y", 1, "documented"),
        ),
    )
    ties = cluster.project().ties.set_index(["source", "target"])
    assert ties.loc[("a", "b"), ["confidence", "evidence"]].tolist() == [0.5, "assumed"]
    assert ties.loc[("a", "c"), ["confidence", "evidence"]].tolist() == [1.0, "derived"]
    assert ties["ref"].to_dict() == {
        ("a", "b"): "derived from affiliation (assumed)",
        ("a", "c"): "derived from affiliation (documented)",
    }
