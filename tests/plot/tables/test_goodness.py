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
    assert [median.y[0], median.y[1], median.y[3], median.y[4]] == [2, 2, 4, 4]
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


def test_with_p_values_the_points_are_marked_by_them_and_the_legend_names_the_levels():
    by_p = table().assign(p=[0.04, 0.2, float("nan")])  # the second lies outside its interval and is not unusual
    figure = sc.plot.goodness(by_p, interval=0.9)
    assert list(figure.data[2].marker.symbol) == ["diamond", "circle"]
    legend = figure.layout.title.subtitle.text.replace("<br>", " ")
    assert "90% interval of simulated networks" in legend
    assert "observed, unusual (p of at most 0.05)" in legend
    assert figure.layout.meta["alt"].count("(unusual)") == 1
    with pytest.raises(sc.InputError, match="interval"):
        sc.plot.goodness(by_p, interval=90)


def test_long_names_stand_upright_and_have_room():
    names = [f"private sector – government {k}" for k in range(9)]
    short = pd.DataFrame({"observed": 1, "median": 1, "low": 0, "high": 2}, index=[str(k) for k in range(9)])
    long = sc.plot.goodness(short.set_axis(names))
    assert long.layout.xaxis.tickangle == -90
    assert max(map(len, long.layout.xaxis.ticktext)) <= 30
    more = long.layout.height - sc.plot.goodness(short).layout.height
    assert more >= 6 * 25
