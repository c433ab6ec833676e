import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.ego.brokerage import brokered_pairs
from socluster._kernels.ego.brokerage_draws import fixed_dyads, fixed_ties, roles_of_draws, with_total


@pytest.fixture
def network():
    rng = np.random.default_rng(3)
    table = (rng.random((12, 12)) < 0.3) & ~np.eye(12, dtype=bool)
    return sparse.csr_array(table.astype(float)), rng.integers(0, 3, 12)


def table_of(arcs, n):
    table = np.zeros((n, n), dtype=int)
    np.add.at(table, arcs, 1)
    return table


def drawn(*arguments):
    return np.array(list(roles_of_draws(*arguments)))


def test_fixed_ties_keep_their_number():
    draw, rng = fixed_ties(6, 11), np.random.default_rng(0)
    tables = [table_of(draw(rng), 6) for _ in range(300)]
    assert {table.sum() for table in tables} == {11}
    assert {table.max() for table in tables} == {1}
    assert all(np.trace(table) == 0 for table in tables)
    share = np.mean(tables, axis=0)[~np.eye(6, dtype=bool)]
    assert share == pytest.approx(11 / 30, abs=5 * np.sqrt(11 / 30 * 19 / 30 / 300))


def test_fixed_dyads_keep_the_dyad_census():
    draw, rng = fixed_dyads(6, 4, 5), np.random.default_rng(0)
    tables = [table_of(draw(rng), 6) for _ in range(300)]
    assert {(table * table.T).sum() for table in tables} == {8}
    assert {table.sum() for table in tables} == {13}
    assert all(np.trace(table) == 0 for table in tables)
    share = np.mean(tables, axis=0)[~np.eye(6, dtype=bool)]
    assert share == pytest.approx(13 / 30, abs=5 * np.sqrt(13 / 30 * 17 / 30 / 300))


@pytest.mark.parametrize("n", [0, 1, 2])
def test_nobody_is_tied_at_random(n):
    rng = np.random.default_rng(0)
    for draw in (fixed_ties(n, 0), fixed_dyads(n, 0, 0)):
        assert table_of(draw(rng), n).sum() == 0


def test_every_draw_is_counted_as_a_network_of_its_own(network):
    ties, group = network
    found = drawn(ties, group, fixed_ties(12, 40), 5, np.random.default_rng(1))
    rng, draw = np.random.default_rng(1), fixed_ties(12, 40)
    expected = [brokered_pairs(sparse.csr_array(table_of(draw(rng), 12).astype(float)), group) for _ in range(5)]
    assert (found == expected).all()
    assert found.shape == (5, 12, 5)


def test_dealing_groups_anew_leaves_the_ties(network):
    ties, group = network
    roles = drawn(ties, group, None, 20, np.random.default_rng(0))
    total = brokered_pairs(ties, group).sum(axis=1)
    assert (roles.sum(axis=2) == total).all()
    assert len(np.unique(roles[:, :, 0].sum(axis=1))) > 1


def test_the_total():
    roles = np.array([[4, 2, 3, 3, 6]])
    assert with_total(roles, once=False).tolist() == [[4, 2, 3, 3, 6, 18]]
    assert with_total(roles, once=True).tolist() == [[2, 1, 3, 3, 3, 9]]
