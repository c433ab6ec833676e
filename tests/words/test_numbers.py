import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.words import DASH, number, percent
from socluster.words.numbers import numbers_alike

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12)


def value_of(text, language):
    """Read a number back as a person does."""
    text = text.replace("\u00a0", "").replace("\u2212", "-").replace("%", "").lstrip("<>").replace(" ", "")
    mantissa, _, exponent = text.replace(",", ".").partition("×10") if language == "lt" else text.partition("×10")
    return float(mantissa) * 10.0 ** int(exponent.translate(RAISED) or 0)


@pytest.mark.parametrize("language", ["en", "lt"])
@given(value=NUMBERS)
def test_a_number_says_its_value(language, value):
    text = number(value, language, digits=6)
    assert math.isclose(value_of(text, language), value, rel_tol=1e-5, abs_tol=1e-6)
    assert "-" not in text
    assert " " not in text


@pytest.mark.parametrize("language", ["en", "lt"])
@given(value=NUMBERS, decimals=st.integers(0, 6))
def test_decimals_are_kept_and_nothing_is_called_zero_that_is_not(language, value, decimals):
    text = number(value, language, decimals=decimals)
    shown = value_of(text, language)
    off = abs(shown - value)
    assert off <= (1.0 if text.startswith(("<", ">")) else 0.5001) * 10.0**-decimals + 1e-4 * (abs(value) > 1e9)
    assert (shown == 0) == (value == 0)
    assert shown * value >= 0


@given(share=st.floats(0, 1), decimals=st.integers(0, 3))
def test_a_share_is_never_rounded_to_certainty(share, decimals):
    text = percent(share, decimals=decimals)
    assert (value_of(text, "en") == 0) == (share == 0)
    assert (value_of(text, "en") == 100) == (share == 1)


def test_thousands_signs_and_gaps():
    assert number(1234567.0) == "1\u00a0234\u00a0567"
    assert number(1234.5, "lt", decimals=1) == "1\u00a0234,5"
    assert number(-1234, "lt") == "\u22121\u00a0234"
    assert number(0.25, sign=True) == "+0.25"
    assert number(0, sign=True) == "0"
    assert number(-0.0) == "0"
    assert number(1e-9, "lt") == "<0,000001"
    assert number(-1e-9) == ">\u22120.000001"
    assert number(1e-9, sign=True, decimals=2) == "+0.00"
    assert number(math.inf, "lt") == "∞"
    assert number(-math.inf) == "\u2212∞"
    assert number(np.float64(0.5), "lt") == "0,5"
    assert number(np.int64(3)) == "3"


def test_what_is_undefined_is_a_word_in_a_sentence_and_a_dash_in_a_table():
    assert number(math.nan) == percent(math.nan) == "undefined"
    assert number(math.nan, "lt") == percent(math.nan, "lt") == "(neapibrėžta)"
    assert number(math.nan, "lt", undefined=DASH) == percent(math.nan, "lt", undefined=DASH) == "–"


def test_percentages():
    assert percent(0.974) == "97%"
    assert percent(0.974, "lt") == "97\u00a0%"
    assert percent(0.9999) == ">99%"
    assert percent(0.0001, "lt") == "<1\u00a0%"
    assert percent(0.9999, "lt", decimals=1) == ">99,9\u00a0%"
    assert percent(-0.001) == ">\u22121%"
    assert percent(-0.001, "lt", decimals=1) == "\u22120,1\u00a0%"
    assert percent(-0.0) == "0%"
    assert percent(12.5) == "1\u00a0250%"


@pytest.mark.parametrize("value", [1e15, 1e300, 1.7e308])
def test_nobody_reads_three_hundred_digits(value):
    for text in (number(value), number(-value, "lt", decimals=2), percent(value)):
        assert len(text) < 20
    assert number(1e300) == "1\u00a0×\u00a010³⁰⁰"
    assert number(1.25e20, "lt") == "1,25\u00a0×\u00a010²⁰"


def test_numbers_that_stand_together_are_not_led_by_what_is_infinite_or_nothing():
    assert numbers_alike(0.25, float("inf"), 0.0) == ("0.25", number(float("inf")), "0.00")
    assert numbers_alike(0.25, float("nan"), 0.5) == ("0.25", number(float("nan")), "0.50")
    assert numbers_alike(0.0, float("inf")) == ("0", number(float("inf")))
