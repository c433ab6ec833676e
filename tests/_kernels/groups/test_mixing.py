"""Ties within groups and between groups."""

import itertools

import numpy as np
import pytest

from socluster._kernels.groups import mixing
from socluster._kernels.groups.mixing import external_by_chance, inside_and_across, pairs_between, tied_pairs
from tests._kernels.networks import random_network


@pytest.fixture
def ties():
    return random_network(20, 60, directed=True)


@pytest.fixture
def group():
    return np.random.default_rng(1).integers(0, 3, 20)


def test_a_pair_is_tied_if_either_is(ties):
    table = ties.toarray()
    expected = {(i, j): table[i, j] + table[j, i] for i, j in itertools.combinations(range(20), 2)}
    near, far, strength = tied_pairs(ties)
    found = dict(zip(zip(near.tolist(), far.tolist(), strict=True), strength.tolist(), strict=True))
    assert found == pytest.approx({pair: value for pair, value in expected.items() if value})


def test_pairs_from_different_groups():
    assert pairs_between(np.array([3, 2, 1])) == (3 * 2 + 3 * 1 + 2 * 1, 15)
    assert pairs_between(np.array([4])) == (0, 6)
    assert pairs_between(np.array([], dtype=int)) == (0, 0)


def test_what_a_row_has_inside_and_across(ties, group):
    table, same = ties.toarray(), group[:, None] == group
    inside, across = inside_and_across(ties, group)
    assert inside == pytest.approx((table * same).sum(axis=1))
    assert across == pytest.approx((table * ~same).sum(axis=1))


def test_by_chance_ties_cross_as_often_as_pairs_do(ties, group):
    near, far, _ = tied_pairs(ties)
    counts = external_by_chance((near, far), group, 4000, np.random.default_rng(2))
    between, every = pairs_between(np.bincount(group))
    expected = len(near) * between / every  # each tie crosses with the chance of any pair
    assert abs(counts.mean() - expected) < 4 * counts.std() / np.sqrt(4000)
    assert counts.std() > 0


def test_blocks_of_draws_do_not_matter(monkeypatch, ties, group):
    ends = tied_pairs(ties)[:2]
    expected = external_by_chance(ends, group, 30, np.random.default_rng(3))
    monkeypatch.setattr(mixing, "COMPARISONS", 100)
    assert external_by_chance(ends, group, 30, np.random.default_rng(3)).tolist() == expected.tolist()


def test_where_all_are_of_one_group_nothing_crosses(ties):
    ends = tied_pairs(ties)[:2]
    assert not external_by_chance(ends, np.zeros(20, dtype=int), 5, np.random.default_rng(4)).any()
    assert (external_by_chance(ends, np.arange(20), 5, np.random.default_rng(4)) == len(ends[0])).all()
