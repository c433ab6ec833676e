"""Comparisons with null models: exact where that is possible, the same whoever computes, fair."""

from functools import partial

import numpy as np
import pytest
from scipy import stats

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.inference.nulls.base import streams_of
from tests.inference.nulls.uniformity import small

FOUR = small(directed=False, ties=["ab", "bc", "ac"])


def test_a_small_null_is_listed_and_exact():
    found = sc.compare_to_null(FOUR, sc.transitivity, null=sc.nulls.FixedTies(), draws=20, rng=1)
    row = found.to_frame().iloc[0]
    assert found.is_exact
    assert (found.draws, row["p_error"]) == (20, 0)
    assert row["p_higher"] == pytest.approx(4 / 20)  # 4 of 20 networks with three ties are a triangle
    assert row["defined"] == pytest.approx(1.0)
    drawn = sc.compare_to_null(FOUR, sc.transitivity, null=sc.nulls.FixedTies(), draws=19, rng=1)
    assert not drawn.is_exact
    assert "exact" in found.sentences()[1]
    assert "19 draws" in drawn.sentences()[1]


def test_networks_without_any_chance_are_none():
    """With density 1 only the complete network can come."""
    complete = small(directed=False, ties=["ab", "bc", "ac"], n=3)
    found = sc.compare_to_null(complete, sc.density, null=sc.nulls.Bernoulli(), draws=20, rng=1)
    assert found.draws == 1
    assert "cannot come out otherwise" in found.sentences()[0]


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize(
    "null",
    [
        sc.nulls.Bernoulli(),
        sc.nulls.FixedTies(),
        sc.nulls.DyadCensus(),
        sc.nulls.DegreeSequence(),
        sc.nulls.Blocks("sector"),
    ],
    ids=lambda null: type(null).__name__,
)
def test_the_order_of_actors_does_not_matter(null, directed):
    cluster = small(directed=directed, ties=["ab", "bc", "ba"] if directed else ["ab", "bc"], n=3)
    tables = cluster.to_tables()
    other = sc.Cluster.from_tables(tables.actors.iloc[::-1], tables.ties, layers={"tie": {"directed": directed}})
    ask = partial(sc.compare_to_null, null=null, draws=5000, rng=1)
    one, two = (ask(each, sc.global_efficiency) for each in (cluster, other))
    assert one.is_exact
    columns = ["observed", "mean", "sd", "p", "p_higher"]
    np.testing.assert_allclose(one.to_frame()[columns], two.to_frame()[columns])


def test_exact_and_drawn_agree():
    exact = sc.compare_to_null(FOUR, sc.transitivity, null=sc.nulls.Bernoulli(), draws=64, rng=1).to_frame().iloc[0]
    cluster = small(directed=False, ties=["ab", "bc", "ac"])
    values = [sc.transitivity(each) for each in sc.nulls.Bernoulli().fitted(cluster).clusters(streams_of(1, 0, 1000))]
    assert exact["mean"] == pytest.approx(np.nanmean(values), abs=0.05)
    assert exact["defined"] == pytest.approx(np.mean(~np.isnan(values)), abs=0.05)


def test_the_same_seed_gives_the_same_whoever_computes(tmp_path):
    knoke = sc.load_dataset("knoke").layer("information")
    ask = partial(sc.compare_to_null, knoke, sc.betweenness, null=sc.nulls.DegreeSequence(), rng=7)
    once = ask(draws=30).to_frame()
    assert once.equals(ask(draws=sc.Draws(30, checkpoint=tmp_path)).to_frame())
    assert once.equals(ask(draws=sc.Draws(30, checkpoint=tmp_path)).to_frame())
    assert not once.equals(
        sc.compare_to_null(knoke, sc.betweenness, null=sc.nulls.DegreeSequence(), rng=8, draws=30).to_frame()
    )


def test_it_stops_when_p_is_known_well_enough():
    kite = sc.load_dataset("kite")
    found = sc.compare_to_null(
        kite, sc.density, null=sc.nulls.Bernoulli(0.9), draws=sc.Draws(5000, tolerance=0.05), rng=1
    )
    assert found.draws == 100
    assert found.largest_errors["density"] <= 0.05


def test_measures_have_names_and_are_all_of_one_kind():
    kite = sc.load_dataset("kite")
    null = sc.nulls.FixedTies()
    found = sc.compare_to_null(kite, {"closed": sc.transitivity, "dense": sc.density}, null=null, draws=10, rng=1)
    assert found.to_frame().index.tolist() == ["closed", "dense"]
    with pytest.raises(InputError, match="ask once for each kind"):
        sc.compare_to_null(kite, [sc.density, sc.degree], null=null, draws=10, rng=1)
    by_actor = sc.compare_to_null(kite, sc.betweenness, null=null, draws=10, rng=1).to_frame()
    assert by_actor.index.names == ["measure", "actor"]
    assert len(by_actor) == 10


def test_a_layer_is_all_that_the_measure_sees_and_several_are_drawn_each_by_itself():
    florentine = sc.load_dataset("florentine")
    one = sc.compare_to_null(florentine, sc.density, null=sc.nulls.FixedTies(), layer="marriage", draws=5, rng=1)
    assert one.to_frame()["observed"].iloc[0] == pytest.approx(20 / 120)

    def shared(cluster):
        return float((cluster.matrix("marriage").multiply(cluster.matrix("business"))).nnz / 2)

    row = sc.compare_to_null(florentine, {"shared": shared}, null=sc.nulls.FixedTies(), draws=400, rng=1).to_frame()
    assert row["observed"].iloc[0] == 8
    assert row["mean"].iloc[0] == pytest.approx(20 * 15 / 120, abs=0.4)  # hypergeometric
    named = sc.compare_to_null(
        florentine, {"shared": shared}, null=sc.nulls.FixedTies(), layer=["marriage", "business"], draws=400, rng=1
    )
    assert named.to_frame().equals(row)


def test_p_is_fair_under_the_null():
    """Over networks of the null, p falls evenly over the values that it can take."""
    kite = sc.load_dataset("kite")
    null = sc.nulls.FixedTies()
    found = []

    def first_paths(cluster):
        """A number with few ties among its values, so that p takes all of its values."""
        walks = cluster.shared_matrix() @ cluster.shared_matrix()
        return float(walks.data @ np.sqrt(1 + walks.indices))

    for number, each in enumerate(null.fitted(kite).clusters(streams_of(4, 0, 120))):
        test = sc.compare_to_null(each, {"asked": first_paths}, null=null, draws=19, rng=number)
        found.append(test.to_frame()["p_higher"].iloc[0])
    assert stats.kstest(found, "uniform").pvalue > 0.001
    assert np.mean(np.array(found) <= 0.05) < 0.15


def test_uncertain_ties_count_as_if_they_existed_and_are_told():
    unsure = small(directed=False, ties=["ab", "bc"]).with_ties("c", "d", confidence=0.5, evidence="assumed")
    with pytest.warns(UncertainTiesWarning):
        found = sc.compare_to_null(unsure, sc.transitivity, null=sc.nulls.FixedTies(), draws=10, rng=1)
    assert any("uncertain tie was counted" in each for each in found.sentences())
