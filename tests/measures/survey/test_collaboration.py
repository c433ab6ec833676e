"""Ratings, scores and reliability against textbook numbers and literal formulas."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.survey.collaboration import (
    non_redundant_ties,
    rater_disagreement,
    rating_scores,
    relative_connectivity,
)
from socluster.measures.survey.ratings import rating_table
from socluster.measures.survey.reliability import cronbach_alpha, icc

few = settings(max_examples=40, deadline=None)

# Shrout & Fleiss (1979), table 2: six rated, four raters
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
TRUST = ["reliable", "mission", "open"]


def survey(rows, actors="ABCD", columns=("reliable", "mission", "open"), directed=True, **more):
    ties = pd.DataFrame(rows, columns=["source", "target", *columns]).assign(**more)
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list(actors)}), ties, layers={"tie": {"directed": directed}})


@pytest.fixture
def town():
    rows = [("A", "B", 4, 3, 4), ("C", "B", 2, 3, None), ("B", "A", 1, 1, 1), ("A", "C", 4, 4, 4)]
    return survey(rows)


# -- the table of ratings ---------------------------------------------------------------------------------------------


def test_ratings_in_columns_of_the_ties(town):
    table = rating_table(town, items=TRUST)
    assert table.index.names == ["rater", "rated"]
    assert table.index.tolist() == [("A", "B"), ("A", "C"), ("B", "A"), ("C", "B")]
    assert table.columns.tolist() == TRUST
    assert set(table.dtypes) == {np.dtype(float)}
    assert table.loc[("C", "B")].tolist() == pytest.approx([2, 3, np.nan], nan_ok=True)


def test_ratings_in_layers():
    rows = [("B", "A", "trust", 3.0), ("A", "B", "trust", 1.0), ("A", "B", "value", 4.0), ("C", "A", "value", 2.0)]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer", "weight"])
    layers = {"trust": {"directed": True}, "value": {"directed": True}}
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["C", "B", "A"]}), ties, layers=layers)
    table = rating_table(cluster, items=["trust", "value"])
    assert table.index.tolist() == [("C", "A"), ("B", "A"), ("A", "B")]  # in the order of the actors
    assert table["trust"].tolist() == pytest.approx([np.nan, 3, 1], nan_ok=True)
    assert table["value"].tolist() == pytest.approx([2, np.nan, 4], nan_ok=True)
    scores = rating_scores(cluster, scores={"both": ["trust", "value"]}, variant="points")
    assert scores["both"].tolist() == pytest.approx([np.nan, (1 + 4) / 2, (3 + 2) / 2], nan_ok=True)
    with pytest.raises(InputError, match="layer has no effect"):
        rating_table(cluster, items="trust", layer="trust")


def test_a_pair_without_any_rating_has_no_row():
    cluster = survey([("A", "B", 4, 3, 2), ("B", "C", None, None, None)])
    assert rating_table(cluster, items=TRUST).index.tolist() == [("A", "B")]
    nobody = survey([], actors="AB", reliable=pd.Series(dtype=float))
    assert len(rating_table(nobody, items="weight")) == 0
    assert rating_scores(nobody, scores={"all": "weight"})["all"].isna().all()
    assert rater_disagreement(nobody, items="weight").isna().all()
    assert relative_connectivity(nobody, items="weight").isna().all()


def test_ambiguous_and_impossible_items_are_refused(town, knoke, florentine):
    with pytest.raises(InputError) as error:
        rating_table(town, items=["relible", "open", "mision"])
    assert [problem.nearest for problem in error.value.problems] == ["reliable", "mission"]
    with pytest.raises(InputError, match="ties of several layers have these ratings \\(information and money\\)"):
        rating_table(knoke, items="weight")
    assert len(rating_table(knoke, items="weight", layer="money")) == 22
    with pytest.raises(InputError, match="is not directed"):
        rating_table(florentine, items=["marriage", "business"])
    with pytest.raises(InputError, match="is not directed"):
        rating_table(survey([("A", "B", 1, 2, 3)], directed=False), items="open")
    with pytest.raises(InputError, match="at least one item"):
        rating_table(town, items=[])
    waves = pd.DataFrame({"source": ["A", "A"], "target": ["B", "B"], "wave": ["1", "2"]})
    two = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), waves, layers={"tie": {"directed": True}})
    with pytest.raises(InputError, match="several waves"):
        rating_table(two, items="weight")


# -- scores -----------------------------------------------------------------------------------------------------------


def test_scores_by_hand(town):
    """B: reliable (4 + 2) / 2, mission (3 + 3) / 2, open 4 / 1; their mean 10 / 3."""
    points = rating_scores(town, scores={"trust": TRUST, "open": "open"}, variant="points")
    assert points["trust"].tolist() == pytest.approx([1, 10 / 3, 4, np.nan], nan_ok=True)
    assert points["open"].tolist() == pytest.approx([1, 4, 4, np.nan], nan_ok=True)
    assert points.index.equals(town.index)
    share = rating_scores(town, scores={"trust": TRUST}, variant="share of maximum")["trust"]
    assert share.tolist() == pytest.approx([1 / 4, 10 / 12, 1, np.nan], nan_ok=True)
    of_range = rating_scores(town, scores={"trust": TRUST})["trust"]
    assert of_range.tolist() == pytest.approx([0, 7 / 9, 1, np.nan], nan_ok=True)


def test_ratings_outside_the_scale_are_all_listed():
    cluster = survey([("A", "B", 5, 3, 4), ("B", "C", 0, 9, 1)])
    with pytest.raises(InputError) as error:
        rating_scores(cluster, scores={"trust": TRUST})
    places = [(problem.row, problem.column, problem.value) for problem in error.value.problems]
    assert places == [("A -> B", "reliable", 5.0), ("B -> C", "reliable", 0.0), ("B -> C", "mission", 9.0)]
    assert rating_scores(cluster, scores={"trust": TRUST}, scale=(0, 10), variant="points")["trust"].notna().sum() == 2
    with pytest.raises(InputError, match="scale must be two numbers"):
        rating_scores(cluster, scores={"trust": TRUST}, scale=(4, 1))
    with pytest.raises(InputError, match="at least one score"):
        rating_scores(cluster, scores={})
    with pytest.raises(InputError, match="did you mean 'share of range'"):
        rating_scores(cluster, scores={"trust": TRUST}, variant="share of rang")


def test_disagreement_by_hand(town):
    """B gets means of 11/3 from A and 5/2 from C."""
    found = rater_disagreement(town, items=TRUST)
    assert found.tolist() == pytest.approx([np.nan, np.std([11 / 3, 5 / 2], ddof=1), np.nan, np.nan], nan_ok=True)
    assert found.name == "rater_disagreement"
    alike = survey([("A", "B", 2, 2, 2), ("C", "B", 2, 2, 2), ("D", "B", 2, 2, 2)])
    assert rater_disagreement(alike, items=TRUST)["B"] == 0


def test_relative_connectivity_by_hand(town):
    """Scores 1, 10/3, 4, none. Partners: A has B and C, B has A and C, C has B and A, D nobody."""
    benefit = np.array([10 / 3 + 4, 1 + 4, 10 / 3 + 1, 0])
    found = relative_connectivity(town, items=TRUST)
    assert found.tolist() == pytest.approx((benefit / benefit.max()).tolist())
    assert found.name == "relative_connectivity"
    with pytest.raises(InputError, match="negative rating"):
        relative_connectivity(survey([("A", "B", -1, 0, 0)]), items=TRUST)


def test_uncertain_ratings_are_said():
    cluster = survey([("A", "B", 4, 3, 2)], confidence=0.5)
    for ask in (rating_table, rater_disagreement, relative_connectivity):
        with pytest.warns(UncertainTiesWarning) as caught:
            ask(cluster, items=TRUST)
        assert [warning.filename for warning in caught] == [__file__]
    with pytest.warns(UncertainTiesWarning):
        rating_scores(cluster, scores={"trust": TRUST})


def test_scores_are_measures(town):
    disagreement = partial(rater_disagreement, items=TRUST)
    table = sc.measure(town, [disagreement, partial(rating_scores, scores={"trust": TRUST})])
    assert table.columns.tolist()[-1] == "trust"


# -- non-redundant ties -----------------------------------------------------------------------------------------------


def test_non_redundant_ties_are_the_effective_size_of_undirected_ties(florentine, kite):
    for cluster, layer in ((florentine, "marriage"), (florentine, "business"), (kite, None)):
        ours = non_redundant_ties(cluster, layer=layer)
        theirs = sc.effective_size(cluster, layer=layer, weighted=False)
        assert ours[theirs.notna()].tolist() == pytest.approx(theirs.dropna().tolist())
        assert (ours[theirs.isna()] == 0).all()
        assert ours.name == "non_redundant_ties"


def test_borgatti_1997(cluster_of):
    """Published: G 4.67, A 2.50, C 1."""
    found = non_redundant_ties(cluster_of("AB AF AG AE EG FG BG BD DG GC"))
    assert found.loc[["G", "A", "C"]].tolist() == pytest.approx([4.67, 2.5, 1], abs=5e-3)


def test_direction_and_strength_do_not_matter(cluster_of):
    arcs = [("a", "b", 3), ("b", "a", 1), ("b", "c", 2), ("d", "a", 9)]
    plain = cluster_of("ab bc ad", actors="abcd")
    assert non_redundant_ties(cluster_of(arcs, directed=True, actors="abcd")).equals(non_redundant_ties(plain))
    assert non_redundant_ties(cluster_of([], actors="")).empty
    assert non_redundant_ties(cluster_of([], actors="a")).tolist() == [0]


# -- reliability ------------------------------------------------------------------------------------------------------


def test_shrout_and_fleiss_1979():
    expected = {"1,1": 0.17, "2,1": 0.29, "3,1": 0.71, "1,k": 0.44, "2,k": 0.62, "3,k": 0.91}
    found = {variant: round(icc(SHROUT_FLEISS, variant=variant), 2) for variant in expected}
    assert found == expected
    assert icc(SHROUT_FLEISS) == icc(SHROUT_FLEISS, variant="1,1")


def test_cronbach_alpha_is_icc_of_fixed_raters():
    """A theorem: alpha of raters taken as items is ICC(3,k)."""
    assert cronbach_alpha(SHROUT_FLEISS) == pytest.approx(icc(SHROUT_FLEISS, variant="3,k"))
    assert cronbach_alpha(pd.DataFrame(SHROUT_FLEISS)) == pytest.approx(0.909, abs=5e-4)


def test_cronbach_alpha_by_hand():
    """Variances 9/4... : items 1 2 4 4, 2 2 3 4, 1 3 4 4; sums 4 7 11 12."""
    items = np.array([[1, 2, 1], [2, 2, 3], [4, 3, 4], [4, 4, 4]])
    variances = [2.25, 0.9166667, 2.0]
    assert [items[:, k].var(ddof=1) for k in range(3)] == pytest.approx(variances)
    total = np.var([4, 7, 11, 12], ddof=1)
    assert cronbach_alpha(items) == pytest.approx(1.5 * (1 - sum(variances) / total))


tables = st.integers(2, 5).flatmap(
    lambda k: st.lists(st.lists(st.integers(1, 4), min_size=k, max_size=k), min_size=2, max_size=6)
)


@few
@given(tables)
def test_icc_equals_the_analysis_of_variance(rows):
    """The published formulas over sums of squares, term by term."""
    values = np.array(rows, dtype=float)
    n, k = values.shape
    grand = values.mean()
    total = ((values - grand) ** 2).sum()
    ss_rows = k * sum((row.mean() - grand) ** 2 for row in values)
    ss_columns = n * sum((column.mean() - grand) ** 2 for column in values.T)
    bms, jms = ss_rows / (n - 1), ss_columns / (k - 1)
    wms, ems = (total - ss_rows) / (n * (k - 1)), (total - ss_rows - ss_columns) / ((n - 1) * (k - 1))
    expected = {
        "1,1": (bms - wms, bms + (k - 1) * wms),
        "2,1": (bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
        "3,1": (bms - ems, bms + (k - 1) * ems),
        "1,k": (bms - wms, bms),
        "2,k": (bms - ems, bms + (jms - ems) / n),
        "3,k": (bms - ems, bms),
    }
    for variant, (part, whole) in expected.items():
        if abs(whole) > 1e-9:
            assert icc(rows, variant=variant) == pytest.approx(part / whole if whole > 0 else np.nan, nan_ok=True)


def test_gaps_are_for_one_way_designs_only():
    """Groups of 2, 3 and 2 ratings: BMS 21/4, WMS 5/6, mean size (7 - 17/7) / 2."""
    gappy = [[1, 2, None], [4, 5, 6], [2, None, 3], [None, None, None]]
    means, grand = [1.5, 5, 2.5], 23 / 7
    between = sum(k * (mean - grand) ** 2 for k, mean in zip([2, 3, 2], means, strict=True)) / 2
    within = (0.5 + 2 + 0.5) / 4
    size = (7 - (4 + 9 + 4) / 7) / 2
    assert icc(gappy) == pytest.approx((between - within) / (between + (size - 1) * within))
    assert icc(gappy, variant="1,k") == pytest.approx((between - within) / between)
    with pytest.raises(InputError, match="missing here: 2 ratings"):
        icc(gappy, variant="2,1")
    assert cronbach_alpha([[1, 2], [None, 3], [2, 3], [4, 4]]) == cronbach_alpha([[1, 2], [2, 3], [4, 4]])


def test_reliability_of_a_cluster(town):
    table = rating_table(town, items=TRUST)
    raters = table["reliable"].unstack("rater")  # noqa: PD010, a Series has no pivot_table
    assert raters.index.name == "rated"
    assert icc(raters) == pytest.approx(icc([[1, None], [4, 2], [4, None]]))
    assert cronbach_alpha(table) == cronbach_alpha(table.dropna().to_numpy())


@pytest.mark.parametrize("table", [[], [[1]], [[1, 2]], [[1], [2]], [[3, 3], [3, 3]], [[0.1] * 3] * 3])
def test_undefined_reliability_is_nan(table):
    assert np.isnan(icc(table))
    assert np.isnan(cronbach_alpha(table))


def test_what_is_no_table_of_numbers_is_refused():
    for ask in (icc, cronbach_alpha):
        with pytest.raises(InputError) as error:
            ask(pd.DataFrame({"a": [1, "x"], "b": [True, 2]}))
        assert [problem.value for problem in error.value.problems] == ["x", True]
        with pytest.raises(InputError, match="is not a table"):
            ask(3)
    with pytest.raises(InputError, match="variant must be one of"):
        icc(SHROUT_FLEISS, variant="4,1")
