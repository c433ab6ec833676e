import pandas as pd
import pytest

import socluster as sc
from tests.development.incubation.test_calibrate import observed


@pytest.fixture(scope="module")
def found():
    before, after, table, _ = observed(n=40, events=12)
    return sc.calibrate_incubation(before, after, events=table, periods=2, interval=0.8)


def test_it_says_each_estimate_what_cannot_be_told_and_what_is_assumed(found):
    said = repr(found)
    assert "Two waves with 780 known pairs" in said
    assert "and 12 events." in said
    assert "half-life of an unused tie: " in said
    assert "80% interval" in said
    assert "whom one meets at an event is as stated" in said
    nothing = sc.calibrate_incubation(found.cluster, found.cluster, events=[])
    assert "these data cannot tell" in repr(nothing)


def test_its_table_has_an_empty_value_where_nothing_can_be_told(found):
    nothing = sc.calibrate_incubation(found.cluster, found.cluster, events=[]).to_frame()
    assert nothing.loc["formation", ["value", "low", "high"]].isna().all()
    assert nothing.loc["formation", "why"]
    assert (found.to_frame()["why"] == "").all()


def test_its_estimates_go_into_the_next_incubation(found):
    next_one = sc.incubate(found.cluster, events={"seminar": 2}, parameters=found.parameters, draws=3, rng=7)
    assert next_one.parameters.half_life == found.to_frame().loc["half_life", "value"]
    assert pd.notna(found.log_likelihood)
