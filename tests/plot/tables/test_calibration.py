"""The picture of a calibration."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import calibration


@pytest.fixture
def bins():
    return pd.DataFrame(
        {
            "predicted": [0.4, 0.012, 0.2],
            "observed": [0.3, 0.02, np.nan],
            "low": [0.1, 0.01, np.nan],
            "high": [0.6, 0.04, np.nan],
            "n": [25, 400, 0],
        }
    )


def test_points_intervals_and_the_diagonal(bins):
    diagonal, bars, points = calibration(bins).data
    assert list(diagonal.x) == list(diagonal.y)
    assert list(points.x) == [1.2, 40.0]  # percent, sorted; the empty bin is left out
    assert list(points.y) == [2.0, 30.0]
    np.testing.assert_allclose(bars.y, [1, 4, np.nan, 10, 60, np.nan])


def test_the_area_follows_the_number_of_dyads(bins):
    many, few = np.square(calibration(bins).data[2].marker.size)
    assert (many - 60) / (few - 60) == pytest.approx(400 / 25)
    assert "Area: number of dyads" in calibration(bins).layout.title.subtitle.text


def test_both_scales_are_the_same_and_in_percent(bins):
    layout = calibration(bins).layout
    assert layout.xaxis.range == layout.yaxis.range
    assert layout.xaxis.ticksuffix == "%"
    assert layout.xaxis.range[0] < 0 < 60 < layout.xaxis.range[1]
    assert layout.xaxis.title.text == "predicted probability of a tie"
    certain = bins.assign(high=1.0)
    assert calibration(certain).layout.yaxis.range[1] == 104


def test_numbers_stand_below_and_the_auc_in_the_caption(bins):
    figure = calibration(bins, auc=0.8123)
    assert figure.layout.title.subtitle.text.startswith("AUC 0.81 · ")
    assert figure.layout.annotations[1].text.split("<br>") == [
        "predicted → observed [interval] · dyads",
        "1.2% → 2.0% [1.0%; 4.0%] · 400",
        "40.0% → 30.0% [10.0%; 60.0%] · 25",
    ]
    assert figure.data[2].hovertext[0] == "<b>Predicted 1.2%, observed 2.0% [1.0%; 4.0%], 400 dyads</b>"
    assert "AUC" not in calibration(bins).layout.title.subtitle.text


def test_lithuanian(bins):
    figure = calibration(bins, auc=0.8, title="Ar galima tikėti?", language="lt")
    assert figure.layout.meta["alt"] == (
        "Ar galima tikėti? AUC 0,80. "
        "Prognozuota 1,2\u00a0%, stebėta 2,0\u00a0% [1,0\u00a0%; 4,0\u00a0%], 400 porų. "
        "Prognozuota 40,0\u00a0%, stebėta 30,0\u00a0% [10,0\u00a0%; 60,0\u00a0%], 25 poros."
    )
    assert figure.layout.annotations[0].text == "susietų porų dalis"


def test_no_bins_and_valid_json(bins):
    nothing = calibration(bins.iloc[:0])
    assert nothing.layout.meta["alt"] == nothing.layout.title.subtitle.text == "There is nothing to show."
    assert calibration(bins.assign(n=0), auc=0.5).layout.meta["alt"] == "AUC 0.50."
    assert plotly.io.from_json(nothing.to_json()) == nothing
    assert plotly.io.from_json(calibration(bins).to_json()).layout.height == calibration(bins).layout.height


@pytest.mark.parametrize(
    ("change", "arguments", "message"),
    [
        (lambda table: table.drop(columns=["n", "low"]), {}, "2 problems"),
        (lambda table: table.assign(predicted=40.0), {}, "from 0 to 1"),
        (lambda table: table.assign(n=[1, -2, np.nan]), {}, "2 problems"),
        (lambda table: table.assign(n=-2), {}, "a number of dyads is 0 or more"),
        (lambda table: table.assign(low=0.99), {}, "ends before it begins"),
        (lambda table: table, {"auc": 81}, "auc must be a number from 0 to 1"),
        (lambda table: table, {"auc": np.nan}, "auc must be a number from 0 to 1"),
    ],
)
def test_bad_input_is_named(bins, change, arguments, message):
    with pytest.raises(InputError, match=message):
        calibration(change(bins), **arguments)
