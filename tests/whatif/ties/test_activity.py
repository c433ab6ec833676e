"""How much actors differ in activity, beyond their kinds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit

from socluster.whatif.ties.activity import Activity, _Both, _OneWay, activity_of
from socluster.whatif.ties.observed import Dyads
from tests.examples import examples


def members(n, spread, seed, *, directed=False, intercept=-1.8, receiving=0.0):
    """Dyads of actors whose log odds of a tie have a normal effect of this spread, and the rate of all of them."""
    rng = np.random.default_rng(seed)
    u = spread * rng.standard_normal(n)
    v = receiving * rng.standard_normal(n) if directed else u
    there = rng.random((n, n)) < expit(intercept + u[:, None] + v)
    if not directed:
        there = np.triu(there, 1)
        there = there | there.T
    known = ~np.eye(n, dtype=bool)
    matrix = there & known
    return Dyads(matrix.astype(float), known, directed), np.full((n, n), matrix[known].mean()), u


@pytest.mark.parametrize("spread", [0.7, 1.2])
def test_the_spread_of_simulated_clusters_is_recovered(spread):
    found = [activity_of(*members(60, spread, seed)[:2]).spread for seed in range(12)]
    assert all(sending == receiving for sending, receiving in found)
    assert np.mean(found) == pytest.approx(spread, rel=0.12)


def test_members_who_do_not_differ_have_no_activity():
    found = [activity_of(*members(40, 0.0, seed)[:2]) for seed in range(20)]
    assert sum(each is not None for each in found) <= 3


def test_what_is_known_of_members_is_drawn_towards_zero_and_nearer_to_the_truth():
    dyads, rates, true = members(40, 1.0, 3)
    found = activity_of(dyads, rates)
    means = found.means[0]
    loose = activity_of(dyads, rates, stated=5.0).means[0]
    assert np.abs(means).mean() < np.abs(loose).mean()
    assert np.corrcoef(means, true)[0, 1] > 0.85
    assert ((means - true) ** 2).mean() < ((loose - true) ** 2).mean()
    assert (found.variances < found.spread[0] ** 2).all()


def test_sending_and_receiving_have_an_activity_each():
    found = [activity_of(*members(60, 1.0, seed, directed=True)[:2]) for seed in range(8)]
    assert np.mean([each.spread[0] for each in found]) == pytest.approx(1.0, rel=0.2)
    assert np.mean([each.spread[1] for each in found]) < 0.2
    both = activity_of(*members(60, 1.0, 1, directed=True, receiving=1.0)[:2])
    assert min(both.spread) > 0.6
    assert abs(both.correlation) < 0.4


def test_as_many_ties_are_expected_as_without():
    """For a newcomer, too: its activity is any member's, so the mean over it is the rate."""
    for spread in (0.5, 1.5):
        dyads, rates, _ = members(50, spread, 8)
        found = activity_of(dyads, rates)
        rng = np.random.default_rng(0)
        own = found.spread[0] * rng.standard_normal((400, 1))
        others = found.means[0] + np.sqrt(found.variances[0]) * rng.standard_normal((400, 50))
        p = expit(found.stretch * np.log(rates[0] / (1 - rates[0])) + found.shift + own + others)
        assert p.mean() == pytest.approx(rates[0, 0], rel=0.12)


def test_a_stated_spread_is_taken_as_it_is():
    dyads, rates, _ = members(20, 0.0, 1)
    assert activity_of(dyads, rates, stated=0.8).spread == (0.8, 0.8)
    assert activity_of(dyads, rates, stated=0.0) is None
    few = Dyads(dyads.expected[:3, :3], dyads.known[:3, :3], directed=False)
    assert activity_of(few, rates[:3, :3]) is None
    assert activity_of(few, rates[:3, :3], stated=0.8) is not None
    nobody = Dyads(np.zeros((8, 8)), np.zeros((8, 8), dtype=bool), directed=False)
    assert activity_of(nobody, np.full((8, 8), 0.1)) is None


@pytest.mark.parametrize("rate", [0.0, 1.0])
def test_no_ties_or_all_of_them_are_no_activity(rate):
    known = ~np.eye(10, dtype=bool)
    dyads = Dyads(rate * known.astype(float), known, directed=False)
    assert activity_of(dyads, np.full((10, 10), np.clip(rate, 0.01, 0.99))) is None
    stated = activity_of(dyads, np.full((10, 10), np.clip(rate, 0.01, 0.99)), stated=1.0)
    assert isinstance(stated, Activity)
    assert np.isfinite(stated.means).all()
    assert np.isfinite(stated.shift)


def test_the_mode_of_one_way_effects_is_that_of_a_general_optimiser():
    from scipy.optimize import minimize

    dyads, rates, _ = members(12, 1.0, 5, directed=True)
    base = np.log(rates / (1 - rates)) * np.sqrt(1 + (16 * np.sqrt(3) / (15 * np.pi)) ** 2 * 0.8**2)

    def loss(values):
        odds = base + values[-1] + values[:-1, None]
        fit = dyads.expected * odds - np.logaddexp(0, odds)
        return -(fit * dyads.known).sum() + (values[:-1] ** 2).sum() / (2 * 0.8**2)

    best = minimize(loss, np.zeros(13), method="BFGS").x
    _, means, _ = _OneWay(dyads.expected, dyads.known.astype(float), rates).at(0.8, np.zeros(13))
    assert means == pytest.approx(best[:-1], abs=2e-3)


def test_the_mode_of_mutual_effects_is_that_of_a_general_optimiser():
    from scipy.optimize import minimize

    dyads, rates, _ = members(12, 1.0, 6)
    base = np.log(rates / (1 - rates)) * np.sqrt(1 + (16 * np.sqrt(3) / (15 * np.pi)) ** 2 * 2 * 0.8**2)

    def loss(values):
        odds = base + values[-1] + values[:-1, None] + values[:-1]
        fit = dyads.expected * odds - np.logaddexp(0, odds)
        return -(fit * dyads.known).sum() / 2 + (values[:-1] ** 2).sum() / (2 * 0.8**2)

    best = minimize(loss, np.zeros(13), method="BFGS").x
    likelihood, means, variances = _Both(dyads.expected, dyads.known.astype(float), rates).at(0.8, np.zeros(13))
    assert means == pytest.approx(best[:-1], abs=2e-3)
    p = expit(base + best[-1] + best[:-1, None] + best[:-1])
    weight = p * (1 - p) * dyads.known
    curvature = weight + np.diag(weight.sum(axis=1) + 1 / 0.8**2)
    exact = -loss(best) - 12 * np.log(0.8) - 0.5 * np.linalg.slogdet(curvature)[1]
    assert likelihood == pytest.approx(exact, abs=0.5)  # Laplace's, with curvature that is nearly exact
    assert variances == pytest.approx(np.diag(np.linalg.inv(curvature)), rel=0.1)


@settings(max_examples=examples(6, 30), deadline=None)
@given(st.permutations(range(14)), st.booleans())
def test_the_order_of_the_members_does_not_matter(order, directed):
    dyads, rates, _ = members(14, 1.5, 2, directed=directed, receiving=0.8)
    order = list(order)
    moved = Dyads(dyads.expected[np.ix_(order, order)], dyads.known, directed)
    one, other = activity_of(dyads, rates, stated=0.9), activity_of(moved, rates, stated=0.9)
    assert other.means == pytest.approx(one.means[:, order], abs=1e-6)
    assert other.shift == pytest.approx(one.shift, abs=1e-6)
