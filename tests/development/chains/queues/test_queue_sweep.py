"""Ranges of the assumptions, and answers at their ends."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.chains.queues.queue_sweep import swept, usual_ranges

FOUND = sc.queues.abandonment(45, 10, 4, 2)


def test_a_stated_rate_has_a_range_as_wide_as_that_of_the_assumption():
    usual, low, high = FOUND.assumptions.loc["service_rate", ["default", "low", "high"]]
    ranges = usual_ranges(FOUND.assumptions, 10.0, 2.0, None)
    assert ranges["service_rate"] == pytest.approx((10 * low / usual, 10 * high / usual))
    assert ranges["patience_rate"] == pytest.approx((0.5, 12 / 3.5))  # 24 and 3.5 months
    assert list(usual_ranges(FOUND.assumptions, 10.0, None, 9)) == ["service_rate"]
    assert list(usual_ranges(sc.queues.delay(40, 10, 5).assumptions, 10.0, None, None)) == ["service_rate", "cv2"]


def test_the_answer_is_asked_at_both_ends():
    table = swept("twice", 6.0, {"one": (1, 2), "two": (5, 4)}, ("one", "two"), lambda name, end: 2.0 * end)
    assert table.columns.name == "twice"
    assert table.loc["one"].tolist() == [2, 6, 4, 1, 2]
    assert table.loc["two"].tolist() == [10, 6, 8, 5, 4]


def test_every_range_that_the_answer_does_not_rest_on_is_listed():
    with pytest.raises(InputError) as caught:
        swept("x", 0.0, {"on": (1, 2), "other": (1, 2)}, ("one",), lambda name, end: end)
    assert [(each.value, each.nearest) for each in caught.value.problems] == [("on", "one"), ("other", None)]
