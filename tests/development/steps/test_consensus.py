"""Consensus against the values of Tastle and Wierman, and of R's agrmt."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc


def counted(*counts):
    """The ratings 1, 2, ... with how often each was given."""
    return [float(value) for value, count in enumerate(counts, start=1) for _ in range(count)]


@pytest.mark.parametrize(
    ("counts", "scale", "expected"),
    [
        ((1, 0, 0, 0, 1), (1, 5), 0),
        ((0, 0, 7, 0, 0), (1, 5), 1),
        ((1, 1, 1, 1, 1), (1, 5), 0.433985),
        ((0, 1, 2, 3, 4), (1, 5), 0.650978),
        ((2, 0, 0, 1, 2), (1, 5), 0.129815),
        ((30, 40, 210, 130, 530, 50, 10), (1, 7), 0.7256876),  # printed in the manual of R's agrmt
    ],
)
def test_values(counts, scale, expected):
    assert sc.consensus(counted(*counts), scale=scale) == pytest.approx(expected, abs=5e-7)


def test_a_table_gives_a_series_by_goal_and_leaves_out_who_did_not_rate():
    table = pd.DataFrame({"doors": [5, 5, None], "register": [1, 5, 3], "alone": [4, None, None]}, index=list("ABC"))
    found = sc.consensus(table)
    assert (found.name, found.index.name, list(found.index)) == ("consensus", "goal", ["doors", "register", "alone"])
    assert found["doors"] == 1
    assert found["register"] == sc.consensus([1, 5, 3])
    assert np.isnan(found["alone"])


@given(st.lists(st.integers(1, 5), min_size=2, max_size=12))
def test_it_lies_from_0_to_1_and_knows_neither_order_nor_side(ratings):
    found = sc.consensus(ratings)
    assert 0 <= found <= 1
    assert sc.consensus(ratings[::-1]) == pytest.approx(found, abs=1e-12)
    assert sc.consensus([6 - rating for rating in ratings]) == pytest.approx(found, abs=1e-12)
    assert sc.consensus(ratings * 2) == pytest.approx(found, abs=1e-12)


def test_the_width_is_that_of_the_scale():
    assert sc.consensus([2, 4], scale=(1, 5)) > sc.consensus([2, 4], scale=(2, 4)) == 0


def test_all_ratings_off_the_scale_are_listed():
    table = pd.DataFrame({"doors": [5, 6], "register": [0, 3]}, index=["School", "Clinic"])
    with pytest.raises(sc.InputError) as caught:
        sc.consensus(table)
    assert len(caught.value.problems) == 2
    assert "row School, column 'register': lies outside the scale from 1 to 5 (here: 0.0)" in str(caught.value)


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        (pd.DataFrame({"a": [1, 2]}, index=["NGO", "NGO "]), "rated twice"),
        (pd.DataFrame([[1, 2]], columns=["a", " a"]), "every goal needs a name of its own"),
        (pd.DataFrame({"a": ["much", 2]}), "is no number"),
        ([[1, 2], [3]], "a row per rater"),
        ("12", "a row per rater"),
        ([], "a row per rater"),
        ({"a": 1}, "a row per rater"),
    ],
)
def test_bad_ratings(ratings, said):
    with pytest.raises(sc.InputError, match=said):
        sc.consensus(ratings)


@pytest.mark.parametrize("scale", [(5, 1), (1, 1), (1,), "15", 3, (1, float("inf")), ("a", "b")])
def test_bad_scales(scale):
    with pytest.raises(sc.InputError, match="scale must be two numbers"):
        sc.consensus([1, 2], scale=scale)
