"""What every table with an interval promises: low is at most high, and what the interval is of lies between them."""

import warnings

import pandas as pd
import pytest

from socluster.core.errors import SoclusterWarning
from tests.conventions.test_results import MADE

OF = {
    "Attribution": "mean_contribution", "Calibration": "observed", "ClientSimulation": "median",
    "ErgmFit": "estimate", "ErgmSimulation": "median", "Incubated": "median", "IncubationCalibration": "value",
    "LogitFit": "estimate", "Outcome": "delta", "Plan": "mean_gain", "Ranking": "mean_gain",
    "Survival": "share", "Threshold": "gain", "VertexBootstrap": "mean",
}  # fmt: skip
"""The column that low and high are of; other tables have them of chance, to set what is observed beside it."""


@pytest.mark.parametrize("name", sorted(MADE))
def test_low_is_at_most_high_and_the_value_between(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        table = MADE[name]().to_frame()
    if not {"low", "high"} <= set(table.columns):
        assert name not in OF
        return
    known = table[["low", "high"]].apply(pd.to_numeric, errors="coerce").dropna()
    assert (known["low"] <= known["high"]).all()
    if name in OF:
        value = table.loc[known.index, OF[name]].dropna()
        assert len(value)
        assert (known["low"][value.index] <= value).all()
        assert (value <= known["high"][value.index]).all()
