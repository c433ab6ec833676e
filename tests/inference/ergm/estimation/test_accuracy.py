import numpy as np
import pytest

from socluster.inference.ergm.estimation.accuracy import (
    effective_size,
    far_off,
    geweke,
    mean_covariance,
    squared_distance,
)


def autoregressive(rng, rho, chains=4, draws=4000, p=2):
    found = np.empty((chains, draws, p))
    now = rng.standard_normal((chains, p))
    for draw in range(draws):
        now = rho * now + np.sqrt(1 - rho**2) * rng.standard_normal((chains, p))
        found[:, draw] = now
    return found


@pytest.mark.parametrize("rho", [0.0, 0.5, 0.8])
def test_effective_size_of_a_chain_with_known_dependence(rho):
    chains = autoregressive(np.random.default_rng(3), rho)
    expected = 16000 * (1 - rho) / (1 + rho)  # of the mean of a first-order autoregression
    assert effective_size(chains) == pytest.approx(expected, rel=0.25)
    assert np.diag(mean_covariance(chains)) == pytest.approx(1 / expected, rel=0.35)


def test_effective_size_minds_no_units_and_no_idle_statistics():
    chains = autoregressive(np.random.default_rng(3), 0.5, draws=400)
    scaled = np.concatenate([chains * [1e7, 1e-7], np.full((4, 400, 1), 3.0)], axis=2)
    assert effective_size(scaled) == pytest.approx(effective_size(chains))
    assert effective_size(np.ones((2, 50, 1))) == 100


def test_chains_that_do_not_meet_are_worth_little():
    chains = autoregressive(np.random.default_rng(3), 0.0, draws=400, p=1)
    chains[0] += 20
    assert effective_size(chains) < 100


def test_geweke_sees_a_drift_and_nothing_where_there_is_none():
    rng = np.random.default_rng(5)
    quiet = [geweke(autoregressive(rng, 0.5, draws=400)) for _ in range(40)]
    assert 0.2 < np.mean(quiet) < 0.8
    assert min(quiet) > 1e-4
    drifting = autoregressive(rng, 0.5, draws=400) + np.linspace(3, 0, 400)[None, :, None]
    assert geweke(drifting) < 1e-6


def test_distance_is_in_the_models_own_units():
    chains = autoregressive(np.random.default_rng(3), 0.0)
    near, bound = far_off(chains, np.array([0.5, 0.0]))
    assert near == pytest.approx(0.25, rel=0.15)
    assert near < bound < 0.4
    units = np.array([1e6, 1e-3])
    assert far_off(chains * units, np.array([0.5, 0.0]) * units)[0] == pytest.approx(near)


def test_distance_is_infinite_where_nothing_ever_varies():
    assert squared_distance(np.array([1.0, 0.0]), np.diag([0.0, 1.0])) == np.inf
    assert squared_distance(np.array([0.0, 2.0]), np.diag([0.0, 1.0])) == pytest.approx(4)
    assert squared_distance(np.zeros(2), np.zeros((2, 2))) == 0
