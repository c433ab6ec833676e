"""Connected parts side by side."""

import numpy as np
import pytest

from socluster.plot.clusters.packing import packed


def parts_of(*sizes):
    rng = np.random.default_rng(3)
    return [rng.random((size, 2)) * [1.0, 0.5] for size in sizes]


def boxes(parts):
    return [(*part.min(axis=0), *part.max(axis=0)) for part in parts]


@pytest.mark.parametrize("aspect", [0.4, 1.0, 1.5, 4.0])
@pytest.mark.parametrize("sizes", [(5,), (30, 12), (40, 2, 2, 2, 2), (9,) * 12])
def test_no_part_lies_on_another_and_more_actors_get_more_room(aspect, sizes):
    found = boxes(packed(parts_of(*sizes), aspect))
    for place, one in enumerate(found):
        for other in found[:place]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in found]
    if len(set(sizes)) > 1:
        assert areas[0] == max(areas)


def test_the_whole_takes_the_shape_that_is_asked_for_as_far_as_it_can():
    def shape(aspect):
        points = np.concatenate(packed(parts_of(*(9,) * 12), aspect))
        wide, high = np.ptp(points, axis=0)
        return wide / high

    assert shape(0.5) < 0.9 < shape(1.5) < shape(4.0)


def test_a_long_part_stands_up_in_a_narrow_picture():
    (line,) = packed([np.column_stack([np.linspace(0, 1, 9), np.zeros(9)])], 0.5)
    assert np.ptp(line[:, 1]) > np.ptp(line[:, 0])
