import numpy as np
import pytest
from scipy import sparse

from socluster._kernels import products
from socluster._kernels.ego import brokerage
from socluster._kernels.ego.brokerage import ROLES, brokered_pairs, brokered_shares
from tests._kernels.networks import random_network


@pytest.fixture
def network():
    """A random directed network of 40 actors in 4 groups."""
    rng = np.random.default_rng(8)
    ties = sparse.random_array((40, 40), density=0.12, format="csr", rng=rng)
    ties.setdiag(0)
    ties.eliminate_zeros()
    return ties, rng.integers(0, 4, 40)


def test_one_column_per_role(network):
    assert brokered_pairs(*network).shape == brokered_shares(*network).shape == (40, len(ROLES))
    assert brokered_pairs(*network).dtype == np.int64


def test_strengths_do_not_count(network):
    ties, group = network
    assert (brokered_pairs(ties * 7.5, group) == brokered_pairs(ties, group)).all()
    assert (brokered_shares(ties * 7.5, group) == brokered_shares(ties, group)).all()


def test_every_actor_a_group_of_its_own_makes_liaisons_only(network):
    ties, _ = network
    roles = brokered_pairs(ties, np.arange(40))
    assert roles[:, :4].sum() == 0
    assert (roles[:, 4] == brokered_pairs(ties, np.zeros(40, dtype=int))[:, 0]).all()


@pytest.mark.parametrize("kernel", [brokered_pairs, brokered_shares])
def test_blocks_of_senders_do_not_matter(monkeypatch, network, kernel):
    expected = kernel(*network)
    monkeypatch.setattr(products, "MULTIPLICATIONS", 100)
    assert kernel(*network) == pytest.approx(expected)


def test_shares_add_up_to_the_open_pairs_that_have_brokers(network):
    ties, group = network
    dense = ties.toarray() > 0
    open_pairs = (dense.astype(int) @ dense > 0) & ~dense & ~np.eye(40, dtype=bool)
    assert brokered_shares(ties, group).sum() == pytest.approx(open_pairs.sum())


@pytest.mark.parametrize("kernel", [brokered_pairs, brokered_shares])
@pytest.mark.parametrize("n", [0, 1, 3])
def test_nothing_to_broker_without_ties(kernel, n):
    assert kernel(sparse.csr_array((n, n)), np.zeros(n, dtype=int)).tolist() == [[0] * 5] * n


@pytest.mark.parametrize("n_groups", [1, 3, 40])
def test_compiled_brokerage_equals_that_of_numpy(any_network, n_groups):
    group = np.random.default_rng(n_groups).integers(0, n_groups, any_network.shape[0])
    ties = brokerage.ones_like(any_network)
    assert (brokerage._compiled_pairs(ties, group) == brokerage._numpy_pairs(ties, group)).all()


def test_brokerage_of_full_shares_adds_up_as_that_of_pairs():
    """An open pair with one broker gives it 1 either way: here 0 -> 1 -> 2, among 250 others."""
    ties = random_network(250, 2, directed=True)
    group = np.zeros(250, dtype=int)
    assert brokerage.brokered_pairs(ties, group).sum() == brokerage.brokered_shares(ties, group).sum()
