"""The picture of values before and after."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import dumbbell
from tests.plot.frame import signless


@pytest.fixture
def changes():
    return pd.DataFrame(
        {"before": [0.2, 0.5, 0.3, np.nan], "after": [0.6, 0.1, 0.3, 0.4]}, index=["Clinic", "NGO", "<b>School", "hub"]
    )


def named(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def test_rows_are_sorted_by_change_and_coloured_by_direction(changes):
    figure = dumbbell(changes, label="constraint", title="Who gains?")
    names = [text.split("  <span")[0] for text in figure.layout.yaxis.ticktext]
    assert names == ["Clinic", "&lt;b&gt;School", "NGO", "hub"]
    legend = named(figure)
    assert list(legend) == ["rise (1)", "fall (1)", "no change (1)", "defined on one side only (1)"]
    assert legend["rise (1)"].marker.symbol == "triangle-right"
    assert legend["fall (1)"].marker.symbol == "triangle-left"
    assert len({trace.marker.color for trace in legend.values()}) == 3
    assert figure.layout.xaxis.title.text == "constraint"
    assert signless(figure).startswith("○ before · ▶ ◀ after · ▶ rise (1)")


def test_each_row_tells_its_values_in_the_description_and_under_the_pointer(changes):
    figure = dumbbell(changes, title="Who gains?")
    assert figure.layout.meta["alt"] == (
        "Who gains? Clinic: 0.2 → 0.6 (+0.4). <b>School: 0.3 → 0.3 (0.0). NGO: 0.5 → 0.1 (−0.4). hub: – → 0.4 (–)."
    )
    assert named(figure)["no change (1)"].hovertext == ("&lt;b&gt;School: 0.3 → 0.3 (0.0)",)
    assert ">+0.4</span>" in figure.layout.yaxis.ticktext[0]


def test_a_line_runs_from_before_to_after(changes):
    figure = dumbbell(changes.iloc[:1])
    line, before, after = figure.data
    np.testing.assert_array_equal(line.x, [0.2, 0.6, np.nan])
    assert (list(before.x), before.marker.color) == ([0.2], "white")
    assert (list(after.x), after.marker.symbol) == ([0.6], "triangle-right")
    assert {trace.legendgroup for trace in figure.data} == {"rise"}


def test_intervals_are_shown_where_there_are_any(changes):
    with_bars = changes.assign(after_low=changes["after"] - 0.1, after_high=changes["after"] + 0.1)
    assert len(dumbbell(with_bars).data) == len(dumbbell(changes).data) + 1
    assert dumbbell(with_bars).data[0].x[0] == pytest.approx(0.5)
    half = changes.assign(after_low=0.0)
    assert len(dumbbell(half).data) == len(dumbbell(changes).data)


def test_in_lithuanian(changes):
    figure = dumbbell(changes, language="lt")
    assert list(named(figure)) == ["didėja (1)", "mažėja (1)", "nekinta (1)", "apibrėžta tik vienoje pusėje (1)"]
    assert signless(figure).startswith("○ prieš · ▶ ◀ po · ▶ didėja (1)")
    assert "0,2 → 0,6 (+0,4)" in figure.layout.meta["alt"]


def test_rows_that_are_measures_are_called_as_people_call_them():
    measures = pd.Index(["betweenness", "ei_index"], name="measure")
    table = pd.DataFrame({"before": [1.0, 2.0], "after": [2.0, 2.0]}, index=measures)
    assert dumbbell(table, language="lt").layout.meta["alt"].startswith("tarpiškumas: 1 → 2 (+1). E–I indeksas: ")
    actors = table.rename_axis("actor")
    assert dumbbell(actors, language="lt").layout.meta["alt"].startswith("betweenness: ")


def test_no_rows_and_valid_json(changes):
    nothing = dumbbell(pd.DataFrame({"before": [], "after": []}, dtype=float))
    assert nothing.layout.meta["alt"] == nothing.layout.title.subtitle.text == "There is nothing to show."
    figure = dumbbell(changes)
    assert plotly.io.from_json(figure.to_json()).layout.height == figure.layout.height
    assert figure.layout.height == dumbbell(changes.iloc[:3]).layout.height + 36


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (pd.DataFrame({"befor": [1.0], "after": [2.0]}), "did you mean 'befor'"),
        (pd.DataFrame({"before": ["a"], "after": [2.0]}), "must contain numbers"),
        ([1, 2], "frame must be a DataFrame"),
    ],
)
def test_bad_tables_are_named(table, message):
    with pytest.raises(InputError, match=message):
        dumbbell(table)
