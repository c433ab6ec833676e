"""The picture of what a number may be."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc

ROW = {"minimum": 0.2, "maximum": 0.5, "low": 0.3, "high": 0.4, "all_absent": 0.25, "all_present": 0.45}


def test_bars_reach_from_the_least_to_the_most_and_marks_are_the_two_extremes():
    figure = sc.plot.possible_values(pd.DataFrame([ROW, ROW], index=["A", "B"]))
    widest, middle, absent, present = figure.data
    assert list(widest.x[:2]) == [0.2, 0.5]
    assert list(middle.x[3:5]) == [0.3, 0.4]
    assert (list(absent.x), list(present.x)) == ([0.25] * 2, [0.45] * 2)


def test_what_is_undefined_is_said():
    table = pd.DataFrame([dict.fromkeys(ROW, np.nan)], index=["A"])
    assert "A: undefined" in sc.plot.possible_values(table).layout.meta["alt"]


def test_a_bar_that_ends_before_it_begins_is_refused():
    with pytest.raises(sc.InputError, match="ends before it begins"):
        sc.plot.possible_values(pd.DataFrame([{**ROW, "maximum": 0.1}], index=["A"]))


def test_of_what_can_be_one_value_only_that_is_said():
    table = pd.DataFrame([dict.fromkeys(ROW, 0.5)], index=["A"])
    assert "A: 0.5." in sc.plot.possible_values(table).layout.meta["alt"]
