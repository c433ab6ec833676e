import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.inference.ergm.estimate import Estimate, exact_estimate
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.existence import CollinearTermsError, NoMaximumError
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import BOUNDARY, EXACT, cluster_of, terms_of
from tests.inference.ergm.networks import cluster_of_matrix

CYCLES = [(0, 1), (1, 0), (1, 2), (0, 2), (2, 3), (3, 0)]
PATH = [(0, 1), (1, 2), (2, 3), (3, 4)]
RETURNED, CLOSED = [sc.terms.edges(), sc.terms.mutual()], [sc.terms.edges(), sc.terms.triangle()]


def partly_known(n, ties, unknown, *, directed):
    """Ties that are known, and dyads of which nothing is."""
    matrix = np.zeros((n, n), dtype=np.uint8)
    for i, j in set(ties) - set(unknown):
        matrix[i, j] = 1
        matrix[j, i] |= not directed
    return cluster_of_matrix(matrix, directed=directed, unknown=unknown)


RUNAWAYS = {
    "two ties back": (
        partly_known(4, CYCLES, [(1, 3), (3, 2)], directed=True),
        RETURNED,
        "'edges' up and 'mutual' down",
    ),
    "the only tie back": (partly_known(4, CYCLES, [(0, 1)], directed=True), RETURNED, "'mutual' down"),
    "the only triangle": (partly_known(5, PATH, [(1, 2), (0, 2)], directed=False), CLOSED, "'triangle' down"),
}


@pytest.mark.parametrize("case", BOUNDARY)
def test_models_without_a_maximum_are_refused_by_name(case):
    network, terms = BOUNDARY[case]
    model = model_of(cluster_of(network), terms_of(terms))
    with pytest.raises(NoMaximumError):
        exact_estimate(model, how_exactly(model))


@pytest.mark.parametrize("name", RUNAWAYS)
@pytest.mark.parametrize("enumerated", [False, True])
def test_a_likelihood_of_unknown_dyads_with_its_highest_value_at_infinity_is_refused(name, enumerated):
    cluster, terms, moves = RUNAWAYS[name]
    model = model_of(cluster, terms)
    with pytest.raises(NoMaximumError, match=rf"\({moves}\)") as caught:
        exact_estimate(model, "enumeration" if enumerated else how_exactly(model))
    lithuanian = str(caught.value.in_language("lt"))
    assert "mutual" in lithuanian or "triangle" in lithuanian
    assert "down" not in lithuanian


@pytest.mark.parametrize("case", EXACT)
def test_small_networks_with_a_maximum_have_an_estimate(case):
    network, terms, coefficients, *_, unknown = EXACT[case]
    model = model_of(cluster_of(network, unknown), terms_of(terms))
    np.testing.assert_allclose(exact_estimate(model, how_exactly(model)).coefficients, coefficients, atol=1e-7)


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
