"""What of flows is lost with each actor, by the loop, against maximum flows of networkx without the actor."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.losing.flows import lost_flows
from tests.examples import examples


def slowly(capacity, *, symmetric, in_parts):
    graph = nx.from_scipy_sparse_array(capacity, create_using=nx.Graph if symmetric else nx.DiGraph)
    n = len(graph)
    lost, whole = np.zeros(n), np.zeros(n)
    for s in range(n):
        for t in range(s + 1 if symmetric else 0, n):
            flow = 0 if s == t else nx.maximum_flow_value(graph, s, t, capacity="weight")
            if flow <= 0:
                continue
            for v in set(range(n)) - {s, t}:
                without = graph.subgraph(set(range(n)) - {v})
                loss = flow - nx.maximum_flow_value(without, s, t, capacity="weight")
                lost[v] += (loss / flow if in_parts else loss) if loss > 1e-9 * flow else 0
                whole[v] += flow
    return lost, whole


@settings(max_examples=examples(25, 250), deadline=None)
@given(
    st.integers(1, 7),
    st.sampled_from([0.15, 0.3, 0.6, 1.0]),
    st.sampled_from(["one", "whole", "any"]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 10**6),
)
def test_lost_flows(n, share, kind, symmetric, in_parts, seed):
    rng = np.random.default_rng(seed)
    takes = {"one": np.ones((n, n)), "whole": rng.integers(1, 5, (n, n)), "any": 10.0 ** rng.uniform(-3, 3, (n, n))}
    table = np.where(rng.random((n, n)) < share, takes[kind], 0.0)
    np.fill_diagonal(table, 0)
    capacity = sparse.csr_array(np.maximum(table, table.T) if symmetric else table)
    lost, whole = lost_flows(capacity, symmetric=symmetric, in_parts=in_parts)
    expected = slowly(capacity, symmetric=symmetric, in_parts=in_parts)
    assert lost == pytest.approx(expected[0], rel=1e-8, abs=1e-8)
    assert whole == pytest.approx(expected[1], rel=1e-8)


def test_work_is_watched():
    ties = sparse.csr_array(nx.to_numpy_array(nx.cycle_graph(9)))
    watched = []
    lost, whole = lost_flows(ties, symmetric=True, in_parts=False, watch=lambda p, total: watched.append(total) or p)
    assert watched == [3]
    assert lost.tolist() == [28.0] * 9  # of two ways round, an actor is on one, whoever the others are
    assert whole.tolist() == [56.0] * 9
