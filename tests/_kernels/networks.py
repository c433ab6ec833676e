"""Networks on which the compiled loops must say the same as numpy, networkx and igraph."""

from __future__ import annotations

import numpy as np
from scipy import sparse


def random_network(n, ties, *, directed, seed=3, isolates=0):
    """A random network with strengths; its last rows are isolates."""
    rng = np.random.default_rng([seed, n, ties])
    pairs = rng.integers(0, max(n - isolates, 1), (ties, 2))
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    half = sparse.csr_array((rng.uniform(0.1, 5.0, len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(n, n))
    return half if directed else (half + half.T).tocsr()


def path(n):
    """0 - 1 - ... - n-1: the longest distances that n actors can have."""
    ones = np.ones(n - 1)
    return sparse.csr_array(sparse.diags_array([ones, ones], offsets=[-1, 1], shape=(n, n)))


def star(leaves):
    """0 tied to all others."""
    half = sparse.csr_array(
        (np.ones(leaves), (np.zeros(leaves, dtype=int), np.arange(1, leaves + 1))), shape=(leaves + 1, leaves + 1)
    )
    return (half + half.T).tocsr()


NETWORKS = {
    "nobody": sparse.csr_array((0, 0)),
    "one": sparse.csr_array((1, 1)),
    "isolates": sparse.csr_array((5, 5)),
    "pair": random_network(2, 4, directed=False),
    "small and directed": random_network(9, 14, directed=True),
    "pieces": random_network(90, 60, directed=False, isolates=7),
    "sparse and directed": random_network(150, 260, directed=True, isolates=5),
    "dense": random_network(80, 2500, directed=False),
    "dense and directed": random_network(70, 2000, directed=True),
    "more than two words": random_network(600, 1500, directed=False, isolates=20),
    "path": path(70),
    "star": star(66),
}

TOLERANCE = {"rel": 1e-9, "abs": 1e-12, "nan_ok": True}
