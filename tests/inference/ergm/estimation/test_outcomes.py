import itertools

import numpy as np
import pytest
from scipy.special import expit

from socluster.inference.ergm.estimation.outcomes import of_dyads, of_list, of_pairs
from tests.inference.ergm.listed import collapsed, edges_and_triangles


def test_dyads_give_logistic_regression_with_rows_that_are_alike_counted_once():
    rng = np.random.default_rng(1)
    changes = np.column_stack([np.ones(400), rng.integers(0, 3, 400)])
    ties = rng.random(400) < expit(changes @ [-1.0, 0.7])
    likelihood = of_dyads(changes, ties)
    assert len(likelihood.counts) == 6
    found = likelihood.maximum()
    chance = expit(changes @ found.coefficients)
    np.testing.assert_allclose(changes.T @ (ties - chance), 0, atol=1e-8)  # the estimating equations
    assert found.log_likelihood == pytest.approx(np.log(np.where(ties, chance, 1 - chance)).sum())
    np.testing.assert_allclose(found.information, (changes.T * (chance * (1 - chance))) @ changes, rtol=1e-8)


def test_pairs_give_the_closed_form_of_ties_and_mutual_ties():
    # mutual, one-way and empty pairs of a monastery: 15, 26, 112; theta = log((A/2)/N), rho = log(M N / (A/2)^2)
    mutual, one_way, empty = 15, 26, 112
    outcomes = np.array([[0, 0], [1, 0], [1, 0], [2, 1]], dtype=float)
    kinds = [0] * empty + [1] * (one_way // 2) + [2] * (one_way // 2) + [3] * mutual
    n = len(kinds)
    observed = np.arange(4) == np.array(kinds)[:, None]
    found = of_pairs(np.broadcast_to(outcomes, (n, 4, 2)), np.ones((n, 4), dtype=bool), observed).maximum()
    expected = [np.log(one_way / 2 / empty), np.log(mutual * empty / (one_way / 2) ** 2)]
    np.testing.assert_allclose(found.coefficients, expected, atol=1e-8)
    np.testing.assert_allclose(np.sqrt(np.diag(found.covariance)), [0.2176927, 0.4790004], atol=1e-6)
    assert found.log_likelihood == pytest.approx(-133.87569207745892)


def test_a_pair_of_which_one_tie_is_unknown_says_what_the_other_says():
    outcomes = np.array([[0.0], [1.0], [1.0], [2.0]])
    known = np.array([[False, True, False, True], [True, False, True, False]])  # first tie there; first tie absent
    possible = np.ones((2, 4), dtype=bool)
    found = of_pairs(np.stack([outcomes, outcomes]), possible, known).maximum()
    assert found.coefficients[0] == pytest.approx(0, abs=1e-9)
    assert found.log_likelihood == pytest.approx(2 * np.log(0.5))
    assert found.information[0, 0] == pytest.approx(0.5)  # two dyads, each with p (1 - p)


def test_an_impossible_outcome_is_never_expected():
    outcomes = np.array([[0.0], [1.0], [1.0], [2.0]])[None]
    possible = np.array([[False, True, False, True]])  # the first tie is a law
    likelihood = of_pairs(outcomes, possible, np.array([[False, True, False, False]]))
    assert likelihood.expected(np.zeros(1)) == pytest.approx(1.5)


def test_a_list_of_all_networks_gives_the_exact_maximum():
    # enumeration of all 32,768 undirected networks of 6 actors, coefficients to 1e-9 by an independent programme
    statistics, ways = collapsed(edges_and_triangles(6))
    found = of_list(statistics, ways, np.array([5.0, 1.0])).maximum()
    np.testing.assert_allclose(found.coefficients, [-0.889752199008, 0.391255326637], atol=1e-8)
    np.testing.assert_allclose(np.sqrt(np.diag(found.covariance)), [0.788827794903, 1.10495317808], atol=1e-8)
    assert found.log_likelihood == pytest.approx(-9.49362828162)


def test_of_a_list_the_ways_add_up_whatever_is_observed():
    statistics, ways = collapsed(edges_and_triangles(4))
    likelihood = of_list(statistics, ways, np.array([[3.0, 0.0], [4.0, 1.0]]), np.array([2, 1]))
    assert np.exp(likelihood.weights).sum() == pytest.approx(2**6)
    everything = of_list(statistics, ways, statistics, ways)
    assert everything.evaluated(np.array([0.3, -0.2]))[0] == pytest.approx(0)


def test_gradient_and_information_are_those_of_the_log_likelihood():
    statistics, ways = collapsed(edges_and_triangles(4))
    likelihood = of_list(statistics, ways, np.array([[3.0, 0.0], [4.0, 1.0]]), np.array([2, 1]))
    theta, step = np.array([-0.4, 0.2]), 1e-5
    _, gradient, information = likelihood.evaluated(theta)
    for at, along in itertools.product(range(2), range(2)):
        shift = step * np.eye(2)[along]
        up, down = likelihood.evaluated(theta + shift), likelihood.evaluated(theta - shift)
        assert (up[0] - down[0]) / (2 * step) == pytest.approx(gradient[along], abs=1e-6)
        assert -(up[1] - down[1])[at] / (2 * step) == pytest.approx(information[at, along], abs=1e-5)
