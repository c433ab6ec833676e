import numpy as np
import pytest
from scipy.special import logsumexp

from socluster.inference.ergm.estimation.bridges import bridge
from tests.inference.ergm.listed import Listed, collapsed, edges_and_triangles


def test_the_bridge_meets_the_sum_over_all_networks():
    statistics, ways = collapsed(edges_and_triangles(5))
    begin, end = np.array([-0.5, 0.0]), np.array([-1.2, 0.8])
    exact = logsumexp(statistics @ end + np.log(ways)) - logsumexp(statistics @ begin + np.log(ways))
    found, error = bridge(Listed(statistics, ways, stay=0.5), begin, end)
    assert 0 < error < 0.1
    assert found == pytest.approx(exact, abs=4 * error)


def test_no_way_is_no_difference():
    assert bridge(Listed(*collapsed(edges_and_triangles(3))), np.ones(2), np.ones(2)) == (0.0, 0.0)
