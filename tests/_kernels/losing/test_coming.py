"""Actors who come one by one, by loops and by tables, against searching anew."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.losing import coming
from socluster._kernels.losing.coming import Coming
from tests.examples import examples


@settings(max_examples=examples(40, 200), deadline=None)
@given(
    st.sampled_from([0, 1, 2, 5, 9, 16]),
    st.sampled_from([0.05, 0.12, 0.25, 0.7]),
    st.booleans(),
    st.integers(0, 10**6),
    st.booleans(),
)
def test_beginnings_equal_searching_anew(n, share, directed, seed, by_loops):
    graph = nx.gnp_random_graph(n, share, seed=seed, directed=directed)
    ties = sparse.csr_array(nx.to_numpy_array(graph)) if n else sparse.csr_array((0, 0))
    order = np.random.default_rng(seed).permutation(n)
    asked = Coming(ties, coming.WORTH if by_loops else 1)
    largest, inverse = asked.largest(order), asked.inverse_sums(order)
    for number in range(n + 1):
        part = graph.subgraph(order[:number].tolist())
        parts = nx.weakly_connected_components(part) if directed else nx.connected_components(part)
        assert largest[number] == max(map(len, parts), default=0)
        found = (length for _, row in nx.all_pairs_shortest_path_length(part) for length in row.values())
        assert inverse[number] == pytest.approx(sum(1 / length for length in found if length))


@pytest.mark.parametrize("n", [63, 64, 65])
@pytest.mark.parametrize("directed", [True, False])
def test_loops_equal_tables(n, directed):
    ties = sparse.csr_array(nx.to_numpy_array(nx.gnm_random_graph(n, 2 * n, seed=n, directed=directed)))
    order = np.random.default_rng(n).permutation(n)
    by_loops, by_tables = Coming(ties, coming.WORTH), Coming(ties, 1)
    assert (by_loops.by_loops, by_tables.by_loops) == (True, False)
    for _ in range(2):  # room is used again
        assert (by_loops.largest(order) == by_tables.largest(order)).all()
        assert by_loops.inverse_sums(order) == pytest.approx(by_tables.inverse_sums(order))
