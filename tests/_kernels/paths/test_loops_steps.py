"""The compiled loop over paths of single steps, against the one for ties of any length."""

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.paths import loops_shortest, loops_steps
from socluster._kernels.paths.betweenness import carried_paths
from socluster._kernels.paths.shortest_paths import _as_arrays
from tests._kernels.networks import TOLERANCE, random_network


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize(("first", "last"), [(0, 90), (17, 40), (5, 5)])
def test_it_finds_what_the_other_finds(directed, first, last):
    ties = random_network(90, 220, directed=directed, isolates=3)
    ties.data[:] = 1.0
    arrays = _as_arrays(ties)
    by_row, by_cell = loops_steps.carried(arrays[0], arrays[1], first, last)
    expected = loops_shortest.carried(*arrays, first, last)
    assert by_row == pytest.approx(expected[0], **TOLERANCE)
    assert by_cell == pytest.approx(expected[1], **TOLERANCE)


def test_actors_carry_what_betweenness_says():
    ties = random_network(260, 900, directed=True)
    starts, columns = ties.indptr.astype(np.int64), ties.indices.astype(np.uint32)
    assert loops_steps.carried(starts, columns, 0, 260)[0] == pytest.approx(carried_paths(ties), **TOLERANCE)


def test_a_fork_is_shared_and_a_network_without_ties_carries_nothing():
    fork = sparse.csr_array((np.ones(4), ([0, 0, 1, 2], [1, 2, 3, 3])), shape=(4, 4))
    by_row, by_cell = loops_steps.carried(fork.indptr.astype(np.int64), fork.indices.astype(np.uint32), 0, 1)
    assert by_row.tolist() == [0, 0.5, 0.5, 0]
    assert by_cell.tolist() == [1.5, 1.5, 0.5, 0.5]
    nothing = loops_steps.carried(np.zeros(4, np.int64), np.zeros(0, np.uint32), 0, 3)
    assert nothing[0].tolist() == [0, 0, 0]
