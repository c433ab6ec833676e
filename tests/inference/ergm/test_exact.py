import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.exact import exactly, how_exactly, pseudo
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import EXACT, cluster_of, terms_of

KNOKE = sc.load_dataset("knoke")


@pytest.mark.parametrize("case", EXACT)
def test_likelihood_and_pseudo_likelihood_of_small_networks(case):
    network, terms, coefficients, se, log_likelihood, mple, unknown = EXACT[case]
    model = model_of(cluster_of(network, unknown), terms_of(terms))
    found = exactly(model, how_exactly(model)).maximum()
    np.testing.assert_allclose(found.coefficients, coefficients, atol=1e-7)
    np.testing.assert_allclose(np.sqrt(np.diag(found.covariance)), se, atol=1e-7)
    assert found.log_likelihood == pytest.approx(log_likelihood, abs=1e-8)
    if mple is not None:
        np.testing.assert_allclose(pseudo(model).maximum().coefficients, mple, atol=1e-7)


def test_what_is_exact_follows_from_the_terms_and_the_size():
    def how(*terms, **options):
        return how_exactly(model_of(KNOKE, list(terms), layer="information", **options))

    edges, mutual, triples = sc.terms.edges(), sc.terms.mutual(), sc.terms.ttriple()
    assert how(edges) == "dyads"
    assert how(edges, mutual) == "pairs"
    assert how(edges, mutual, triples) is None
    assert how(mutual, constraint="edges") is None
    assert how_exactly(model_of(cluster_of("u6a"), [sc.terms.triangle()])) == "enumeration"


def test_pairs_equal_dyads_where_ties_do_not_depend_on_their_return():
    model = model_of(KNOKE, [sc.terms.edges(), sc.terms.nodematch("sector")], layer="information")
    of_pairs, of_dyads = exactly(model, "pairs").maximum(), exactly(model, "dyads").maximum()
    np.testing.assert_allclose(of_pairs.coefficients, of_dyads.coefficients, atol=1e-8)
    np.testing.assert_allclose(of_pairs.covariance, of_dyads.covariance, atol=1e-8)
    assert of_pairs.log_likelihood == pytest.approx(of_dyads.log_likelihood)


@pytest.mark.parametrize("unknown", [[], [(0, 3), (3, 2)]])
def test_pairs_equal_enumeration_with_held_and_unknown_dyads(unknown):
    held = [("a0", "a2"), ("a2", "a0"), ("a1", "a3")]
    model = model_of(cluster_of("d4b", unknown), [sc.terms.edges(), sc.terms.mutual()], fixed=held)
    one, other = exactly(model, "pairs").maximum(), exactly(model, "enumeration").maximum()
    np.testing.assert_allclose(one.coefficients, other.coefficients, atol=1e-7)
    np.testing.assert_allclose(one.covariance, other.covariance, atol=1e-6)
    assert one.log_likelihood == pytest.approx(other.log_likelihood)
