import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.inference.ergm.estimate import exact_estimate
from socluster.inference.ergm.estimation.climbing import Rules
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.existence import NoMaximumError
from socluster.inference.ergm.maximum import maximum_of
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.tapering import tapered_estimate, tapered_model
from tests.inference.ergm.exact_cases import cluster_of

TERMS = [sc.terms.edges(), sc.terms.triangle()]


def cliques(n):
    """Many triangles in a sparse network, which no model of ties and triangles gives without a taper."""
    names = [f"n{k}" for k in range(4 * n)]
    ties = [(names[4 * c + i], names[4 * c + j]) for c in range(n) for i in range(4) for j in range(i)]
    ties += [(names[4 * c], names[(4 * c + 5) % (4 * n)]) for c in range(n)]
    return sc.Cluster.from_tables(pd.DataFrame({"actor": names}), pd.DataFrame(ties, columns=["source", "target"]))


def test_the_expected_statistics_are_the_observed_ones():
    model = tapered_model(model_of(cluster_of("u6a"), TERMS))
    found = exact_estimate(model, "enumeration")
    kinds, ways = model_of(cluster_of("u6a"), TERMS).enumerate()
    centre, pull = model.taper
    np.testing.assert_allclose(pull, [1 / 20, 1 / 4])  # 1 / (2 * 2 * max(1, statistic))
    weights = ways * np.exp(kinds @ found.coefficients - (kinds - centre) ** 2 @ pull)
    np.testing.assert_allclose(weights @ kinds / weights.sum(), [5, 1], atol=1e-7)


def test_simulation_finds_the_same():
    model = tapered_model(model_of(cluster_of("u6a"), TERMS))
    exact, found = exact_estimate(model, "enumeration"), maximum_of(model, 3, Rules())
    assert (np.abs(found.coefficients - exact.coefficients) / exact.se < 0.15).all()
    np.testing.assert_allclose(found.se, exact.se, rtol=0.15)


def test_it_is_not_exact_by_dyads_since_the_taper_makes_them_depend():
    assert how_exactly(tapered_model(model_of(sc.load_dataset("florentine"), TERMS[:1], layer="marriage"))) is None
    assert how_exactly(tapered_model(model_of(cluster_of("u6a"), TERMS[:1]))) == "enumeration"


def test_it_fits_where_the_plain_model_degenerates():
    fit = sc.ergm(cliques(5), TERMS, method="tapered", rng=1)
    assert fit.method == "tapered"
    assert fit.estimate.settled
    means = fit.estimate.chains.reshape(-1, 2).mean(axis=0)
    np.testing.assert_allclose(means, fit.observed, rtol=0.1)
    assert any("the taper holds it" in each for each in fit.sentences())
    assert len(fit.sentences("lt")) == len(fit.sentences())
    with pytest.raises(sc.InputError, match="tapered"):
        _ = fit.log_likelihood


def test_the_share_of_variance_is_told_where_there_is_one():
    found = tapered_estimate(tapered_model(model_of(cluster_of("u6a"), TERMS)), 1, Rules())
    assert ((found.variance_ratio > 0) & (found.variance_ratio < 1)).all()
    assert any(
        "leaves: edges" in each for each in sc.ergm(cluster_of("u6a"), TERMS, method="tapered", rng=1).sentences()
    )


def test_a_conditional_probability_has_the_tapers_own_change():
    fit = sc.ergm(cluster_of("u6a"), TERMS, method="tapered", rng=1)
    found = fit.predict().loc[("a0", "a5"), "probability"]
    energy = fit.coefficients["edges"] - 1 / 20  # one tie more than the centre
    assert found == pytest.approx(1 / (1 + np.exp(-energy)))


def test_a_statistic_at_its_end_is_refused_with_a_taper_too():
    tree = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abcdefgh")}), pd.DataFrame({"source": list("aaab"), "target": list("bcde")})
    )
    with pytest.raises(NoMaximumError, match="smallest value"):
        sc.ergm(tree, TERMS, method="tapered", rng=1)
