import numpy as np

from socluster._kernels.meeting import loops_dyads


def test_the_probabilities_of_all_states_add_up_to_1():
    first, meet, period = np.array([0, 2, 5]), np.array([0.2, 0.9, 0.1, 1.0, 0.4]), np.array([0, 1, 0, 0, 1])
    state, chance = np.empty((5, 2, 2)), np.empty(2)
    loops_dyads.run(first, meet, period, np.array([True, False]), np.ones(2), 0.3, 0.5, 0.7, 2, state, chance)
    assert np.isclose(state[:4].sum(), 1.0)  # of the last dyad, after up to three meetings
    assert ((chance > 0) & (chance < 1)).all()
