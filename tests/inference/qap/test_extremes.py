"""How often permutations are as extreme, counted by hand."""

import numpy as np
import pytest

from socluster.inference.qap.extremes import extremes

DRAWN = np.array([[-2.0], [-1.0], [0.0], [1.0], [2.0]])


def test_the_observed_arrangement_counts_as_a_draw():
    found = extremes(np.array([1.0]), DRAWN)
    assert (found.greater[0], found.less[0], found.two_sided[0]) == pytest.approx((3 / 6, 5 / 6, 5 / 6))
    assert found.error[0] == pytest.approx(np.sqrt(5 / 6 * 1 / 6 / 6))


def test_of_all_permutations_it_is_one_already():
    found = extremes(np.array([2.0]), DRAWN, are_all=True)
    assert (found.greater[0], found.two_sided[0], found.error[0]) == pytest.approx((0.2, 0.4, 0.0))


def test_distances_are_from_the_centre():
    assert extremes(np.array([2.0]), DRAWN, centre=1.0, are_all=True).two_sided[0] == pytest.approx(4 / 5)


def test_values_that_differ_by_rounding_are_the_same():
    third = np.array([[1 / 3 + 1e-16], [1 / 3 - 1e-16]])
    assert extremes(np.array([1 / 3]), third, are_all=True).greater[0] == 1.0


def test_nothing_and_rounding_are_the_same():
    noise = np.array([[1e-16], [-1e-16], [3.0], [-3.0]])
    found = extremes(np.array([0.0]), noise, are_all=True)
    assert (found.greater[0], found.less[0], found.two_sided[0]) == (0.75, 0.75, 1.0)


def test_what_is_undefined_makes_no_p_smaller():
    found = extremes(np.array([5.0]), np.array([[0.0], [np.nan], [0.0]]))
    assert (found.greater[0], found.less[0], found.two_sided[0]) == pytest.approx((0.5, 1.0, 0.5))
    assert found.undefined.tolist() == [1]


def test_an_undefined_value_has_no_p():
    assert np.isnan(extremes(np.array([np.nan]), DRAWN).two_sided).all()


def test_an_endless_value_is_more_extreme_than_any_other():
    assert extremes(np.array([np.inf]), DRAWN).greater[0] == pytest.approx(1 / 6)
    assert extremes(np.array([np.inf]), np.array([[np.inf]])).greater[0] == 1.0
