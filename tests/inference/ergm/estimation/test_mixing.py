import numpy as np

from socluster.inference.ergm.estimation.mixing import signs


def of_ties(ties):
    return signs(np.asarray(ties, dtype=float)[:, :, None], np.asarray(ties, dtype=float), 20.0, 100)


def test_a_well_behaved_sample_has_no_signs():
    ties = np.random.default_rng(1).binomial(100, 0.2, size=(4, 500))
    assert not of_ties(ties).any


def test_networks_far_from_the_observed_density():
    found = of_ties(np.random.default_rng(1).binomial(100, 0.9, size=(4, 500)))
    assert found.far == 1
    assert found.any


def test_chains_that_began_apart_and_do_not_meet():
    rng = np.random.default_rng(1)
    found = of_ties(np.stack([rng.binomial(100, share, size=500) for share in (0.1, 0.1, 0.45, 0.2)]))
    assert found.apart


def test_two_humps():
    rng = np.random.default_rng(1)
    ties = np.where(rng.random((4, 500)) < 0.5, rng.binomial(100, 0.1, (4, 500)), rng.binomial(100, 0.5, (4, 500)))
    assert of_ties(ties).humps
    assert not of_ties(rng.integers(10, 30, (4, 500))).humps


def test_a_coefficient_of_which_a_tenth_moves_half_of_all_dyads():
    rng = np.random.default_rng(1)
    ties = rng.integers(0, 100, (4, 500)).astype(float)
    found = signs(np.stack([ties, ties**2], axis=2), ties, 50.0, 100)
    assert found.steep == (0, 1)
