import numpy as np
import pytest

from socluster.inference.ergm.estimation.climbing import Rules, climb
from socluster.inference.ergm.estimation.outcomes import of_list
from tests.inference.ergm.listed import Listed, collapsed, edges_and_triangles

STATISTICS, WAYS = collapsed(edges_and_triangles(5))
TARGET = np.array([5.0, 1.0])


@pytest.mark.parametrize("start", [(0.0, 0.0), (-3.0, 0.0), (2.5, 0.0)])
@pytest.mark.parametrize("stay", [0.0, 0.8])
def test_it_ends_at_the_exact_maximum_wherever_it_begins(start, stay):
    exact = of_list(STATISTICS, WAYS, TARGET).maximum()
    found = climb(Listed(STATISTICS, WAYS, stay=stay), np.array(start), TARGET, Rules())
    assert found.settled
    error = np.sqrt(np.diag(exact.covariance))
    away = (found.coefficients - exact.coefficients) / error
    assert (np.abs(away) < 0.17).all()  # more than three times the error of 0.05 that is allowed
    np.testing.assert_allclose(found.information, exact.information, rtol=0.25)
    assert (np.sqrt(np.diag(found.error)) <= 0.05 * error * 1.3).all()


def test_a_smaller_error_is_reached_by_a_larger_sample():
    exact = of_list(STATISTICS, WAYS, TARGET).maximum()
    found = climb(Listed(STATISTICS, WAYS), np.zeros(2), TARGET, Rules(share=0.015))
    assert found.settled
    error = np.sqrt(np.diag(exact.covariance))
    assert (np.abs(found.coefficients - exact.coefficients) / error < 0.05).all()


def test_unknown_dyads_are_simulated_given_what_is_known():
    seen, seen_ways = np.array([[4.0, 0.0], [5.0, 1.0], [6.0, 2.0]]), np.array([1, 2, 1])
    exact = of_list(STATISTICS, WAYS, seen, seen_ways).maximum()
    found = climb(Listed(STATISTICS, WAYS), np.zeros(2), seen[0], Rules(), seen=Listed(seen, seen_ways, seed=2))
    assert found.settled
    error = np.sqrt(np.diag(exact.covariance))
    assert (np.abs(found.coefficients - exact.coefficients) / error < 0.17).all()
    np.testing.assert_allclose(found.information, exact.information, rtol=0.4)


def test_what_no_network_reaches_is_not_reached():
    found = climb(Listed(STATISTICS, WAYS), np.zeros(2), np.array([10.0, 3.0]), Rules(iterations=12))
    assert not found.settled
    assert len(found.path) <= 12
