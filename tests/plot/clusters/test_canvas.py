"""The room of a picture."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from socluster.plot.caption import title
from socluster.plot.clusters.canvas import (
    Box,
    add_isolate_note,
    dress,
    foot_for,
    isolate_note_box,
    isolates,
    roomy_rows,
)


def box_of(*points):
    return Box(np.array(points, dtype=float).reshape(-1, 2), 480)


def test_the_area_has_air_around_all_points():
    box = box_of((0, 0), (10, 1))
    assert box.x[0] < 0 < 10 < box.x[1]
    assert box.y[0] < 0 < 1 < box.y[1]
    assert box.x[1] - 10 == pytest.approx(-box.x[0])


@pytest.mark.parametrize("width", [300, 720, 1000])
def test_a_circle_is_a_circle_at_every_width(width):
    turns = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    ring = pd.DataFrame({"x": np.cos(turns), "y": np.sin(turns)})
    for box in (box_of(*ring.to_numpy()), Box(ring.to_numpy(), 480, width)):
        found = box.pixels(ring, width)
        wide, high = np.ptp(found, axis=0)
        assert wide == pytest.approx(high)
        assert found.min() >= 0
        assert found[:, 0].max() <= width
        assert found[:, 1].max() <= 480
        axes = box.axes()
        assert (axes["yaxis"]["scaleanchor"], axes["yaxis"]["scaleratio"]) == ("x", 1)


@pytest.mark.parametrize("points", [[], [(3, 4)], [(3, 4), (3, 5)]])
def test_one_place_or_none_still_has_an_area(points):
    box = box_of(*points)
    assert box.x[1] > box.x[0]
    assert box.y[1] > box.y[0]


@pytest.mark.parametrize(
    ("alone", "language", "said"),
    [(1, "en", "1 actor without ties"), (2, "en", "2 actors without ties"), (2, "lt", "2 veikėjai be ryšių")],
)
def test_rows_below_the_drawing_are_told(alone, language, said):
    n = 3
    actors = pd.DataFrame({"x": 0.2, "y": [-1.0] * alone + [0.5] * (n - alone), "degree": 0, "groups": 0, "size": 8.0})
    figure = go.Figure()
    add_isolate_note(figure, isolates(actors), language)
    assert [note.text for note in figure.layout.annotations] == [said]


@pytest.mark.parametrize("width", [345, 700])
@pytest.mark.parametrize("size", [5.0, 26.0])
def test_that_note_stands_below_all_marks_and_in_the_drawing(width, size):
    height = width / 1.35
    actors = pd.DataFrame({"x": [0.1, 0.5, 1.0], "y": [-0.1, -0.085, 0.5], "degree": 0, "groups": 0, "size": size})
    lone = isolates(actors)
    foot = foot_for(lone)
    box = Box(actors[["x", "y"]].to_numpy(), height, width, foot)
    ((left, low, right, top),) = isolate_note_box(lone, box, "en")(width)
    below = (box.pixels(actors, width)[:, 1] - actors["size"] / 2).min()
    assert top < below - 2
    assert low >= -2
    assert (right - left > 100, top - low > 12) == (True, True)
    tied = isolates(actors.assign(degree=1))
    assert isolate_note_box(tied, box, "en")(width) == []
    assert foot_for(tied) == 0
    figure = go.Figure()
    add_isolate_note(figure, lone, "en")
    (note,) = figure.layout.annotations
    ((_, y),) = box.pixels(pd.DataFrame({"x": [0.0], "y": [note.y]}), width)
    assert y + note.yshift == pytest.approx(top)


def test_nothing_is_told_of_actors_that_are_tied_or_in_a_group():
    figure = go.Figure()
    tied = pd.DataFrame({"x": 0.2, "y": [-1.0, -1.0], "degree": [1, 0], "groups": [0, 1], "size": 8.0})
    add_isolate_note(figure, isolates(tied), "en")
    assert not figure.layout.annotations


def dressed(left, right, heading="sector", scaled=False):
    figure = go.Figure(layout={"title": title("Town", ["a"], "en")})
    for legend, names in (("legend", left), ("legend2", right)):
        for name in names:
            figure.add_scatter(x=[0], y=[0], name=name, legend=legend, mode="markers")
    if scaled:
        figure.add_scatter(x=[0], y=[0], mode="markers", marker={"color": [1.0], "colorscale": "Cividis"})
    dress(figure, box_of((0, 0), (1, 1)), heading, "ties")
    return figure


def test_legends_stand_side_by_side_and_the_longer_one_makes_the_room():
    short, long = dressed(["a"], ["b"]), dressed(["a"], ["b"] * 6)
    assert long.layout.height == short.layout.height + 5 * 20
    assert long.layout.margin.b == short.layout.margin.b + 5 * 20
    assert short.layout.legend.x == 0 < short.layout.legend2.x
    two_lines = dressed(["a<br>a"], ["b"])
    assert two_lines.layout.height == short.layout.height + 16


def test_long_entries_push_the_second_legend_but_not_off_a_phone():
    places = [dressed(["x" * letters], ["b"]).layout.legend2.x for letters in (1, 15, 24, 60)]
    assert places == sorted(places)
    assert places[0] == pytest.approx(0.34)
    assert places[-1] == pytest.approx(0.56)


def test_headings_are_text_and_a_scale_has_its_own():
    assert dressed(["a"], ["b"], heading="<b>").layout.legend.title.text == "&lt;b&gt;"
    assert dressed(["a"], ["b"]).layout.legend2.title.text == "ties"
    scaled = dressed(["a"], ["b"], scaled=True)
    assert scaled.layout.legend.title.text is None
    assert scaled.layout.height > dressed(["a"], ["b"]).layout.height


def test_the_axes_are_hidden_and_show_the_area():
    figure = dressed(["a"], ["b"])
    assert figure.layout.xaxis.visible is figure.layout.yaxis.visible is False
    assert figure.layout.xaxis.range == pytest.approx(box_of((0, 0), (1, 1)).x)


@pytest.mark.parametrize("width", [345, 700])
@pytest.mark.parametrize("size", [6.0, 20.0])
def test_marks_in_the_rows_below_do_not_touch(width, size):
    height, n = width / 1.35, 40
    tied = pd.DataFrame({"x": [0.0, 1.0, 0.5], "y": [0.1, 0.6, 0.3]})
    rows = pd.DataFrame({"x": np.arange(n) * 0.01, "y": -0.1})
    layout = pd.concat([tied, rows], ignore_index=True)
    sizes = pd.Series(size, layout.index)
    moved = roomy_rows(layout, sizes, height, width)
    pd.testing.assert_frame_equal(moved.iloc[:3], tied)
    box = Box(moved.to_numpy(), height, width, foot_for(rows))
    points = box.pixels(moved, width)
    gaps = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) + 1e9 * np.eye(len(points))
    assert gaps[3:].min() > size
    assert points.min() > 0


def test_groups_without_actors_are_told_beside_actors_without_ties():
    actors = pd.DataFrame({"x": 0.1, "y": [-1.0, 0.5], "degree": [0, 1], "groups": 0, "size": 8.0})
    squares = pd.DataFrame({"x": 0.1, "y": [-1.0, -1.1, 0.4], "size": 18.0})
    figure = go.Figure()
    add_isolate_note(figure, isolates(actors, squares), "en")
    (note,) = figure.layout.annotations
    assert note.text == "1 actor without ties · 2 groups without actors"
    assert (note.y, note.yshift) == (-1.1, -9 - 3)
