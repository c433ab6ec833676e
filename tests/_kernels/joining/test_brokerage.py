"""What one more actor changes in brokerage, against counting anew."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from socluster._kernels.ego.brokerage import ROLES, brokered_pairs
from socluster._kernels.joining.brokerage import joined_roles, role_state
from tests._kernels.joining.joining_cases import cases, in_another_order, joined, many, relabelled


def groups_for(case, draw_from, n_groups):
    rng = np.random.default_rng(draw_from)
    return rng.integers(0, n_groups, case[0].shape[0]), rng.integers(0, n_groups + 1, len(case[1]) - 1)


def roles_by_definition(graph, group):
    """Go through all a - v - b without a - b, in both orders."""
    counts = np.zeros((len(graph), 5), dtype=np.int64)
    for v in graph:
        for a in graph[v]:
            for b in graph[v]:
                if a == b or graph.has_edge(a, b):
                    continue
                if group[a] == group[b]:
                    role = "coordinator" if group[a] == group[v] else "itinerant"
                elif group[v] == group[a]:
                    role = "representative"
                else:
                    role = "gatekeeper" if group[v] == group[b] else "liaison"
                counts[v, ROLES.index(role)] += 1
    return counts


@given(cases(), st.integers(0, 99), st.integers(1, 4))
def test_all_is_as_counted_anew(case, seed, n_groups):
    group, group_of_x = groups_for(case, seed, n_groups)
    found = joined_roles(role_state(case[0], group), *case[1:3], group_of_x)
    assert found.shape == (len(group_of_x), len(group) + 1, 5)
    assert found.dtype == np.int64
    for candidate, of_x in enumerate(group_of_x):
        network, groups = joined(*case, candidate), np.r_[group, of_x]
        assert found[candidate].tolist() == brokered_pairs(network, groups).tolist()
        by_definition = roles_by_definition(nx.from_scipy_sparse_array(network), groups)
        assert found[candidate].tolist() == by_definition.tolist()


def test_larger_networks_are_as_counted_anew():
    case = many(230, 1500, 8, weighted=False, most=60)
    group, group_of_x = groups_for(case, 3, 5)
    found = joined_roles(role_state(case[0], group), *case[1:3], group_of_x)
    for candidate, of_x in enumerate(group_of_x):
        assert (found[candidate] == brokered_pairs(joined(*case, candidate), np.r_[group, of_x])).all()


def test_order_and_names_do_not_matter():
    case = many(70, 300, 30, weighted=False)
    group, group_of_x = groups_for(case, 1, 4)
    found = joined_roles(role_state(case[0], group), *case[1:3], group_of_x)
    rng = np.random.default_rng(4)
    order, new = rng.permutation(30), rng.permutation(70)
    starts, partners, _ = in_another_order(*case[1:], order)
    network, partners = relabelled(case[0], partners, new)
    other = joined_roles(role_state(network, group[np.argsort(new)]), starts, partners, group_of_x[order])
    assert (other[:, np.r_[new, 70]] == found[order]).all()


def test_the_number_of_threads_changes_nothing(monkeypatch):
    case = many(30, 80, 5000, weighted=False)
    group, group_of_x = groups_for(case, 2, 3)
    found = []
    for number in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", number)
        found.append(joined_roles(role_state(case[0], group), *case[1:3], group_of_x).tobytes())
    assert found[0] == found[1]
