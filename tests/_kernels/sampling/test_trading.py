"""Trades: degrees of both modes stay, and every network is equally likely."""

from collections import Counter

import numpy as np
import pytest
from scipy import stats

from socluster._kernels.sampling.everything import with_two_mode_degrees
from socluster._kernels.sampling.trading import Trades, chains_at_once


def trades(held, number, seed=0):
    return Trades(np.array(held, dtype=bool), [np.random.default_rng([seed, each]) for each in range(number)])


@pytest.mark.parametrize("shape", [(7, 5), (5, 7), (1, 4), (4, 1)])
def test_degrees_stay(shape):
    held = np.random.default_rng(1).random(shape) < 0.4
    run = trades(held, 10)
    run.run(100)
    for network in run.networks():
        assert network.shape == shape
        np.testing.assert_array_equal(network.sum(axis=0), held.sum(axis=0))
        np.testing.assert_array_equal(network.sum(axis=1), held.sum(axis=1))


@pytest.mark.parametrize(
    "held",
    [
        [[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]],
    ],
)
def test_every_network_with_these_degrees_is_equally_likely(held):
    listed = [each.tobytes() for each in with_two_mode_degrees(np.array(held, dtype=bool), 1000)]
    run = trades(held, 4000)
    run.run(40)
    seen = Counter(each.tobytes() for each in run.networks())
    assert set(seen) == set(listed)
    assert stats.chisquare([seen[each] for each in listed]).pvalue > 0.001


def test_a_chain_depends_on_its_own_numbers_only():
    held = np.random.default_rng(2).random((8, 6)) < 0.4
    together, alone = trades(held, 5), Trades(held, [np.random.default_rng([0, 3])])
    for each in (together, alone):
        each.run(150)
    np.testing.assert_array_equal(together.networks()[3], alone.networks()[0])
    assert together.moved().mean() > 0.2


def test_large_tables_go_one_by_one():
    assert chains_at_once(500) > chains_at_once(10**6) >= chains_at_once(10**9) == 1
