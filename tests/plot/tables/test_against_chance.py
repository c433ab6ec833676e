"""The picture of observed values against chance."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot import against_chance

TABLE = pd.DataFrame(
    {"observed": [4.6, 0.5], "low": [-1.6, -1.0], "high": [1.7, 1.0], "p": [0.001, 0.6]}, index=["business", "distance"]
)


def test_a_point_is_filled_where_it_is_outside_of_the_bar():
    bars, points = against_chance(TABLE).data
    assert list(points.x) == [4.6, 0.5]
    assert list(bars.x[:2]) == [-1.6, 1.7]
    assert points.marker.color[0] != "white"
    assert points.marker.color[1] == "white"


def test_the_scale_holds_everything_and_zero():
    low, high = against_chance(TABLE.iloc[:1].assign(low=1.5)).layout.xaxis.range
    assert low < 0 < 4.6 < high


def test_p_may_be_left_out():
    assert against_chance(TABLE.iloc[1:].drop(columns="p")).layout.meta["alt"] == (
        "distance: observed 0.5, by chance −1.0 to 1.0."
    )


def test_it_says_what_is_wrong():
    with pytest.raises(InputError, match="low"):
        against_chance(TABLE.drop(columns="low"))
    with pytest.raises(InputError):
        against_chance(TABLE.assign(low=9.0))
    with pytest.raises(InputError):
        against_chance(TABLE.assign(p=2.0))


def test_there_is_room_for_marks_at_the_ends_and_no_more():
    low, high = against_chance(TABLE).layout.xaxis.range
    span = 4.6 + 1.6
    assert 0.04 * span < min(-1.6 - low, high - 4.6)
    assert max(-1.6 - low, high - 4.6) < 0.1 * span
