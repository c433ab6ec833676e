"""The picture of differences."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import intervals
from tests.plot.frame import signless


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


@pytest.fixture
def outcome():
    """As an outcome has it."""
    index = pd.MultiIndex.from_tuples([("hub", "density"), ("hub", "reach")], names=["scenario", "measure"])
    return pd.DataFrame(
        {
            "delta": [0.1, 2.0],
            "low": [0.0, 1.0],
            "high": [0.2, 3.0],
            "p_improvement": [0.004, np.nan],
            "p_increase": [0.9, 0.997],
        },
        index=index,
    )


def texts_of(figure):
    return [note.text for note in figure.layout.annotations]


def test_every_difference_has_its_own_scale_with_zero_in_the_middle(differences):
    figure = intervals(differences)
    ranges = [figure.layout[axis].range for axis in ("xaxis", "xaxis2", "xaxis3")]
    assert all(low == -high for low, high in ranges)
    assert ranges[0][1] == pytest.approx(0.0224)
    assert ranges[1][1] == pytest.approx(340.5 * 1.12)
    assert texts_of(figure) == [
        "<b>density</b><br>+0.0123 [+0.0040; +0.0200], P(improves) 100%",
        "<b>betweenness</b><br>−152.3 [−340.5; −3.1], P(improves) 98%",
        "<b>components</b><br>0 [−1; +1]",
    ]
    points = [trace for trace in figure.data if trace.mode == "markers"]
    assert [point.marker.color == "white" for point in points] == [False, False, True]
    assert len(figure.layout.shapes) == 3


@pytest.mark.parametrize(
    ("low", "high", "excludes_zero"),
    [(0.0, 2.0, False), (-2.0, 0.0, False), (1e-9, 2.0, True), (-2.0, -1e-9, True), (-1.0, 2.0, False)],
)
def test_an_interval_that_touches_zero_is_not_drawn_as_excluding_it(low, high, excludes_zero):
    figure = intervals(pd.DataFrame({"median": [(low + high) / 2], "low": [low], "high": [high]}, index=["density"]))
    (point,) = (trace for trace in figure.data if trace.mode == "markers")
    assert (point.marker.color != "white") == excludes_zero


def test_candidates_share_a_scale(differences):
    figure = intervals(differences.iloc[[0, 2]], same_scale=True, language="lt")
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert figure.layout.xaxis.showticklabels is False
    assert figure.layout.xaxis2.showticklabels is True
    assert texts_of(figure)[0] == "<b>density</b><br>+0,012 [+0,004; +0,020], P(pagerėja) 100\u00a0%"
    assert signless(figure) == "taškas: mediana · ● intervale nulio nėra · ○ intervale yra nulis"


def test_the_table_of_an_outcome_is_read_and_its_measures_are_named(outcome):
    assert texts_of(intervals(outcome)) == [
        "<b>density</b><br>+0.1 [0.0; +0.2], P(improves) &lt;1%",
        "<b>reach</b><br>+2 [+1; +3], P(increases) &gt;99%",
    ]
    lithuanian = intervals(outcome, language="lt")
    assert texts_of(lithuanian)[0].startswith("<b>tankis</b><br>")
    assert "P(padidėja) >99\u00a0%" in lithuanian.layout.meta["alt"]


def test_several_scenarios_are_in_the_names(outcome):
    both = pd.concat([outcome, outcome.rename(index={"hub": "<b>"}, level="scenario")])
    assert [text.partition("</b>")[0] for text in texts_of(intervals(both))] == [
        "<b>hub – density",
        "<b>hub – reach",
        "<b>&lt;b&gt; – density",
        "<b>&lt;b&gt; – reach",
    ]


def test_what_is_drawn_is_told(differences):
    figure = intervals(differences, title="What changes?")
    assert figure.layout.meta["alt"].startswith("What changes? density: +0.0123 [+0.0040; +0.0200], P(improves) 100%.")
    assert signless(figure) == "point: median · ● interval excludes zero · ○ interval contains zero"
    assert figure.data[0].hovertext == "density: +0.0123 [+0.0040; +0.0200], P(improves) 100%"


def test_an_undefined_difference_is_shown_as_a_dash():
    table = pd.DataFrame({"median": [np.nan], "low": [np.nan], "high": [np.nan]}, index=["closeness"])
    figure = intervals(table)
    assert texts_of(figure) == ["<b>closeness</b><br>– [–; –]"]
    assert figure.layout.xaxis.range == (-1, 1)
    nothing = intervals(table.iloc[:0])
    assert nothing.layout.meta["alt"] == nothing.layout.title.subtitle.text == "There is nothing to show."
    assert plotly.io.from_json(figure.to_json()).layout.height == figure.layout.height


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (pd.DataFrame({"median": [1.0]}), "2 problems"),
        (pd.DataFrame({"median": [1.0], "low": [2.0], "high": [0.0]}), "ends before it begins"),
        (pd.DataFrame({"median": [1.0], "low": [0.0], "high": [2.0], "probability": [98.0]}), "from 0 to 1"),
    ],
)
def test_bad_tables_are_named(table, message):
    with pytest.raises(InputError, match=message):
        intervals(table)


@pytest.mark.parametrize(
    ("column", "named"), [("median", "median"), ("delta", "median"), ("mean", "mean"), ("estimate", "estimate")]
)
def test_the_picture_says_what_its_points_are(column, named):
    figure = intervals(pd.DataFrame({column: [1.0], "low": [0.5], "high": [2.0]}, index=["density"]))
    assert f"point: {named}" in figure.layout.title.subtitle.text
    both = intervals(pd.DataFrame({"median": [1.0], "mean": [1.2], "low": [0.5], "high": [2.0]}, index=["density"]))
    assert "point: median" in both.layout.title.subtitle.text
