"""P-values: by hand, never 0, fair under the null, and blind to rounding."""

import numpy as np
import pytest
from scipy import stats

from socluster.inference.shared.p_values import p_values


def test_the_observed_network_counts_as_one_of_the_draws():
    found = p_values(np.array([3.0]), np.array([[1.0], [2.0], [3.0], [4.0]]))
    assert (found.higher[0], found.lower[0], found.two_sided[0]) == (3 / 5, 4 / 5, 1.0)
    assert p_values(np.array([9.0]), np.zeros((99, 1))).higher[0] == 1 / 100
    assert p_values(np.array([9.0]), np.zeros((99, 1))).two_sided[0] == 2 / 100


def test_an_enumerated_null_gives_its_own_probabilities():
    null, probability = np.array([[0.0], [1.0], [2.0]]), np.array([0.25, 0.5, 0.25])
    found = p_values(np.array([2.0]), null, probability=probability)
    assert (found.higher[0], found.lower[0], found.two_sided[0], found.error[0]) == (0.25, 1.0, 0.5, 0.0)


def test_the_probabilities_of_what_is_defined_count_for_the_whole():
    null, probability = np.array([[np.nan], [1.0], [2.0]]), np.array([0.5, 0.25, 0.25])
    assert p_values(np.array([2.0]), null, probability=probability).higher[0] == 0.5


def test_what_is_undefined_has_no_p():
    found = p_values(np.array([np.nan, 1.0]), np.array([[1.0, np.nan], [2.0, np.nan]]))
    for values in (found.higher, found.lower, found.two_sided, found.error):
        assert np.isnan(values).all()
    nothing = p_values(np.array([1.0]), np.array([[np.nan]]), probability=np.array([1.0]))
    assert np.isnan(nothing.two_sided).all()


def test_values_that_differ_by_rounding_are_equal():
    observed, other = 0.1 + 0.2, 0.3
    assert observed != other
    assert p_values(np.array([observed]), np.array([[other]])).higher[0] == 1.0
    assert p_values(np.array([other]), np.array([[observed]])).lower[0] == 1.0


def test_the_error_is_that_of_a_share():
    null = np.r_[np.zeros(900), np.ones(100)][:, None]
    found = p_values(np.array([1.0]), null)
    assert found.error[0] == pytest.approx(2 * np.sqrt(0.1 * 0.9 / 1000), rel=0.02)


def test_under_the_null_p_is_uniform_or_larger():
    """With a continuous value and 19 draws, p takes 20 values, each equally likely."""
    rng = np.random.default_rng(5)
    values = rng.random((20, 4000))
    p = p_values(values[0], values[1:]).higher
    seen = np.bincount(np.rint(p * 20).astype(int), minlength=21)[1:]
    assert stats.chisquare(seen).pvalue > 0.001
