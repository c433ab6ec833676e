"""What is free for a name in a drawing."""

import numpy as np

from socluster.plot.clusters.name_room import Room


def room(seed):
    """Return a drawing with marks and some names."""
    rng = np.random.default_rng(seed)
    drawing = Room(rng.uniform(0, 300, (20, 2)), rng.uniform(4, 30, 20), 300.0, 200.0)
    for low in rng.uniform(0, 250, (6, 2)):
        drawing.taken.append(np.concatenate([low, low + np.array([60, 15])]))
    return drawing, rng


def test_many_at_once_are_as_free_as_one_by_one():
    freed = 0
    for seed in range(20):
        drawing, rng = room(seed)
        low = rng.uniform(-20, 300, (200, 2))
        boxes = np.hstack([low, low + rng.uniform(5, 60, (200, 2))])
        one_by_one = [
            not (drawing.outside(box) or drawing.shared(box) or drawing.hidden(box, seed % 20)) for box in boxes
        ]
        found = drawing.free(boxes, seed % 20)
        assert found.tolist() == one_by_one
        freed += int(found.sum())
    assert freed > 50


def test_without_names_and_marks_of_others_all_inside_is_free():
    drawing = Room(np.array([[50.0, 50.0]]), np.array([10.0]), 100.0, 100.0)
    boxes = np.array([[40.0, 40, 60, 60], [90, 90, 101, 95], [-1, 0, 5, 5]])
    assert drawing.free(boxes, 0).tolist() == [True, False, False]


def test_a_line_crosses_no_mark_however_small_and_no_other_line():
    room = Room(np.array([[10.0, 50.0], [51.3, 50.0], [200.0, 90.0]]), np.array([8.0, 4.0, 8.0]), 300.0, 100.0)
    start, end = np.array([15.0, 50.0]), np.array([150.0, 50.0])
    assert room.crossed(start, end, 0), "between two of its points stands a small mark"
    assert not room.crossed(start, end, 0, past_marks=True)
    assert not room.crossed(start, np.array([15.0, 95.0]), 0)
    room.lines.append((np.array([100.0, 0.0]), np.array([100.0, 99.0])))
    assert room.crossed(start, end, 0, past_marks=True)
    assert room.on_line(np.array([90.0, 10.0, 120.0, 30.0]))
    assert not room.on_line(np.array([110.0, 10.0, 120.0, 30.0]))
