"""The key of the sizes."""

from itertools import pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from socluster.plot.clusters.marks import mark_sizes
from socluster.plot.clusters.size_key import add_size_key, key_height


def key(values, language="en", scale=1.0, name="betweenness"):
    sizes = pd.Series(values, dtype=float, name=name)
    figure = go.Figure()
    add_size_key(figure, sizes, len(sizes), language, scale)
    return figure, sizes


def test_its_circles_are_as_large_as_the_marks_with_these_values():
    figure, sizes = key([0.0, 25.0, 100.0])
    wide = [shape.x1 - shape.x0 for shape in figure.layout.shapes]
    np.testing.assert_allclose(wide, mark_sizes(sizes, 3))
    assert [note.text for note in figure.layout.annotations] == ["betweenness", "0", "25", "100"]
    np.testing.assert_allclose([shape.y1 - shape.y0 for shape in figure.layout.shapes], wide)
    assert max(-shape.y0 for shape in figure.layout.shapes) <= key_height(sizes, 3)


def test_circles_and_words_stand_side_by_side():
    figure, _ = key([0.0, 3.0, 1000.0])
    shapes = figure.layout.shapes
    assert all(one.x1 < other.x0 for one, other in pairwise(shapes))


@pytest.mark.parametrize("values", [[], [np.nan], [2.0, 2.0], [np.inf, np.nan]])
def test_where_all_have_one_size_there_is_no_key(values):
    figure, sizes = key(values)
    assert not figure.layout.shapes
    assert key_height(sizes, 3) == 0
    assert key_height(None, 3) == 0


def test_it_speaks_the_language_and_shrinks_with_the_picture():
    lithuanian, _ = key([0.25, 1.5], "lt")
    assert lithuanian.layout.annotations[0].text == "tarpiškumas"
    assert "1,5" in [note.text for note in lithuanian.layout.annotations]
    small, large = (key([0.0, 10.0], scale=scale)[0].layout.shapes[-1] for scale in (0.5, 1.0))
    assert small.x1 - small.x0 == pytest.approx((large.x1 - large.x0) / 2)
    assert key([1.0, 2.0], name=None)[0].layout.annotations[0].text == "1"


@pytest.mark.parametrize(("n", "scale"), [(1000, 0.55), (300, 0.55), (40, 0.55), (1000, 1.0)])
def test_its_circles_are_told_apart_in_small_pictures_of_many(n, scale):
    figure, sizes = key(np.linspace(0, 1, n) ** 3, scale=scale)
    wide = [shape.x1 - shape.x0 for shape in figure.layout.shapes]
    assert wide[-1] >= 2 * wide[0] >= 2 * 4.4  # a millimetre on paper
    assert wide[-1] == pytest.approx(mark_sizes(sizes, n, scale).max())
