"""Positions: the same cluster, the same picture."""

import random

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot import network, positions
from socluster.plot.clusters.layout import arrange, shows_groups
from tests.plot.clusters.town import cluster_of, town


def distances(frame):
    points = frame[["x", "y"]].to_numpy()
    gaps = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))
    np.fill_diagonal(gaps, np.inf)
    return gaps


def test_a_path_lies_flat_in_its_order():
    found = positions(cluster_of(nx.path_graph(4)))
    assert found.index.name == "actor"
    assert list(found.index) == ["a0", "a1", "a2", "a3"]
    assert list(found.columns) == ["x", "y"]
    assert found["x"].is_monotonic_increasing or found["x"].is_monotonic_decreasing
    np.testing.assert_allclose(found["y"], 1 / 3, atol=0.02)
    assert {found["x"].min(), found["x"].max()} == {0.0, 1.0}


@pytest.mark.parametrize("n", [30, 620])
def test_neither_row_order_nor_random_state_matters(n):
    graph = nx.barabasi_albert_graph(n, 2, seed=1)
    cluster = cluster_of(graph)
    ties = cluster.ties[["source", "target"]]
    shuffled = ties.sample(frac=1, random_state=3).rename(columns={"source": "target", "target": "source"})
    random.seed(5)
    state = random.getstate()
    first = positions(cluster)
    assert random.getstate() == state
    random.seed(99)
    igraph.Graph.Barabasi(50)
    second = positions(Cluster.from_tables(pd.DataFrame({"actor": cluster.labels}), shuffled))
    pd.testing.assert_frame_equal(first, second, check_exact=True)


def test_actors_without_ties_stand_in_a_row_below():
    found = positions(cluster_of(nx.cycle_graph(6), extra=["x", "y", "z"]))
    below = found.loc[["x", "y", "z"]]
    assert len(set(below["y"])) == 1
    assert below["y"].iloc[0] < 0
    np.testing.assert_allclose(np.diff(below["x"]), below["x"].iloc[1] - below["x"].iloc[0])
    assert (found.drop(index=["x", "y", "z"])["y"] >= 0).all()


def test_components_do_not_overlap():
    graph = nx.disjoint_union_all([nx.complete_graph(12), nx.path_graph(2), nx.path_graph(2), nx.cycle_graph(5)])
    found = positions(cluster_of(graph))
    boxes = []
    for members in nx.connected_components(graph):
        part = found.loc[[f"a{node}" for node in members]]
        boxes.append((part["x"].min(), part["x"].max(), part["y"].min(), part["y"].max()))
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]
            assert apart, (one, other)


@pytest.mark.parametrize("n", [13, 40, 150, 300])
def test_nobody_covers_anybody(n):
    found = positions(cluster_of(nx.barabasi_albert_graph(n, 2, seed=4)))
    assert np.isfinite(found.to_numpy()).all()
    assert found.min().min() >= 0
    assert found["x"].max() <= 1
    assert found["y"].max() == pytest.approx(2 / 3)  # these networks are rounder than the picture
    assert distances(found).min() > 0.2 / np.sqrt(n)


def test_a_star_of_alike_actors_spreads_around_its_centre():
    found = positions(cluster_of(nx.star_graph(12)))
    centre = found.loc["a0"].to_numpy()
    rays = found.drop(index="a0").to_numpy() - centre
    angles = np.sort(np.arctan2(rays[:, 1], rays[:, 0]))
    assert np.diff(angles).min() > 0.2


def test_before_and_after_share_one_layout_of_their_union():
    before = cluster_of(nx.cycle_graph(8))
    after = before.with_actor("hub").with_ties("hub", ["a0", "a4"])
    both = positions(before, after)
    assert set(both.index) == {*before.labels, "hub"}
    pd.testing.assert_frame_equal(both, positions(after))


def test_groups_get_positions_in_a_two_mode_cluster():
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B", "C"]}),
        groups=pd.DataFrame({"group": ["A", "meeting"]}),
        affiliations=pd.DataFrame({"actor": ["A", "B", "B"], "group": ["meeting", "meeting", "A"]}),
    )
    found = positions(cluster)
    assert list(found["mode"]) == ["actor"] * 3 + ["group"] * 2
    assert list(found.index) == ["A", "B", "C", "A", "meeting"]
    assert found["y"].iloc[2] < 0
    assert list(positions(cluster, groups=False).columns) == ["x", "y"]


def test_nobody_is_tied_or_nobody_is_there():
    found = positions(Cluster.from_tables(pd.DataFrame({"actor": list("ABCDE")})))
    assert found.duplicated().sum() == 0
    assert found.to_numpy().min() >= 0
    assert positions(Cluster.from_tables(pd.DataFrame({"actor": []}))).empty
    with pytest.raises(InputError, match="state whose"):
        positions()


def test_groups_are_drawn_where_a_cluster_has_nothing_else():
    two_mode = Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"]}),
        groups=pd.DataFrame({"group": ["E"]}),
        affiliations=pd.DataFrame({"actor": ["A"], "group": ["E"]}),
    )
    assert shows_groups(two_mode, None)
    assert not shows_groups(two_mode.with_ties("A", "B"), None)
    assert shows_groups(two_mode.with_ties("A", "B"), True)
    assert not shows_groups(two_mode, False)
    assert not shows_groups(town(), None)


def test_many_isolates_stand_in_several_rows():
    points = arrange(2 + 30, np.array([[0, 1]]))
    rows = np.unique(points[2:, 1])
    assert len(rows) == 2
    assert rows.max() < 0
    assert len(np.unique(points, axis=0)) == 32


def test_so_many_actors_that_nothing_could_be_seen_are_refused_at_once():
    crowd = Cluster.from_tables(pd.DataFrame({"actor": [f"a{place}" for place in range(20_001)]}))
    for draw in (positions, network):
        with pytest.raises(InputError, match=r"a picture of .* actors would show nothing"):
            draw(crowd)
