"""What of flows is lost with each actor, by the loop, against maximum flows of networkx without the actor."""

from fractions import Fraction

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


def _exactly(capacity, *, symmetric):
    """The same, in whole numbers: each weight is one, times 2 ** -90."""
    whole = nx.DiGraph()
    whole.add_nodes_from(range(capacity.shape[0]))
    for s, t in zip(*capacity.nonzero(), strict=True):
        whole.add_edge(int(s), int(t), weight=int(Fraction(float(capacity[s, t])) * 2**90))
    n = len(whole)
    lost = [0] * n
    for s in range(n):
        for t in range(s + 1 if symmetric else 0, n):
            flow = 0 if s == t else nx.maximum_flow_value(whole, s, t, capacity="weight")
            for v in {*range(n)} - {s, t} if flow else ():
                without = whole.subgraph({*range(n)} - {v})
                lost[v] += flow - nx.maximum_flow_value(without, s, t, capacity="weight")
    return [float(Fraction(each, 2**90)) for each in lost]


@pytest.mark.parametrize("symmetric", [True, False])
def test_tiny_flows_over_wide_ties_keep_their_digits(symmetric):
    rng = np.random.default_rng(5)
    for _ in range(examples(15, 200)):
        n = int(rng.integers(4, 7))
        any_size, tied = 10.0 ** rng.uniform(-9, 3, (n, n)), rng.random((n, n)) < 0.5
        tree = np.zeros((n, n), dtype=bool)
        for actor in range(1, n):
            tree[actor, rng.integers(actor)] = True
        tree |= tree.T
        for is_tied, off in ((tree, 0.0), (tied, 1e-13)):  # beside other ways, a loss is what two flows differ by
            table = np.where(is_tied, any_size, 0.0)
            np.fill_diagonal(table, 0)
            capacity = np.maximum(table, table.T) if symmetric else table
            lost, whole = lost_flows(sparse.csr_array(capacity), symmetric=symmetric, in_parts=False)
            exact = np.array(_exactly(capacity, symmetric=symmetric))
            assert np.all(np.abs(lost - exact) <= 1e-12 * exact + off * whole)
