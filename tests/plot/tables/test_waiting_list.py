"""The picture of a waiting list over time."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot import waiting_list

TABLE = pd.DataFrame(
    {"time": [0.0, 0.5, 0.8, 1.0], "median": [0.0, 9.0, 12.0, 4.0], "low": [0.0, 5, 7, 1], "high": [0.0, 14, 20, 9]}
)


def test_a_line_with_its_interval():
    figure = waiting_list(TABLE)
    low, high, line = figure.data
    assert list(line.y) == [0, 9, 12, 4]
    assert high.fill == "tonexty"
    assert list(low.y) == [0, 5, 7, 1]
    assert len(waiting_list(TABLE[["time", "median"]]).data) == 1


def test_times_in_which_fewer_come_are_grey():
    figure = waiting_list(TABLE.assign(arrivals=[120.0, 120.0, 0.0, 0.0]))
    (band,) = figure.layout.shapes
    assert (band.x0, band.x1) == (0.5, 1.0)
    assert "fewer clients come" in figure.layout.title.subtitle.text
    assert not waiting_list(TABLE.assign(arrivals=5.0)).layout.shapes


def test_of_many_times_the_description_tells_a_few_and_nothing_is_said():
    many = pd.DataFrame({"time": range(100), "median": range(100)})
    assert waiting_list(many).layout.meta["alt"].count("wait") == 12
    assert waiting_list(TABLE.iloc[:0]).layout.meta["alt"] == "There is nothing to show."
    assert waiting_list(TABLE, language="lt").layout.xaxis.title.text == "laikas"
    with pytest.raises(InputError, match="ends before it begins"):
        waiting_list(TABLE.assign(low=99.0))
