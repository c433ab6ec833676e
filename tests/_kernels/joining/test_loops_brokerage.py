"""What is newly brokered when one actor joins, by hand."""

import numpy as np

from socluster._kernels.joining.brokerage import role_gains, role_state
from tests._kernels.joining.joining_cases import ragged, symmetric


def test_x_between_two_who_are_not_tied_brokers_them_both_ways():
    """0 and 1 in group A, 2 in B, nobody tied; x in A joins 0 and 2, then all, then 1 alone."""
    state = role_state(symmetric(3, {}), np.array([0, 0, 1]))
    starts, partners, _ = ragged([{0: 1, 2: 1}, {0: 1, 1: 1, 2: 1}, {1: 1}])
    of_partners, of_x = role_gains(state, starts, partners, np.zeros(3, dtype=int))
    assert of_x.tolist() == [[0, 0, 1, 1, 0], [2, 0, 2, 2, 0], [0, 0, 0, 0, 0]]
    assert not of_partners.any()


def test_a_partner_brokers_between_x_and_its_contacts():
    state = role_state(symmetric(3, {(0, 1): 1, (0, 2): 1}), np.array([0, 0, 1]))
    starts, partners, _ = ragged([{0: 1}, {0: 1, 1: 1}])
    of_partners, of_x = role_gains(state, starts, partners, np.array([0, 2]))
    assert of_partners.tolist() == [[2, 0, 1, 1, 0], [0, 0, 0, 0, 2], [0, 0, 0, 0, 0]]
    assert not of_x.any()
