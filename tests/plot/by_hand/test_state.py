"""What two moments of a figure differ in."""

import numpy as np

import socluster as sc
from socluster.plot.by_hand.state import FigureState, differences, same


def test_lists_arrays_and_numbers_that_are_none_are_the_same_if_all_in_them_is():
    assert same({"x": np.array([1.0, np.nan])}, {"x": [1.0, float("nan")]})
    assert not same([1, 2], [1, 2, 3])
    assert not same({"a": 1}, {"b": 1})
    assert not same([1], 1)


def test_what_differs_is_told_with_its_place_and_lists_of_the_layout_are_left_out():
    before = {"title": {"text": "A", "x": 0}, "annotations": [], "template": {"a": 1}, "width": 3}
    now = {"title": {"text": "B", "x": 0}, "annotations": [{}], "template": {"b": 1}, "font": {"size": 9}}
    assert dict(differences(before, now)) == {
        ("title", "text"): "B", ("template",): {"b": 1}, ("width",): None, ("font",): {"size": 9},
    }  # fmt: skip


def test_a_figure_that_nobody_changed_is_as_it_was_drawn():
    figure = sc.plot.network(sc.load_dataset("kite"))
    before = FigureState.of(figure)
    assert FigureState.of(figure) == before
    figure.layout.title.text = "Mine"
    assert FigureState.of(figure) != before
    assert before.layout["title"]["text"] != "Mine"
