"""Where the heads of arrows are."""

import numpy as np
import pandas as pd
import pytest

from socluster.plot.clusters.arrow_heads import arrow_heads
from socluster.plot.clusters.canvas import Box

POINTS = pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, 0.0]})


def links(**changed):
    row = {"x0": 0.0, "y0": 0.0, "x1": 1.0, "y1": 0.0, "bend": 0.0, "reach": 6.0, "directed": True}
    return pd.DataFrame([row | changed])


@pytest.mark.parametrize("width", [345, 700])
def test_a_head_lies_on_its_line_before_the_mark_at_its_end(width):
    box = Box(POINTS.to_numpy(), 300, width)
    (head,) = arrow_heads(links(), box)(width)
    end = box.pixels(POINTS, width)[1]
    np.testing.assert_allclose(end - head, [6 + 5, 0], atol=1e-9)


def test_a_bent_line_arrives_from_its_side():
    box = Box(POINTS.to_numpy(), 300, 345)
    (head,) = arrow_heads(links(bend=0.2), box)(345)
    end = box.pixels(POINTS, 345)[1]
    assert np.hypot(*(end - head)) == pytest.approx(11)
    assert head[1] > end[1] + 2  # it bends to its left


def test_ties_without_a_direction_have_none():
    assert arrow_heads(links(directed=False), Box(POINTS.to_numpy(), 300, 345)) is None
