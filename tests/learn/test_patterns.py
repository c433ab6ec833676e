"""What is off with wrong numbers."""

import numpy as np
import pandas as pd
import pytest

from socluster.learn.patterns import diagnose_numbers, missing_value, some_right

RIGHT = [0.25, 1 / 3, 2.0]
FACTOR = "All values are off by the same factor: are they normalised, or should they be?"


def told(expected, given):
    return diagnose_numbers(expected, given, 1e-6, "en")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([0.25, 0.33, 2.0], "Right up to rounding: give it unrounded."),
        ([-0.25, -1 / 3, -2.0], "Right but for the sign."),
        ([-0.25, -0.33, -2.0], "Right but for the sign."),
        ([25, 100 / 3, 200], "That is a percentage; a share is asked for (100 times smaller)."),
        ([0.0025, 1 / 300, 0.02], "That is a share; a percentage is asked for (100 times larger)."),
        ([0.2501, 0.3334, 2.001], "Very near, but not the same: was something rounded on the way?"),
        ([0.5, 2 / 3, 4.0], FACTOR),
        ([1, 2, 3], "The order is right, the values are not."),
        ([3, 2, 1], "The order is upside down."),
        ([0.25, 7, 2.0], "2 of 3 values are right."),
        ([0.0, 0.0, 0.0], "0 of 3 values are right."),
        ([np.inf, 1 / 3, 2.0], "2 of 3 values are right."),
        ([np.nan, 1 / 3, 2.0], "2 of 3 values are right."),
    ],
)
def test_a_pattern_is_seen(given, sentence):
    assert told(RIGHT, given) == sentence


@pytest.mark.parametrize("given", [0.5, 0.0, 9.0])
def test_of_one_number_there_is_nothing_to_say_but_how_it_is_written(given):
    assert told([1 / 3], [given]) is None


def test_where_all_right_values_are_the_same_there_is_no_order():
    assert told([1.0, 1.0], [3.0, 5.0]) == "0 of 2 values are right."


def test_some_are_right_in_both_languages():
    assert some_right(1, 1, "en") == "1 of 1 value is right."
    assert some_right(2, 5, "en") == "2 of 5 values are right."
    assert some_right(2, 5, "lt") != some_right(2, 5, "en")


def test_what_is_undefined_in_both_is_no_difference():
    assert told([np.nan, 1 / 3, 2.0], [np.nan, -1 / 3, -2.0]) == "Right but for the sign."


@pytest.mark.parametrize(
    ("value", "is_missing"), [(None, True), (np.nan, True), (pd.NA, True), (0, False), ("", False)]
)
def test_what_is_missing(value, is_missing):
    assert missing_value(value) is is_missing


def test_a_list_is_no_missing_value():
    assert not missing_value([np.nan])
