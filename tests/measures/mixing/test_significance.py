from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, ei_index
from socluster.measures.mixing.significance import EITest, ei_by_actor, ei_by_group, ei_test


@pytest.fixture
def small(cluster_of):
    """Six actors, seven tied pairs; small enough to deal its groups out in every way."""
    cluster = cluster_of("AB BC CA AD DE EF BE", directed=False)
    return cluster, pd.Series(["x", "x", "x", "y", "y", "z"], index=cluster.labels, name="kind")


def test_expected_and_p_equal_those_over_all_permutations(small):
    cluster, kinds = small
    values = np.array(
        [ei_index(cluster, group=pd.Series(order, index=cluster.labels)) for order in set(permutations(kinds))]
    )
    found = ei_test(cluster, group=kinds, draws=20_000, rng=1)
    assert found.observed == ei_index(cluster, group=kinds)
    assert found.expected == pytest.approx(values.mean())
    near = 1e-9
    exact = (abs(values - values.mean()) >= abs(found.observed - values.mean()) - near).mean()
    assert found.p_value == pytest.approx(exact, abs=0.015)
    assert found.p_lower == pytest.approx((values <= found.observed + near).mean(), abs=0.015)
    assert found.p_higher == pytest.approx((values >= found.observed - near).mean(), abs=0.015)


def test_range_and_rescaled_index_follow_from_the_sizes(small):
    cluster, kinds = small
    found = ei_test(cluster, group=kinds, draws=10, rng=1)
    # 15 pairs, of which 3 + 1 + 0 are inside: 7 ties have 3 to 7 outside
    assert (found.lowest, found.highest) == (pytest.approx((3 - 4) / 7), 1.0)
    external = (found.observed * 7 + 7) / 2
    assert found.rescaled == pytest.approx(-1 + 2 * (external - 3) / (7 - 3))


def test_knoke(knoke):
    found = ei_test(knoke, group="sector", layer="information", draws=500, rng=3)
    assert found.observed == 0.5625
    assert found.expected == pytest.approx((2 * 32 * 32 / 45 - 32) / 32)
    assert found == ei_test(knoke, group="sector", layer="information", draws=500, rng=3)
    assert found != ei_test(knoke, group="sector", layer="information", draws=500, rng=4)
    assert str(found).startswith("E-I index by sector: 0.563; by chance 0.422 is expected")


def test_the_answer_does_not_hang_on_how_many_draws_are_held_at_a_time(knoke, monkeypatch):
    whole = ei_test(knoke, group="sector", layer="information", draws=300, rng=3)
    monkeypatch.setattr("socluster._kernels.groups.mixing.COMPARISONS", 100)
    assert ei_test(knoke, group="sector", layer="information", draws=300, rng=3) == whole


def test_a_segregated_cluster_is_told_from_chance(cluster_of):
    cluster = cluster_of("AB BC CD DA AC BD EF FG GH HE EG FH")
    sides = pd.Series(list("xxxxyyyy"), index=cluster.labels)
    found = ei_test(cluster, group=sides, draws=999, rng=5)
    assert found.observed == found.rescaled == -1
    assert found.p_value == found.p_lower <= 0.06  # 2 of 70 ways to choose a side give -1
    assert found.p_higher == 1


def test_where_there_is_nothing_to_choose(cluster_of):
    untied = cluster_of([], actors="AB")
    kinds = pd.Series(["x", "y"], index=["A", "B"])
    found = ei_test(untied, group=kinds, draws=5, rng=1)
    assert np.isnan([found.observed, found.expected, found.lowest, found.p_value, found.rescaled]).all()
    assert "undefined" in str(found)
    same = ei_test(cluster_of("AB"), group=pd.Series("x", index=["A", "B"]), draws=5, rng=1)
    assert (same.observed, same.expected, same.p_value, same.p_lower) == (-1, -1, 1, 1)
    assert np.isnan(same.rescaled)
    nobody = ei_test(cluster_of([], actors=""), group="sector", draws=5, rng=1)
    assert np.isnan(nobody.observed)


def test_frame_of_the_test(small):
    frame = ei_test(small[0], group=small[1], draws=9, rng=2).to_frame()
    assert frame.index.tolist() == ["kind"]
    assert frame.columns.tolist() == list(EITest.__dataclass_fields__)[1:-3]  # not the group, nor what it was made of
    assert frame.loc["kind", "draws"] == 9
    assert 0.1 <= frame.loc["kind", "p_value"] <= 1


def test_wrong_draws_and_seeds_are_refused(small):
    with pytest.raises(InputError, match="draws"):
        ei_test(small[0], group=small[1], draws=0, rng=1)
    with pytest.raises(InputError, match="rng"):
        ei_test(small[0], group=small[1], rng="seed")


def test_by_group_of_knoke(knoke):
    table = ei_by_group(knoke, group="sector", layer="information")
    assert table.index.tolist() == ["civic", "private", "public"]
    assert table.index.name == "sector"
    assert table["actors"].tolist() == [4, 2, 4]
    assert table["internal"].sum() == 7  # of 32 pairs; Krackhardt and Stern's index of the whole is (25 - 7) / 32
    assert table["external"].sum() == 2 * 25
    assert table["ei_index"].tolist() == pytest.approx([(18 - 2) / 20, (13 - 1) / 14, (19 - 4) / 23])
    assert set(table.dtypes[["actors", "internal", "external"]]) == {np.dtype("int64")}


def test_by_actor_counts_partners(knoke):
    series = ei_by_actor(knoke, group="sector", layer="information")
    ties = knoke.matrix("information").toarray()
    tied, sectors = (ties + ties.T) > 0, knoke.actors["sector"].to_numpy()
    other = sectors[:, None] != sectors[None, :]
    expected = ((tied & other).sum(axis=1) - (tied & ~other).sum(axis=1)) / tied.sum(axis=1)
    assert series.to_numpy() == pytest.approx(expected)
    assert series.name == "ei_by_actor"
    assert series.index.equals(knoke.index)


def test_an_isolate_and_an_empty_group_are_undefined():
    actors = pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", "private"]})
    cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["A"], "target": ["B"]}))
    assert ei_by_actor(cluster, group="sector").tolist()[:2] == [1, 1]
    assert np.isnan(ei_by_actor(cluster, group="sector")["C"])
    kinds = pd.Series(pd.Categorical(["a", "a", "c"], categories=["c", "b", "a"]), index=list("ABC"))
    table = ei_by_group(cluster, group=kinds)
    assert table.index.tolist() == ["c", "b", "a"]
    assert table["ei_index"].isna().tolist() == [True, True, False]
    assert table.loc["a", "ei_index"] == -1
