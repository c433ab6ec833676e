import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster._kernels.spectra.scaling import classical_scaling, least_stress, point_distances, stress

TRIANGLE = np.array([[0.0, 3.0, 4.0], [3.0, 0.0, 5.0], [4.0, 5.0, 0.0]])


def test_a_right_angled_triangle_lies_in_a_plane():
    points, values = classical_scaling(TRIANGLE, 2)
    assert point_distances(points) == pytest.approx(TRIANGLE)
    assert values[2] == 0
    assert stress(TRIANGLE, points) == pytest.approx(0, abs=1e-9)


def test_the_farthest_point_of_an_axis_is_on_its_positive_side():
    points, _ = classical_scaling(TRIANGLE, 2)
    for axis in points.T:
        assert axis[np.argmax(abs(axis))] > 0


def test_axes_that_there_are_not_are_zero():
    points, _ = classical_scaling(np.array([[0.0, 2.0], [2.0, 0.0]]), 3)
    assert points == pytest.approx(np.array([[1.0, 0, 0], [-1, 0, 0]]))
    assert classical_scaling(np.zeros((0, 0)), 2)[0].shape == (0, 2)


@given(st.integers(2, 7), st.integers(0, 1000))
def test_each_round_lowers_the_squares(n, seed):
    given_points = np.random.default_rng(seed).random((n, 4))
    distances = point_distances(given_points)
    start, _ = classical_scaling(distances, 1)
    found = least_stress(distances, start)
    before, after = (((distances - point_distances(points)) ** 2).sum() for points in (start, found))
    assert after <= before + 1e-12


def test_what_no_space_holds_is_told_by_values_below_zero():
    three_apart_and_a_hub = np.array([[0.0, 2, 2, 1], [2, 0, 2, 1], [2, 2, 0, 1], [1, 1, 1, 0]])
    _, values = classical_scaling(three_apart_and_a_hub, 2)
    assert values == pytest.approx([2, 2, 0, -0.25])


def test_it_goes_on_until_there_is_little_to_gain():
    distances = point_distances(np.random.default_rng(3).random((9, 4)))
    start, _ = classical_scaling(distances, 2)
    found = least_stress(distances, start)
    assert stress(distances, found) < 0.95 * stress(distances, start)
    assert stress(distances, least_stress(distances, found)) == pytest.approx(stress(distances, found), rel=1e-3)
