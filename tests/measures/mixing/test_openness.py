import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, ei_index
from socluster.measures.mixing.openness import cross_sector_share, openness, openness_by_group
from socluster.measures.mixing.significance import ei_by_actor, ei_by_group


@pytest.fixture
def directed():
    """A gives strongly to its own sector and weakly across; C gives back strongly."""
    actors = pd.DataFrame(
        {"actor": list("ABCD"), "sector": ["public", "public", "civic", "civic"], "level": list("xyxy")}
    )
    ties = pd.DataFrame([("A", "B", 3.0), ("A", "C", 1.0), ("C", "A", 5.0)], columns=["source", "target", "weight"])
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})


@pytest.mark.parametrize(
    ("direction", "weighted", "expected"),
    [
        ("out", False, [1 / 2, np.nan, 1, np.nan]),
        ("in", False, [1, 0, 1, np.nan]),
        ("all", False, [1 / 2, 0, 1, np.nan]),
        ("out", True, [1 / 4, np.nan, 1, np.nan]),
        ("in", True, [1, 0, 1, np.nan]),
        ("all", True, [6 / 9, 0, 1, np.nan]),
    ],
)
def test_openness_by_hand(directed, direction, weighted, expected):
    series = openness(directed, direction=direction, weighted=weighted)
    assert series.tolist() == pytest.approx(expected, nan_ok=True)
    assert series.name == "openness"
    assert series.index.equals(directed.index)
    assert series.dtype == float


def test_openness_by_group_by_hand(directed):
    table = openness_by_group(directed)
    assert table.index.tolist() == ["civic", "public"]
    assert table.to_numpy().tolist() == [[2, 0, 1, 1], [2, 1, 1, 0.5]]
    assert table["inside"].dtype == table["across"].dtype == np.dtype("int64")
    sent = openness_by_group(directed, direction="out", weighted=True)
    assert sent[["inside", "across"]].to_numpy().tolist() == [[0, 5], [3, 1]]
    received = openness_by_group(directed, direction="in", weighted=True)
    assert received[["inside", "across"]].to_numpy().tolist() == [[0, 1], [3, 5]]
    both = openness_by_group(directed, weighted=True)
    assert both[["inside", "across"]].to_numpy().tolist() == [[0, 6], [3, 6]]


def test_openness_by_level(directed):
    assert openness(directed, group="level").tolist() == pytest.approx([1 / 2, 1, 0, np.nan], nan_ok=True)
    assert openness_by_group(directed, group="level").index.name == "level"


def test_it_is_the_ei_index_on_another_scale(knoke):
    options = {"group": "sector", "layer": "information"}
    assert openness(knoke, **options).tolist() == pytest.approx(((1 + ei_by_actor(knoke, **options)) / 2).tolist())
    assert cross_sector_share(knoke, **options) == (1 + ei_index(knoke, **options)) / 2 == 25 / 32
    found, expected = openness_by_group(knoke, **options), ei_by_group(knoke, **options)
    assert found["openness"].tolist() == pytest.approx(((1 + expected["ei_index"]) / 2).tolist())
    assert found["inside"].tolist() == expected["internal"].tolist()


def test_undirected_strengths_count_once():
    actors = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "public", "civic"]})
    ties = pd.DataFrame([("A", "B", 3.0), ("A", "C", 2.0)], columns=["source", "target", "weight"])
    cluster = Cluster.from_tables(actors, ties)
    for direction in ("out", "in", "all"):
        table = openness_by_group(cluster, direction=direction, weighted=True)
        assert table[["inside", "across"]].to_numpy().tolist() == [[0, 2], [3, 2]]
        assert openness(cluster, direction=direction, weighted=True).tolist() == [0.4, 0, 1]
    assert cross_sector_share(cluster) == 0.5
    assert cross_sector_share(cluster, weighted=True) == 0.4


def test_share_of_weighted_ties_both_ways(directed):
    assert cross_sector_share(directed, weighted=True) == pytest.approx(6 / 9)
    assert cross_sector_share(directed) == 0.5


def test_nothing_to_share(cluster_of):
    cluster = cluster_of([], actors="AB")
    kinds = pd.Series(["x", "y"], index=["A", "B"])
    assert np.isnan(cross_sector_share(cluster, group=kinds))
    assert openness(cluster, group=kinds).isna().all()
    assert openness_by_group(cluster, group=kinds)["openness"].isna().all()


def test_an_actor_without_a_sector_and_a_wrong_direction_are_refused(kite, directed):
    with pytest.raises(InputError, match="every actor needs one"):
        openness(kite)
    with pytest.raises(InputError, match="direction must be one of"):
        openness(directed, direction="both")
