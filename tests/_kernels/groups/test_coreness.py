"""A number for every row whose products come near to the matrix."""

import numpy as np
import pytest
from scipy import linalg, optimize, sparse

from socluster._kernels.groups.coreness import minres
from tests._kernels.networks import random_network


def loss(table, values):
    errors = (table - np.outer(values, values)) ** 2
    return errors.sum() - errors.trace()


def test_a_matrix_of_products_is_found_again():
    values = np.array([3.0, 2.0, 1.5, 1.0, 0.5, 0.2])
    table = np.outer(values, values)
    np.fill_diagonal(table, 0)
    assert minres(sparse.csr_array(table)) == pytest.approx(values, abs=1e-4)
    assert minres(sparse.csr_array(table) * 1e6) == pytest.approx(values * 1e3, rel=1e-3)


@pytest.mark.parametrize("directed", [True, False])
def test_no_other_start_leads_to_a_better_place(directed):
    ties = random_network(12, 50, directed=directed, isolates=1)
    table = ties.toarray()
    found = minres(ties)
    assert (found >= 0).all()
    assert found[11] == pytest.approx(0, abs=1e-6)
    rng = np.random.default_rng(1)
    ends = [
        optimize.minimize(lambda c: loss(table, c), rng.uniform(0, 2, 12), bounds=[(0, None)] * 12).fun
        for _ in range(15)
    ]
    assert loss(table, found) <= min(ends) * (1 + 1e-6)


def test_of_two_cores_the_better_one_is_found():
    """Four who are tied by 2.2 explain more (4 * 3 * 2.2^2) than eight who are tied by 1, who have more ties."""
    table = linalg.block_diag(np.full((4, 4), 2.2), np.ones((8, 8)))
    np.fill_diagonal(table, 0)
    assert minres(sparse.csr_array(table)) == pytest.approx([2.2**0.5] * 4 + [0] * 8, abs=1e-4)


def test_both_directions_count_as_their_mean():
    ties = random_network(12, 50, directed=True)
    assert minres(ties) == pytest.approx(minres(((ties + ties.T) / 2).tocsr()), abs=1e-5)


def test_without_ties_nobody_is_in_the_core():
    assert minres(sparse.csr_array((3, 3))).tolist() == [0, 0, 0]
