"""Krippendorff's alpha against the package of that name."""

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import UndefinedWarning

RATERS = [(5, 4, 2, 1), (5, 5, 2, 3), (4, 4, 1, 2), (5, 3, None, 1)]
LEVELS = ("nominal", "ordinal", "interval")


@pytest.mark.parametrize(("level", "expected"), [("nominal", 0.161049), ("ordinal", 0.743348), ("interval", 0.769433)])
def test_values(level, expected):
    assert sc.krippendorff_alpha(RATERS, level=level) == pytest.approx(expected, abs=5e-7)


@given(
    st.integers(2, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.sampled_from([1.0, 2.0, 3.0, 5.0, None]), min_size=n, max_size=n), min_size=2, max_size=4
        )
    ),
    st.sampled_from(LEVELS),
)
def test_it_is_that_of_the_package(ratings, level):
    table = np.array(ratings, dtype=float)
    paired = table[:, (~np.isnan(table)).sum(axis=0) >= 2]
    assume(len(np.unique(paired[~np.isnan(paired)])) > 1)
    expected = krippendorff.alpha(table, level_of_measurement=level)
    assert sc.krippendorff_alpha(ratings, level=level) == pytest.approx(expected, abs=1e-9)


def test_names_are_nominal_codes():
    yes_no = pd.DataFrame([["yes", "no", "yes"], ["yes", "no", "no"]], index=["A", "B"])
    codes = yes_no.replace({"yes": 1, "no": 0}).astype(float)
    assert sc.krippendorff_alpha(yes_no, level="nominal") == sc.krippendorff_alpha(codes, level="nominal")
    with pytest.raises(sc.InputError, match="is no number"):
        sc.krippendorff_alpha(yes_no, level="ordinal")


def test_where_all_agree_that_every_goal_is_a_5_it_is_undefined_and_consensus_is_1():
    ratings = pd.DataFrame({"doors": [5, 5], "register": [5, 5]})
    with pytest.warns(UndefinedWarning, match="all ratings are the same"):
        assert np.isnan(sc.krippendorff_alpha(ratings))
    assert (sc.consensus(ratings) == 1).all()


def test_one_rater_agrees_with_nobody():
    with pytest.warns(UndefinedWarning, match="no goal has ratings of two raters") as caught:
        assert np.isnan(sc.krippendorff_alpha([[1, 2, 3]]))
    assert "du vertintojai" in str(caught[0].message.in_language("lt"))
