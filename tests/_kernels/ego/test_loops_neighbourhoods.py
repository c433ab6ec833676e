"""The compiled loop inside neighbourhoods, against the tables of small networks."""

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.ego import loops_neighbourhoods as loops
from socluster._kernels.ego.neighbourhoods import inverse_distances_around
from tests._kernels.networks import random_network


def test_it_is_what_the_tables_say_for_any_run_of_rows():
    ties = random_network(120, 900, directed=False)
    starts, columns = ties.indptr.astype(np.int64), ties.indices.astype(np.uint32)
    expected = inverse_distances_around(ties)
    assert loops.inverse_distances(starts, columns, 0, 120) == pytest.approx(expected)
    assert loops.inverse_distances(starts, columns, 40, 43) == pytest.approx(expected[40:43])
    assert loops.inverse_distances(starts, columns, 7, 7).size == 0


def test_rows_without_ties():
    empty = sparse.csr_array((3, 3))
    found = loops.inverse_distances(empty.indptr.astype(np.int64), np.zeros(0, np.uint32), 0, 3)
    assert found.tolist() == [0, 0, 0]
