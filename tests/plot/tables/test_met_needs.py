"""Bars of needs and of what is met."""

import pandas as pd
import pytest

import socluster as sc
from tests.measures.services.offering import offering


def test_the_largest_gap_comes_first():
    town = offering(("A", "K", "care", 12.0), ("B", "V", "care", 2.0))
    figure = sc.coverage(town, needs={("V", "care"): 3, ("K", "care"): 20}).plot()
    needed, _, met = figure.data
    assert needed.x.tolist() == [20, 3]
    assert met.x.tolist() == [12, 2]
    assert figure.layout.meta["alt"].split(". ")[1] == "K, care: 12 of 20 are met"


def test_what_is_not_determined_is_a_range():
    frame = pd.DataFrame({"needed": [5.0], "met_low": [2.0], "met_high": [4.0]}, index=["x"])
    assert sc.plot.met_needs(frame).layout.meta["alt"] == "x: 2 to 4 of 5 are met."
    with pytest.raises(sc.InputError, match="the interval ends before it begins"):
        sc.plot.met_needs(frame.assign(met_high=1.0))


def test_many_needs():
    frame = pd.DataFrame({"needed": 5.0, "met_low": 2.0, "met_high": 2.0}, index=[f"n{i}" for i in range(50)])
    assert "10 further rows are not shown." in sc.plot.met_needs(frame).layout.meta["alt"]
