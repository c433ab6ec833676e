"""SwitchChains of switches: degrees stay, every network is reached and equally likely, both ways give the same."""

from collections import Counter

import numpy as np
import pytest
from scipy import stats

from socluster._kernels.sampling.cells import TieCells
from socluster._kernels.sampling.everything import with_degrees
from socluster._kernels.sampling.switching import SwitchChains, chains_at_once

RING = np.array([0, 1, 2]), np.array([1, 2, 0])
FIVE = np.array([0, 0, 1, 2, 3]), np.array([1, 2, 3, 4, 4])  # undirected, degrees 2 2 2 2 2
FOUR = np.array([0, 1, 2, 3, 0, 2]), np.array([1, 2, 0, 0, 3, 1])  # directed, with a ring and a mutual pair


def chains(arcs, n, directed, number, seed=0):
    return SwitchChains(arcs, n, directed, [np.random.default_rng([seed, each]) for each in range(number)])


def ends(arcs):
    return frozenset(zip(arcs[0].tolist(), arcs[1].tolist(), strict=True))


def degrees(arcs, n, directed):
    out, into = np.bincount(arcs[0], minlength=n), np.bincount(arcs[1], minlength=n)
    return (out, into) if directed else (out + into,)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("is_compiled", [True, False])
def test_degrees_stay_and_no_tie_is_there_twice(directed, is_compiled):
    n, dyads = 12, TieCells(12, directed)
    arcs = dyads.ends(np.random.default_rng(1).choice(len(dyads), 20, replace=False))
    run = chains(arcs, n, directed, 8)
    run.run(300, is_compiled=is_compiled)
    for network in run.networks():
        assert len(ends(network)) == 20
        assert (network[0] != network[1]).all()
        for one, other in zip(degrees(network, n, directed), degrees(arcs, n, directed), strict=True):
            np.testing.assert_array_equal(one, other)
    assert (run.changed > 50).all()
    assert (run.moved() > 0.3).all()


@pytest.mark.parametrize(("arcs", "n", "directed"), [(FIVE, 5, False), (FOUR, 4, True), (RING, 3, True)])
def test_every_network_with_these_degrees_is_equally_likely(arcs, n, directed):
    listed = [ends(each) for each in with_degrees(arcs, n, 10_000, directed=directed)]
    run = chains(arcs, n, directed, 3000)
    run.run(120, is_compiled=False)
    seen = Counter(ends(network) for network in run.networks())
    assert set(seen) <= set(listed)
    assert stats.chisquare([seen[each] for each in listed]).pvalue > 0.001


def test_a_ring_is_turned_around_which_no_switch_of_two_ties_could_do():
    run = chains(RING, 3, True, 200)
    run.run(100, is_compiled=False)
    turned = [ends(each) != ends(RING) for each in run.networks()]
    assert 0.3 < np.mean(turned) < 0.7


def test_a_switch_in_one_step_keeps_most_ties():
    run = chains(FIVE, 5, False, 100)
    run.run(1, is_compiled=False)
    assert 0 < run.moved().mean() < 0.5


def test_nothing_to_switch():
    run = chains((np.empty(0, dtype=int), np.empty(0, dtype=int)), 4, True, 3)
    run.run(50, is_compiled=False)
    assert all(not ends(each) for each in run.networks())
    star = chains((np.zeros(4, dtype=int), np.arange(1, 5)), 5, False, 5)
    star.run(50, is_compiled=False)
    assert not star.changed.any()
    assert not star.moved().any()


def test_a_chain_depends_on_its_own_numbers_only():
    alone = SwitchChains(FIVE, 5, False, [np.random.default_rng([0, 7])])
    together = chains(FIVE, 5, False, 20)
    for each in (alone, together):
        each.run(400, is_compiled=False)
    assert ends(alone.networks()[0]) == ends(together.networks()[7])


def test_large_networks_go_one_by_one():
    assert chains_at_once(30) > chains_at_once(1000) >= chains_at_once(100_000) == 1
