"""Logistic regression against scipy's maximisation and closed forms."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit

from socluster.core.errors import InputError
from socluster.whatif.ties.regression import dependent_columns, regression, separates


def log_likelihood(b, X, y):
    return (y * (X @ b) - np.logaddexp(0, X @ b)).sum()


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(8)
    X = np.column_stack([np.ones(300), rng.integers(0, 2, 300), rng.normal(size=300)])
    return X, (rng.random(300) < expit(X @ [-1, 1.2, -0.5])).astype(float)


def test_coefficients_equal_scipys_maximum_likelihood(data):
    X, y = data
    found = regression(X, y, firth=False)
    best = minimize(lambda b: -log_likelihood(b, X, y), np.zeros(3), method="BFGS", options={"gtol": 1e-9})
    np.testing.assert_allclose(found.coefficients, best.x, atol=1e-5)
    nearby = np.eye(3) * 1e-4
    curvature = [
        [
            (
                log_likelihood(best.x + one + other, X, y)
                - log_likelihood(best.x + one - other, X, y)
                - log_likelihood(best.x - one + other, X, y)
                + log_likelihood(best.x - one - other, X, y)
            )
            / 4e-8
            for one in nearby
        ]
        for other in nearby
    ]
    np.testing.assert_allclose(found.covariance, -np.linalg.inv(curvature), rtol=1e-3)
    assert found.log_likelihood == pytest.approx(-best.fun)


def test_firth_maximises_the_penalised_likelihood(data):
    X, y = data

    def penalised(b):
        p = expit(X @ b)
        return -log_likelihood(b, X, y) - 0.5 * np.linalg.slogdet((X.T * (p * (1 - p))) @ X)[1]

    best = minimize(penalised, np.zeros(3), method="BFGS", options={"gtol": 1e-9})
    np.testing.assert_allclose(regression(X, y, firth=True).coefficients, best.x, atol=1e-5)


def test_firth_of_an_intercept_adds_half_a_tie_to_each_side():
    y = np.array([1.0] * 3 + [0.0] * 9)
    found = regression(np.ones((12, 1)), y, firth=True)
    assert expit(found.coefficients[0]) == pytest.approx(3.5 / 13)


def test_large_numbers_do_no_harm(data):
    X, y = data
    big = regression(X * [1, 1, 1e9], y, firth=False)
    np.testing.assert_allclose(big.coefficients * [1, 1, 1e9], regression(X, y, firth=False).coefficients, rtol=1e-6)


@pytest.mark.parametrize(
    ("x", "y", "apart"),
    [
        ([0, 0, 1, 1], [0, 0, 1, 1], True),  # complete
        ([0, 0, 1, 1], [0, 1, 1, 1], True),  # quasi-complete: all of x = 1 are tied
        ([0, 0, 1, 1], [0, 1, 0, 1], False),
        ([0, 0, 1, 1], [0, 0.5, 1, 0.5], False),
        ([0, 0, 1, 1], [0.2, 0.2, 0.5, 0.5], False),
        ([1, 2, 3, 4], [0, 0, 0, 0], True),  # no tie at all
    ],
)
def test_separation_is_detected(x, y, apart):
    X = np.column_stack([np.ones(4), x])
    assert separates(X, np.array(y, dtype=float)) is apart


def test_dependent_columns_are_found():
    x = np.array([1.0, 2, 3, 5])
    assert dependent_columns(np.column_stack([np.ones(4), x, np.ones(4), 2 * x - 1])) == [2, 3]


def test_a_single_column_of_ones_has_closed_forms():
    """The log odds of the share, whose variance is 1 / (n p (1 - p))."""
    y = np.array([1.0] * 3 + [0.0] * 9)
    found = regression(np.ones((12, 1)), y, firth=False)
    assert found.coefficients.tolist() == pytest.approx([np.log(3 / 9)])
    assert found.covariance.tolist() == [[pytest.approx(1 / (12 * 0.25 * 0.75))]]
    assert found.log_likelihood == pytest.approx(3 * np.log(0.25) + 9 * np.log(0.75))


def test_uncertain_outcomes_count_as_parts_of_two_certain_ones(data):
    X, y = data
    mixed = regression(X, 0.25 + 0.5 * y, firth=False)
    weights = np.concatenate([0.25 + 0.5 * y, 0.75 - 0.5 * y])
    both, outcomes = np.vstack([X, X]), np.repeat([1.0, 0.0], len(y))
    best = minimize(
        lambda b: -(weights * (outcomes * (both @ b) - np.logaddexp(0, both @ b))).sum(), np.zeros(3), method="BFGS"
    )
    np.testing.assert_allclose(mixed.coefficients, best.x, atol=1e-4)


def test_without_a_maximum_there_is_no_answer_and_a_penalised_one():
    X, y = np.column_stack([np.ones(4), [0, 0, 1, 1]]), np.array([0.0, 0, 1, 1])
    with pytest.raises((InputError, np.linalg.LinAlgError)):
        regression(X, y, firth=False)
    assert np.abs(regression(X, y, firth=True).coefficients).max() < 4
