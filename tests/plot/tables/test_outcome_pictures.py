"""Pictures of an outcome."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot import dumbbell, intervals


@pytest.fixture
def changes():
    return pd.DataFrame(
        {"before": [0.2, 0.5, 0.3, np.nan], "after": [0.6, 0.1, 0.3, 0.4]}, index=["Clinic", "NGO", "<b>School", "hub"]
    )


@pytest.fixture
def differences():
    return pd.DataFrame(
        {
            "median": [0.0123, -152.25, 0.0],
            "low": [0.004, -340.5, -1.0],
            "high": [0.02, -3.1, 1.0],
            "probability": [1, 0.98, np.nan],
        },
        index=["density", "betweenness", "components"],
    )


def test_dumbbell_is_sorted_by_change_and_coloured_by_direction(changes):
    figure = dumbbell(changes, label="constraint", title="Who gains?")
    names = [text.split("  <span")[0] for text in figure.layout.yaxis.ticktext]
    assert names == ["Clinic", "&lt;b&gt;School", "NGO", "hub"]
    assert [text.split(">")[1].split("<")[0] for text in figure.layout.yaxis.ticktext] != []
    named = {trace.name: trace for trace in figure.data if trace.name}
    assert set(named) == {"rise (1)", "fall (1)", "no change (1)", "on one side only (1)"}
    assert named["rise (1)"].marker.symbol == "triangle-right"
    assert named["fall (1)"].marker.symbol == "triangle-left"
    assert named["rise (1)"].marker.color != named["fall (1)"].marker.color
    assert figure.layout.xaxis.title.text == "constraint"
    assert figure.layout.meta["alt"] == (
        "Who gains?. Clinic: 0.2 → 0.6 (+0.4). <b>School: 0.3 → 0.3 (0.0). NGO: 0.5 → 0.1 (−0.4). hub: – → 0.4 (–)."
    )


def test_dumbbell_shows_intervals_where_there_are_any(changes):
    with_bars = changes.assign(after_low=changes["after"] - 0.1, after_high=changes["after"] + 0.1)
    assert len(dumbbell(with_bars).data) == len(dumbbell(changes).data) + 1
    assert dumbbell(with_bars).data[0].x[0] == pytest.approx(0.5)


def test_dumbbell_in_lithuanian(changes):
    figure = dumbbell(changes, language="lt")
    assert "didėja (1)" in [trace.name for trace in figure.data]
    assert "0,2 → 0,6 (+0,4)" in figure.layout.meta["alt"]


def test_every_difference_has_its_own_scale_with_zero_in_the_middle(differences):
    figure = intervals(differences)
    ranges = [figure.layout[axis].range for axis in ("xaxis", "xaxis2", "xaxis3")]
    assert all(low == -high for low, high in ranges)
    assert ranges[0][1] == pytest.approx(0.0224)
    assert ranges[1][1] == pytest.approx(340.5 * 1.12)
    assert [note.text for note in figure.layout.annotations] == [
        "<b>density</b><br>+0.0123 [+0.0040; +0.0200], P(improves) 100%",
        "<b>betweenness</b><br>−152.2 [−340.5; −3.1], P(improves) 98%",
        "<b>components</b><br>0 [−1; +1]",
    ]
    points = [trace for trace in figure.data if trace.mode == "markers"]
    assert [point.marker.color == "white" for point in points] == [False, False, True]
    assert len(figure.layout.shapes) == 3


@pytest.mark.parametrize(
    ("low", "high", "leaves_out_zero"),
    [(0.0, 2.0, False), (-2.0, 0.0, False), (1e-9, 2.0, True), (-2.0, -1e-9, True), (-1.0, 2.0, False)],
)
def test_an_interval_that_touches_zero_is_not_drawn_as_leaving_it_out(low, high, leaves_out_zero):
    figure = intervals(pd.DataFrame({"median": [(low + high) / 2], "low": [low], "high": [high]}, index=["density"]))
    (point,) = (trace for trace in figure.data if trace.mode == "markers")
    assert (point.marker.color != "white") == leaves_out_zero


def test_candidates_share_a_scale(differences):
    figure = intervals(differences.iloc[[0, 2]], same_scale=True, language="lt")
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert figure.layout.xaxis.showticklabels is False
    assert figure.layout.xaxis2.showticklabels is True
    assert "P(pagerėja) 100" in figure.layout.annotations[0].text
    assert "+0,012 [" in figure.layout.annotations[0].text


def test_intervals_reads_the_table_of_an_outcome():
    index = pd.MultiIndex.from_tuples([("hub", "density"), ("hub", "reach")], names=["scenario", "measure"])
    table = pd.DataFrame(
        {
            "delta": [0.1, 2.0],
            "low": [0.0, 1.0],
            "high": [0.2, 3.0],
            "p_improvement": [0.004, np.nan],
            "p_increase": [0.9, 0.997],
        },
        index=index,
    )
    texts = [note.text for note in intervals(table).layout.annotations]
    assert texts[0] == "<b>density</b><br>+0.1 [0.0; +0.2], P(improves) <1%".replace("<1", "&lt;1")
    assert texts[1] == "<b>reach</b><br>+2 [+1; +3], P(increases) >99%".replace(">99", "&gt;99")


def test_an_undefined_difference_is_shown_as_a_dash():
    table = pd.DataFrame({"median": [np.nan], "low": [np.nan], "high": [np.nan]}, index=["closeness"])
    assert intervals(table).layout.annotations[0].text == "<b>closeness</b><br>– [–; –]"
    assert intervals(table.iloc[:0]).layout.meta["alt"] == ""
    assert dumbbell(pd.DataFrame({"before": [], "after": []}, dtype=float)).layout.meta["alt"] == ""


@pytest.mark.parametrize(
    ("draw", "table", "message"),
    [
        (dumbbell, pd.DataFrame({"befor": [1.0], "after": [2.0]}), "did you mean 'befor'"),
        (dumbbell, pd.DataFrame({"before": ["a"], "after": [2.0]}), "must hold numbers"),
        (dumbbell, [1, 2], "needs a DataFrame"),
        (intervals, pd.DataFrame({"median": [1.0]}), "2 problems"),
        (intervals, pd.DataFrame({"median": [1.0], "low": [2.0], "high": [0.0]}), "ends before it begins"),
        (intervals, pd.DataFrame({"median": [1.0], "low": [0.0], "high": [2.0], "probability": [98.0]}), "from 0 to 1"),
    ],
)
def test_bad_tables_are_named(draw, table, message):
    with pytest.raises(InputError, match=message):
        draw(table)
