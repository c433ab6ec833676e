import itertools

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

import socluster as sc
from socluster.draws.settings import Draws
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.prediction import SimulatedTies, given_known, given_others, simulated_states
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


def known_odds(model, theta, dyad):
    """The odds of one dyad given all that are known, by going through what the unknown ones may be."""
    others = [each for each in map(tuple, model.dyads.unknown) if each != dyad]
    weights = [0.0, 0.0]
    for bits in itertools.product((0, 1), repeat=len(others) + 1):
        network = model.observed
        for place, bit in zip([dyad, *others], bits, strict=True):
            network[place] = bit
        weights[bits[0]] += np.exp(model.statistics(network) @ theta)
    return weights[1] / weights[0]


def test_unknown_dyads_are_not_taken_for_absent():
    ties = pd.DataFrame({"source": list("abbcda"), "target": list("bacabd")})
    unknown = pd.DataFrame({"source": list("acd"), "target": list("cbc")})
    actors = pd.DataFrame({"actor": list("abcd")})
    network = sc.Cluster.from_tables(actors, ties, unknown=unknown, layers={"tie": {"directed": True}})
    model = model_of(network, [sc.terms.edges(), sc.terms.mutual(), sc.terms.ttriple()])
    theta = np.array([-0.8, 1.1, 0.5])
    found = given_known(model, theta, 400, Draws(3000), 1)
    odds = np.array([known_odds(model, theta, dyad) for dyad in map(tuple, model.dyads.free)])
    assert (np.abs(found["probability"] - odds / (1 + odds)) < 4 * found["error"]).all()
    assert found["error"].max() < 0.01


def test_prediction_given_the_known_needs_a_seed_only_where_something_is_drawn():
    unknown = {"unknown": [(0, 4)]}
    alone = sc.ergm(cluster_of("u6a", **unknown), [sc.terms.edges()]).predict()
    assert np.ptp(alone["probability"]) == 0
    dependent = sc.ergm(cluster_of("u6a", **unknown), [sc.terms.edges(), sc.terms.triangle()])
    with pytest.raises(sc.InputError, match="rng"):
        dependent.predict()
    assert "error" in dependent.predict(draws=50, rng=1)


def test_where_ties_are_kept_there_is_nothing_to_predict_from_all_others():
    families = sc.load_dataset("florentine").layer("marriage")
    fit = sc.ergm(families, [sc.terms.nodecov("wealth")], constraint="edges", rng=1)
    with pytest.raises(sc.InputError, match="marginal"):
        fit.predict()
    assert fit.predict(kind="marginal", draws=50, rng=1)["probability"].sum() == pytest.approx(20)


def test_ties_for_each_others_sake_are_forgotten():
    """Five groups of four, all ties returned but one: to the model all dyads are alike, whatever was observed."""
    names = [[f"a{4 * group + one}" for one in range(4)] for group in range(5)]
    ties = [(one, other) for group in names for one, other in itertools.permutations(group, 2)]
    network = sc.as_cluster(ties[1:], directed=True)
    fit = sc.ergm(network, [sc.terms.edges(), sc.terms.mutual()])
    found = fit.predict(kind="marginal", draws=300, rng=1)
    by_tied = found.groupby("tied")["probability"].mean()
    assert by_tied[True] == pytest.approx(by_tied[False], abs=0.02)
    assert by_tied[True] == pytest.approx(59 / 380, abs=0.02)
