"""Actors tied where they share groups."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, SingleEventWarning
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


def weighed(rows):
    """Actors in rows, groups in columns, weights of affiliations in the cells."""
    links = [(f"a{i}", f"g{j}", float(w)) for i, row in enumerate(rows) for j, w in enumerate(row) if w]
    return Cluster.from_tables(
        pd.DataFrame({"actor": [f"a{i}" for i in range(len(rows))]}),
        groups=pd.DataFrame({"group": [f"g{j}" for j in range(len(rows[0]))]}),
        affiliations=pd.DataFrame(links, columns=["actor", "group", "weight"]),
    )


@pytest.mark.parametrize(
    ("weights", "strength"),
    [
        ("cross-product", 32),  # the example of UCINET's help on Data > Affiliations
        ("min", 6),  # the same
        ("sum", ((5 + 4) + (6 + 2)) / 2),
        ("count", 2),
        ("newman", 2),  # both groups have two members
        ("jaccard", 2 / 4),
    ],
)
def test_weights_of_affiliations_count_as_asked(weights, strength):
    ties = weighed([(5, 6, 0, 1), (4, 2, 4, 0)]).project(weights=weights).ties
    assert ties["weight"].tolist() == pytest.approx([strength])


def test_the_mean_of_both_ways_is_what_tnet_gives_each_way():
    rows = np.array([(5, 6, 0, 1), (4, 2, 4, 0), (0, 3, 0.5, 2)])
    one_way = rows @ (rows > 0).T  # tnet: from i to j the weights of i at what both share
    ties = weighed(rows.tolist()).project(weights="sum").ties
    expected = [(one_way[i, j] + one_way[j, i]) / 2 for i, j in ((0, 1), (0, 2), (1, 2))]
    assert ties["weight"].tolist() == pytest.approx(expected)


@pytest.mark.parametrize("weights", ["sum", "min", "cross-product"])
def test_with_weights_of_one_they_count(weights):
    cluster = two_mode(*[(a, e) for e, who in {"1": "abc", "2": "abd", "3": "cd"}.items() for a in who])
    assert cluster.project(weights=weights).ties["weight"].tolist() == cluster.project().ties["weight"].tolist()


def test_minima_are_added_up_whatever_the_weights():
    rows = np.random.default_rng(3).choice([0, 0.5, 1, 2.25, 7], size=(6, 9))
    matrix = weighed(rows.tolist()).project(weights="min").matrix().toarray()
    brute = np.minimum(rows[:, None, :], rows[None, :, :]).sum(axis=2)
    assert matrix[np.triu_indices(6, 1)] == pytest.approx(brute[np.triu_indices(6, 1)])


def test_unknown_weights_are_refused_with_the_nearest():
    with pytest.raises(InputError, match="did you mean 'newman'"):
        two_mode(("a", "1"), ("b", "1")).project(weights="newmann")


def test_the_other_mode_is_left_out_on_request():
    cluster = two_mode(("a", "1"), ("b", "1"), ("b", "2"), ("c", "2"))
    for alone in (cluster.project(keep_groups=False), cluster.project().select(layers="co-attends", keep_groups=False)):
        assert (alone.n_groups, alone.n_affiliations, alone.n_ties) == (0, 0, 2)
        assert list(alone.layers) == ["co-attends"]
        assert Cluster._from(alone.to_tables()) == alone
    assert cluster.project().n_affiliations == 4


def test_without_groups_there_is_nothing_to_project():
    cluster = Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}), name="Town")
    for layer in (None, "attends"):
        with pytest.raises(InputError, match="Town has no groups, so there is nothing to project"):
            cluster.project(layer)
