import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from tests.examples import examples

SHIFTED = [5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 9, 8, 9, 8, 9, 9, 8, 9, 8, 9]


def test_points_on_the_centre_count_in_no_run():
    chart = sc.run_chart([3, 5, 4, 6, 2, 4, 5, 9, 8, 9, 7, 9, 8, 9], centre=5)
    assert (chart.useful, chart.longest, chart.crossings) == (12, 7, 3)
    assert chart.signal is False
    assert chart.to_frame()["side"].tolist()[:4] == ["below", "on", "below", "above"]
    assert chart.false_alarm == pytest.approx(0.042969, abs=6e-7)
    assert math.isnan(chart.false_alarm_of_median)


def test_a_shift_is_a_signal():
    chart = sc.run_chart(SHIFTED)
    assert (chart.centre, chart.useful, chart.longest, chart.crossings) == (7, 20, 10, 1)
    assert (chart.signal, chart.long_run, chart.few_crossings) == (True, True, True)
    assert chart.false_alarm == pytest.approx(0.070583, abs=6e-7)
    assert 0 < chart.false_alarm_of_median < chart.false_alarm
    assert "A signal" in repr(chart)
    assert "does not say what moved" in repr(chart)


def test_longer_than_the_limit_not_as_long():
    longest = [0.0] * 8 + [1.0, 0.0] * 6  # 20 points, a run of 8
    assert sc.run_chart(longest, centre=0.5).longest == 8
    assert sc.run_chart(longest, centre=0.5).long_run is True
    assert sc.run_chart([1.0, *longest[1:]], centre=0.5).long_run is False


@pytest.mark.parametrize("n", [0, 1, 9])
def test_few_points_have_no_rule(n):
    chart = sc.run_chart(list(range(n)), centre=-1.0)
    assert chart.signal is None
    assert math.isnan(chart.false_alarm)
    assert (chart.long_run, chart.few_crossings) == (None, None)
    assert chart.useful == n
    for language in ("en", "lt"):
        assert chart.sentences(language)


def test_points_that_are_all_alike_are_none():
    chart = sc.run_chart([4.0] * 30)
    assert (chart.useful, chart.longest, chart.crossings, chart.signal) == (0, 0, 0, None)


def test_missing_values_are_left_out_and_told():
    chart = sc.run_chart([*SHIFTED, None, np.nan])
    assert chart.useful == 20
    assert "2 missing values were left out." in chart.sentences()
    assert chart.to_frame()["side"].tolist()[-2:] == ["missing", "missing"]


def test_one_point_is_told_as_one():
    assert "1 point does not lie on it" in repr(sc.run_chart([5] * 12 + [6], centre=5))
    assert sc.run_chart(range(12)).useful == 12


@pytest.mark.parametrize("centre", [float("nan"), float("inf"), "5", True])
def test_a_centre_is_a_number(centre):
    with pytest.raises(sc.InputError):
        sc.run_chart(SHIFTED, centre=centre)


@settings(max_examples=examples(50, 200), deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=10, max_size=40), st.integers(1, 7), st.integers(-9, 9))
def test_scale_place_and_direction_of_the_axis_do_not_matter(values, scale, shift):
    usual = sc.run_chart(values, centre=0)
    for other, centre in (([scale * v + shift for v in values], shift), ([-v for v in values], 0), (values[::-1], 0)):
        moved = sc.run_chart(other, centre=centre)
        assert (moved.useful, moved.longest, moved.crossings, moved.signal) == (
            usual.useful, usual.longest, usual.crossings, usual.signal,
        )  # fmt: skip


def test_the_picture_shows_the_longest_run():
    figure = sc.run_chart(SHIFTED).plot(label="visits", language="lt")
    assert len(figure.data[2].x) == 10
    assert "Signalas" in figure.layout.title.text
