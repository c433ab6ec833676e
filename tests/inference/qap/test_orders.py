"""Who takes whose place: every order as often, groups kept, all orders where they are few."""

import itertools
from collections import Counter

import numpy as np
import pytest

import socluster as sc
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.orders import Orders, orders_of


def one(*codes, seed=3):
    return Orders((np.array(codes),), ((0, 0),), seed)


def test_few_orders_are_all_taken_once():
    orders = one(0, 0, 0, 0)
    assert (orders.number, orders.are_all) == (24, True)
    rows, columns = orders.drawn(0, 24)[0]
    assert rows is columns
    assert {tuple(each) for each in rows.T.tolist()} == set(itertools.permutations(range(4)))
    assert rows[:, 0].tolist() == [0, 1, 2, 3]


def test_pieces_do_not_matter():
    for orders in (one(0, 0, 0, 0), one(*[0] * 20)):
        whole = orders.drawn(0, 10)[0][0]
        parts = [orders.drawn(first, first + 1)[0][0] for first in range(10)]
        np.testing.assert_array_equal(np.concatenate(parts, axis=1), whole)


def test_groups_are_kept_and_all_orders_within_them_are_taken():
    orders = one(1, 0, 1, 0, 0)
    assert orders.number == 12
    rows = orders.drawn(0, 12)[0][0]
    assert len({tuple(each) for each in rows.T.tolist()}) == 12
    codes = np.array([1, 0, 1, 0, 0])
    assert (codes[rows] == codes[:, None]).all()


def test_random_orders_keep_groups_too():
    codes = np.repeat([0, 1, 2], 8)[np.random.default_rng(1).permutation(24)]
    orders = one(*codes)
    assert not orders.are_all
    rows = orders.drawn(0, 50)[0][0]
    assert (codes[rows] == codes[:, None]).all()
    assert (np.sort(rows, axis=0) == np.arange(24)[:, None]).all()


def test_every_actor_comes_to_every_place_equally_often():
    rows = one(*[0] * 8).drawn(0, 8_000)[0][0]
    counts = Counter(zip(np.repeat(np.arange(8), 8_000).tolist(), rows.ravel().tolist(), strict=True))
    assert min(counts.values()) > 1_000 - 5 * 30
    assert max(counts.values()) < 1_000 + 5 * 30


def test_seeds_differ():
    assert (one(*[0] * 30).drawn(0, 1)[0][0] != one(*[0] * 30, seed=4).drawn(0, 1)[0][0]).any()


def test_rows_and_columns_of_two_modes_are_permuted_apart():
    davis = sc.load_dataset("davis")
    space = DyadSpace(davis, directed=True, two_mode=True)
    orders = orders_of([space, space], [np.zeros(18, dtype=int)] * 2, 1)
    drawn = orders.drawn(0, 3)
    assert [tuple(len(side) for side in each) for each in drawn] == [(18, 14), (18, 14)]
    assert (drawn[0][0] != drawn[1][0]).any()


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_and_one(n):
    orders = one(*[0] * n)
    assert (orders.number, orders.drawn(0, 1)[0][0].shape) == (1, (n, 1))
