"""The forms of categories."""

import re

import pytest

from socluster.plot.style import MISSING_LOOK, OTHER_LOOK, category_looks
from socluster.plot.svg.shapes import shape


def test_every_look_has_a_form_of_its_own():
    looks = [*category_looks(list("abcdefgh")).values(), OTHER_LOOK]
    drawn = {re.sub(r'fill="[^"]*"', "", shape(symbol, 0, 0, 1)) for _, symbol in looks}
    assert len(drawn) == len(looks)
    assert shape(MISSING_LOOK[1], 0, 0, 1) == '<circle cx="0" cy="0" r="1"/>'


@pytest.mark.parametrize("symbol", ["diamond", "star", "cross", "hourglass", "pentagon"])
def test_a_form_is_about_as_large_as_its_radius(symbol):
    corners = [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", shape(symbol, 0, 0, 10))]
    assert all(max(map(abs, each)) >= 9 or min(map(abs, each)) < 9 for each in corners)
    assert max(abs(number) for corner in corners for number in corner) <= 14


@pytest.mark.parametrize("symbol", ["diamond", "star", "cross", "hourglass", "pentagon", "hexagon", "square"])
def test_left_and_right_of_a_form_are_alike(symbol):
    corners = re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape(symbol, 0, 0, 100))
    places = {(float(across), float(down)) for across, down in corners}
    assert places == {(0.0 - across, down) for across, down in places}
