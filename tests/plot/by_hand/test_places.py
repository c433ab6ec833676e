"""Where a place of one drawing is in another."""

import numpy as np
import pytest

from socluster.plot.by_hand.places import MarkPlaces, on_axes
from socluster.plot.by_hand.state import FigureState


def state(points):
    labels, x, y = zip(*points, strict=True)
    return FigureState((), ({"mode": "markers", "customdata": labels, "x": x, "y": y},), {})


BEFORE = state([("a", 0.0, 0.0), ("b", 1.0, 0.0), ("c", 0.0, 1.0)])
AFTER = state([("a", 0.0, 0.0), ("b", 2.0, 0.0), ("c", 0.0, 2.0), ("d", 9.0, 9.0)])


def test_a_place_at_a_mark_is_at_that_mark_and_one_beside_it_beside_it():
    places = MarkPlaces.of(BEFORE, AFTER, "x", "y")
    assert places.moved(1.0, 0.0) == pytest.approx((2, 0))
    assert places.moved(1.0, 0.1) == pytest.approx((2, 0.2))
    assert places.scale == 2


def test_of_one_coordinate_it_is_moved_as_the_drawing_is():
    assert MarkPlaces.of(BEFORE, AFTER, "x", "y").moved(0.5, None) == (1, None)
    assert MarkPlaces.of(BEFORE, AFTER, "x", "y").moved(None, 0.25) == (None, 0.5)


def test_a_frame_is_around_the_same_marks():
    low, high = MarkPlaces.of(BEFORE, AFTER, "x", "y").framed((-0.1, -0.1), (1.1, 0.1))
    assert np.round([*low, *high], 9).tolist() == [-0.2, -0.2, 2.2, 0.2]
    low, high = MarkPlaces.of(BEFORE, AFTER, "x", "y").framed((0.6, 0.1), (0.7, 0.2))
    assert np.round([*low, *high], 9).tolist() == [1.2, 0.2, 1.4, 0.4]


def test_without_marks_on_these_axes_nobody_knows():
    assert MarkPlaces.of(BEFORE, AFTER, "x2", "y2") is None


def test_axes_are_told_from_the_page():
    assert [on_axes(each) for each in ("x", "y12", "paper", "x domain", None)] == [True, True, False, False, False]
