import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_every_bar_begins_where_the_one_above_it_ended():
    frame = pd.DataFrame({"amount": [6, 3, -2]}, index=["before", "came", "left"])
    bars = sc.plot.balance(frame).data[0]
    assert list(bars.base) == [0, 6, 9, 0]
    assert list(bars.x) == [6, 3, -2, 7]
    assert bars.marker.color[1] != bars.marker.color[2]
    assert bars.marker.color[0] == bars.marker.color[3]


def test_what_is_not_drawn_still_counts():
    frame = pd.DataFrame({"amount": [1.0] * 50})
    figure = sc.plot.balance(frame, end_label="then")
    assert list(figure.data[0].x)[-1] == 50
    assert "10 further rows are not shown" in figure.layout.meta["alt"]
    assert "then: 50" in figure.layout.meta["alt"]


def test_a_column_is_needed():
    with pytest.raises(InputError, match="no such column"):
        sc.plot.balance(pd.DataFrame({"x": [1]}))
