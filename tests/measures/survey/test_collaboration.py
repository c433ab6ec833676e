"""Scores made of ratings, and non-redundant ties, against textbook numbers and literal formulas."""

from functools import partial

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.survey.collaboration import (
    non_redundant_ties,
    rater_disagreement,
    rating_scores,
    relative_connectivity,
)
from socluster.measures.survey.ratings import rating_table
from tests.measures.survey.survey_samples import TRUST, survey


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
