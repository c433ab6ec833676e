"""The picture of a growing plan."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import cumulative


@pytest.fixture
def steps():
    return pd.DataFrame(
        {"gain": [0.2, 0.25], "low": [0.1, 0.2], "high": [0.3, 0.5]}, index=["Clinic", "Pertvarkos <stalas>"]
    )


def test_the_line_starts_with_nobody(steps):
    figure = cumulative(steps, label="gain in reach")
    low, high, median = figure.data
    assert [list(trace.x) for trace in figure.data] == [[0, 1, 2]] * 3
    assert (list(low.y), list(high.y), list(median.y)) == ([0, 0.1, 0.2], [0, 0.3, 0.5], [0, 0.2, 0.25])
    assert high.fill == "tonexty"
    assert figure.layout.xaxis.title.text == "number of partners chosen"
    assert figure.layout.annotations[0].text == "gain in reach"
    assert figure.layout.xaxis.dtick == 1


def test_who_came_when_is_listed_with_numbers(steps):
    figure = cumulative(steps)
    listed = figure.layout.annotations[1].text
    assert listed.split("<br>")[0] == "<b>1</b>\u2002Clinic"
    assert "+0.20 [+0.10; +0.30]" in listed
    assert "<b>2</b>\u2002Pertvarkos &lt;stalas&gt;" in listed
    assert figure.data[2].hovertext[2].split("<br>") == [
        "<b>+ Pertvarkos &lt;stalas&gt;</b>",
        "median gain of all so far: +0.25",
        "interval: +0.2 … +0.5",
        "added by this step: +0.05",
    ]


def test_lithuanian(steps):
    figure = cumulative(steps, language="lt", title="Kiek?")
    assert figure.layout.xaxis.title.text == "pasirinktų partnerių skaičius"
    assert figure.layout.annotations[0].text == "nauda"
    assert figure.data[2].hovertext[0] == "<b>dar niekas nepasirinktas</b><br>nauda: 0"
    assert figure.layout.meta["alt"].startswith("Kiek? Clinic: +0,20 [+0,10; +0,30]. Pertvarkos <stalas>: +0,25 [")


def test_zero_is_in_the_picture_and_many_partners_get_few_ticks(steps):
    falling = cumulative(-steps.rename(columns={"low": "high", "high": "low"}))
    low, high = falling.layout.yaxis.range
    assert low < -0.5 < 0 < high
    many = pd.DataFrame({"gain": np.arange(20.0), "low": np.arange(20.0), "high": np.arange(20.0)})
    assert cumulative(many).layout.xaxis.dtick is None
    nobody = cumulative(steps.iloc[:0])
    assert nobody.layout.meta["alt"] == nobody.layout.title.subtitle.text == "There is nothing to show."
    assert plotly.io.from_json(falling.to_json()) == falling


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (pd.DataFrame({"gain": [1.0], "low": [0.0]}), "column 'high'"),
        (pd.DataFrame({"gain": [1.0], "low": [2.0], "high": [0.0]}), "ends before it begins"),
        (pd.DataFrame({"gain": ["a"], "low": [2.0], "high": [0.0]}), "must contain numbers"),
    ],
)
def test_bad_tables_are_named(table, message):
    with pytest.raises(InputError, match=message):
        cumulative(table)
