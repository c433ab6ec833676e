"""What logistic regression found: the table of its terms, and the ties that follow."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import expit, logit
from scipy.stats import norm

from socluster.whatif.ties import Logit
from socluster.whatif.ties.logit_fit import LogitFit, LogitTies, Term
from socluster.whatif.ties.regression import Regression
from tests.whatif.ties.tie_samples import town, with_hub


def test_uncertainty_of_coefficients_reaches_the_ties():
    ties = Logit(match=["sector"], difference=["staff"], firth=True).fit(with_hub(town()), "Hub", "tie")
    drawn = np.array([ties.probabilities(np.random.default_rng(draw)) for draw in range(6000)])
    np.testing.assert_allclose(drawn.mean(axis=0), ties.probabilities(None), atol=0.02)
    assert (drawn.std(axis=0) > 0.05).all()


def fit_of(coefficients, covariance):
    """A regression on whether two actors have the same sector."""
    terms = Term("intercept"), Term("same", "sector")
    found = Regression(np.array(coefficients, dtype=float), np.array(covariance, dtype=float), -20.0)
    return LogitFit(terms, found, 30, 4.5, directed=False)


def test_the_table_by_hand():
    frame = fit_of([-2, 1], [[0.25, 0], [0, 1]]).to_frame()
    assert frame.index.tolist() == ["(intercept)", "same sector"]
    assert frame["error"].tolist() == [0.5, 1]
    assert frame["z"].tolist() == [-4, 1]
    assert frame["p"].tolist() == pytest.approx(2 * norm.sf([4, 1]))
    assert frame["low"].tolist() == pytest.approx(norm.ppf(0.025, [-2, 1], [0.5, 1]), abs=1e-6)
    assert frame["high"].tolist() == pytest.approx(norm.ppf(0.975, [-2, 1], [0.5, 1]), abs=1e-6)
    assert frame["odds_ratio"].tolist() == pytest.approx([np.exp(-2), np.e])
    assert fit_of([-2, 1], [[0.25, 0], [0, 1]]).aic == 2 * 2 + 2 * 20


def test_the_sentences_name_every_term():
    english, lithuanian = (fit_of([-2, 1], np.eye(2)).sentences(language) for language in ("en", "lt"))
    assert english[0] == "Logistic regression on 30 dyads (expected ties: 4.5)."
    assert english[1].endswith("(intercept) \N{MINUS SIGN}2, same sector 1.")
    assert "4,5" in lithuanian[0]
    assert "sektorius" in lithuanian[1]


@pytest.mark.parametrize(
    ("term", "called"),
    [
        (Term("intercept"), "(intercept)"),
        (Term("difference", "staff_size"), "difference in staff_size"),
        (Term("sender", "wealth"), "level of wealth of sender"),
        (Term("receiver", "wealth"), "level of wealth of receiver"),
        (Term("shared", "attends"), "shared groups of attends"),
    ],
)
def test_tables_call_a_term_by_its_column(term, called):
    assert str(term) == called


def test_average_probabilities_are_integrals_over_the_coefficients():
    """Against scipy's integration of expit over a normal distribution of the log odds."""
    covariance = np.array([[1.0, 0.3], [0.3, 0.5]])
    rows = np.array([[1.0, 0.0], [1.0, 1.0]])
    ties = LogitTies(("a", "a"), ("b", "c"), rows, fit_of([-2, 1], covariance))
    for row, found in zip(rows, ties.probabilities(None), strict=True):
        log_odds = norm(row @ [-2, 1], np.sqrt(row @ covariance @ row))
        exact, _ = quad(lambda x, of=log_odds: expit(x) * of.pdf(x), -30, 30)
        assert found == pytest.approx(exact, abs=1e-8)


def test_drawn_coefficients_vary_together_as_their_covariance_says():
    """On the scale of a column of money, too."""
    covariance = np.array([[4.0, -1.5e-6], [-1.5e-6, 1e-12]])
    ties = LogitTies(("a", "a"), ("b", "c"), np.array([[1.0, 0.0], [0.0, 1e6]]), fit_of([0, 0], covariance))
    drawn = logit(np.array([ties.probabilities(np.random.default_rng(draw)) for draw in range(4000)]))
    assert np.cov(drawn.T) == pytest.approx(np.array([[4, -1.5], [-1.5, 1]]), abs=0.3)
