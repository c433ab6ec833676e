"""The reader of a layout."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.places import read_layout
from tests.plot.clusters.town import cluster_of


@pytest.fixture
def cluster():
    return cluster_of(nx.path_graph(3))


@pytest.fixture
def two_mode():
    return Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"]}),
        groups=pd.DataFrame({"group": ["A", "empty"]}),  # a group may be called as an actor is
        affiliations=pd.DataFrame({"actor": ["A", "B"], "group": ["A", "A"]}),
    )


def test_without_a_layout_the_cluster_gets_its_own(cluster):
    read = read_layout(cluster, None, False)
    pd.testing.assert_frame_equal(read["actor"], positions(cluster)[["x", "y"]])
    assert read["group"].empty
    np.testing.assert_array_equal(read["all"], positions(cluster)[["x", "y"]].to_numpy())


def test_a_layout_may_hold_others_who_are_not_drawn_but_take_room(cluster):
    layout = pd.concat([positions(cluster), pd.DataFrame({"x": [9.0], "y": [9.0]}, index=["elsewhere"])])
    read = read_layout(cluster, layout, False)
    assert set(cluster.labels) <= set(read["actor"].index)
    assert read["all"].max() == 9.0


def test_actors_and_groups_of_one_name_are_told_apart(two_mode):
    read = read_layout(two_mode, positions(two_mode), True)
    assert list(read["actor"].index) == ["A", "B"]
    assert set(read["group"].index) == {"A", "empty"}


def test_groups_that_have_no_place_stand_amid_their_members(two_mode):
    of_actors = pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, 0.5]}, index=["A", "B"])
    read = read_layout(two_mode, of_actors, True)
    assert tuple(read["group"].loc["A"]) == (0.5, 0.25)
    assert tuple(read["group"].loc["empty"]) == (0.5, 0.25)  # without members: amid all


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda layout: layout[["x"]], "must be a DataFrame with the index `actor` and columns x and y"),
        (lambda layout: layout.to_dict(), "must be a DataFrame"),
        (lambda layout: layout.rename(index={"a1": "a1b"}), "has no position in the layout.*did you mean 'a1b'"),
        (lambda layout: layout.assign(x=np.inf), "positions must be finite"),
        (lambda layout: pd.concat([layout, layout.iloc[:1]]), "an actor has two positions"),
        (lambda layout: layout.iloc[:1].assign(y=np.nan), "3 problems"),
    ],
)
def test_bad_layouts_are_named(cluster, change, message):
    with pytest.raises(InputError, match=message):
        read_layout(cluster, change(positions(cluster)), False)
