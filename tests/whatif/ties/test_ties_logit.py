"""Logistic regression on dyads: against scipy's maximisation, published values, and simulated networks."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize
from scipy.special import expit

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.whatif.ties import Logit
from socluster.whatif.ties.regression import dependent_columns, regression, separates
from tests.whatif.ties.tie_samples import expected, town, with_hub


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


def test_published_values_of_the_florentine_marriages():
    families = load_dataset("florentine").layer("marriage")
    fit = Logit(match=(), level="wealth").fitted(families)
    frame = fit.to_frame()
    assert frame["estimate"].tolist() == pytest.approx([-2.59492903, 0.01054591], abs=1e-7)
    assert frame["error"].tolist() == pytest.approx([0.536051763, 0.004674236], abs=1e-5)
    assert fit.aic == pytest.approx(107.1086, abs=1e-4)
    both = Logit(match=(), level="wealth", difference="wealth").fitted(families).to_frame()
    assert both["estimate"].to_dict() == pytest.approx(
        {"(intercept)": -2.59, "difference in wealth": 0.0111, "level of wealth": 0.0045}, abs=0.07
    )
    assert both.loc["level of wealth", "estimate"] == pytest.approx(0.004506218, abs=1e-7)
    none = Logit(match=()).fitted(families).to_frame()
    assert none.loc["(intercept)", ["estimate", "error"]].tolist() == pytest.approx([-1.609438, 0.2449451], abs=1e-5)


@pytest.mark.parametrize("directed", [False, True])
def test_coefficients_of_a_simulated_network_are_recovered(directed):
    rng = np.random.default_rng(5)
    n = 70
    sector, size = rng.integers(0, 3, n), rng.normal(size=n)
    log_odds = -1.5 + 1.0 * (sector[:, None] == sector) + 0.6 * size[:, None] + (0.2 if directed else 0.6) * size
    there = rng.random((n, n)) < expit(log_odds)
    pairs = [(i, j) for i in range(n) for j in range(n) if there[i, j] and (i != j if directed else i < j)]
    names = [f"a{i}" for i in range(n)]
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": names, "sector": [f"s{k}" for k in sector], "size": size}),
        pd.DataFrame([(names[i], names[j]) for i, j in pairs], columns=["source", "target"]),
        layers={"tie": {"directed": directed}},
    )
    frame = Logit(level=["size"]).fitted(cluster, "tie").to_frame()
    truth = [-1.5, 1.0, 0.6, 0.2] if directed else [-1.5, 1.0, 0.6]
    assert len(frame) == len(truth)
    assert (np.abs(frame["estimate"] - truth) < 3.5 * frame["error"]).all()
    assert (frame["error"] < 0.2).all()


def test_uncertainty_of_coefficients_reaches_the_ties():
    ties = Logit(match=["sector"], difference=["staff"], firth=True).fit(with_hub(town()), "Hub", "tie")
    drawn = np.array([ties.probabilities(np.random.default_rng(draw)) for draw in range(6000)])
    np.testing.assert_allclose(drawn.mean(axis=0), ties.probabilities(None), atol=0.02)
    assert (drawn.std(axis=0) > 0.05).all()


def test_shared_groups_and_missing_texts():
    cluster = with_hub(town()).with_affiliation("Hub", ["spring", "autumn"])
    ties = Logit(match=(), shared="affiliation", firth=True).fit(cluster, "Hub", "tie")
    assert ties.rows[:, 1].tolist() == [1, 2, 1, 0, 0, 0]
    ties = Logit(match="offers", firth=True).fit(cluster, "Hub", "tie")  # nobody else offers what School has not
    assert ties.rows[:, 1].tolist() == [0, 1, 0, 0, 0, 0]
    assert all(0 < p < 1 for p in expected(ties).values())


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Logit(match="secter"), "did you mean 'sector'"),
        (Logit(match=(), level="place"), "contains no numbers"),
        (Logit(match=(), shared="atends"), "no layer of affiliations"),
    ],
)
def test_bad_terms_are_named(model, said):
    with pytest.raises(InputError, match=said):
        model.fit(with_hub(town()), "Hub", "tie")


def test_separation_is_refused_and_firth_helps():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": list("xxyy")})
    cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["a", "c"], "target": ["b", "d"]}))
    with pytest.raises(InputError, match="without a mistake"):
        Logit().fitted(cluster)
    fit = Logit(firth=True).fitted(cluster)
    # with half a tie more on each side of each kind: 2.5 of 3 and 0.5 of 5
    assert expit(fit.to_frame()["estimate"].cumsum()).tolist() == pytest.approx([0.1, 2.5 / 3])
    assert "6 dyads (expected ties: 2)" in repr(fit)


def test_terms_that_do_not_vary_are_named():
    same = town().to_tables()
    cluster = Cluster.from_tables(same.actors.assign(level="local"), same.ties)
    with pytest.raises(InputError, match="does not vary"):
        Logit(match="level").fitted(cluster)
    gaps = Cluster.from_tables(same.actors.assign(staff=[1.0, 2.0, None, 3.0, None, 5.0]), same.ties)
    with pytest.raises(InputError) as caught:
        Logit(match=(), level="staff").fitted(gaps)
    assert [problem.row for problem in caught.value.problems] == ["NGO", "Firm"]
