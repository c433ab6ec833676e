from dataclasses import replace

import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.exact import exactly
from socluster.inference.ergm.likelihood import likelihood_at, null_likelihood
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import EXACT, cluster_of, terms_of

FAMILIES = sc.load_dataset("florentine")


@pytest.mark.parametrize("case", ["u6a:edges+triangle", "u6a:edges+triangle|1 unknown", "d4b:edges+mutual+ttriple"])
def test_the_bridge_meets_the_exact_likelihood(case, monkeypatch):
    network, terms, coefficients, _, log_likelihood, _, unknown = EXACT[case]
    model = model_of(cluster_of(network, unknown), terms_of(terms))
    assert likelihood_at(model, np.array(coefficients), None).error == 0
    monkeypatch.setattr("socluster.inference.ergm.likelihood.how_exactly", lambda model: None)
    found = likelihood_at(model, np.array(coefficients), 3)
    assert 0 < found.error < 0.05
    assert found.value == pytest.approx(log_likelihood, abs=4 * found.error)


def test_florentine_marriages_and_triangles():
    # by bridges of R ergm and another programme: -54.035
    model = model_of(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], layer="marriage")
    found = likelihood_at(model, np.array([-1.671111, 0.154271]), 1)
    assert found.value == pytest.approx(-54.035, abs=0.02)


def test_a_model_without_independent_terms_begins_at_nothing(monkeypatch):
    model = model_of(cluster_of("u6a"), [sc.terms.kstar(2)])
    exact = exactly(model, "enumeration").evaluated(np.array([-0.2]))[0]
    monkeypatch.setattr("socluster.inference.ergm.likelihood.how_exactly", lambda model: None)
    found = likelihood_at(model, np.array([-0.2]), 3)
    assert found.value == pytest.approx(exact, abs=4 * found.error)


def test_of_kept_ties_it_is_not_known_how_many_networks_there_are():
    model = model_of(FAMILIES, [sc.terms.triangle()], layer="marriage", constraint="edges")
    with pytest.raises(sc.InputError, match="number of such networks"):
        likelihood_at(model, np.zeros(1), 1)


def test_only_known_dyads_count():
    model = model_of(cluster_of("u6a", [(0, 4)]), [sc.terms.edges()])
    assert null_likelihood(model) == pytest.approx(-14 * np.log(2))
    assert null_likelihood(replace(model, dyads=model_of(cluster_of("u6a"), [sc.terms.edges()]).dyads)) < -10
