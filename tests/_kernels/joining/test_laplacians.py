"""Algebraic connectivity of joined networks, against decomposing them."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.joining import laplacians
from socluster._kernels.joining.laplacians import JoinedLaplacians, crowd_near
from tests._kernels.networks import path, random_network

BASES = {
    "path": path(30),
    "random": (random_network(40, 160, directed=False) > 0).astype(float),
    "ring": sparse.csr_array(nx.to_scipy_sparse_array(nx.cycle_graph(24), dtype=float)),
    "ring of groups": sparse.csr_array(nx.to_scipy_sparse_array(nx.ring_of_cliques(6, 5), dtype=float)),
}


def laplacian(table):
    return np.diag(table.sum(axis=1)) - table


def decomposed(ties):
    """Eigenvalues, with an exact 0 per component, and eigenvectors."""
    values, vectors = np.linalg.eigh(laplacian(ties.toarray()))
    values[: sparse.csgraph.connected_components(ties)[0]] = 0
    return values, vectors


def joined(ties, partners):
    n = ties.shape[0]
    table = np.zeros((n + 1, n + 1))
    table[:n, :n] = ties.toarray()
    table[n, partners] = table[partners, n] = 1
    return np.linalg.eigvalsh(laplacian(table))


@pytest.fixture(params=BASES)
def base(request):
    return BASES[request.param]


@pytest.mark.parametrize("k", [1, 2, 4])
def test_the_second_smallest_eigenvalue(base, k):
    rng = np.random.default_rng(k)
    partners = np.array([rng.choice(base.shape[0], k, replace=False) for _ in range(6)])
    found = JoinedLaplacians(*decomposed(base), partners).second_smallest()
    assert found == pytest.approx([joined(base, each)[1] for each in partners], rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("k", [1, 3])
def test_by_halves_it_is_the_same(monkeypatch, base, k):
    partners = np.array([range(k), range(5, 5 + k)])
    networks = JoinedLaplacians(*decomposed(base), partners)
    quick = networks.second_smallest()
    assert networks._by_halves(2 * quick, np.arange(2)) == pytest.approx(quick, rel=1e-10)
    monkeypatch.setattr(laplacians, "POLISHED", 0)
    assert networks.second_smallest() == pytest.approx(quick, rel=1e-10)


def test_eigenvalues_below_a_value_are_counted(base):
    partners = np.array([[0, 1], [3, 9]])
    networks = JoinedLaplacians(*decomposed(base), partners)
    exact = np.array([joined(base, each) for each in partners])
    for place in range(1, 6):
        middle = (exact[:, place] + exact[:, place + 1]) / 2
        if (exact[:, place + 1] - exact[:, place] > 1e-6).all():
            assert networks._count(middle, np.arange(2)).tolist() == [place + 1] * 2


@pytest.mark.parametrize(
    ("values", "k", "crowd"),
    [
        ([0, 1, 2, 3], 1, 1),
        ([0, 1, 1, 1], 1, 3),
        ([0, 1, 1, 1, 2, 2], 4, 3),
        ([0, 0], 1, 1),
        ([0, 1, 1 + 1e-6, 2], 2, 2),
    ],
)
def test_how_many_eigenvalues_crowd(values, k, crowd):
    assert crowd_near(np.array(values, dtype=float), k) == crowd
