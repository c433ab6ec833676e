import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, brokerage_roles

COLUMNS = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
KNOKE_ROLES_BY_PARTITION3 = [
    [0, 1, 0, 0, 1, 2],
    [0, 5, 7, 3, 6, 21],
    [0, 2, 1, 1, 5, 9],
    [0, 1, 1, 0, 0, 2],
    [2, 5, 5, 6, 9, 27],
    [0, 0, 0, 1, 0, 1],
    [0, 0, 0, 5, 1, 6],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 2, 0, 0, 2],
    [0, 1, 0, 0, 0, 1],
]


def grouped(cluster, groups):
    """Groups as a Series, from a text with one letter per actor."""
    return pd.Series(list(groups), index=cluster.labels)


def test_roles_of_knoke(knoke):
    roles = brokerage_roles(knoke, group="partition3", layer="information")
    assert roles.columns.tolist() == COLUMNS
    assert roles.index.equals(knoke.actors.index)
    assert set(roles.dtypes) == {np.dtype("int64")}
    assert roles.to_numpy().tolist() == KNOKE_ROLES_BY_PARTITION3
    assert roles.sum().tolist() == [2, 15, 16, 16, 22, 71]


def test_roles_of_knoke_by_sector(knoke):
    roles = brokerage_roles(knoke, group="sector", layer="information")
    assert roles.sum().tolist() == [6, 18, 12, 20, 15, 71]
    assert roles["total"].tolist() == [2, 21, 9, 2, 27, 1, 6, 0, 2, 1]
    assert roles.loc["MAYR"].tolist() == [5, 3, 7, 7, 5, 27]
    assert roles.loc["COMM"].tolist() == [1, 5, 3, 5, 7, 21]
    by_series = brokerage_roles(knoke, group=knoke.actors["code"].iloc[::-1], layer="information")
    assert by_series.equals(roles)


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("AAA", "coordinator"),
        ("AAB", "representative"),
        ("ABB", "gatekeeper"),
        ("ABA", "itinerant"),
        ("ABC", "liaison"),
    ],
)
def test_the_role_on_one_path(cluster_of, groups, role):
    path = cluster_of("av vb", directed=True)
    roles = brokerage_roles(path, group=grouped(path, groups))
    assert roles.loc["v"].to_dict() == {**dict.fromkeys(COLUMNS, 0), role: 1, "total": 1}
    assert (roles.drop(index="v") == 0).all(axis=None)


def test_a_direct_tie_leaves_nothing_to_broker(cluster_of):
    closed = cluster_of("av vb ab", directed=True)
    assert brokerage_roles(closed, group=grouped(closed, "AAA"))["total"].sum() == 0
    back = cluster_of("av vb ba", directed=True)
    assert brokerage_roles(back, group=grouped(back, "AAA"))["coordinator"].tolist() == [1, 1, 1]


def test_the_way_back_to_the_same_actor_is_no_pair(cluster_of):
    mutual = cluster_of("av va", directed=True)
    assert brokerage_roles(mutual, group=grouped(mutual, "AB")).to_numpy().sum() == 0


def test_an_undirected_pair_counts_once(cluster_of):
    star = cluster_of("va vb vc", actors="vabc")
    roles = brokerage_roles(star, group=grouped(star, "AABB"))
    # v joins b and c of the other group, and a of its own group with each of them
    assert roles.loc["v"].tolist() == [0, 1, 2, 2, 0, 3]
    assert brokerage_roles(star, group=grouped(star, "AABC")).loc["v"].tolist() == [0, 0, 2, 2, 1, 3]
    assert brokerage_roles(star, group=grouped(star, "AAAA")).loc["v"].tolist() == [3, 0, 0, 0, 0, 3]
    assert set(roles.dtypes) == {np.dtype("int64")}


def test_an_undirected_pair_counts_in_both_orders_in_sna(cluster_of):
    star = cluster_of("va vb vc", actors="vabc")
    roles = brokerage_roles(star, group=grouped(star, "AABB"), variant="sna")
    assert roles.loc["v"].tolist() == [0, 2, 2, 2, 0, 6]


def test_the_variant_is_the_same_for_directed_ties(knoke):
    once, sna = (brokerage_roles(knoke, group="sector", variant=variant) for variant in ("once", "sna"))
    assert once.equals(sna)


def test_brokers_of_one_pair_share_its_credit(cluster_of):
    cluster = cluster_of("av vb aw wb bx", actors="abvwx", directed=True)
    group = grouped(cluster, "AAABA")
    roles = brokerage_roles(cluster, group=group, credit="partial")
    assert roles.loc["v"].tolist() == [0.5, 0, 0, 0, 0, 0.5]  # a -> b, shared with w
    assert roles.loc["w"].tolist() == [0, 0.5, 0, 0, 0, 0.5]
    assert roles.loc["b"].tolist() == [1, 0, 0, 1, 0, 2]  # v -> x and w -> x, alone
    assert set(roles.dtypes) == {np.dtype("float64")}


def test_partial_credit_adds_up_to_the_pairs_that_have_brokers(knoke):
    partial = brokerage_roles(knoke, group="sector", layer="information", credit="partial")
    ties = knoke.matrix("information", "binary").toarray()
    open_pairs = ((ties @ ties) > 0) & (ties == 0) & ~np.eye(10, dtype=bool)
    assert partial["total"].sum() == pytest.approx(open_pairs.sum())


def test_partial_credit_of_undirected_ties(cluster_of):
    square = cluster_of("ab bc cd da")
    roles = brokerage_roles(square, group=grouped(square, "AAAA"), credit="partial")
    assert roles["coordinator"].tolist() == [0.5] * 4
    assert roles["total"].sum() == 2  # the two diagonals


def test_roles_of_isolates_are_zero(cluster_of):
    cluster = cluster_of([], actors="abc")
    for credit in ("full", "partial"):
        roles = brokerage_roles(cluster, group=grouped(cluster, "ABC"), credit=credit)
        assert roles.shape == (3, 6)
        assert (roles == 0).all(axis=None)


def test_bad_groups_and_options_are_refused(knoke):
    with pytest.raises(InputError, match="did you mean 'sector'"):
        brokerage_roles(knoke, group="sectors")
    with pytest.raises(InputError, match="5 problems"):
        brokerage_roles(knoke, group=knoke.actors["sector"].iloc[:5])
    with pytest.raises(InputError, match="did you mean 'partial'"):
        brokerage_roles(knoke, group="sector", credit="partly")
    with pytest.raises(InputError, match="variant must be one of 'once', 'sna'"):
        brokerage_roles(knoke, group="sector", variant="ucinet")


def test_an_actor_without_a_group_is_named():
    actors = pd.DataFrame({"actor": ["A", "B"], "sector": ["public", None]})
    ties = pd.DataFrame({"source": ["A"], "target": ["B"]})
    with pytest.raises(InputError, match="row B, column 'sector': has no value"):
        brokerage_roles(Cluster.from_tables(actors, ties), group="sector")
