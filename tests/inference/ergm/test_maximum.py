import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from benchmarks.own60 import own60
from socluster.inference.ergm.degeneracy import DegenerateModelError
from socluster.inference.ergm.estimate import exact_estimate
from socluster.inference.ergm.estimation.climbing import Rules
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.existence import CollinearTermsError, NoMaximumError
from socluster.inference.ergm.maximum import edges_only, maximum_of, refuse_same_terms
from socluster.inference.ergm.model import model_of
from tests.inference.ergm.exact_cases import BOUNDARY, EXACT, cluster_of, terms_of
from tests.inference.ergm.networks import cluster_of_matrix

FAMILIES = sc.load_dataset("florentine")


@pytest.mark.parametrize("case", EXACT)
def test_simulation_finds_the_exact_maximum(case):
    network, terms, coefficients, se, *_, unknown = EXACT[case]
    found = maximum_of(model_of(cluster_of(network, unknown), terms_of(terms)), 5, Rules())
    assert found.settled
    assert (np.abs(found.coefficients - coefficients) / se < 0.15).all()
    np.testing.assert_allclose(found.se, se, rtol=0.15)
    assert found.share_of_error <= 0.05


@pytest.mark.parametrize("case", BOUNDARY)
def test_models_without_a_maximum_are_refused_by_name(case):
    network, terms = BOUNDARY[case]
    with pytest.raises(NoMaximumError):
        maximum_of(model_of(cluster_of(network), terms_of(terms)), 5, Rules())


def test_florentine_marriages_and_triangles():
    # the maximum by several fits of two programmes: -1.671111 (+- .0013) and .154271 (+- .0019)
    model = model_of(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], layer="marriage")
    found = maximum_of(model, 7, Rules())
    assert (np.abs(found.coefficients - [-1.671111, 0.154271]) / [0.35038, 0.57185] < 0.12).all()
    np.testing.assert_allclose(found.se, [0.35038, 0.57185], rtol=0.1)


def test_statistics_of_any_size_are_fitted():
    tables = FAMILIES.to_tables()
    rich = tables.actors.assign(money=tables.actors["wealth"] * 1e6)
    cluster = sc.Cluster.from_tables(rich, tables.ties)
    model = model_of(cluster, [sc.terms.edges(), sc.terms.nodecov("money")], layer="marriage")
    exact, found = exact_estimate(model, "dyads"), maximum_of(model, 3, Rules())
    assert (np.abs(found.coefficients - exact.coefficients) / exact.se < 0.15).all()


@pytest.mark.parametrize("constraint", ["edges", "degrees"])
def test_a_constraint_is_kept(constraint):
    rng = np.random.default_rng(8)
    names = list("abcdefg")
    pairs = [(one, other) for one in names for other in names if one < other]
    ties = pd.DataFrame([pairs[k] for k in rng.choice(len(pairs), 11, replace=False)], columns=["source", "target"])
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": names, "g": list("xxyyxyx")}), ties)
    free = [pair for pair in pairs if pair[0] != "a"]
    held = [pair for pair in pairs if pair not in free]
    model = model_of(cluster, [sc.terms.nodematch("g")], constraint=constraint, fixed=held)
    assert how_exactly(model) == "enumeration"
    exact, found = exact_estimate(model, "enumeration"), maximum_of(model, 3, Rules())
    assert (np.abs(found.coefficients - exact.coefficients) / exact.se < 0.15).all()


def test_what_the_constraint_fixes_has_no_coefficient():
    model = model_of(FAMILIES, [sc.terms.edges(), sc.terms.triangle()], layer="marriage", constraint="edges")
    with pytest.raises(CollinearTermsError, match="'edges' is the same in all networks"):
        refuse_same_terms(model, 1)


def test_a_term_that_feeds_on_itself_is_named_with_a_remedy():
    # a ring of cliques: many triangles in a sparse network, which no edges + triangle model gives
    names = [f"n{k}" for k in range(24)]
    ties = [(names[4 * c + i], names[4 * c + j]) for c in range(6) for i in range(4) for j in range(i)]
    ties += [(names[4 * c], names[(4 * c + 5) % 24]) for c in range(6)]
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": names}), pd.DataFrame(ties, columns=["source", "target"]))
    model = model_of(cluster, [sc.terms.edges(), sc.terms.triangle()])
    with pytest.raises(DegenerateModelError, match=r"gwesp\(0.5\)") as caught:
        maximum_of(model, 1, Rules(iterations=25))
    assert "triangle" in str(caught.value)
    assert "gwesp(0.5)" in str(caught.value.in_language("lt"))


def test_where_to_start_without_a_pseudo_likelihood():
    model = model_of(FAMILIES, [sc.terms.triangle(), sc.terms.density()], layer="marriage")
    theta = edges_only(model)
    assert theta[0] == 0
    assert 1 / (1 + np.exp(-theta[1] / 120)) == pytest.approx(20.5 / 121)


def test_the_same_seed_gives_the_same_estimate():
    model = model_of(FAMILIES, [sc.terms.edges(), sc.terms.gwesp(0.5)], layer="marriage")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        one, other = maximum_of(model, 3, Rules()), maximum_of(model, 3, Rules())
    np.testing.assert_array_equal(one.coefficients, other.coefficients)
    assert not np.array_equal(one.coefficients, maximum_of(model, 4, Rules()).coefficients)


def test_sixty_actors_by_homophily_and_closure():
    # the maximum by fits of two other programmes, with a Monte-Carlo error of at most .0008
    found = maximum_of(
        model_of(own60(), [sc.terms.edges(), sc.terms.nodematch("group"), sc.terms.gwesp(0.5)]), 7, Rules()
    )
    away = (found.coefficients - [-3.731631, 0.443243, 0.308767]) / [0.19687, 0.28083, 0.25563]
    assert (np.abs(away) < 0.12).all()
    np.testing.assert_allclose(found.se, [0.19687, 0.28083, 0.25563], rtol=0.1)


def test_sixty_actors_by_an_attribute_hubs_and_closure():
    terms = [sc.terms.edges(), sc.terms.nodecov("x"), sc.terms.gwdegree(0.5), sc.terms.gwesp(0.5)]
    found = maximum_of(model_of(own60(), terms), 7, Rules())
    away = (found.coefficients - [-3.373985, 0.167521, -0.368182, 0.197905]) / [0.37694, 0.09723, 0.44109, 0.26019]
    assert (np.abs(away) < 0.12).all()


def test_a_term_that_no_single_tie_changes_is_refused_at_the_end_of_its_range():
    knoke = sc.load_dataset("knoke")  # where everybody has two ties or more
    with pytest.raises(NoMaximumError, match="'isolates' has the smallest value"):
        maximum_of(model_of(knoke, [sc.terms.isolates()], layer="information"), 1, Rules())


def test_without_any_tie_it_is_the_ties_that_have_no_coefficient():
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abcdefgh")}))
    with pytest.raises(NoMaximumError, match="smallest value"):
        maximum_of(model_of(nobody, [sc.terms.edges(), sc.terms.gwesp(0.5)]), 1, Rules())


def test_a_likelihood_of_unknown_dyads_that_runs_away_is_refused_before_it_is_simulated():
    matrix = np.array([[0, 1, 1, 0], [1, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]])
    cluster = cluster_of_matrix(matrix, directed=True, unknown=[(1, 3), (3, 2)])
    with pytest.raises(NoMaximumError, match="'edges' up and 'mutual' down"):
        maximum_of(model_of(cluster, [sc.terms.edges(), sc.terms.mutual()]), 5, Rules())
