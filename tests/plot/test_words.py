"""Numbers, names and words of pictures."""

import numpy as np
import pytest

from socluster.plot.style import category_looks
from socluster.plot.words import alphabetical, decimals_for, number, plain, say, wrap


@pytest.mark.parametrize(
    ("value", "english", "lithuanian"),
    [
        (0.1234567, "0.1235", "0,1235"),
        (-2.5, "−2.5", "−2,5"),
        (1234567.0, "1\u00a0234\u00a0567", "1\u00a0234\u00a0567"),
        (12345.678, "12\u00a0345.7", "12\u00a0345,7"),
        (np.nan, "–", "–"),
        (np.inf, "∞", "∞"),
        (0.0, "0", "0"),
    ],
)
def test_numbers(value, english, lithuanian):
    assert number(value, "en") == english
    assert number(value, "lt") == lithuanian


def test_what_rounds_to_nothing_is_not_called_nothing():
    assert number(0.00004, "en", decimals=3) == "<0.001"
    assert number(0.0, "en", decimals=3) == "0.000"


@pytest.mark.parametrize(
    ("values", "places"),
    [([], 0), ([np.nan], 0), ([1.0, 2.0], 0), ([0.5, 0.25], 2), ([1 / 3], 4), ([1000 / 3], 1), ([1e-6 / 3], 9)],
)
def test_decimals(values, places):
    assert decimals_for(values) == places


def test_texts():
    assert plain('<script>"&"</script>') == '&lt;script&gt;"&amp;"&lt;/script&gt;'
    assert wrap("", 10) == ""
    assert wrap("one two three four five", 9) == "one two<br>three …"
    assert alphabetical(["Žagarė", "Zarasai", "Akmenė", "9"]) == ["9", "Akmenė", "Zarasai", "Žagarė"]
    assert say("sector", "lt") == "sektorius"
    assert say("their own word", "lt") == "their own word"


def test_sectors_keep_their_looks_whatever_else_is_there():
    few, many = category_looks(["civic"]), category_looks(["other", "civic", "public", "apple"])
    assert few["civic"] == many["civic"] == ("#009E73", "triangle-up")
    assert list(many) == ["public", "civic", "apple", "other"]
    assert len(set(many.values())) == 4
