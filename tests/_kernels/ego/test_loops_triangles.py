"""The loops over triangles, each function by itself."""

import itertools

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.compiling.ordered import by_degree, in_old_order, ordered
from socluster._kernels.ego import loops_triangles as loops
from socluster._kernels.ego.brokerage import ROLES
from tests._kernels.networks import TOLERANCE, random_network

N = 40
ROLE = {  # by whether the first and the broker, the broker and the second, the first and the second are of one group
    (True, True, True): "coordinator",
    (False, False, True): "itinerant",
    (True, False, False): "representative",
    (False, True, False): "gatekeeper",
    (False, False, False): "liaison",
}


@pytest.fixture
def strength():
    return random_network(N, 160, directed=False, isolates=2)


def test_shares_of_every_row():
    per_total, per_largest = loops.shares(np.array([0, 2, 2, 3]), np.array([1.0, 3.0, 0.5]))
    assert per_total.tolist() == [1 / 4, 0, 2]
    assert per_largest.tolist() == [1 / 3, 0, 2]


def test_what_runs_through_others(strength):
    order = by_degree(strength)
    rows = ordered(strength, order)
    indirect, size, triangles = loops.triangle_sums(*rows, *loops.shares(rows.starts, rows.values))
    table = strength.toarray()[np.ix_(order, order)]
    total = table.sum(axis=1)
    through = table @ np.diag(np.divide(1, total, out=np.zeros(N), where=total > 0)) @ table
    for row in range(N):
        for cell in range(rows.starts[row], rows.middles[row]):
            assert indirect[cell] == pytest.approx(through[row, rows.columns[cell]], **TOLERANCE)
    graph = nx.from_scipy_sparse_array(strength)
    expected = nx.effective_size(graph, nodes=list(graph), weight="weight")
    assert in_old_order(size, order) == pytest.approx([expected[node] for node in graph], **TOLERANCE)
    assert in_old_order(triangles, order).tolist() == list(nx.triangles(graph).values())


def test_constraint_is_a_sum_of_squares_and_hierarchy_its_unevenness(strength):
    order = by_degree(strength)
    rows = ordered(strength, order)
    between = np.random.default_rng(2).uniform(0.1, 3.0, len(rows.columns))
    per_total = np.random.default_rng(3).uniform(0.1, 2.0, N)
    both_ways = np.full((N, N), np.nan)
    for row in range(N):
        for cell in range(rows.starts[row], rows.middles[row]):
            column = rows.columns[cell]
            both_ways[row, column] = both_ways[column, row] = between[cell]
    found = loops.constraint_and_hierarchy(*rows[:3], between, np.log(between), per_total)
    for row in range(N):
        parts = (both_ways[row][~np.isnan(both_ways[row])] * per_total[row]) ** 2
        if not len(parts):
            assert np.isnan(found[0][row])
            continue
        assert found[0][row] == pytest.approx(parts.sum())
        if len(parts) > 1:
            ratio = parts / parts.mean()
            assert found[1][row] == pytest.approx((ratio * np.log(ratio)).sum() / (len(parts) * np.log(len(parts))))


def test_open_pairs_are_counted_by_role():
    ties = random_network(25, 90, directed=True)
    group = np.random.default_rng(5).integers(0, 3, 25)
    arcs = ties.toarray() > 0
    expected = np.zeros((25, 5), dtype=int)
    for a, v, b in itertools.permutations(range(25), 3):
        if arcs[a, v] and arcs[v, b] and not arcs[a, b]:
            expected[v, ROLES.index(ROLE[group[a] == group[v], group[v] == group[b], group[a] == group[b]])] += 1
    two_way = (ties + ties.T).tocsr()
    order = by_degree(two_way)
    rows = ordered(two_way, order)
    row = np.repeat(order, np.diff(rows.starts))
    column = order[rows.columns]
    flags = (arcs[row, column] + 2 * arcs[column, row]).astype(np.uint8)
    found = loops.brokered(*rows[:3], flags, group[order], 3)
    assert (in_old_order(found, order) == expected).all()
    assert expected.sum(axis=0).all()
