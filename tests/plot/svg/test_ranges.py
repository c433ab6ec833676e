"""Changes with their intervals."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.plot.svg.ranges import Range, ranges

numbers = st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-6)


def drawn(*rows):
    return ranges(rows, "density", lambda value: f"{value:g}")


@given(numbers, numbers, numbers, numbers)
def test_everything_is_within_the_picture(first, second, third, null):
    low, median, high = sorted([first, second, third])
    places = [float(each) for each in re.findall(r'c?x="(-?[\d.]+)"', drawn(Range("a", low, median, high, null)))]
    assert all(0 <= place <= 760 for place in places)


def test_the_line_of_no_change_is_always_there():
    for row in (Range("a", 2, 3, 4), Range("a", -4, -3, -2), Range("a", 0, 0, 0)):
        assert ">0</text>" in drawn(row)


@pytest.mark.parametrize("wrong", [math.nan, math.inf])
def test_what_is_undefined_is_named_and_not_drawn(wrong):
    text = drawn(Range("a", wrong, wrong, wrong, wrong), Range("b", 1, 2, 3))
    assert text.count("<circle") == 1
    assert ">a</text>" in text


def test_a_random_partner_is_a_ring():
    assert drawn(Range("a", 1, 2, 3, 2)).count("<circle") == 2
