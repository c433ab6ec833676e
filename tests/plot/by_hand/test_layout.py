"""Changes of a layout, made again in another drawing."""

import plotly.graph_objects as go
import pytest

from socluster.plot.by_hand.layout import change_layout
from socluster.plot.by_hand.state import FigureState

TITLE = {"text": "Who?", "subtitle": {"text": "10 actors"}}


def figure(width=600, notes=("first", "second"), **layout):
    marks = {"mode": "markers", "customdata": ["a", "b"], "x": [0, width / 600], "y": [0, 1]}
    return go.Figure(
        go.Scatter(marks),
        {
            "title": TITLE,
            "height": 400,
            "margin": {"t": 95},
            "annotations": [{"text": each} for each in notes],
            **layout,
        },
    )


def changed(change, fresh=None):
    """Return a narrower drawing in which the same was changed, and whether all could be."""
    it = figure()
    drawn = FigureState.of(it)
    change(it)
    fresh = fresh or figure(300)
    return fresh, change_layout(drawn, FigureState.of(it), fresh)


def texts(it):
    return [note.text for note in it.layout.annotations]


def test_a_note_that_was_written_otherwise_is_also_where_there_are_more_notes():
    def change(it):
        it.layout.annotations[1].text = "mine"

    assert texts(changed(change)[0]) == ["first", "mine"]
    more = figure(300, ["first", "more", "second"])
    assert texts(changed(change, more)[0]) == ["first", "more", "mine"]
    assert not changed(change, figure(300, ["first"]))[1]


def test_notes_that_are_taken_away_or_added_are():
    def change(it):
        it.layout.annotations = [it.layout.annotations[1], {"text": "mine", "x": 1, "y": 1, "xref": "x", "yref": "y"}]

    fresh, all_of_it = changed(change)
    assert all_of_it
    assert texts(fresh) == ["second", "mine"]
    assert fresh.layout.annotations[1].x == 0.5


def test_an_arrow_and_a_picture_stand_where_they_stood():
    def change(it):
        it.add_annotation(text="mine", x=1, y=1, ax=0, ay=0, axref="x", ayref="y")
        it.add_layout_image(source="x.png", xref="x", yref="y", x=1, y=1, sizex=0.1, sizey=0.2)

    fresh, _ = changed(change)
    assert (fresh.layout.annotations[-1].x, fresh.layout.annotations[-1].ax) == (0.5, 0)
    assert fresh.layout.images[0].x == 0.5
    assert fresh.layout.images[0].sizey == 2 * fresh.layout.images[0].sizex != 0.2


@pytest.mark.parametrize("line", [True, False])
def test_lines_end_at_the_same_marks(line):
    def change(it):
        if line:
            it.add_shape(type="line", x0=0, y0=0, x1=1, y1=1, xref="x", yref="y")
        else:
            it.add_vline(x=1)

    fresh, _ = changed(change)
    assert fresh.layout.shapes[0].x1 == 0.5


def test_a_path_cannot_be_moved():
    assert not changed(lambda it: it.add_shape(type="path", path="M0,0L1,1", xref="x", yref="y"))[1]


def test_there_is_room_for_the_title_that_was_given():
    fresh, _ = changed(lambda it: it.update_layout(title="Mine"))
    assert (fresh.layout.margin.t, fresh.layout.height) == (95, 400)
    fresh, _ = changed(lambda it: it.update_layout(title_text="One<br>two"))
    assert (fresh.layout.margin.t, fresh.layout.height) == (95 + 22, 400 + 22)
    fresh, _ = changed(lambda it: it.update_layout(title_text="One<br>two", margin_t=50, height=300))
    assert (fresh.layout.margin.t, fresh.layout.height) == (50, 300)
