"""Logistic and Poisson regressions of many draws at once, against scipy's optimiser and one at a time."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit

from socluster._kernels.sampling.likelihood_fits import column_z, fitted, outcome_z

RNG = np.random.default_rng(11)
X = np.column_stack([np.ones(80), RNG.normal(size=80), 1e6 * RNG.random(80)])
OUTCOMES = {
    "logit": (RNG.random(80) < expit(X[:, 1] - 0.5)).astype(float),
    "poisson": RNG.poisson(np.exp(0.4 * X[:, 1])).astype(float),
}
FAMILIES = pytest.mark.parametrize("family", ["logit", "poisson"])


def by_optimiser(X, y, family):
    scale = np.abs(X).max(axis=0)

    def loss(b):
        eta = X / scale @ b
        return (np.logaddexp(0, eta) - y * eta).sum() if family == "logit" else (np.exp(eta) - y * eta).sum()

    def slope(b):
        eta = X / scale @ b
        return (X / scale).T @ ((expit(eta) if family == "logit" else np.exp(eta)) - y)

    found = minimize(loss, np.zeros(X.shape[1]), jac=slope, method="BFGS", options={"gtol": 1e-10})
    return found.x / scale, -found.fun


@FAMILIES
def test_it_is_the_maximum(family):
    y = OUTCOMES[family]
    expected, likelihood = by_optimiser(X, y, family)
    found = fitted(X, y, family)
    assert found.has_settled
    np.testing.assert_allclose(found.coefficients, expected, rtol=1e-5)
    assert found.log_likelihood == pytest.approx(likelihood, rel=1e-9)
    mean = expit(X @ found.coefficients) if family == "logit" else np.exp(X @ found.coefficients)
    weight = mean * (1 - mean) if family == "logit" else mean
    errors = np.sqrt(np.diag(np.linalg.inv((X.T * weight) @ X)))
    np.testing.assert_allclose(found.errors, errors, rtol=1e-6)


@FAMILIES
def test_many_draws_are_as_many_single_fits(family):
    y = OUTCOMES[family]
    columns = RNG.normal(size=(80, 5))
    known = RNG.random((80, 5)) < 0.9
    for mask in (None, known):
        found = column_z(X[:, :2], columns, mask, y, family)
        for draw in range(5):
            here = np.ones(80, dtype=bool) if mask is None else mask[:, draw]
            one = fitted(np.column_stack([X[:, :2], columns[:, draw]])[here], y[here], family)
            assert found[draw] == pytest.approx(one.coefficients[-1] / one.errors[-1], rel=1e-7)


@FAMILIES
def test_so_are_many_outcomes(family):
    outcomes = np.stack([RNG.permutation(OUTCOMES[family]) for _ in range(4)], axis=1)
    found = outcome_z(X, outcomes, None, family)
    for draw in range(4):
        one = fitted(X, outcomes[:, draw], family)
        np.testing.assert_allclose(found[draw], one.coefficients / one.errors, rtol=1e-7)


def test_what_a_column_separates_has_no_largest_likelihood_and_a_z_next_to_nothing():
    y = (X[:, 1] > 0).astype(float)
    assert not fitted(X[:, :2], y, "logit").has_settled
    assert abs(column_z(X[:, :1], X[:, 1:2], None, y, "logit")[0]) < 0.1


def test_a_column_that_the_others_hold_has_no_z():
    assert np.isnan(column_z(X[:, :1], X[:, :1], None, OUTCOMES["logit"], "logit")).all()
