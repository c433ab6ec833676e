"""The picture of a trade-off."""

import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.errors import InputError
from socluster.plot import pareto
from tests.plot.frame import signless

CHEAP = {"x": "lower", "y": "higher"}


@pytest.fixture
def plans():
    return pd.DataFrame(
        {
            "cost": [3.0, 1.0, 2.0, 4.0],
            "gain": [0.5, 0.2, 0.1, 0.5],
            "y_low": [0.4, 0.1, 0.0, 0.3],
            "y_high": [0.6, 0.3, 0.2, 0.7],
            "on_front": [True, True, False, False],
        },
        index=["Clinic + NGO", "<b>Clinic</b>", "NGO", "all"],
    )


def named(figure, size):
    return next(trace for trace in figure.data if trace.mode == "markers" and trace.marker.size == size)


def numbers_of(figure):
    return {
        text: (x, y)
        for trace in figure.data
        if trace.text is not None
        for text, x, y in zip(trace.text, trace.x, trace.y, strict=True)
    }


def test_the_front_is_told_from_the_rest_and_numbered_from_left_to_right(plans):
    figure = pareto(plans, x="cost", y="gain", better=CHEAP)
    front, rest = named(figure, 11), named(figure, 8)
    assert (list(front.x), list(front.y)) == ([1.0, 3.0], [0.2, 0.5])
    assert (list(rest.x), list(rest.y)) == ([2.0, 4.0], [0.1, 0.5])
    assert numbers_of(figure) == {"1": (1.0, 0.2), "2": (3.0, 0.5)}
    listed = figure.layout.annotations[1].text
    assert listed.startswith("<b>1</b>\u2002&lt;b&gt;Clinic&lt;/b&gt;<br>")
    assert "1 · 0.2 [0.1; 0.3]" in listed
    assert "<b>2</b>\u2002Clinic + NGO" in listed


@pytest.mark.parametrize(
    ("x", "y", "shape"),
    [("lower", "higher", "hv"), ("lower", "lower", "hv"), ("higher", "higher", "vh"), ("higher", "lower", "vh")],
)
def test_the_step_line_leaves_out_what_cannot_be_had(plans, x, y, shape):
    figure = pareto(plans, x="cost", y="gain", better={"x": x, "y": y})
    line = next(trace for trace in figure.data if trace.mode == "lines")
    assert line.line.shape == shape
    assert list(line.x) == [1.0, 3.0]


def test_intervals_belong_to_the_front(plans):
    figure = pareto(plans, x="cost", y="gain", better=CHEAP)
    bars = [trace for trace in figure.data if trace.mode == "lines"][1:]
    assert len(bars) == 1
    np.testing.assert_array_equal(bars[0].y, [0.1, 0.3, np.nan, 0.4, 0.6, np.nan])
    both = pareto(plans.assign(x_low=plans["cost"] - 1, x_high=plans["cost"]), x="cost", y="gain", better=CHEAP)
    assert len([trace for trace in both.data if trace.mode == "lines"]) == 3
    assert both.layout.xaxis.range[0] < 0
    assert figure.layout.yaxis.range[1] > 0.7


def test_the_axes_say_which_direction_is_better(plans):
    figure = pareto(plans, x="cost", y="gain", better=CHEAP, x_label="cost, euro")
    assert figure.layout.xaxis.title.text == "cost, euro (← lower is better)"
    assert figure.layout.annotations[0].text == "gain (↑ higher is better)"
    lithuanian = pareto(plans, x="cost", y="gain", better=CHEAP, language="lt")
    assert lithuanian.layout.xaxis.title.text == "kaina (← geriau mažiau)"
    assert lithuanian.layout.annotations[0].text == "nauda (↑ geriau daugiau)"
    assert "0,2 [0,1; 0,3]" in lithuanian.layout.annotations[1].text
    assert signless(lithuanian) == "● 2 planai Pareto riboje · ○ 2 kiti planai"


def test_under_the_pointer_and_in_words(plans):
    figure = pareto(plans, x="cost", y="gain", better=CHEAP, title="Worth it?")
    assert (
        named(figure, 11).hovertext[0]
        == "<b>&lt;b&gt;Clinic&lt;/b&gt;</b><br>cost: 1<br>gain: 0.2 [0.1; 0.3]<br>on the Pareto front"
    )
    assert named(figure, 8).hovertext[0].endswith("another plan is better")
    assert figure.layout.meta["alt"] == (
        "Worth it? cost, gain. 2 plans on the Pareto front. 2 other plans. <b>Clinic</b>: 1 · 0.2 [0.1; 0.3]. "
        "Clinic + NGO: 3 · 0.5 [0.4; 0.6]."
    )


def test_numbers_do_not_lie_on_each_other():
    n = 18
    crowded = pd.DataFrame({"cost": np.linspace(1, 2, n), "gain": np.linspace(0.1, 0.2, n), "on_front": True})
    figure = pareto(crowded.set_axis([f"plan {row}" for row in range(n)]), x="cost", y="gain", better=CHEAP)
    assert {int(text) for text in numbers_of(figure)} == set(range(1, n + 1))
    on_a_phone = next(trace for trace in figure.data if trace.meta == "labels")
    places = np.column_stack([on_a_phone.x, on_a_phone.y, [hash(side) for side in on_a_phone.textposition]])
    assert len(np.unique(places, axis=0)) == len(on_a_phone.x)


def test_a_long_front_is_listed_in_part():
    n = 25
    long = pd.DataFrame({"cost": np.arange(n) + 1.0, "gain": np.arange(n) / n, "on_front": True})
    figure = pareto(long, x="cost", y="gain", better=CHEAP)
    assert figure.layout.annotations[1].text.endswith("5 further rows are not shown")
    assert len(named(figure, 11).x) == n


def test_no_front_no_rest_nothing_at_all(plans):
    rest = pareto(plans[~plans["on_front"]], x="cost", y="gain", better=CHEAP)
    assert len(rest.data) == 1
    nothing = pareto(plans.iloc[:0], x="cost", y="gain", better=CHEAP)
    assert nothing.layout.meta["alt"] == "There is nothing to show."
    unknown = pareto(plans.assign(gain=[np.nan, 0.2, 0.1, 0.5]), x="cost", y="gain", better=CHEAP)
    assert list(named(unknown, 11).x) == [1.0]
    for figure in (rest, nothing, unknown):
        assert plotly.io.from_json(figure.to_json()) == figure


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"x": "costs"}, "did you mean 'cost'"),
        ({"x": "gain"}, "must be two columns"),
        ({"better": {"x": "lower"}}, "a direction for both"),
        ({"better": {"x": "lower", "y": "up"}}, "must be one of 'higher', 'lower'"),
        ({"better": "lower"}, "better must be a mapping"),
    ],
)
def test_bad_arguments_are_named(plans, arguments, message):
    with pytest.raises(InputError, match=message):
        pareto(plans, **{"x": "cost", "y": "gain", "better": CHEAP, **arguments})


def test_bad_tables_are_named(plans):
    with pytest.raises(InputError, match="'on_front': there is no such column"):
        pareto(plans.drop(columns="on_front"), x="cost", y="gain", better=CHEAP)
    with pytest.raises(InputError, match="4 problems"):
        pareto(plans.assign(y_low=9.0), x="cost", y="gain", better=CHEAP)
