import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.bootstrap import pseudo_estimate
from socluster.inference.ergm.estimate import exact_estimate
from socluster.inference.ergm.existence import NoMaximumError
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import cluster_of

FAMILIES = sc.load_dataset("florentine")


def test_where_dyads_are_independent_the_errors_are_those_of_the_likelihood():
    model = model_of(FAMILIES, [sc.terms.edges(), sc.terms.nodecov("wealth")], layer="marriage")
    exact, found = exact_estimate(model, "dyads"), pseudo_estimate(model, 3, 300)
    np.testing.assert_allclose(found.coefficients, exact.coefficients)
    np.testing.assert_allclose(found.se, exact.se, rtol=0.2)
    assert (found.how, found.replicates) == ("mple", 300)


def test_where_they_are_not_the_errors_are_larger_than_those_of_logistic_regression():
    model = model_of(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], layer="marriage")
    found = pseudo_estimate(model, 3, 100)
    np.testing.assert_allclose(found.coefficients, [-1.7009355, 0.2208488], atol=1e-6)  # as R ergm prints
    assert (found.se > [0.3, 0.4]).all()
    assert found.without < 50


def test_separation_is_refused():
    model = model_of(cluster_of("d4a"), [sc.terms.edges(), sc.terms.mutual(), sc.terms.ttriple()])
    with pytest.raises(NoMaximumError, match="separation"):
        pseudo_estimate(model, 3, 10)


def test_one_replicate_has_no_spread():
    model = model_of(FAMILIES, [sc.terms.edges()], layer="marriage")
    with pytest.raises(sc.InputError, match="at least 2"):
        pseudo_estimate(model, 3, 1)
