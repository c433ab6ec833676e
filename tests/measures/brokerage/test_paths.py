import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster import InputError, brokerage_roles, mixing_table
from socluster.measures.brokerage.paths import brokerage_strength, crossed_brokerage
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import make, small_clusters

ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
WORTH = {"min": min, "geometric": lambda x, y: np.sqrt(x * y), "product": lambda x, y: x * y}
some = settings(max_examples=examples(30, 180), deadline=None)


def role_of(a, v, b):
    if a == v == b:
        return "coordinator"
    if a == b:
        return "itinerant"
    if a == v:
        return "representative"
    return "gatekeeper" if v == b else "liaison"


def open_paths(ties):
    n = len(ties)
    for a in range(n):
        for b in range(n):
            for v in range(n):
                if a != b and not ties[a, b] and ties[a, v] and ties[v, b]:
                    yield a, v, b


def literal_strength(ties, sectors, combine, *, once):
    worth = pd.DataFrame(0.0, index=range(len(ties)), columns=[*ROLES, "total"])
    for a, v, b in open_paths(ties):
        role, strength = role_of(sectors[a], sectors[v], sectors[b]), WORTH[combine](ties[a, v], ties[v, b])
        worth.loc[v, role] += strength / 2 if once and role not in ("representative", "gatekeeper") else strength
        worth.loc[v, "total"] += strength / 2 if once else strength
    return worth


# -- strength ---------------------------------------------------------------------------------------------------------


@some
@given(small_clusters(), st.sampled_from(list(WORTH)), st.sampled_from(["once", "sna"]))
def test_strength_equals_the_definition(cluster, combine, variant):
    found = brokerage_strength(cluster, group="sector", combine=combine, variant=variant)
    once = variant == "once" and not cluster.is_directed()
    sectors = cluster.actors["sector"].tolist()
    expected = literal_strength(cluster.matrix().toarray(), sectors, combine, once=once)
    assert found.to_numpy() == pytest.approx(expected.to_numpy())
    assert found.columns.tolist() == [*ROLES, "total"]
    assert found.index.equals(cluster.index)
    assert set(found.dtypes) == {np.dtype("float64")}


@pytest.mark.parametrize("combine", list(WORTH))
@pytest.mark.parametrize("variant", ["once", "sna"])
def test_strength_of_ones_is_the_number_of_pairs(knoke, florentine, combine, variant):
    for cluster, layer, group in ((knoke, "information", "partition3"), (florentine, "marriage", "kind")):
        strength = brokerage_strength(cluster, group=group, layer=layer, combine=combine, variant=variant)
        roles = brokerage_roles(cluster, group=group, layer=layer, variant=variant)
        assert (strength == roles).all(axis=None)


def test_a_chain_is_as_strong_as_its_weakest_link(cluster_of):
    chain = cluster_of([("a", "v", 4), ("v", "b", 9)], directed=True)
    group = pd.Series("one", index=chain.labels)
    totals = {how: brokerage_strength(chain, group=group, combine=how).loc["v", "total"] for how in WORTH}
    assert totals == pytest.approx({"min": 4, "geometric": 6, "product": 36})


def test_scaling_the_strengths_scales_the_worth(cluster_of):
    rows = [("a", "v", 2.0), ("v", "b", 3.0), ("b", "c", 5.0), ("d", "v", 1.0)]
    cluster = cluster_of(rows)
    larger = cluster_of([(source, target, 10 * weight) for source, target, weight in rows])
    group = pd.Series(list("xyxyx"), index=cluster.labels)
    for combine, factor in (("min", 10), ("geometric", 10), ("product", 100)):
        once, tenfold = (brokerage_strength(each, group=group, combine=combine) for each in (cluster, larger))
        assert tenfold.to_numpy() == pytest.approx(factor * once.to_numpy())


def test_bad_options_are_refused(knoke):
    with pytest.raises(InputError, match="did you mean 'product'"):
        brokerage_strength(knoke, group="sector", combine="products")
    with pytest.raises(InputError, match="variant must be one of 'once', 'sna'"):
        brokerage_strength(knoke, group="sector", variant="ucinet")
    with pytest.raises(InputError, match="did you mean 'sector'"):
        brokerage_strength(knoke, group="sectors")


# -- two divisions ----------------------------------------------------------------------------------------------------


@some
@given(small_clusters())
def test_the_crossed_census_equals_the_definition(cluster):
    found = crossed_brokerage(cluster, group="sector", across="level")
    first, second = cluster.actors["sector"].tolist(), cluster.actors["level"].tolist()
    expected = pd.DataFrame(0.0, index=cluster.index, columns=found.columns)
    for a, v, b in open_paths(cluster.matrix().toarray()):
        roles = tuple(role_of(each[a], each[v], each[b]) for each in (first, second))
        directional = {"representative", "gatekeeper"} & set(roles)
        expected.loc[cluster.labels[v], roles] += 1 if cluster.is_directed() or directional else 0.5
    assert found.columns.names == ["group", "across"]
    assert found.shape[1] == 25
    assert (found == expected).all(axis=None)
    assert set(found.dtypes) == {np.dtype("int64")}


def test_the_crossed_census_adds_up_to_the_roles(knoke):
    census = crossed_brokerage(knoke, group="sector", across="partition3", layer="information")
    for level, group in ((0, "sector"), (1, "partition3")):
        sums = census.T.groupby(level=level, sort=False).sum().T
        assert (sums == brokerage_roles(knoke, group=group, layer="information")[ROLES]).all(axis=None)


def test_a_division_crossed_with_itself_is_diagonal(knoke):
    census = crossed_brokerage(knoke, group="sector", across="sector", layer="information").sum()
    expected = brokerage_roles(knoke, group="sector", layer="information").sum()
    assert census[census > 0].to_dict() == {(role, role): expected[role] for role in ROLES}


# -- groups that are combinations -------------------------------------------------------------------------------------


def test_several_columns_make_the_groups(knoke):
    both = knoke.actors["sector"].astype(str) + "/" + knoke.actors["partition3"].astype(str)
    found = brokerage_roles(knoke, group=["sector", "partition3"], layer="information")
    assert found.equals(brokerage_roles(knoke, group=both, layer="information"))
    assert brokerage_roles(knoke, group=["sector"]).equals(brokerage_roles(knoke, group="sector"))
    table = mixing_table(knoke, group=["sector", "partition3"], layer="information")
    assert table.to_numpy().sum() == 49
    assert "public × GOV" in table.index


def test_bad_combinations_are_refused(knoke):
    with pytest.raises(InputError, match="did you mean 'sector'"):
        brokerage_roles(knoke, group=["sectors", "partition3"])
    with pytest.raises(InputError, match="names no column"):
        brokerage_roles(knoke, group=[])
    with pytest.raises(InputError, match="is not a column"):
        brokerage_roles(knoke, group=[3])
    gap = make("AB", [("A", "B", "x", 1.0)], {"x": False}, ["public", None])
    with pytest.raises(InputError, match="row B, column 'sector': has no value"):
        brokerage_roles(gap, group=["staff", "sector"])
