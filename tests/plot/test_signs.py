"""Signs of notes have the colours of marks."""

import re

import pandas as pd
import pytest

import socluster as sc
from socluster.plot.signs import sign
from socluster.plot.style import FALL, RISE
from socluster.plot.text import flowing, text_width

BARS = pd.DataFrame({"low": [0.1, 0.2], "high": [0.2, 0.3], "probability": [0.9, 0.1], "observed": 0.28}, ["a", "a"])
ROW = {"median": 0.2, "low": 0.1, "high": 0.3, "observed": 0.5}


@pytest.mark.parametrize("width", [60, 120, 400])
def test_a_line_is_never_broken_within_a_sign_nor_is_its_tag_counted(width):
    note = " · ".join(sign("●", RISE, words) for words in ("one of them", "others"))
    broken = flowing(note, width)
    assert re.findall(r"<span style='color:#\w{6}'>●</span>", broken) == re.findall(r"<span.*?</span>", note)
    assert flowing(broken, 1000) == note
    assert text_width(sign("●", RISE, "x")) == text_width("● x")


@pytest.mark.parametrize(
    ("draw", "colors"),
    [
        (lambda: sc.plot.null_distribution(BARS), {"┃": FALL}),
        (lambda: sc.plot.intervals(pd.DataFrame([ROW], ["a"])), {"●": RISE}),
        (lambda: sc.plot.against_chance(pd.DataFrame([ROW], ["a"])), {"●": RISE}),
        (lambda: sc.plot.goodness(pd.DataFrame([ROW], ["a"])), {"◆": FALL, "–": RISE}),
        (lambda: sc.plot.bars(pd.Series([1.0], ["a"])), {"■": RISE}),
    ],
)
def test_the_key_has_the_colours_of_the_marks(draw, colors):
    said = draw().layout.title.subtitle.text
    assert colors.items() <= {mark: color for color, mark in re.findall(r"color:(#\w{6})'>(.)<", said)}.items()
