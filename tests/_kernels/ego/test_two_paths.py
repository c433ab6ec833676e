import numpy as np
import pytest
from scipy import sparse

from socluster._kernels import products
from socluster._kernels.ego.brokerage import brokered_pairs
from socluster._kernels.ego.two_paths import exclusive_pairs, open_two_paths, role_codes


@pytest.fixture
def network():
    rng = np.random.default_rng(8)
    ties = sparse.random_array((30, 30), density=0.12, format="csr", rng=rng)
    ties.setdiag(0)
    ties.eliminate_zeros()
    return ties, rng.integers(0, 4, 30)


def counted(ties, group):
    roles = np.zeros((ties.shape[0], 5), dtype=int)
    for paths in open_two_paths(ties):
        np.add.at(roles, (paths.broker, role_codes(paths, group)), 1)
    return roles


def test_roles_of_the_paths_are_the_brokered_pairs(network):
    assert (counted(*network) == brokered_pairs(*network)).all()


def test_blocks_do_not_matter(network, monkeypatch):
    expected = counted(*network), exclusive_pairs(*network)
    monkeypatch.setattr(products, "MULTIPLICATIONS", 50)
    assert len(list(open_two_paths(network[0]))) > 3
    assert (counted(*network) == expected[0]).all()
    assert (exclusive_pairs(*network) == expected[1]).all()


def test_strengths_are_those_of_the_steps(network):
    ties = network[0]
    for paths in open_two_paths(ties):
        dense = ties.toarray()
        assert (paths.first == dense[paths.sender, paths.broker]).all()
        assert (paths.second == dense[paths.broker, paths.receiver]).all()


def test_exclusive_pairs_have_one_broker(network):
    ties, group = network
    dense = ties.toarray() > 0
    expected = np.zeros(30, dtype=int)
    for a in range(30):
        for b in range(30):
            brokers = np.flatnonzero(dense[a] & dense[:, b])
            if a != b and not dense[a, b] and len(brokers) == 1 and group[a] != group[b]:
                expected[brokers[0]] += 1
    assert expected.sum() > 10
    assert exclusive_pairs(ties, group).tolist() == expected.tolist()


def test_the_input_stays_as_it_was(network):
    ties = network[0]
    unsorted = sparse.csr_array((ties.data, ties.indices[::-1].copy(), ties.indptr), shape=ties.shape)
    before = unsorted.indices.copy()
    list(open_two_paths(unsorted))
    assert (unsorted.indices == before).all()


@pytest.mark.parametrize("n", [0, 1, 3])
def test_nobody_is_tied(n):
    empty = sparse.csr_array((n, n))
    assert sum(len(paths.broker) for paths in open_two_paths(empty)) == 0
    assert exclusive_pairs(empty, np.arange(n)).tolist() == [0] * n
