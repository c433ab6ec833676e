"""Coefficients against R, and what has none."""

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.qap.design import design_of, spaces_of
from socluster.inference.qap.estimates import estimates_of
from socluster.inference.qap.predictors.given import as_predictor

KNOKE, FLORENTINE = sc.load_dataset("knoke"), sc.load_dataset("florentine")
P = sc.predictors
EXPLAINED = ["information", P.same("sector"), P.sender("rating"), P.receiver("rating")]


def of(cluster, y, predictors, family):
    outcome = as_predictor(y)
    return estimates_of(design_of(spaces_of({"": cluster}, outcome), outcome, predictors), family)


def assert_are(found, coefficients, statistics):
    np.testing.assert_allclose(found.coefficients, coefficients, rtol=0, atol=1e-8)
    np.testing.assert_allclose(found.statistics, statistics, rtol=0, atol=1e-8)


def test_least_squares_of_money_in_indianapolis():
    """R sna 2.7, netlm of the layers and columns that are shipped here."""
    assert_are(
        of(KNOKE, "money", EXPLAINED, "linear"),
        [-0.6638169534140, -0.1388583712814, 0.1069046849779, 0.1202917749497, 0.0683047995619],
        [-2.20204601179, -1.39920267184, 1.10136778245, 3.13762846157, 1.62397861238],
    )


def test_least_squares_of_marriages_in_florence():
    """R sna 2.7, netlm(mode="graph"), and R lm for the shares that are explained."""
    found = of(FLORENTINE, "marriage", ["business", P.difference("wealth")], "linear")
    assert_are(
        found,
        [0.01155679097150, 0.42922407612494, 0.00266465833695],
        [0.246965800415, 4.612455499396, 3.085248765008],
    )
    assert found.r_squared == pytest.approx(0.203117613, abs=1e-9)
    assert found.adjusted_r_squared == pytest.approx(0.189495692, abs=1e-9)


def test_logit_of_money_in_indianapolis():
    """R glm (epsilon 1e-14) on the dyads that netlogit takes; netlogit itself stops at -8.764183766."""
    found = of(KNOKE, "money", EXPLAINED, "logit")
    assert_are(
        found,
        [-8.764183771041, -1.031174960012, 0.776435684989, 1.002028262836, 0.509744725282],
        [-3.17653283011, -1.61345266005, 1.35147141795, 2.78216732980, 1.73742858697],
    )
    assert (found.deviance, found.null_deviance) == pytest.approx((86.2618907506, 100.1068248077), abs=1e-8)


def test_logit_of_marriages_in_florence():
    """R sna 2.7, netlogit(mode="graph")."""
    found = of(FLORENTINE, "marriage", ["business", P.difference("wealth")], "logit")
    np.testing.assert_allclose(found.coefficients, [-3.0417761907135, 2.4966227608190, 0.0199475777344], atol=1e-8)


def test_counts_of_ties_in_florence():
    """R glm(family = poisson)."""
    both = FLORENTINE.matrix("marriage") + FLORENTINE.matrix("business")
    found = of(FLORENTINE, both.toarray(), [P.difference("wealth")], "poisson")
    np.testing.assert_allclose(found.coefficients, [-1.50966850923753, 0.00650930473806], atol=1e-8)
    np.testing.assert_allclose(found.statistics, [-5.81321827420, 1.57250519714], rtol=2e-7)  # R's lag a step behind
    assert (found.deviance, found.null_deviance) == pytest.approx((106.155483428, 108.430767468), abs=1e-8)


def test_one_binary_predictor_in_closed_form():
    """The coefficient is the difference of two means, of a logit the logarithm of the ratio of two odds."""
    y, x = KNOKE.matrix("money").toarray(), KNOKE.matrix("information").toarray()
    off = ~np.eye(10, dtype=bool)
    with_x, without = y[off & (x == 1)].mean(), y[off & (x == 0)].mean()
    assert of(KNOKE, "money", "information", "linear").coefficients == pytest.approx([without, with_x - without])
    logits = [np.log(p / (1 - p)) for p in (without, with_x)]
    assert of(KNOKE, "money", "information", "logit").coefficients == pytest.approx([logits[0], logits[1] - logits[0]])
    rates = of(KNOKE, "money", "information", "poisson").coefficients
    assert rates == pytest.approx([np.log(without), np.log(with_x / without)])


def test_large_numbers_do_not_spoil_it():
    usual = of(KNOKE, "money", "information", "linear")
    large = P.matrix(1e9 * KNOKE.matrix("information").toarray())
    np.testing.assert_allclose(of(KNOKE, "money", large, "linear").statistics, usual.statistics)
    by_logit = of(KNOKE, "money", "information", "logit")
    np.testing.assert_allclose(of(KNOKE, "money", large, "logit").statistics, by_logit.statistics)


def test_what_is_explained_without_a_rest_is_the_same_thing_in_other_words():
    twice = P.matrix(2 * KNOKE.matrix("money").toarray(), name="twice")
    with pytest.raises(InputError, match="'money' follows from twice without a rest"):
        of(KNOKE, "money", ["information", twice], "linear")


def test_a_coefficient_that_is_0_but_for_rounding_is_0():
    """A predictor of which the outcome has nothing: half of the ties on either side."""
    y = np.zeros((10, 10))
    y[:, [0, 5]] = 1
    found = of(KNOKE, y, P.matrix(np.repeat([[0.0], [1.0]], 5, axis=0) + np.zeros((10, 10)) + 0.1), "linear")
    assert found.coefficients[1] == 0
    assert found.statistics[1] == 0
    assert found.r_squared == 0


def test_a_predictor_that_tells_ties_without_a_mistake_is_named():
    copy = P.matrix(KNOKE.matrix("money").toarray(), name="copy")
    with pytest.raises(InputError, match="with copy, some or all ties are told without a mistake"):
        of(KNOKE, "money", [copy, "information"], "logit")


@pytest.mark.parametrize(
    ("y", "family", "said"),
    [
        (np.arange(100.0).reshape(10, 10), "logit", "weighted=False"),
        (np.arange(100.0).reshape(10, 10) / 2, "poisson", "counts"),
        (-np.arange(100.0).reshape(10, 10), "poisson", "counts"),
    ],
)
def test_the_outcome_must_fit_the_family(y, family, said):
    with pytest.raises(InputError, match=said):
        of(KNOKE, y, "information", family)
