"""The loops over who comes, on a chain that can be reckoned by hand."""

import numpy as np

from socluster._kernels.compiling.compiled import load

STARTS, COLUMNS = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # 0 - 1 - 2
ORDER = np.array([0, 2, 1])


def test_the_last_one_ties_the_others():
    result = np.empty(4, np.int64)
    load("losing.loops_coming").largest(ORDER, STARTS, COLUMNS, np.empty((2, 3), np.int64), result)
    assert result.tolist() == [0, 1, 1, 3]


def test_sums_of_one_by_distance():
    result, table = np.empty(4), np.empty((3, 3), np.int32)
    room = np.empty((3, 3), np.int32), np.empty(3, np.int64), np.empty(4, np.int64)
    ties = STARTS, COLUMNS, STARTS, COLUMNS
    load("losing.loops_coming").inverse_sums(True, ORDER, *ties, table, table, *room, result)
    assert result.tolist() == [0, 0, 0, 5]  # four ordered pairs that are tied, two at distance 2
    assert table.tolist() == [[0, 1, 2], [1, 0, 1], [2, 1, 0]]
