"""The places that a name may have."""

import numpy as np

from socluster.plot.clusters.name_places import MarkNames, Place, beside, farther_off, take
from socluster.plot.clusters.name_room import Room

TEXTS = ["Association"]


def names(n):
    texts = TEXTS * n
    return MarkNames.of(texts, np.zeros(n, dtype=bool), 12.0, texts)


def room(points, heads=()):
    spots = np.array(points, dtype=float)
    return Room(spots, np.full(len(spots), 10.0), 400, 300, heads=np.array(heads, dtype=float).reshape(-1, 2))


def test_a_name_stands_above_its_mark_and_takes_its_room():
    canvas = room([(200, 150), (20, 20)])
    place, hidden = beside(0, names(2), [canvas])
    assert (place, hidden) == (Place("top center"), 0)
    take(0, place, names(2), [canvas])
    assert len(canvas.taken) == 1


def test_the_side_that_hides_fewest_heads_of_arrows_comes_first():
    above, below = (200, 165), (200, 135)
    assert beside(0, names(2), [room([(200, 150), (20, 20)], [above])])[0] == Place("bottom center")
    place, hidden = beside(0, names(2), [room([(200, 150), (20, 20)], [above, below])])
    assert (place, hidden) == (Place("middle right"), 0)


def test_a_name_that_would_be_as_near_to_another_mark_has_another_side():
    width = names(2).extents[0][0]
    right = (200 + 5 + 2 + width + 2 + 5 + 0.5, 150)  # half a pixel off what no mark may touch
    blocked = [(200, 170), (200, 130), right]
    relaxed = beside(0, names(4), [room([(200, 150), *blocked])], is_nearest=False)[0]
    assert relaxed == Place("middle right")
    assert beside(0, names(4), [room([(200, 150), *blocked])])[0] == Place("middle left")


def test_farther_off_there_is_a_line_to_it():
    crowd = [(200 + 22 * dx, 150 + 18 * dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]
    canvas = room([(200, 150), *crowd])
    assert beside(0, names(9), [canvas])[0] is None
    place = farther_off(0, names(9), [canvas], anywhere=True, past_marks=True)
    assert place.side == "middle center"
    assert place.start is not None
