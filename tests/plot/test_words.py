"""Numbers, names and words of pictures."""

import ast
from pathlib import Path

import numpy as np
import pytest

import socluster.plot
import socluster.report
from socluster.plot.lithuanian import LITHUANIAN
from socluster.plot.style import category_looks
from socluster.plot.words import alphabetical, decimals_for, number, percent, plain, say, under_pointer, wrap


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


@pytest.mark.parametrize(
    ("part", "decimals", "text"),
    [
        (0.0, 0, "0\u00a0%"),
        (1.0, 0, "100\u00a0%"),
        (0.005, 0, "<1\u00a0%"),
        (0.9951, 0, ">99\u00a0%"),
        (0.0004, 1, "<0,1\u00a0%"),
        (0.9996, 1, ">99,9\u00a0%"),
        (0.9951, 1, "99,5\u00a0%"),
        (np.nan, 0, "–"),
    ],
)
def test_a_percentage_is_never_rounded_to_certainty(part, decimals, text):
    assert percent(part, "lt", decimals=decimals) == text


def test_under_the_pointer_all_is_escaped():
    assert under_pointer("<b>", ["1 < 2", "x"]) == "<b>&lt;b&gt;</b><br>1 &lt; 2<br>x"


def said():
    """Every text that a module of the package passes to `say` as it stands."""
    for folder in (socluster.plot, socluster.report):
        yield from said_in(Path(folder.__file__).parent)


def said_in(folder):
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                word = node.args[0]
                choices = [word.body, word.orelse] if isinstance(word, ast.IfExp) else [word]
                yield from (each.value for each in choices if isinstance(each, ast.Constant))


def test_all_our_own_words_are_known_in_lithuanian():
    words = set(said())
    assert len(words) > 60
    assert words - set(LITHUANIAN) == set()
    assert list(LITHUANIAN) == sorted(LITHUANIAN, key=str.casefold)
