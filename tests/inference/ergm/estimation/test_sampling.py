import numpy as np
import pytest

from socluster.inference.ergm.estimation.sampling import enough
from tests.inference.ergm.listed import Listed, collapsed, edges_and_triangles, shares

STATISTICS, WAYS = collapsed(edges_and_triangles(4))
THETA = np.array([-0.2, 0.3])


@pytest.mark.parametrize("stay", [0.0, 0.5, 0.95])
def test_draws_until_they_are_worth_enough(stay):
    chains = Listed(STATISTICS, WAYS, stay=stay)
    sample = enough(chains, THETA, 800, 4)
    assert sample.settled
    assert sample.size >= 800
    expected = shares(STATISTICS, WAYS, THETA) @ STATISTICS
    sd = np.sqrt(shares(STATISTICS, WAYS, THETA) @ (STATISTICS - expected) ** 2)
    assert (np.abs(sample.flat.mean(axis=0) - expected) < 5 * sd / np.sqrt(800)).all()


def test_draws_that_are_alike_are_thinned():
    chains = Listed(STATISTICS, WAYS, stay=0.98)
    enough(chains, THETA, 400, 4)
    assert chains.thinning >= 8
    quick = Listed(STATISTICS, WAYS)
    enough(quick, THETA, 400, 4)
    assert quick.thinning == 1
