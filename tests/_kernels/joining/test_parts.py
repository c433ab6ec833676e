"""What one more actor changes in components and cutpoints, against a new search."""

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from scipy.sparse import csgraph

from socluster._kernels.joining.parts import joined_cutpoints, joined_parts, part_state
from tests._kernels.joining.joining_cases import cases, in_another_order, joined, many, ragged, relabelled, symmetric
from tests._kernels.networks import path, star


def cutpoints_of(network):
    graph = igraph.Graph(n=network.shape[0], edges=np.column_stack(network.nonzero()).tolist()).simplify()
    marks = np.zeros(network.shape[0], dtype=bool)
    marks[graph.articulation_points()] = True
    return marks


@given(cases(most=14))
def test_components_are_as_searched_anew(case):
    found = joined_parts(part_state(case[0]), *case[1:3])
    for candidate in range(len(case[1]) - 1):
        network = joined(*case, candidate)
        number, labels = csgraph.connected_components(network)
        sizes = np.bincount(labels)
        assert found.number[candidate] == number
        assert found.largest[candidate] == sizes.max()
        assert found.connected[candidate] == (sizes * (sizes - 1)).sum()
        graph = nx.from_scipy_sparse_array(network)
        assert found.number[candidate] == nx.number_connected_components(graph)
        assert found.of_x[candidate] == len(nx.node_connected_component(graph, len(graph) - 1))


@given(cases(most=14))
def test_cutpoints_are_as_searched_anew(case):
    found = joined_cutpoints(part_state(case[0]), *case[1:3])
    assert found.shape == (len(case[1]) - 1, case[0].shape[0] + 1)
    assert found.dtype == bool
    for candidate, marks in enumerate(found):
        network = joined(*case, candidate)
        assert marks.tolist() == cutpoints_of(network).tolist()
        assert set(np.flatnonzero(marks)) == set(nx.articulation_points(nx.from_scipy_sparse_array(network)))


@pytest.mark.parametrize("ties", [50, 90, 110, 140, 300])
def test_sparse_and_dense_networks_are_as_igraph_says(ties):
    case = many(110, ties, 60, weighted=False)
    found = joined_cutpoints(part_state(case[0]), *case[1:3])
    for candidate, marks in enumerate(found):
        assert (marks == cutpoints_of(joined(*case, candidate))).all()


def test_without_partners_only_the_number_of_components_changes():
    state = part_state(symmetric(4, {(0, 1): 1, (1, 2): 1}))
    found = joined_parts(state, *ragged([{}, {3: 1}, {0: 1, 3: 1}])[:2])
    assert found.number.tolist() == [3, 2, 1]
    assert found.largest.tolist() == [3, 3, 5]
    assert found.connected.tolist() == [6, 8, 20]
    assert found.of_x.tolist() == [1, 2, 5]


def test_who_ties_the_ends_of_a_path_makes_it_a_ring():
    state = part_state(path(6))
    found = joined_cutpoints(state, *ragged([{0: 1, 5: 1}, {0: 1, 3: 1}, {}, {5: 1}])[:2])
    assert [np.flatnonzero(marks).tolist() for marks in found] == [[], [3, 4], [1, 2, 3, 4], [1, 2, 3, 4, 5]]


def test_the_middle_of_a_star_stays_a_cutpoint_while_one_leaf_has_no_other_way():
    state = part_state(star(3))
    found = joined_cutpoints(state, *ragged([{1: 1, 2: 1}, {1: 1, 2: 1, 3: 1}])[:2])
    assert [np.flatnonzero(marks).tolist() for marks in found] == [[0], []]


def test_long_paths_are_searched_without_recursion():
    n = 50_000
    state = part_state(path(n))
    found = joined_cutpoints(state, *ragged([{0: 1, n - 1: 1}])[:2])
    assert not found.any()
    assert joined_parts(state, *ragged([{}])[:2]).connected.tolist() == [n * (n - 1)]


def test_order_and_names_do_not_matter():
    case = many(90, 80, 40, weighted=False)
    found = joined_cutpoints(part_state(case[0]), *case[1:3])
    rng = np.random.default_rng(4)
    order, new = rng.permutation(40), rng.permutation(90)
    starts, partners, _ = in_another_order(*case[1:], order)
    network, partners = relabelled(case[0], partners, new)
    state = part_state(network)
    assert (joined_cutpoints(state, starts, partners)[:, np.r_[new, 90]] == found[order]).all()
    parts = joined_parts(part_state(case[0]), *case[1:3])
    for first, second in zip(parts, joined_parts(state, starts, partners), strict=True):
        assert first[order].tolist() == second.tolist()


def test_the_number_of_threads_changes_nothing(monkeypatch):
    case = many(60, 60, 3000, weighted=False)
    found = []
    for number in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", number)
        found.append(joined_cutpoints(part_state(case[0]), *case[1:3]).tobytes())
    assert found[0] == found[1]
