import tracemalloc

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.ego.holes import constraint, dyadic_constraint, effective_size


def star(leaves):
    n = leaves + 1
    rows, columns = np.zeros(leaves, dtype=int), np.arange(1, n)
    half = sparse.csr_array((np.ones(leaves), (rows, columns)), shape=(n, n))
    return (half + half.T).tocsr()


def test_a_star_needs_no_table_of_all_pairs():
    """Its square has a million cells (12 MB), because all leaves share the hub."""
    network = star(1000)
    constraint(network)  # compiles
    tracemalloc.start()
    found = constraint(network), effective_size(network)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[0] == pytest.approx(np.r_[1 / 1000, np.ones(1000)])
    assert found[1] == pytest.approx(np.r_[1000, np.ones(1000)])
    assert peak < 3e6


def test_dyadic_constraint_has_a_cell_for_every_contact():
    triangle = sparse.csr_array(np.ones((3, 3)) - np.eye(3))
    assert dyadic_constraint(triangle).toarray() == pytest.approx((np.ones((3, 3)) - np.eye(3)) * 0.75**2)


def test_one_way_counts_as_a_contact():
    arc = sparse.csr_array(np.array([[0.0, 2.0], [0.0, 0.0]]))
    assert constraint(arc).tolist() == [1, 1]
    assert effective_size(arc).tolist() == [1, 1]


@pytest.mark.parametrize("kernel", [constraint, effective_size])
def test_the_input_stays_as_it_was(kernel):
    network = star(5) * 3.0
    before = network.toarray()
    kernel(network)
    assert (network.toarray() == before).all()


@pytest.mark.parametrize("kernel", [constraint, effective_size])
@pytest.mark.parametrize("n", [0, 1, 3])
def test_nobody_has_contacts(kernel, n):
    values = kernel(sparse.csr_array((n, n)))
    assert values.shape == (n,)
    assert np.isnan(values).all()
