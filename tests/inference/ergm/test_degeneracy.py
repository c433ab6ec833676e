import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.degeneracy import (
    DegenerateModelError,
    NearDegenerateWarning,
    degenerate,
    unstable_terms,
    warn_of,
)
from socluster.inference.ergm.estimation.mixing import Signs
from socluster.inference.ergm.model import model_of

FAMILIES = sc.load_dataset("florentine")
QUIET = Signs(0.0, False, False, ())
LOUD = Signs(0.4, True, True, (1,))


def model(*terms):
    return model_of(FAMILIES, list(terms), layer="marriage")


def test_the_term_with_a_positive_coefficient_is_blamed_first():
    both = model(sc.terms.edges(), sc.terms.kstar(2), sc.terms.triangle(), sc.terms.gwesp(0.5))
    assert [each.name for each in unstable_terms(both, np.array([-1.0, -0.1, 0.4, 0.2]))] == ["triangle", "kstar"]
    assert [each.name for each in unstable_terms(model(sc.terms.edges(), sc.terms.gwesp(2.0)))] == ["gwesp"]
    assert unstable_terms(model(sc.terms.edges(), sc.terms.gwesp(0.5))) == []


@pytest.mark.parametrize(
    ("term", "remedy"),
    [
        (sc.terms.triangle(), "gwesp(0.5)"),
        (sc.terms.kstar(2), "gwdegree(0.5)"),
        (sc.terms.gwesp(2.0), "smaller decay"),
        (sc.terms.gwesp(0.5), "leave terms out"),
    ],
)
def test_the_error_names_a_remedy(term, remedy):
    error = degenerate(model(sc.terms.edges(), term), LOUD, np.array([-1.0, 0.5]))
    assert isinstance(error, DegenerateModelError)
    assert remedy in str(error)
    assert "almost empty or almost complete" in str(error)
    assert "40%" in error.__notes__[0]
    assert "method='tapered'" in str(error)
    assert "method='tapered'" in str(error.in_language("lt"))


def test_without_signs_it_says_that_it_was_not_reached():
    error = degenerate(model(sc.terms.edges(), sc.terms.triangle()), QUIET, np.array([-1.0, 0.5]))
    assert "never come to have the observed statistics" in str(error)


def test_a_fitted_model_is_warned_of_only_if_there_are_signs():
    fitted = model(sc.terms.edges(), sc.terms.triangle())
    warn_of(fitted, QUIET, np.array([-1.0, 0.5]))
    with pytest.warns(NearDegenerateWarning, match="two humps"):
        warn_of(fitted, LOUD, np.array([-1.0, 0.5]))


@pytest.mark.parametrize(
    ("network", "term", "remedy"),
    [
        (sc.load_dataset("davis"), sc.terms.cycle(4), "gwb1dsp(0.5)"),
        (sc.load_dataset("davis"), sc.terms.b2star(2), "gwb2degree(0.5)"),
        (sc.load_dataset("knoke").layer("money"), sc.terms.istar(2), "gwidegree(0.5)"),
    ],
)
def test_a_remedy_is_a_term_of_such_a_network(network, term, remedy):
    asked = model_of(network, [sc.terms.edges(), term])
    assert remedy in str(degenerate(asked, LOUD, np.array([-1.0, 0.5])))
    name, decay = remedy.removesuffix(")").split("(")
    assert model_of(network, [getattr(sc.terms, name)(float(decay))]).p == 1
