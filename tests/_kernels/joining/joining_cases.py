"""Networks that one more actor joins, and the same networks made anew with that actor in them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import strategies as st
from scipy import sparse

from tests._kernels.networks import random_network


@st.composite
def cases(draw, *, most=9):
    """A network of up to `most` actors, binary or valued, and candidates: (strength, starts, partners, strengths).

    There are isolates, networks in pieces, candidates without partners, and networks of nobody.
    """
    n = draw(st.integers(0, most))
    strengths = draw(st.sampled_from([st.just(1.0), st.sampled_from([1.0, 2.0, 3.0]), st.floats(1e-3, 1e3)]))
    pairs = list(combinations(range(n), 2))
    ties = draw(st.dictionaries(st.sampled_from(pairs), strengths)) if pairs else {}
    chosen = st.dictionaries(st.integers(0, n - 1), strengths) if n else st.just({})
    return symmetric(n, ties), *ragged(draw(st.lists(chosen, max_size=4)))


def many(n, ties, count, *, weighted=True, most=8, seed=5):
    """A random network, and `count` candidates of up to `most` partners."""
    rng = np.random.default_rng([seed, n, count])
    strength = random_network(n, ties, directed=False, isolates=n // 10)
    if not weighted:
        strength.data[:] = 1.0
    sizes = rng.integers(0, most + 1, count)
    partners = np.concatenate([rng.choice(n, size, replace=False) for size in sizes])
    strengths = rng.uniform(0.1, 20.0, len(partners)) if weighted else np.ones(len(partners))
    return strength, np.r_[0, np.cumsum(sizes)], partners, strengths


def symmetric(n, ties):
    """The network of these undirected ties, a dict of pair to strength."""
    half = sparse.csr_array((n, n))
    if ties:
        half = sparse.csr_array((list(ties.values()), np.array(list(ties)).T), shape=(n, n))
    return (half + half.T).tocsr()


def ragged(candidates):
    """The candidates, each a dict of partner to strength, as starts, partners and strengths."""
    starts = np.cumsum([0, *(len(each) for each in candidates)])
    partners = np.array([partner for each in candidates for partner in each], dtype=np.int64)
    return starts, partners, np.array([strength for each in candidates for strength in each.values()], dtype=float)


def joined(strength, starts, partners, strengths, candidate):
    """The network with one more actor, last, as a candidate says."""
    n, cells = strength.shape[0], slice(starts[candidate], starts[candidate + 1])
    table = np.zeros((n + 1, n + 1))
    table[:n, :n] = strength.toarray()
    table[n, partners[cells]] = table[partners[cells], n] = strengths[cells]
    return sparse.csr_array(table)


def relabelled(strength, partners, new):
    """The network and the partners, actor i now called new[i]."""
    old = np.argsort(new)
    return strength[old][:, old].tocsr(), new[partners]


def in_another_order(starts, partners, strengths, order):
    """The candidates in another order."""
    cells = [np.arange(starts[candidate], starts[candidate + 1]) for candidate in order]
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *cells])
    return np.cumsum([0, *map(len, cells)]), partners[flat], strengths[flat]
