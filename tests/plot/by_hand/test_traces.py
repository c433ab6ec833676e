"""Changes of traces, made again in another drawing."""

import plotly.graph_objects as go

from socluster.plot.by_hand.state import FigureState
from socluster.plot.by_hand.traces import change_traces

ROWS = {"a": (0, 0), "b": (1, 1), "c": (2, 0)}


def figure(names=("a", "b"), meta="labels", order=("a", "b", "c")):
    x, y = zip(*(ROWS[each] for each in order), strict=True)
    marks = {
        "mode": "markers",
        "customdata": order,
        "x": x,
        "y": y,
        "name": "actors<br>(3)",
        "marker": {"size": [5, 6, 7]},
    }
    rows = {"x": [ROWS[each][0] for each in names], "y": [ROWS[each][1] for each in names], "text": list(names)}
    return go.Figure([marks, {"mode": "markers+text", "meta": meta, "customdata": list(names), **rows}])


def changed(change, fresh=None):
    it = figure()
    drawn = FigureState.of(it)
    change(it)
    fresh = fresh or figure()
    return fresh, change_traces(drawn, FigureState.of(it), fresh)


def test_what_is_there_for_each_goes_to_whom_it_is_of():
    def change(it):
        it.data[0].marker.color = ["red", "green", "blue"]

    fresh, all_of_it = changed(change, figure(order=("c", "a", "b")))
    assert all_of_it
    assert fresh.data[0].marker.color == ("blue", "red", "green")


def test_only_what_was_changed_is():
    def change(it):
        it.data[0].marker.size = [5, 6, 30]

    fresh, _ = changed(change, figure(order=("c", "a", "b")))
    assert list(fresh.data[0].marker.size) == [30, 6, 7]  # the others are as the new drawing has them


def test_a_name_that_was_changed_and_is_not_written_or_is_a_number_now_is_said_to_be_lost():
    def change(it):
        it.data[1].text = ["mine", "b"]

    assert changed(change)[0].data[1].text == ("mine", "b")
    assert not changed(change, figure(["b"]))[1]
    assert not changed(change, figure(meta="labels: numbers"))[1]


def test_marks_that_were_moved_or_put_in_another_order_cannot_be():
    assert not changed(lambda it: it.data[0].update(x=[5, 6, 7]))[1]

    def turn(it):
        it.data = it.data[::-1]

    assert not changed(turn)[1]


def test_what_has_no_places_cannot_be_added():
    assert not changed(lambda it: it.add_pie(values=[1, 2]))[1]
    assert len(changed(lambda it: it.add_scatter(x=[0, None, 1], y=[0, None, 1]))[0].data) == 3
