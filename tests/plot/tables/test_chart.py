"""Pictures with two scales."""

import numpy as np
import plotly.graph_objects as go
import pytest

from socluster.plot.caption import title
from socluster.plot.tables.chart import HEIGHT, dress_chart, numbered, padded


def dressed(x_title="cost", y_title="gain", listed=()):
    figure = go.Figure(layout={"title": title("Worth it?", ["a"], "en")})
    dress_chart(figure, x_title, y_title, list(listed))
    return figure


def test_titles_lie_flat_and_are_text():
    figure = dressed("<i>cost</i>", "<i>gain</i>")
    assert figure.layout.xaxis.title.text == "&lt;i&gt;cost&lt;/i&gt;"
    assert figure.layout.annotations[0].text == "&lt;i&gt;gain&lt;/i&gt;"
    assert figure.layout.yaxis.title.text is None
    assert len(figure.layout.annotations) == 1


def test_the_drawing_keeps_its_height_whatever_is_around_it():
    for figure in (dressed(), dressed("cost " * 20, "gain " * 20), dressed(listed=["a<br>b", "c"])):
        margin = figure.layout.margin
        assert figure.layout.height - margin.t - margin.b == HEIGHT


def test_a_list_takes_a_line_for_each_of_its_lines():
    short, long = dressed(listed=["a"]), dressed(listed=["a<br>b", "c"])
    assert long.layout.margin.b == short.layout.margin.b + 2 * 16
    assert long.layout.annotations[1].text == "a<br>b<br>c"


def test_numbered_names_are_escaped_wrapped_and_have_their_values_below():
    first, second = numbered([("<b>", "1 < 2"), ("organisation " * 8, "3")])
    assert first.startswith("<b>1</b>\u2002&lt;b&gt;<br><span style='color:")
    assert "1 &lt; 2</span>" in first
    assert second.startswith("<b>2</b>\u2002")
    assert second.count("<br>") == 3
    assert numbered([]) == []


@pytest.mark.parametrize(
    ("values", "zero", "low", "high"),
    [
        ([1.0, 3.0], False, 0.86, 3.14),
        ([1.0, 3.0], True, -0.21, 3.21),
        ([2.0, np.nan, np.inf], False, 1.86, 2.14),
        ([], False, -0.07, 0.07),
        ([0.0], False, -0.07, 0.07),
    ],
)
def test_a_scale_has_air(values, zero, low, high):
    assert padded(values, zero=zero) == pytest.approx([low, high])
