"""Updates for a newcomer must say what measuring the joined network says."""

import subprocess
import sys

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.joining import paths as joining_paths
from socluster._kernels.joining.paths import (
    joined_betweenness,
    joined_closeness,
    joined_distances,
    path_state,
    state_bytes,
)
from socluster._kernels.paths.betweenness import carried_paths
from socluster._kernels.paths.distances import distance_sums
from tests._kernels.networks import path, random_network, star
from tests.examples import examples


def as_ties(graph):
    return sparse.csr_array(nx.to_scipy_sparse_array(graph, dtype=float))


LARGE = {
    "few steps": as_ties(nx.powerlaw_cluster_graph(300, 5, 0.6, seed=1)),
    "path": path(150),
    "longer than a byte": path(300),
    "grid": as_ties(nx.grid_2d_graph(12, 12)),
    "star": star(70),
    "complete": as_ties(nx.complete_graph(40)),
    "two rings": as_ties(nx.disjoint_union(nx.cycle_graph(30), nx.cycle_graph(41))),
    "pieces": random_network(200, 150, directed=False, isolates=9),
}


def ragged(candidates):
    starts = np.cumsum([0, *(len(each) for each in candidates)])
    return starts, np.array([partner for each in candidates for partner in each], dtype=np.int64)


def random_candidates(n, count, seed=0):
    rng = np.random.default_rng([seed, n])
    return [[], *(rng.permutation(n)[: rng.integers(1, min(n, 8) + 1)].tolist() for _ in range(count - 1))]


def joined(ties, partners):
    n = ties.shape[0]
    table = np.zeros((n + 1, n + 1))
    table[:n, :n] = ties.toarray()
    table[n, partners] = table[partners, n] = 1.0
    return sparse.csr_array(table)


def assert_all_as_measured(ties, candidates):
    state = path_state(ties, counts=True)
    starts, partners = ragged(candidates)
    counted = joined_distances(state, starts, partners)
    reached, total, inverse = joined_closeness(state, starts, partners)
    carried = joined_betweenness(state, starts, partners)
    for place, each in enumerate(candidates):
        network = joined(ties, each)
        expected = distance_sums(network, directed=False)
        found = counted.by_distance[place]
        assert found[: expected.by_distance.size].tolist() == expected.by_distance.tolist()
        assert not found[expected.by_distance.size :].any()
        assert counted.reached[place] == expected.reached.sum()
        assert reached[place].tolist() == expected.reached.tolist()
        assert total[place].tolist() == expected.total.tolist()
        assert inverse[place] == pytest.approx(expected.inverse, rel=1e-9, abs=1e-12)
        most = expected.reached.max() ** 2
        assert carried[place] == pytest.approx(carried_paths(network), rel=1e-9, abs=1e-13 * most)


@st.composite
def networks_and_candidates(draw):
    n = draw(st.integers(1, 24))
    actor = st.integers(0, n - 1)
    pairs = draw(st.lists(st.tuples(actor, actor), max_size=draw(st.sampled_from([n, 80]))))
    graph = nx.Graph((a, b) for a, b in pairs if a != b)
    graph.add_nodes_from(range(n))
    ties = sparse.csr_array(nx.to_scipy_sparse_array(graph, nodelist=range(n), dtype=float))
    partners = st.lists(actor, unique=True, max_size=n)
    return ties, draw(st.lists(partners, min_size=1, max_size=4))


@given(networks_and_candidates())
@settings(max_examples=examples(50, 200))
def test_updates_equal_recomputing_in_any_network(given_):
    assert_all_as_measured(*given_)


@pytest.mark.parametrize("name", LARGE)
def test_updates_equal_recomputing_in_larger_networks(name):
    ties = LARGE[name]
    assert_all_as_measured(ties, [*random_candidates(ties.shape[0], 6), list(range(ties.shape[0]))])


def test_updates_equal_igraph_and_networkx():
    ties = LARGE["few steps"]
    candidates = random_candidates(300, 4)
    state, partners = path_state(ties, counts=True), ragged(candidates)
    carried, counted = joined_betweenness(state, *partners), joined_distances(state, *partners).by_distance
    inverse = joined_closeness(state, *partners).inverse
    for place, each in enumerate(candidates):
        network = joined(ties, each)
        graph = igraph.Graph(n=301, edges=np.column_stack(sparse.triu(network).nonzero()).tolist())
        assert carried[place] == pytest.approx(2 * np.array(graph.betweenness()), rel=1e-9, abs=1e-8)
        mean_steps = counted[place] @ np.arange(counted.shape[1]) / counted[place].sum()
        assert mean_steps == pytest.approx(graph.average_path_length(), rel=1e-12)
        efficiency = nx.global_efficiency(nx.from_scipy_sparse_array(network))
        assert inverse[place].sum() / (301 * 300) == pytest.approx(efficiency, rel=1e-12)


# -- what must not matter ---------------------------------------------------------------------------------------------


def all_answers(state, candidates):
    partners = ragged(candidates)
    return [
        joined_distances(state, *partners).by_distance,
        *joined_closeness(state, *partners),
        joined_betweenness(state, *partners),
    ]


def test_candidates_do_not_know_of_each_other():
    state, candidates = path_state(LARGE["pieces"], counts=True), random_candidates(200, 20)
    turned = np.random.default_rng(1).permutation(len(candidates))
    plain = all_answers(state, candidates)
    for expected, found in zip(plain, all_answers(state, [candidates[each] for each in turned]), strict=True):
        assert (found == expected[turned]).all()
    for expected, found in zip(plain, all_answers(state, [candidates[7]]), strict=True):
        assert (found[0] == expected[7, : found.shape[1]]).all()


def test_the_order_of_partners_does_not_matter():
    state, candidates = path_state(LARGE["few steps"], counts=True), random_candidates(300, 10)
    turned = [each[::-1] for each in candidates]
    for expected, found in zip(all_answers(state, candidates), all_answers(state, turned), strict=True):
        assert found == pytest.approx(expected, rel=1e-12)


def test_names_do_not_matter():
    ties, candidates = LARGE["few steps"], random_candidates(300, 10)
    new = np.random.default_rng(2).permutation(300)  # actor a is called new[a]
    old = np.argsort(new)
    renamed = path_state(ties[old][:, old].tocsr(), counts=True)
    expected = all_answers(path_state(ties, counts=True), candidates)
    found = all_answers(renamed, [new[each].tolist() for each in candidates])
    assert (found[0] == expected[0]).all()
    columns = np.append(new, 300)
    for theirs, ours in zip(expected[1:], found[1:], strict=True):
        assert ours[:, columns] == pytest.approx(theirs, rel=1e-9, abs=1e-9)


def test_strengths_do_not_matter():
    ties = random_network(60, 120, directed=False)
    binary = ties.copy()
    binary.data = np.ones_like(binary.data, dtype=np.int32)
    candidates = random_candidates(60, 5)
    answers = [all_answers(path_state(each, counts=True), candidates) for each in (ties, binary)]
    for weighted, plain in zip(*answers, strict=True):
        assert (weighted == plain).all()


def test_threads_do_not_matter(monkeypatch):
    ties = as_ties(nx.powerlaw_cluster_graph(2100, 3, 0.5, seed=4))  # enough to be shared, states as well
    candidates = random_candidates(2100, 40)
    answers = []
    for threads in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", threads)
        state = path_state(ties, counts=True)
        answers.append([state.distances, state.paths, state.carried, *state.sums, *all_answers(state, candidates)])
    for one, two in zip(*answers, strict=True):
        assert one.tobytes() == two.tobytes()


def test_the_network_stays_as_it_was():
    ties = random_network(50, 90, directed=False)
    state = path_state(ties, counts=True)
    arrays = [state.distances, state.paths, state.carried, *state.sums]
    before = [each.copy() for each in arrays]
    all_answers(state, random_candidates(50, 10))
    for kept, now in zip(before, arrays, strict=True):
        assert (kept == now).all()


# -- the ends of what there can be ------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [0, 1, 2])
def test_hardly_anybody(n):
    everybody = list(range(n))
    assert_all_as_measured(sparse.csr_array((n, n)), [[], everybody, everybody[:1]])
    state = path_state(sparse.csr_array((n, n)), counts=True)
    assert joined_betweenness(state, *ragged([everybody]))[0].tolist() == [0.0] * n + [2.0 * (n == 2)]


def test_nobody_joins():
    state = path_state(path(5), counts=True)
    nobody = ragged([])
    assert joined_distances(state, *nobody).by_distance.shape == (0, 1)
    assert [each.shape for each in joined_closeness(state, *nobody)] == [(0, 6)] * 3
    assert joined_betweenness(state, *nobody).shape == (0, 6)


def test_types_and_shapes():
    state, partners = path_state(path(4), counts=True), ragged([[0, 3], []])
    counted, (reached, total, inverse) = joined_distances(state, *partners), joined_closeness(state, *partners)
    assert counted.by_distance.tolist() == [[0, 10, 10, 0], [0, 6, 4, 2]]  # a ring of five; a path and an isolate
    assert counted.reached.tolist() == [20, 12]
    assert [each.dtype for each in (counted.by_distance, reached, total, inverse)] == ["int64"] * 3 + ["float64"]
    assert reached.tolist() == [[4] * 5, [3, 3, 3, 3, 0]]
    assert total.tolist() == [[6] * 5, [6, 4, 4, 6, 0]]
    assert inverse[0] == pytest.approx([3.0] * 5, rel=1e-15)
    assert joined_betweenness(state, *partners).tolist() == [[2.0] * 5, [0.0, 4.0, 4.0, 0.0, 0.0]]


def test_whoever_lies_between_two_partners_shares_with_the_newcomer():
    """On rings that the newcomer is tied to all around, everybody is left with half the way between its neighbours."""
    state = path_state(LARGE["two rings"], counts=True)
    everybody = joined_betweenness(state, *ragged([list(range(71))]))[0]
    assert everybody[:-1] == pytest.approx([2.0 * 0.5] * 71, rel=1e-12)
    assert everybody[-1] == pytest.approx(71 * 70 - 2 * 71 - 2 * 71 * 0.5, rel=1e-12)  # less the tied, less the shared


def test_a_state_without_counts_answers_all_but_betweenness():
    ties, partners = LARGE["pieces"], ragged(random_candidates(200, 5))
    plain, counted = path_state(ties, counts=False), path_state(ties, counts=True)
    assert plain.paths is None
    found, expected = joined_distances(plain, *partners), joined_distances(counted, *partners)
    assert (found.by_distance == expected.by_distance).all()
    with pytest.raises(ValueError, match="counts=True"):
        joined_betweenness(plain, *partners)


@pytest.mark.parametrize("counts", [False, True])
def test_the_memory_of_a_state_is_known_beforehand(counts):
    for n in (1, 64, 130):
        state = path_state(random_network(n, 2 * n, directed=False), counts=counts)
        arrays = [state.order, state.place, state.part, state.part_starts, state.tie_starts, state.distances]
        arrays += [state.farthest, *state.sums, *([state.paths, state.carried] if counts else [])]
        assert sum(each.nbytes for each in arrays) <= state_bytes(n, counts)
    assert state_bytes(5000, counts=True) == pytest.approx(10 * 5000**2, rel=0.01)


def test_too_many_actors_are_refused(monkeypatch):
    monkeypatch.setattr(joining_paths, "MOST_ACTORS", 4)
    with pytest.raises(ValueError, match="5 actors do not fit"):
        path_state(path(5), counts=False)


def test_compiled_loops_are_not_loaded_before_they_are_needed():
    code = "import sys, socluster, socluster._kernels.joining.paths; print('numba' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
