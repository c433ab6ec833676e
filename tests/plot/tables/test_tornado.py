"""The picture of a sensitivity analysis."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import tornado
from tests.plot.frame import signless


@pytest.fixture
def assumptions():
    return pd.DataFrame(
        {
            "low": [0.20, 0.35, 0.10],
            "base": [0.2] * 3,
            "high": [0.22, 0.15, 0.40],
            "best_low": [None, "NGO", "Clinic"],
            "best_high": [None, "NGO", "<b>School</b>"],
        },
        index=["weight", "refusals", "tie rate"],
    )


def bars_of(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def marks_of(table):
    return [trace for trace in tornado(table).data if trace.type == "scatter"]


def test_what_moves_the_answer_most_is_on_top(assumptions):
    figure = tornado(assumptions, label="reach")
    assert [note.text.split("</b>")[0] for note in figure.layout.annotations] == [
        "<b>tie rate",
        "<b>refusals",
        "<b>weight",
    ]
    tops = [note.y for note in figure.layout.annotations]
    assert tops == sorted(tops)
    assert figure.layout.xaxis.title.text == "reach"


def test_a_bar_reaches_from_the_low_to_the_high_setting(assumptions):
    same, changed = bars_of(tornado(assumptions))
    assert (list(changed.base), list(changed.x)) == ([0.1], [pytest.approx(0.3)])
    assert (list(same.base), list(same.x)) == ([0.35, 0.2], [pytest.approx(-0.2), pytest.approx(0.02)])
    ends = [trace for trace in marks_of(assumptions) if trace.mode == "markers"]
    assert [list(end.x) for end in ends] == [[0.1, 0.35, 0.2], [0.4, 0.15, 0.22]]
    assert ends[0].marker.color == "white"
    base = next(trace for trace in marks_of(assumptions) if trace.mode == "lines")
    assert np.nanmax(base.x) == np.nanmin(base.x) == 0.2


def test_a_changed_choice_shows_in_pattern_colour_and_words(assumptions):
    figure = tornado(assumptions)
    same, changed = bars_of(figure)
    assert (same.marker.pattern.shape, changed.marker.pattern.shape) == (None, "/")
    assert same.marker.color != changed.marker.color
    texts = [note.text for note in figure.layout.annotations]
    assert texts[0] == (
        "<b>tie rate</b><br>0.10 → 0.40 (base 0.20)<br>"
        "the choice changes: ○\u00a0Clinic · ●\u00a0&lt;b&gt;School&lt;/b&gt;"
    )
    assert texts[1] == "<b>refusals</b><br>0.35 → 0.15 (base 0.20)"
    assert "▨ the choice changes" in signless(figure)
    assert "▨" not in tornado(assumptions.iloc[:2]).layout.title.subtitle.text
    assert changed.hovertext[0].split("<br>")[1:] == [
        "answer at the low setting: 0.1; best: Clinic",
        "answer now: 0.2",
        "answer at the high setting: 0.4; best: &lt;b&gt;School&lt;/b&gt;",
        "the choice changes",
    ]


def test_who_is_best_is_said_only_where_it_is_known(assumptions):
    same, _ = bars_of(tornado(assumptions))
    assert same.hovertext[1].split("<br>")[1] == "answer at the low setting: 0.2"
    assert same.hovertext[1].endswith("the choice stays the same")
    without = tornado(assumptions[["low", "base", "high"]])
    assert len(bars_of(without)) == 1


def test_the_column_changes_has_the_last_word(assumptions):
    figure = tornado(assumptions.assign(changes=[True, False, False]))
    same, changed = bars_of(figure)
    assert len(same.x) == 2
    assert list(changed.base) == [0.2]
    assert figure.layout.annotations[2].text.endswith("<br>the choice changes")


def test_lithuanian(assumptions):
    figure = tornado(assumptions, language="lt")
    assert "0,10 → 0,40 (bazė 0,20)<br>pasirinkimas keičiasi: ○\u00a0Clinic" in figure.layout.annotations[0].text
    assert figure.layout.meta["alt"].startswith(
        "tie rate: 0,10 → 0,40 (bazė 0,20), pasirinkimas keičiasi: ○\u00a0Clinic"
    )


def test_many_none_and_undefined(assumptions):
    figure = tornado(pd.concat([assumptions] * 11))
    assert figure.layout.annotations[-1].text == "3 further rows are not shown"
    assert tornado(assumptions.iloc[:0]).layout.meta["alt"] == "There is nothing to show."
    assumptions.loc["tie rate", ["low", "base", "high"]] = np.nan
    assert tornado(assumptions).layout.annotations[2].text.startswith("<b>tie rate</b><br>– → – (base –)")
    assert plotly.io.from_json(figure.to_json()) == figure


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.drop(columns="base"), "no such column"),
        (lambda table: table.assign(changes="yes"), r"must contain True and False only \(here: 'yes'\)"),
        (lambda table: table.assign(changes=[True, None, False]), "True and False"),
        (lambda table: table.assign(base=np.nan), "3 problems"),
        (lambda table: table.iloc[:1].assign(base=np.nan), "needs the answer at the base"),
    ],
)
def test_bad_tables_are_named(assumptions, change, message):
    with pytest.raises(InputError, match=message):
        tornado(change(assumptions))


def test_an_answer_without_end_is_not_unknown_and_moves_the_answer_most():
    frame = pd.DataFrame(
        {"low": [0.1, np.inf, 0.2], "base": [0.2] * 3, "high": [0.4, 0.1, np.nan]}, index=["a", "service rate", "c"]
    )
    told = tornado(frame).layout.meta["alt"]
    assert told.startswith("service rate: ∞ → 0.1 (base 0.2), ○ grows without bound. a: ")
    assert "c: 0.2 → – (base 0.2)" in told


def test_an_answer_without_end_runs_to_the_edge_with_an_arrow_and_in_words():
    frame = pd.DataFrame({"low": [np.inf, 1.0], "base": [11.0, 11.0], "high": [1.4, 17.0]}, index=["rate", "spread"])
    figure = tornado(frame)
    assert "rate: ∞ → 1.4 (base 11.0), ○ grows without bound." in figure.layout.meta["alt"]
    right = figure.layout.xaxis.range[1]
    bar = next(trace for trace in figure.data if trace.type == "bar" and len(trace.x) == 1 and trace.base[0] == 1.4)
    assert bar.base[0] + bar.x[0] == pytest.approx(right)
    arrow = next(
        trace for trace in figure.data if trace.type == "scatter" and "triangle-right" in str(trace.marker.symbol)
    )
    assert list(arrow.x) == [right]
    assert "auga be ribų" in tornado(frame, language="lt").layout.meta["alt"]
    fallen = tornado(frame.assign(low=[-np.inf, 1.0]))
    assert "−∞ → 1.4" in fallen.layout.meta["alt"]
    assert "○ falls without bound" in fallen.layout.meta["alt"]


def test_where_nothing_has_an_end_there_are_no_numbers_on_the_scale():
    frame = pd.DataFrame({"low": [np.inf], "base": [np.inf], "high": [np.inf]}, index=["rate"])
    figure = tornado(frame)
    assert figure.layout.xaxis.showticklabels is False
    assert "○ ┊ ● grows without bound" in figure.layout.meta["alt"]
