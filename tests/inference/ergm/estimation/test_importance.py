import numpy as np
import pytest

from socluster.inference.ergm.estimation.importance import lognormal_step, reweighted
from socluster.inference.ergm.estimation.outcomes import of_list
from tests.inference.ergm.listed import collapsed, edges_and_triangles, shares


def test_all_networks_as_a_sample_lead_to_the_exact_maximum():
    everything = edges_and_triangles(5)
    target = np.array([5.0, 1.0])
    exact = of_list(*collapsed(everything), target).maximum()
    found = reweighted(everything, target)
    np.testing.assert_allclose(found.step, exact.coefficients, atol=1e-7)
    np.testing.assert_allclose(found.covariance, exact.information, rtol=1e-6)
    assert 0 < found.share < 1


def test_all_networks_and_those_with_two_unknown_dyads_lead_to_the_exact_maximum():
    everything, ways = collapsed(edges_and_triangles(5))
    seen, seen_ways = np.array([[4.0, 0.0], [5.0, 1.0], [6.0, 2.0]]), np.array([1, 2, 1])
    exact = of_list(everything, ways, seen, seen_ways).maximum()
    found = reweighted(np.repeat(everything, ways, axis=0), seen[0], np.repeat(seen, seen_ways, axis=0))
    np.testing.assert_allclose(found.step, exact.coefficients, atol=1e-6)


def test_the_lognormal_step_is_exact_for_normal_statistics_and_short_from_afar():
    covariance = np.array([[4.0, 1.0], [1.0, 2.0]])
    step = lognormal_step(np.zeros(2), covariance, np.array([1.0, 0.5]))
    np.testing.assert_allclose(covariance @ step, [1.0, 0.5])
    far = lognormal_step(np.zeros(2), covariance, np.array([100.0, 50.0]))
    assert far @ covariance @ far == pytest.approx(1)


def test_weights_of_a_sample_near_the_maximum_are_even():
    everything, ways = collapsed(edges_and_triangles(5))
    theta = np.array([-0.3, 0.1])
    rng = np.random.default_rng(2)
    sample = everything[rng.choice(len(ways), 4000, p=shares(everything, ways, theta))]
    found = reweighted(sample, shares(everything, ways, theta) @ everything)
    assert found.share > 0.95
    assert np.abs(found.step).max() < 0.2
