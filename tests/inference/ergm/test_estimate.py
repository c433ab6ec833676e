import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.inference.ergm.estimate import Estimate, exact_estimate
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.existence import CollinearTermsError, NoMaximumError
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import BOUNDARY, cluster_of, terms_of


@pytest.mark.parametrize("case", BOUNDARY)
def test_models_without_a_maximum_are_refused_by_name(case):
    network, terms = BOUNDARY[case]
    model = model_of(cluster_of(network), terms_of(terms))
    with pytest.raises(NoMaximumError):
        exact_estimate(model, how_exactly(model))


def test_florentine_marriages_by_wealth():
    # R's glm and statnet: -2.594929 (.536056), .010546 (.004674)
    model = model_of(sc.load_dataset("florentine"), [sc.terms.edges(), sc.terms.nodecov("wealth")], layer="marriage")
    found = exact_estimate(model, "dyads")
    np.testing.assert_allclose(found.coefficients, [-2.59492903, 0.01054591], atol=1e-7)
    np.testing.assert_allclose(found.se, [0.536056, 0.004674], atol=1e-6)
    assert 4 - 2 * found.log_likelihood == pytest.approx(107.1086, abs=1e-4)
    assert found.share_of_error == 0


def test_terms_that_follow_from_each_other_are_refused():
    model = model_of(sc.load_dataset("florentine"), [sc.terms.edges(), sc.terms.density()], layer="marriage")
    with pytest.raises(CollinearTermsError, match="'edges' and 'density'"):
        exact_estimate(model, "dyads")


def test_a_cluster_without_ties_has_no_coefficient():
    actors = pd.DataFrame({"actor": list("abcd")})
    model = model_of(sc.Cluster.from_tables(actors, pd.DataFrame({"source": [], "target": []})), [sc.terms.edges()])
    with pytest.raises(NoMaximumError, match="'edges'"):
        exact_estimate(model, "dyads")


def test_the_share_of_error_is_that_of_the_worst_coefficient():
    found = Estimate("mcmle", np.zeros(2), np.diag([4.0, 1.0]), np.array([0.1, 0.1]))
    assert found.share_of_error == pytest.approx(0.1)
