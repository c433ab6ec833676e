"""Parts of a cluster: actors, groups and ties that meet a condition."""

import functools
from dataclasses import replace

import networkx
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset


def test_without_ties_takes_either_end_of_an_undirected_tie_but_the_source_of_a_directed_one(town):
    assert town.without_ties("NGO", "School", layer="contact").n_ties == 3
    assert town.without_ties("School", "Clinic").ties["source"].tolist() == ["Clinic", "Clinic", "School"]


def test_select_by_attribute_mark_id_and_tie(town):
    assert town.select(actors={"sector": "public"}).labels == ("School", "Clinic")
    assert town.select(actors={"sector": ["public", "civic"]}).n_actors == 3
    mark = pd.Series([True, False, True, False], index=town.index)
    assert town.select(actors=mark).labels == ("School", "NGO")
    assert town.select(actors=["Firm", "School"]).labels == ("School", "Firm")
    assert town.select(evidence="documented").n_ties == 1
    assert town.select(min_weight=2).n_ties == 2
    assert town.layer("contact").tie_layers == ("contact",)


def test_select_refuses_unknown_conditions(town):
    for wrong in (
        functools.partial(town.select, actors=["Nobody"]),
        functools.partial(town.select, actors={"secter": "public"}),
        functools.partial(town.select, layers="phone"),
        functools.partial(town.select, evidence="rumour"),
        functools.partial(town.select, wave="2020"),
        functools.partial(town.select, actors=pd.Series([True], index=["School"])),
    ):
        with pytest.raises(InputError):
            wrong()


def test_ego_takes_both_directions(town):
    assert town.layer("referral").ego("NGO").labels == ("Clinic", "NGO")
    assert town.layer("referral").ego("NGO", radius=2).labels == ("School", "Clinic", "NGO")


@pytest.mark.parametrize("name", ["knoke", "siauliai", "care_reform"])
def test_leaving_actors_take_their_rows_with_them(name):
    """What is cut from the frozen parts equals what validation makes of the rows that remain."""
    cluster = load_dataset(name)
    gone = list(cluster.labels[::3])
    tables = cluster.to_tables()
    inside = {
        "actors": tables.actors[~tables.actors["actor"].isin(gone)],
        "ties": tables.ties[~tables.ties[["source", "target"]].isin(gone).any(axis="columns")],
        "affiliations": tables.affiliations[~tables.affiliations["actor"].isin(gone)],
    }
    assert cluster.without_actor(gone) == Cluster._from(replace(tables, **inside))


@pytest.mark.parametrize("radius", [1, 2, 3])
def test_an_ego_network_is_that_of_networkx(radius):
    rng = np.random.default_rng(5)
    graph = networkx.gnp_random_graph(14, 0.1, seed=3, directed=True)
    names = [f"a{node}" for node in graph]
    edges = [(names[a], names[b], layer) for a, b in graph.edges for layer in rng.choice(["x", "y"], 2)]
    ties = pd.DataFrame(edges, columns=["source", "target", "layer"]).drop_duplicates()
    cluster = Cluster.from_tables(pd.DataFrame({"actor": names}), ties, layers={"x": {"directed": True}, "y": {}})
    for node, name in enumerate(names):
        near = networkx.ego_graph(graph, node, radius=radius, undirected=True)
        assert set(cluster.ego(name, radius=radius).labels) == {names[each] for each in near}


def test_groups_that_leave_take_their_affiliations_with_them(served_town):
    for condition in ({"kind": "event"}, ["Forum"]):
        events = served_town.select(groups=condition)
        assert list(events.groups.index) == ["Forum"]
        assert events.affiliations[["actor", "group", "weight"]].values.tolist() == [
            ["School", "Forum", 1.0],
            ["Clinic", "Forum", 2.0],
        ]
        assert events.ties.equals(served_town.ties)
    with pytest.raises(InputError, match="is no group of this cluster") as caught:
        served_town.select(groups=["Forums"])
    assert caught.value.problems[0].nearest == "Forum"


def test_every_condition_narrows_the_ties(served_town):
    ties = served_town.ties
    expected = ties[ties["layer"].isin(["contact", "help"]) & (ties["evidence"] == "reported") & (ties["weight"] >= 4)]
    chosen = served_town.select(layers=["contact", "help"], evidence="reported", min_weight=4)
    assert chosen.ties.values.tolist() == expected.reset_index(drop=True).values.tolist()
    assert set(chosen.tie_layers) == {"contact", "help"}


def test_many_layers_keep_their_order_and_their_ties():
    names = [f"layer {number}" for number in range(12)]
    ties = pd.DataFrame([("a", "b", name) for name in names], columns=["source", "target", "layer"])
    layers = {name: {"directed": number % 2 == 1} for number, name in enumerate(names)}
    cluster = Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}), ties, layers=layers)
    part = cluster.select(layers=["layer 9", "layer 8", "layer 1"])
    assert part.tie_layers == ("layer 1", "layer 8", "layer 9")
    assert part.ties["layer"].tolist() == ["layer 1", "layer 8", "layer 9"]
    assert [part.layers[name].directed for name in part.tie_layers] == [True, False, True]


@pytest.mark.parametrize("nothing", [pd.NA, 1, None], ids=repr)
def test_what_is_no_name_is_no_layer_and_no_evidence(town, nothing):
    for asked in ({"layers": [nothing, "contact"]}, {"evidence": [nothing, "reported"]}):
        with pytest.raises(InputError, match="is not a"):
            town.select(**asked)
