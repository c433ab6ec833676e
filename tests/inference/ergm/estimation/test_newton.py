import numpy as np
import pytest

from socluster.inference.ergm.estimation.newton import maximise, solved


def bowl(centre, curvature):
    def evaluated(place):
        away = place - centre
        return float(-0.5 * away @ curvature @ away), -curvature @ away, curvature

    return evaluated


def test_a_bowl_is_climbed_in_one_step_whatever_the_scales():
    centre = np.array([3.0, -2e-6])
    curvature = np.array([[2.0, 1e6], [1e6, 1e13]])
    found = maximise(bowl(centre, curvature), np.zeros(2))
    assert found.settled
    np.testing.assert_allclose(found.coefficients, centre, rtol=1e-8)
    np.testing.assert_allclose(found.covariance @ curvature, np.eye(2), atol=1e-4)


def test_steps_are_halved_where_they_would_lead_down():
    def steep(place):  # log cosh: Newton from afar leaps beyond
        value = float(-np.log(np.cosh(place[0])))
        return value, -np.tanh(place), np.array([[1 / np.cosh(place[0]) ** 2]])

    found = maximise(steep, np.array([3.0]))
    assert found.settled
    assert found.coefficients[0] == pytest.approx(0, abs=1e-6)


def test_flat_directions_are_left_where_they_are():
    matrix = np.array([[1.0, 1.0], [1.0, 1.0]])
    np.testing.assert_allclose(solved(matrix, np.array([2.0, 2.0])), [1.0, 1.0])


def test_nothing_to_find_is_found():
    found = maximise(lambda place: (0.0, place, np.zeros((0, 0))), np.zeros(0))
    assert found.settled
