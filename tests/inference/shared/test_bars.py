"""Values under a null as bars."""

import numpy as np
import pandas as pd
import pytest

from socluster.inference.shared.bars import MOST, bars


def test_few_values_have_a_bar_each_and_many_share_bars():
    few = bars(pd.DataFrame({"x": [0.0, 0.5, 0.5, 1.0]}), pd.Series([0.5]))
    assert few["probability"].tolist() == [0.25, 0.5, 0.25]
    assert few["low"].tolist() == [0, 0.25, 0.75]
    assert few["high"].tolist() == [0.25, 0.75, 1]
    many = bars(pd.DataFrame({"x": np.random.default_rng(1).normal(size=5000)}), pd.Series([3.0]))
    assert 10 <= len(many) <= MOST
    assert many["probability"].sum() == pytest.approx(1)
    assert (many["observed"] == 3.0).all()


@pytest.mark.parametrize("value", [0.0, 0.3, 1.0, -1.0, 12.0])
def test_the_bar_of_a_single_value_does_not_leave_what_a_measure_can_be(value):
    found = bars(pd.DataFrame({"x": [value] * 3}), pd.Series([value]))
    assert found["low"].item() < found["high"].item()
    assert value in (found["low"].item(), found["high"].item())
    assert found["low"].item() >= min(value, 0)
    assert found["high"].item() <= max(value, 1)


def test_rows_may_be_more_or_less_likely():
    found = bars(pd.DataFrame({"x": [1.0, 2.0]}), pd.Series([1.0]), np.array([0.9, 0.1]))
    assert found["probability"].tolist() == pytest.approx([0.9, 0.1])


def test_undefined_values_are_left_out():
    found = bars(pd.DataFrame({"x": [1.0, np.nan, np.inf], "y": [np.nan] * 3}), pd.Series([1.0, np.nan]))
    assert found.loc["x", "probability"] == 1.0
    assert found.loc["y", "probability"] == 0.0
    assert bars(pd.DataFrame(), pd.Series(dtype=float)).empty
