import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.networks import DrawnNetworks, far_apart, start_of, thinning_for
from tests.inference.ergm.exact_cases import cluster_of

FAMILIES = sc.load_dataset("florentine")


def families(**options):
    return model_of(FAMILIES, [sc.terms.edges(), sc.terms.gwesp(0.5)], layer="marriage", **options)


def test_moments_are_those_of_all_networks():
    model = model_of(cluster_of("u6a"), [sc.terms.edges(), sc.terms.gwesp(0.5)])
    theta = np.array([-0.9, 0.4])
    statistics, ways = model.enumerate()
    weights = ways * np.exp(statistics @ theta)
    mean = weights @ statistics / weights.sum()
    sd = np.sqrt(weights @ (statistics - mean) ** 2 / weights.sum())
    drawn = DrawnNetworks(model, [3], far_apart(model, [3])).draw(theta, 3000, 10).reshape(-1, 2)
    assert (np.abs(drawn.mean(axis=0) - mean) < 0.08 * sd).all()
    np.testing.assert_allclose(drawn.std(axis=0), sd, rtol=0.08)


def test_chains_go_on_where_they_stopped_and_are_the_same_in_any_number_of_threads(monkeypatch):
    theta = np.array([-1.6, 0.1])
    found = []
    for cores in ("1", "4"):
        monkeypatch.setenv("OMP_NUM_THREADS", cores)
        chains = DrawnNetworks(families(), [7], far_apart(families(), [7]))
        found.append(np.concatenate([chains.draw(theta, 5, 2), chains.draw(theta, 5, 0)], axis=1))
    np.testing.assert_array_equal(*found)
    assert not np.array_equal(found[0][:, :5], found[0][:, 5:])


def test_starts_lie_far_apart_and_keep_what_is_held():
    model = families(fixed=[("Medici", "Acciaiuoli"), ("Medici", "Strozzi")])
    states = far_apart(model, [1])
    ties = [state.sum() / 2 for state in states]
    assert ties[1] < ties[0] < ties[2]
    assert ties[0] == ties[3] == 20
    held = model.dyads.fixed
    assert all((state[tuple(held.T)] == model.observed[tuple(held.T)]).all() for state in states)
    assert all((state == state.T).all() and not state.diagonal().any() for state in states)
    kept = families(constraint="edges")
    assert all((state == kept.observed).all() for state in far_apart(kept, [1]))


def test_thinning_follows_the_size():
    assert thinning_for(families()) == 20
    assert thinning_for(families(), families().dyads.free[:3]) == 16


def test_a_start_needs_a_seed_or_a_generator():
    assert start_of(7) == 7
    assert start_of(np.random.default_rng(1)) == start_of(np.random.default_rng(1))
    with pytest.raises(sc.InputError, match="rng=7"):
        start_of(None)


def test_after_very_many_proposals_chains_are_tired(monkeypatch):
    chains = DrawnNetworks(families(), [7], far_apart(families(), [7]))
    chains.draw(np.array([-1.6, 0.1]), 5, 2)
    assert chains.proposals == 7 * 20 * 4
    assert not chains.tired
    monkeypatch.setattr("socluster.inference.ergm.networks.PATIENCE", 500)
    assert chains.tired
