from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster, InputError, betweenness, degree
from socluster.core.errors import ProjectionWarning
from socluster.measures.centrality.rank_stability import RankStability, rank_stability

raw_degree = partial(degree, normalized=False)


@pytest.fixture
def unsure(cluster_of):
    """A is tied to three for sure; B to all five others, but three of its ties are uncertain."""
    tables = cluster_of("AB AC AD BC BD BE BF").to_tables()
    confidence = [1, 1, 1, 1, 0.5, 0.5, 0.5]
    return Cluster.from_tables(tables.actors, tables.ties.assign(confidence=confidence))


def test_the_draws_are_those_of_measure(unsure):
    found = rank_stability(unsure, raw_degree, draws=200, rng=3)
    table = sc.measure(unsure, raw_degree, draws=200, rng=3)
    name = "degree(normalized=False)"
    assert found.measure == name
    assert found.values.median().tolist() == table[name, "median"].tolist()
    assert found.values.quantile(0.05).tolist() == table[name, "low"].tolist()
    again = rank_stability(unsure, raw_degree, draws=200, rng=3)
    pd.testing.assert_frame_equal(found.to_frame(), again.to_frame())
    pd.testing.assert_frame_equal(found.values, again.values)


def test_the_observed_ranking_counts_every_tie(unsure):
    table = rank_stability(unsure, raw_degree, draws=20, rng=1).to_frame()
    assert table.index.tolist() == ["B", "A", "C", "D", "E", "F"]
    assert table["value"].tolist() == [5, 3, 2, 2, 1, 1]
    assert table["rank"].tolist() == [1, 2, 3.5, 3.5, 5.5, 5.5]
    assert table.index.name == "actor"
    assert list(table.columns) == ["value", "rank", "rank_median", "rank_low", "rank_high", "on_top"]


def test_how_often_on_top_follows_from_the_confidences(unsure):
    # B has 2 partners + Binomial(3, 1/2), A has 3: B leads with 2 or 3 more (1/2), shares with 1 more (3/8).
    found = rank_stability(unsure, raw_degree, draws=2000, rng=5, top=1)
    table = found.to_frame()
    assert table.loc["B", "on_top"] == pytest.approx(1 / 2 + 3 / 16, abs=0.03)
    assert table.loc["A", "on_top"] == pytest.approx(1 / 8 + 3 / 16, abs=0.03)
    assert table["on_top"].sum() == pytest.approx(1)
    assert table.loc["B", "rank_low"] == 1
    assert table.loc["B", "rank_high"] == 2.5  # with none more: 2 partners, as C has


@pytest.mark.parametrize("top", [1, 2, 3, 6, 9])
def test_the_shares_on_top_sum_up(unsure, top):
    table = rank_stability(unsure, degree, draws=50, rng=1, top=top).to_frame()
    assert table["on_top"].sum() == pytest.approx(min(top, 6))
    assert table["on_top"].between(0, 1).all()


def test_agreement_is_that_of_the_rankings(unsure):
    found = rank_stability(unsure, raw_degree, draws=60, rng=2)
    table = found.agreement()
    assert table.index.tolist() == ["spearman", "kendall"]
    assert table.index.name == "correlation"
    for method in ("spearman", "kendall"):
        expected = found.values.T.corrwith(found.observed, method=method)
        assert table.loc[method, "median"] == pytest.approx(expected.median())
        assert table.loc[method, "low"] == pytest.approx(expected.quantile(0.05))
        assert table.loc[method, "high"] == pytest.approx(expected.quantile(0.95))
        assert table.loc[method, "defined"] == 1


def test_ties_left_out(knoke):
    information = knoke.layer("information")
    found = rank_stability(information, partial(degree, direction="out", normalized=False), draws=400, rng=1, drop=0.2)
    assert found.values.sum(axis=1).mean() == pytest.approx(49 * 0.8, abs=0.6)
    assert found.drop == 0.2
    nearly_all = rank_stability(information, betweenness, draws=100, rng=1, drop=0.01)
    assert nearly_all.agreement().loc["spearman", "median"] > found.agreement().loc["spearman", "median"]


def test_ties_left_out_besides_uncertain_ones(unsure):
    found = rank_stability(unsure, raw_degree, draws=500, rng=1, drop=0.5)
    assert found.values.sum(axis=1).mean() == pytest.approx(2 * (4 * 0.5 + 3 * 0.25), abs=0.3)


def test_the_lowest_may_come_first(knoke):
    found = rank_stability(knoke.layer("information"), sc.constraint, draws=50, rng=1, drop=0.05, order="lowest")
    table = found.to_frame()
    assert table["value"].is_monotonic_increasing
    assert table.index[0] == "EDUC"
    assert table["on_top"].iloc[0] > 0.5


def test_values_that_are_undefined_or_all_the_same(cluster_of):
    tables = cluster_of("AB", actors="ABC").to_tables()
    pair = Cluster.from_tables(tables.actors, tables.ties.assign(confidence=0.5))
    found = rank_stability(pair, degree, draws=200, rng=1, top=1)
    # With the tie A and B share the first place, without it all three do.
    with_tie = (found.values["A"] > 0).mean()
    assert found.to_frame()["on_top"].to_dict() == pytest.approx(
        {"A": with_tie / 2 + (1 - with_tie) / 3, "B": with_tie / 2 + (1 - with_tie) / 3, "C": (1 - with_tie) / 3}
    )
    assert found.agreement()["defined"].tolist() == pytest.approx([with_tie, with_tie])
    lonely = rank_stability(pair, sc.constraint, draws=200, rng=1, top=2)
    assert lonely.to_frame().loc["C"].tolist()[:5] == pytest.approx([np.nan] * 5, nan_ok=True)
    assert lonely.to_frame()["on_top"].to_dict() == pytest.approx({"A": with_tie, "B": with_tie, "C": 0})
    assert np.isnan(lonely.agreement().loc["kendall", "median"])
    assert "no correlation of rankings is defined" in repr(lonely)


def test_values_that_differ_by_rounding_only_share_a_rank(cluster_of):
    tables = cluster_of("AB BC CD").to_tables()
    cluster = Cluster.from_tables(tables.actors, tables.ties.assign(confidence=0.9))

    def nearly_equal(given):
        return pd.Series([0.3, 0.1 + 0.2, 1e-3, 0], index=given.index)

    table = rank_stability(cluster, nearly_equal, draws=5, rng=1).to_frame()
    assert table["rank"].tolist() == [1.5, 1.5, 3, 4]


def test_what_it_says(unsure):
    found = rank_stability(unsure, degree, draws=100, rng=1, top=2)
    first, second = repr(found).split("\n")
    assert first.startswith("degree: over 100 draws (3 of 7 ties uncertain), rankings correlate with the observed one")
    assert second.startswith("Among the first 2 most often: ")
    assert second.count("%") == 2
    both = rank_stability(unsure, degree, draws=5, rng=1, drop=0.1)
    assert "(3 of 7 ties uncertain, every tie left out with probability 0.1)" in repr(both)


def test_the_result_never_changes(unsure):
    found = rank_stability(unsure, degree, draws=5, rng=1)
    assert isinstance(found, RankStability)
    with pytest.raises(AttributeError):
        found.top = 5


def test_a_two_mode_cluster_is_projected_and_that_is_said():
    rows = pd.DataFrame([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y")], columns=["actor", "group"])
    two_mode = Cluster.from_tables(
        pd.DataFrame({"actor": list("ABC")}),
        groups=pd.DataFrame({"group": ["x", "y"]}),
        affiliations=rows.assign(confidence=0.8),
    )
    with pytest.warns(ProjectionWarning, match="only 4 affiliations") as caught:
        found = rank_stability(two_mode, raw_degree, draws=50, rng=1)
    assert [warning.filename for warning in caught] == [__file__]
    assert found.to_frame().index[0] == "B"
    assert (found.values.sum(axis=1) == 0).any()  # also a draw that loses all ties stays a draw of ties


def test_nobody_and_no_ties(cluster_of):
    nobody = rank_stability(cluster_of([], actors=""), degree, draws=3, rng=1, drop=0.5)
    assert nobody.to_frame().empty
    assert nobody.agreement()["median"].isna().all()
    isolates = rank_stability(cluster_of([], actors="ABC"), degree, draws=3, rng=1, drop=0.5, top=1)
    assert isolates.to_frame()["on_top"].tolist() == pytest.approx([1 / 3] * 3)
    assert "no correlation of rankings is defined" in repr(isolates)
    assert "first" not in repr(isolates)


@pytest.mark.parametrize("drop", [0, 1, -0.1, "some", True, float("nan")])
def test_drop_must_be_a_share(unsure, drop):
    with pytest.raises(InputError, match="drop must lie between 0 and 1"):
        rank_stability(unsure, degree, rng=1, drop=drop)


def test_arguments(kite, unsure):
    with pytest.raises(InputError, match="no tie is uncertain"):
        rank_stability(kite, degree, rng=1)
    with pytest.raises(InputError, match="order must be one of 'highest', 'lowest'"):
        rank_stability(unsure, degree, rng=1, order="ascending")
    with pytest.raises(InputError, match="top must be a whole number"):
        rank_stability(unsure, degree, rng=1, top=0)
    with pytest.raises(InputError, match="draws must be a whole number"):
        rank_stability(unsure, degree, rng=1, draws=0)
    with pytest.raises(InputError, match="rng must be a seed"):
        rank_stability(unsure, degree, rng="seven")
    with pytest.raises(InputError, match="'density' gives one number"):
        rank_stability(unsure, sc.density, rng=1)
    with pytest.raises(TypeError, match="rng"):
        rank_stability(unsure, degree)
