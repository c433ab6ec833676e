"""Networks drawn with stated coefficients: as often as they should be, by seed, and what is refused."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.simulation import SimulatedStatistics
from tests.inference.ergm.exact import EXACT, named
from tests.inference.ergm.networks import cluster_of_matrix

FLORENTINE = sc.load_dataset("florentine")
T = sc.terms


def florentine(coefficients, terms=None, **more):
    given = {"layer": "marriage", "draws": 200, "rng": 7, **more}
    return sc.ergm_simulate(FLORENTINE, terms or [T.edges()], coefficients, **given)


def test_ties_that_do_not_depend_on_each_other_are_binomial():
    ties = florentine([-1.0], draws=400).statistics["edges"]
    p = expit(-1.0)
    assert ties.mean() == pytest.approx(120 * p, abs=4 * np.sqrt(120 * p * (1 - p) / 400))
    assert ties.var() == pytest.approx(120 * p * (1 - p), rel=0.3)


def test_moments_are_those_of_all_networks():
    case = EXACT["moments"][0]
    empty = cluster_of_matrix(np.zeros((case["n"],) * 2, int), directed=False)
    terms = [named(each, case["A"]) for each in case["terms"]]
    found = sc.ergm_simulate(empty, terms, case["coef"], draws=1000, rng=3).statistics
    errors = (found.mean() - case["mean"]) / (np.array(case["sd"]) / np.sqrt(1000))
    assert errors.abs().max() < 4


def test_a_seed_gives_the_same_networks_whatever_else_is_drawn():
    few, many = florentine([-1.5], draws=5), florentine([-1.5], draws=20)
    assert (few.statistics == many.statistics.iloc[:5]).all(axis=None)
    assert few.network(3) == many.network(3)
    assert few.network(3) != few.network(4)
    assert florentine([-1.5], draws=5, rng=8).network(3) != few.network(3)


def test_coefficients_go_by_name_or_in_order():
    terms = [T.edges(), T.nodecov("wealth")]
    in_order = florentine([-2.0, 0.01], terms, draws=5).statistics
    for given in (
        {"nodecov.wealth": 0.01, "edges": -2.0},
        pd.Series({"nodecov.wealth": 0.01, "edges": -2.0}),
        np.array([-2.0, 0.01]),
    ):
        assert (florentine(given, terms, draws=5).statistics == in_order).all(axis=None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([1.0], "as many as the model has"),
        ({"edges": 1.0, "triangl": 0.1}, "did you mean 'triangle'"),
        ({"edges": 1.0}, "is missing"),
        ([1.0, "two"], "must be a number"),
        ([1.0, float("nan")], "must be a number"),
        ([1.0, float("inf")], "must be a number"),
        (3.0, "coefficients must be"),
    ],
)
def test_a_wrong_coefficient_is_named(wrong, said):
    with pytest.raises(InputError, match=said):
        florentine(wrong, [T.edges(), T.triangle()])


def test_what_is_forbidden_does_not_happen():
    terms = [T.edges(), T.isolates(), T.degree(6)]
    found = sc.ergm_simulate(FLORENTINE, terms, [0.0, 0.0, -np.inf], layer="business", draws=30, rng=1)
    assert found.statistics["degree6"].max() == 0
    assert "degree6 −∞" in found.sentences()[0]


def test_fixed_dyads_and_kept_ties_stay():
    held = [("Medici", "Pazzi"), ("Medici", "Ridolfi")]
    drawn = florentine([0.0], fixed=held, draws=10)
    for draw in range(10):
        ties = drawn.network(draw).matrix("marriage").toarray()
        i, j, k = (drawn.network(draw).labels.index(each) for each in ("Medici", "Pazzi", "Ridolfi"))
        assert ties[i, j] == 0
        assert ties[i, k] == 1
    assert set(florentine([0.0], constraint="edges", draws=10).statistics["edges"]) == {20}
    degrees = [
        sc.degree(florentine([0.0], constraint="degrees", draws=8).network(draw), layer="marriage") for draw in (0, 7)
    ]
    assert all((each == sc.degree(FLORENTINE, layer="marriage")).all() for each in degrees)


def test_a_state_is_the_network_whose_statistics_are_told():
    drawn = florentine([-1.2, 0.1], [T.edges(), T.gwesp(0.5)], draws=5)
    task = drawn.task
    assert isinstance(task, SimulatedStatistics)
    for draw in range(5):
        assert drawn.model.statistics(task.state(draw)) == pytest.approx(drawn.statistics.loc[draw].to_numpy())


@pytest.mark.parametrize("wrong", [0, -5, 1.5, "many", 10**12])
def test_steps_are_a_whole_number(wrong):
    with pytest.raises(InputError, match="steps"):
        florentine([0.0], steps=wrong)
