"""Maximal k-plexes, against trying every set."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.groups import plexes
from socluster._kernels.groups.plexes import TooLongError, maximal_plexes
from tests._kernels.networks import random_network


def by_trial(table, k, minimum):
    n = len(table)
    found = [
        set(rows)
        for size in range(1, n + 1)
        for rows in itertools.combinations(range(n), size)
        if all(table[row, list(rows)].sum() >= size - k for row in rows)
    ]
    return {frozenset(rows) for rows in found if len(rows) >= minimum and not any(rows < other for other in found)}


@given(st.integers(1, 8), st.integers(1, 3), st.data())
def test_every_maximal_plex_is_found_once(n, k, data):
    pairs = list(itertools.combinations(range(n), 2))
    table = np.zeros((n, n), dtype=int)
    for i, j in data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []:
        table[i, j] = table[j, i] = 1
    minimum = data.draw(st.integers(2 * k - 1, 2 * k + 1))
    found = [frozenset(rows) for rows in maximal_plexes(sparse.csr_array(table), k, minimum)]
    assert len(found) == len(set(found))
    assert set(found) == by_trial(table, k, minimum)


def test_a_plex_of_one_is_a_clique():
    ties = random_network(40, 200, directed=False)
    cliques = {frozenset(clique) for clique in nx.find_cliques(nx.from_scipy_sparse_array(ties)) if len(clique) > 2}
    assert {frozenset(rows) for rows in maximal_plexes(ties, 1, 3)} == cliques


def test_a_search_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(plexes, "STEPS", 10)
    with pytest.raises(TooLongError):
        list(maximal_plexes(random_network(40, 200, directed=False), 2, 3))
