"""The picture of a ranking."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import ranking


@pytest.fixture
def candidates():
    return pd.DataFrame(
        {
            "gain": [0.03, 0.01, -0.02],
            "low": [0.01, -0.02, -0.04],
            "high": [0.05, 0.04, -0.01],
            "p_best": [0.8, 0.196, 0.004],
        },
        index=["Kelmė crisis centre", "<b>x</b>", "Firm"],
    )


def texts_of(figure):
    return [note.text for note in figure.layout.annotations]


def trace_of(figure, kind, mode=None):
    return next(trace for trace in figure.data if trace.type == kind and (mode is None or trace.mode == mode))


def test_rows_keep_the_order_of_the_table_and_say_their_numbers(candidates):
    figure = ranking(candidates)
    assert texts_of(figure) == [
        "<b>Kelmė crisis centre</b><br>+0.03 [+0.01; +0.05]",
        "<b>&lt;b&gt;x&lt;/b&gt;</b><br>+0.01 [−0.02; +0.04]",
        "<b>Firm</b><br>−0.02 [−0.04; −0.01]",
    ]
    points = trace_of(figure, "scatter", "markers")
    assert list(points.x) == [0.03, 0.01, -0.02]
    assert list(points.y) == sorted(points.y)  # the scale of the rows runs downwards
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1] == 0


def test_what_is_sure_is_coloured_and_what_is_not_is_hollow(candidates):
    points = trace_of(ranking(candidates), "scatter", "markers")
    above, both, below = points.marker.color
    assert both == "white"
    assert len({above, both, below}) == 3
    lines = [trace for trace in ranking(candidates).data if trace.type == "scatter" and trace.line.width == 7]
    assert [(trace.x[0], trace.x[1]) for trace in lines] == [(0.01, 0.05), (-0.04, -0.01), (-0.02, 0.04)]


def test_all_share_a_scale_that_holds_zero(candidates):
    low, high = ranking(candidates.iloc[:1], label="gain in reach (actors)").layout.xaxis.range
    assert low < 0 < 0.05 < high
    figure = ranking(candidates, label="gain in reach (actors)")
    assert figure.layout.xaxis.title.text == "gain in reach (actors)"
    assert ranking(candidates).layout.xaxis.title.text == "gain"


def test_the_chance_of_being_the_best_is_a_bar_with_a_number(candidates):
    figure = ranking(candidates)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [list(bar.x) for bar in bars] == [[1, 1, 1], [0.8, 0.196, 0.004]]
    written = trace_of(figure, "scatter", "text")
    assert list(written.text) == ["80%", "20%", "&lt;1%"]
    assert figure.layout.xaxis2.title.text == "probability of<br>being best"
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]


def test_what_else_is_known_stands_in_the_row_and_under_the_pointer(candidates):
    full = candidates.assign(regret=[0.001, 0.02, 0.05], cost=[12000.0, 3000, 800], defined=[1.0, 0.97, 1.0])
    figure = ranking(full)
    assert texts_of(figure)[0].split("<br>")[2] == "mean regret: 0.001 · cost: 12\u00a0000"
    assert (
        " ".join(texts_of(figure)[1].split("<br>")[2:])
        == "mean regret: 0.020 · cost: 3\u00a0000 · defined in 97% of draws"
    )
    assert trace_of(figure, "scatter", "markers").hovertext[1].split("<br>") == [
        "<b>&lt;b&gt;x&lt;/b&gt;</b>",
        "median gain: +0.01",
        "interval: −0.02 … +0.04",
        "probability of being best: 20%",
        "mean regret: 0.02",
        "cost: 3\u00a0000",
        "defined in 97% of draws",
    ]


def test_lithuanian(candidates):
    figure = ranking(candidates.assign(regret=0.5), language="lt", title="Kas geriausias?")
    assert texts_of(figure)[0] == "<b>Kelmė crisis centre</b><br>+0,03 [+0,01; +0,05]<br>vidutiniškai prarandama: 0,5"
    assert figure.layout.xaxis2.title.text == "tikimybė būti<br>geriausiam"
    assert (
        "Kas geriausias? Kelmė crisis centre: +0,03 [+0,01; +0,05], tikimybė būti geriausiam 80\u00a0%."
        in figure.layout.meta["alt"]
    )
    assert figure.layout.template.layout.separators == ",\u00a0"


def test_of_many_candidates_the_first_thirty_are_shown(candidates):
    many = pd.concat([candidates] * 12)
    figure = ranking(many)
    assert len(trace_of(figure, "scatter", "markers").x) == 30
    assert texts_of(figure)[-1] == "6 further rows are not shown"
    assert figure.layout.meta["alt"].endswith("6 further rows are not shown.")
    assert len(texts_of(ranking(many.iloc[:30]))) == 30


def test_an_undefined_gain_is_a_dash(candidates):
    candidates.loc["Firm", ["gain", "low", "high"]] = np.nan
    assert texts_of(ranking(candidates))[2] == "<b>Firm</b><br>– [–; –]"
    assert ranking(candidates.iloc[:0]).layout.meta["alt"] == "There is nothing to show."
    assert ranking(candidates.iloc[2:]).to_json()


def test_taller_where_there_is_more_to_say_and_valid_json(candidates):
    figure = ranking(candidates)
    assert ranking(candidates.assign(cost=1.0)).layout.height == figure.layout.height + 3 * 16
    assert plotly.io.from_json(figure.to_json()) == figure


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.rename(columns={"p_best": "pbest"}), "did you mean 'pbest'"),
        (lambda table: table.assign(cost="dear"), "'cost': must contain numbers"),
        (lambda table: table.assign(low=1.0, p_best=80.0), "6 problems"),
        (lambda table: table.to_dict(), "frame must be a DataFrame"),
    ],
)
def test_bad_tables_are_named(candidates, change, message):
    with pytest.raises(InputError, match=message):
        ranking(change(candidates))
    with pytest.raises(InputError, match="'lv'"):
        ranking(candidates, language="lv")
