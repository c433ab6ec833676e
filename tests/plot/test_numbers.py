"""Numbers in pictures and tables."""

import numpy as np
import pandas as pd
import pytest

from socluster.plot.numbers import decimals_for, shown_number, shown_percent


@pytest.mark.parametrize(
    ("value", "english", "lithuanian"),
    [
        (0.1234567, "0.1235", "0,1235"),
        (-2.5, "−2.5", "−2,5"),
        (1234567.0, "1\u00a0234\u00a0567", "1\u00a0234\u00a0567"),
        (12345.678, "12\u00a0346", "12\u00a0346"),
        (np.nan, "–", "–"),
        (np.inf, "∞", "∞"),
        (0.0, "0", "0"),
    ],
)
def test_four_digits_and_a_dash_for_what_is_undefined(value, english, lithuanian):
    assert shown_number(value, "en") == english
    assert shown_number(value, "lt") == lithuanian


def test_what_rounds_to_nothing_is_not_called_nothing():
    assert shown_number(0.00004, "en", decimals=3) == "0.00004"
    assert shown_number(-1e-9, "en", decimals=3) == ">−0.000001"
    assert shown_number(0.0, "en", decimals=3) == "0.000"
    assert shown_number(0.5, "lt", decimals=2, sign=True) == "+0,50"


@pytest.mark.parametrize(
    ("part", "decimals", "text"),
    [
        (0.0, 0, "0\u00a0%"),
        (1.0, 0, "100\u00a0%"),
        (0.004, 0, "<1\u00a0%"),
        (0.005, 0, "1\u00a0%"),
        (0.9951, 0, ">99\u00a0%"),
        (0.0004, 1, "<0,1\u00a0%"),
        (0.9996, 1, ">99,9\u00a0%"),
        (0.9951, 1, "99,5\u00a0%"),
        (np.nan, 0, "–"),
    ],
)
def test_a_percentage_is_never_rounded_to_certainty(part, decimals, text):
    assert shown_percent(part, "lt", decimals=decimals) == text
    assert shown_percent(part, "en", decimals=decimals) == text.replace("\u00a0", "").replace(",", ".")


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([], 0),
        ([np.nan], 0),
        ([np.inf, 0.5], 1),
        ([1.0, 2.0], 0),
        ([0.5, 0.25], 2),
        ([1 / 3], 4),
        ([1000 / 3], 1),
        ([12345.678], 1),
        ([1e-6 / 3], 9),
    ],
)
def test_as_many_decimals_as_the_column_needs(values, places):
    assert decimals_for(values) == decimals_for(pd.Series(values, dtype=float)) == places
