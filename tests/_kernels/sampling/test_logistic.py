"""Logistic regression: by the conditions of a maximum, in closed form, and where there is none."""

import numpy as np
import pytest

from socluster._kernels.sampling.logistic import logistic_fit


def test_what_is_fitted_keeps_the_number_and_its_mean():
    rng = np.random.default_rng(1)
    x = rng.normal(40, 12, 300)
    happened = rng.random(300) < 1 / (1 + np.exp(0.1 * (x - 35)))
    p = logistic_fit(x, happened)
    assert p.sum() == pytest.approx(happened.sum())
    assert p @ x == pytest.approx(happened @ x)
    order = np.argsort(x)
    assert (np.diff(p[order]) <= 0).all()


def test_two_values_give_the_share_at_each():
    x = np.array([0.0] * 10 + [1.0] * 10)
    happened = np.array([True] * 7 + [False] * 3 + [True] * 2 + [False] * 8)
    p = logistic_fit(x, happened)
    np.testing.assert_allclose(p, [0.7] * 10 + [0.2] * 10, atol=1e-7)


def test_without_choice_it_is_the_observed_share():
    assert logistic_fit(np.empty(0), np.empty(0, dtype=bool)).tolist() == []
    assert logistic_fit(np.arange(3.0), np.ones(3, dtype=bool)).tolist() == [1, 1, 1]
    np.testing.assert_allclose(logistic_fit(np.ones(4), np.array([1, 0, 0, 0], dtype=bool)), 0.25)


def test_what_is_separated_has_no_maximum():
    x = np.array([1.0, 2.0, 3.0, 4.0])
    assert logistic_fit(x, np.array([True, True, False, False])) is None
    assert logistic_fit(x, np.array([False, False, False, True])) is None


def test_what_is_apart_but_for_one_value_has_a_limit():
    x = np.array([1.0, 2.0, 2.0, 2.0, 3.0])
    happened = np.array([True, True, False, False, False])
    np.testing.assert_allclose(logistic_fit(x, happened), [1, 1 / 3, 1 / 3, 1 / 3, 0])
    np.testing.assert_allclose(logistic_fit(-x, ~happened), [0, 2 / 3, 2 / 3, 2 / 3, 1])
