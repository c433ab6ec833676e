"""Tables of ratings."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.steps.ratings import is_one_goal, rating_frame, rating_scale, refuse_off_scale


def test_lists_arrays_and_tables_are_the_same():
    table = pd.DataFrame([[1, 2], [3, None]])
    for given in (table, [[1, 2], [3, None]], np.array([[1, 2], [3, np.nan]])):
        np.testing.assert_array_equal(rating_frame(given).to_numpy(), [[1, 2], [3, np.nan]])


def test_one_goal():
    assert is_one_goal([1, 2])
    assert is_one_goal(pd.Series([1, 2]))
    assert is_one_goal(np.array([1, 2]))
    assert not is_one_goal([[1, 2]])
    assert not is_one_goal(pd.DataFrame({"a": [1]}))
    assert not is_one_goal("12")
    assert rating_frame(pd.Series([1, 2], name="doors")).columns.tolist() == ["doors"]
    assert rating_frame([1, 2]).shape == (2, 1)


def test_codes_stay_as_they_are():
    frame = rating_frame([["yes", None]], numeric=False)
    assert frame.iloc[0, 0] == "yes"
    assert frame.iloc[0, 1] is None


def test_all_problems_are_listed():
    with pytest.raises(InputError) as caught:
        rating_frame(pd.DataFrame([["x", 1], [2, True]], index=["A", "A "]))
    assert len(caught.value.problems) == 3


def test_scale():
    assert rating_scale((1, 5)) == (1.0, 5.0)
    refuse_off_scale(pd.DataFrame({"a": [1.0, np.nan, 5.0]}), (1, 5))
    with pytest.raises(InputError, match="lies outside the scale from 1 to 5"):
        refuse_off_scale(pd.DataFrame({"a": [5.5]}), (1.0, 5.0))


@pytest.mark.parametrize("name", [None, float("nan"), "", " "])
@pytest.mark.parametrize("ask", [sc.consensus, sc.krippendorff_alpha, sc.collective_choice])
def test_a_goal_without_a_name_is_refused(ask, name):
    with pytest.raises(InputError, match="has no name; write what the goal of column 1 is"):
        ask(pd.DataFrame([[1, 2], [1, 2]], columns=[name, "a"]))
