"""A network with its best-connected actors first."""

import numpy as np

from socluster._kernels.compiling.ordered import by_degree, in_old_order, ordered


def test_a_reordered_network_is_the_same_network(any_network):
    order = by_degree(any_network)
    rows = ordered(any_network, order)
    expected = any_network.toarray()[np.ix_(order, order)]
    for row in range(any_network.shape[0]):
        cells = slice(rows.starts[row], rows.starts[row + 1])
        found = np.zeros(any_network.shape[0])
        found[rows.columns[cells]] = rows.values[cells]
        assert (found == expected[row]).all()
        is_before = rows.columns[cells] < row
        assert is_before.sum() == rows.middles[row] - rows.starts[row]
        assert is_before[: is_before.sum()].all()


def test_the_best_connected_come_first(any_network):
    degrees = np.diff(any_network.indptr)[by_degree(any_network)]
    assert (np.diff(degrees) <= 0).all()


def test_values_return_to_their_rows():
    order = np.array([2, 0, 1])
    assert in_old_order(np.array([20.0, 0.0, 10.0]), order).tolist() == [0, 10, 20]
