"""A name beside a mark."""

import pytest

from socluster.plot.beside import beside


@pytest.mark.parametrize(
    ("side", "anchors", "shifts"),
    [
        ("top center", ("center", "bottom"), (0, 9)),
        ("bottom center", ("center", "top"), (0, -9)),
        ("middle left", ("right", "middle"), (-9, 0)),
        ("top right", ("left", "bottom"), (9, 9)),
    ],
)
def test_it_stands_off_the_mark_on_its_side(side, anchors, shifts):
    found = beside(side, 9)
    assert (found["xanchor"], found["yanchor"]) == anchors
    assert (found["xshift"], found["yshift"]) == shifts
