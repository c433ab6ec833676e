"""What both questions read: which dyads, which groups, what to keep in mind."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.inference.qap.asked import group_codes, is_symmetric, notes_about, space_of
from socluster.inference.qap.predictors.given import as_predictor


def test_one_directed_matrix_makes_all_pairs_ordered():
    knoke, florentine = sc.load_dataset("knoke"), sc.load_dataset("florentine")
    assert space_of(knoke, [as_predictor("information"), sc.predictors.same("sector")]).directed
    assert not space_of(florentine, [as_predictor("marriage"), sc.predictors.same("sector")]).directed
    lopsided = np.triu(np.ones((16, 16)))
    assert space_of(florentine, [as_predictor("marriage"), as_predictor(lopsided)]).directed


def test_actors_with_groups_and_actors_with_actors_do_not_go_together():
    davis = sc.load_dataset("davis")
    space = space_of(davis, [as_predictor("attends"), as_predictor(np.ones((18, 14)))])
    assert space.two_mode
    with pytest.raises(InputError, match="groups for columns"):
        space_of(davis, [as_predictor("attends"), as_predictor(np.ones((18, 18)))])


def test_groups_are_numbered():
    knoke = sc.load_dataset("knoke")
    assert set(group_codes(knoke, None)) == {0}
    codes = group_codes(knoke, "sector")
    assert pd.Series(codes).groupby(knoke.actors["sector"].to_numpy()).nunique().eq(1).all()
    assert len(set(codes)) == 3


def test_groups_are_complete_and_larger_than_one():
    knoke = sc.load_dataset("knoke")
    some = pd.Series(["x"] * 9, knoke.labels[:9], name="some")
    with pytest.raises(InputError, match=r"row WEST.*select\(\) the actors that have one"):
        group_codes(knoke, some)
    with pytest.raises(InputError, match="alone in its group"):
        group_codes(knoke, pd.Series(knoke.labels, knoke.labels, name="who"))


def test_what_affiliations_lack_in_ties_is_not_missed():
    assert notes_about(sc.load_dataset("davis"), [as_predictor("attends")]) == ()


def test_symmetry_looks_past_the_diagonal_and_at_what_is_unknown():
    values = np.array([[1.0, np.nan], [np.nan, 2.0]])
    assert is_symmetric(values)
    values[0, 1] = 0
    assert not is_symmetric(values)


def test_uncertain_ties_are_warned_of_and_noted():
    ties = pd.DataFrame({"source": ["a"], "target": ["b"], "evidence": ["assumed"], "confidence": [0.5]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), ties)
    with pytest.warns(UncertainTiesWarning):
        notes = notes_about(cluster, [as_predictor("tie"), as_predictor("tie")])
    assert [str(each) for each in notes] == ["1 uncertain tie was counted as if it existed."]
