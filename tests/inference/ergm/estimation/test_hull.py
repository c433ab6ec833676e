import numpy as np
import pytest

from socluster.inference.ergm.estimation.hull import step_length

SQUARE = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])


def test_a_target_inside_is_reached():
    assert step_length(SQUARE, np.array([0.5, -0.9])) == 1
    assert step_length(SQUARE, np.zeros(2)) == 1


def test_of_a_target_outside_the_way_to_the_edge_less_the_margin():
    assert step_length(SQUARE, np.array([4.0, 0.0]), margin=0.25) == pytest.approx(0.25 / 1.25)
    assert step_length(SQUARE, np.array([0.96, 0.0])) == pytest.approx(1 / 0.96 / 1.05)


def test_units_do_not_matter():
    size = np.array([1e-6, 1e7])
    target = np.array([3.0, 1.0])
    assert step_length(SQUARE * size, target * size) == pytest.approx(step_length(SQUARE, target))


def test_a_sample_that_never_leaves_a_value_leads_to_no_other():
    still = np.column_stack([np.arange(5.0), np.full(5, 2.0)])
    assert step_length(still, np.array([2.0, 3.0])) == 0
    assert step_length(still, np.array([2.0, 2.0])) == 1
