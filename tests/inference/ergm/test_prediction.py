import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

import socluster as sc
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.prediction import SimulatedTies, given_others, simulated_states
from tests.inference.ergm.exact_cases import cluster_of

THETA = np.array([-0.9, 0.4])


def small(**options):
    return model_of(cluster_of("u6a", **options), [sc.terms.edges(), sc.terms.triangle()])


def test_given_all_others_it_is_a_logistic_function_of_the_change():
    table = given_others(small(), THETA)
    assert table.index.names == ["source", "target"]
    assert table.loc[("a0", "a1"), "tied"]
    assert table.loc[("a0", "a1"), "probability"] == pytest.approx(expit(-0.9 + 0.4))
    assert table.loc[("a0", "a5"), "probability"] == pytest.approx(expit(-0.9))


def test_among_the_networks_of_the_model_it_is_the_share_of_all_networks():
    fit = sc.ergm(cluster_of("u6a"), [sc.terms.edges(), sc.terms.triangle()])
    found = fit.predict(kind="marginal", draws=1500, rng=3)
    assert (np.abs(found["probability"] - 5 / 15) < 5 * found["error"].max()).all()  # all actors are alike to the model
    assert found["error"].max() < 0.02


def test_unknown_dyads_are_marked_and_held_ones_left_out():
    table = given_others(small(unknown=[(0, 4)]), THETA)
    assert table.loc[("a0", "a4"), "tied"] is pd.NA
    held = model_of(cluster_of("u6a"), [sc.terms.edges()], fixed=[("a0", "a1")])
    assert len(given_others(held, THETA[:1])) == 14


def test_a_network_depends_on_its_number_only():
    task = SimulatedTies(small(), THETA, 200, 5)
    np.testing.assert_array_equal(task.run(0, 5)[0][3:], task.run(3, 5)[0])
    states = simulated_states(small(), THETA, 200, 5, 3, 5)
    np.testing.assert_array_equal(small().tied(states[1]), task.run(4, 5)[0][0])


def test_a_share_needs_a_seed():
    fit = sc.ergm(cluster_of("u6a"), [sc.terms.edges()])
    with pytest.raises(sc.InputError, match="rng"):
        fit.predict(kind="marginal")
