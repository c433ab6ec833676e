"""TieCells by number: every cell once, there and back, with and without unknown ones."""

import numpy as np
import pytest

from socluster._kernels.sampling.cells import TieCells


@pytest.mark.parametrize("n", [0, 1, 2, 3, 7, 1001])
@pytest.mark.parametrize("directed", [True, False])
def test_every_cell_has_a_number_of_its_own(n, directed):
    dyads = TieCells(n, directed)
    row, column = dyads.all()
    table = np.ones((n, n), dtype=bool)
    np.fill_diagonal(table, False)
    expected = np.nonzero(table if directed else np.triu(table))
    np.testing.assert_array_equal(row, expected[0])
    np.testing.assert_array_equal(column, expected[1])
    np.testing.assert_array_equal(dyads.numbers((row, column)), np.arange(len(dyads)))


def test_pairs_of_a_large_network_are_found_in_spite_of_rounding():
    dyads = TieCells(100_003, directed=False)
    ends = np.array([0, 100_001, 100_002, len(dyads) - 1, len(dyads) // 2])
    np.testing.assert_array_equal(dyads.numbers(dyads.ends(ends)), ends)


def test_only_known_cells_have_numbers():
    dyads = TieCells(3, True, np.array([1, 5, 6]))
    assert len(dyads) == 3
    assert [each.tolist() for each in dyads.all()] == [[0, 1, 2], [1, 2, 0]]
    assert dyads.numbers((np.array([2]), np.array([0]))).tolist() == [2]
