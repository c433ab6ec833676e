"""The loop over flows, on a square with a diagonal that can be reckoned by hand."""

import numpy as np
from scipy import sparse

from socluster._kernels.compiling.compiled import load
from socluster._kernels.losing.flows import _both_ways


def test_a_square_with_a_diagonal():
    capacity = sparse.csr_array(np.array([[0.0, 2, 0, 1], [2, 0, 1, 1], [0, 1, 0, 3], [1, 1, 3, 0]]))
    starts, columns, twins, takes, least = _both_ways(capacity)
    ties, result = len(columns), np.zeros((2, 4))
    most = np.tile(capacity.sum(axis=0), (2, 1))
    room = (
        np.zeros(ties),
        takes.copy(),
        least,
        most,
        np.zeros((2, 4)),
        np.zeros((7, 4), np.int64),
        np.zeros(ties, np.int64),
    )
    log = np.empty(2 * ties, np.int64), np.empty(2 * ties), np.zeros(6, np.int64)
    load("losing.loops_flows").lost_flows(True, False, 0, 1, starts, columns, twins, takes, *room, *log, result)
    # from 0 flow 3 to 1, 3 to 2 and 3 to 3; without 1 only the tie 0-3 is left, without 3 those over 1
    assert result[1].tolist() == [9.0, 3.0, 3.0, 3.0]
    assert result[0].tolist() == [0.0, (3 - 1) + (3 - 1), (3 - 3) + (3 - 2), (3 - 2) + (3 - 1)]
    assert (room[1] == takes).all()  # put back
    assert not room[0].any()
