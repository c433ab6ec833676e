import pandas as pd
import pytest

import socluster as sc


def table():
    index = pd.MultiIndex.from_tuples(
        [("degree", 0), ("degree", 1), ("distance", "no path")], names=["statistic", "value"]
    )
    return pd.DataFrame({"observed": [3, 9, 5], "median": [2, 4, 6], "low": [1, 2, 5], "high": [4, 6, 8]}, index=index)


def test_a_drawing_for_every_kind_with_interval_median_and_observed():
    figure = sc.plot.goodness(table())
    assert len(figure.data) == 6
    bars, median, observed = figure.data[:3]
    assert list(bars.base) == [1, 2]
    assert list(bars.y) == [3, 4]
    assert list(median.y) == [2, 4]
    assert list(observed.y) == [3, 9]
    assert list(observed.marker.symbol) == ["circle", "diamond"]
    assert figure.data[3].xaxis == "x2"
    assert list(figure.layout.xaxis2.ticktext) == ["no path"]


def test_it_says_which_values_lie_outside():
    alt = sc.plot.goodness(table(), language="lt").layout.meta["alt"]
    assert "9" in alt
    assert "už jo" in alt
    assert sc.plot.goodness(table()).layout.meta["alt"].count("outside") == 1


def test_of_many_values_every_tick_can_be_read():
    many = pd.DataFrame({"observed": range(60), "median": range(60), "low": range(60), "high": range(60)})
    figure = sc.plot.goodness(many)
    assert len(figure.layout.xaxis.ticktext) <= 16
    assert "…" in figure.layout.meta["alt"]


def test_an_interval_that_ends_before_it_begins_is_refused():
    with pytest.raises(sc.InputError, match="ends before it begins"):
        sc.plot.goodness(table().rename(columns={"low": "high", "high": "low"}))
