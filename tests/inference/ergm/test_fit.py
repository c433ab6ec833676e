import numpy as np
import pytest

import socluster as sc
from tests.inference.ergm.exact_cases import cluster_of

FAMILIES = sc.load_dataset("florentine")
KNOKE = sc.load_dataset("knoke")
WEALTH = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.nodecov("wealth")], layer="marriage")
TRIANGLES = sc.ergm(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], layer="marriage", rng=7)


def test_the_table_holds_estimate_errors_and_interval():
    table = WEALTH.to_frame()
    assert list(table.columns) == ["estimate", "se", "mc_error", "z", "p", "low", "high"]
    np.testing.assert_allclose(table["z"], [-4.840, 2.256], atol=1e-3)  # as R's glm prints
    np.testing.assert_allclose(table["p"], [1.3e-6, 0.0241], rtol=0.01)
    np.testing.assert_allclose(table["high"] - table["low"], 2 * 1.6448536 * table["se"])
    assert (table["mc_error"] == 0).all()
    assert (TRIANGLES.to_frame()["mc_error"] > 0).all()


def test_likelihood_and_criteria_of_an_exact_fit():
    assert WEALTH.aic == pytest.approx(107.1086, abs=1e-4)
    assert WEALTH.bic == pytest.approx(WEALTH.aic - 4 + 2 * np.log(120))
    assert WEALTH.null_deviance == pytest.approx(240 * np.log(2))
    assert WEALTH.deviance == pytest.approx(WEALTH.aic - 4)
    assert WEALTH.log_likelihood_error == 0
    assert WEALTH.is_exact


def test_of_a_simulated_fit_they_are_simulated_once():
    assert TRIANGLES.log_likelihood == pytest.approx(-54.035, abs=0.03)
    assert TRIANGLES.log_likelihood == TRIANGLES.log_likelihood
    assert 0 < TRIANGLES.log_likelihood_error < 0.02
    assert not TRIANGLES.is_exact


def test_what_it_was_made_of_is_kept():
    assert TRIANGLES.made_of.seed == 7
    assert TRIANGLES.made_of.draws == len(TRIANGLES.chains()) / 2
    assert TRIANGLES.made_of.fingerprint == FAMILIES.fingerprint
    assert WEALTH.made_of.seed is None
    assert WEALTH.made_of.draws is None
    assert TRIANGLES.observed.tolist() == [20, 3]
    assert TRIANGLES.covariance.loc["edges", "triangle"] < 0


def test_chains_lie_around_the_observed_statistics():
    chains = TRIANGLES.chains()
    assert chains["chain"].unique().tolist() == [1, 2, 3, 4]
    means = chains.groupby("term")["value"].mean()
    assert means["edges"] == pytest.approx(20, abs=1)
    with pytest.raises(sc.InputError, match="no chains"):
        WEALTH.chains()


def test_sentences_say_how_and_what_and_no_cause():
    english = "\n".join(TRIANGLES.sentences())
    assert "Monte-Carlo maximum likelihood" in english
    assert "log odds of a tie, given all other ties" in english
    assert "no causes" in english
    assert len(TRIANGLES.sentences("lt")) == len(TRIANGLES.sentences())
    assert set(TRIANGLES.sentences("lt")) & set(TRIANGLES.sentences()) == set()


def test_unknown_dyads_are_told_and_not_counted():
    fit = sc.ergm(cluster_of("u6a", [(0, 4)]), [sc.terms.edges(), sc.terms.triangle()])
    assert any("1 dyad is unknown" in each for each in fit.sentences())
    assert fit.null_log_likelihood == pytest.approx(-14 * np.log(2))


def test_tables_for_papers():
    printed = WEALTH.to_latex(caption="Marriages")
    assert r"\toprule" in printed
    assert "AIC 107.11" in printed
    assert "\N{MINUS SIGN}" not in printed
    assert "<table" in WEALTH.to_html("lt")
    assert WEALTH.to_text("lt").shape == (2, 5)
