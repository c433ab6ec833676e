import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.losing import key_sets
from socluster._kernels.losing.key_sets import Fragmentation, ReachOfSets, best_by_search, best_of_all
from tests.examples import examples


def ties_of(seed, *, directed, n=11, p=0.22):
    graph = nx.gnp_random_graph(n, p, seed=seed, directed=directed)
    return sparse.csr_array(nx.to_scipy_sparse_array(graph, format="csr"))


def goals_of(ties):
    for remaining in (True, False):
        yield Fragmentation(ties, by_distance=True, remaining=remaining)
        yield Fragmentation(ties, by_distance=False, remaining=remaining)
        yield ReachOfSets(ties, worth=lambda distance: 1.0 / distance, remaining=remaining)
        yield ReachOfSets(ties, worth=lambda distance: (distance <= 2).astype(float), remaining=remaining)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("k", [1, 2, 3, 5])
def test_no_set_exceeds_the_bound_and_the_search_comes_near(directed, k):
    for seed in range(examples(3, 12)):
        for goal in goals_of(ties_of(seed, directed=directed)):
            best, found = best_of_all(goal, k), best_by_search(goal, k)
            assert found.value <= best.value + 1e-12
            assert found.bound >= best.value - 1e-12
            assert goal.values(found.sets) == pytest.approx([found.value])
            assert len(set(found.sets[0].tolist())) == k
            if k == 1:
                assert found.value == pytest.approx(best.value)


def test_the_search_finds_most_optima():
    cases = [
        (goal, k) for seed in range(examples(3, 12)) for goal in goals_of(ties_of(seed, directed=False)) for k in (2, 3)
    ]
    hits = [best_by_search(goal, k).value >= best_of_all(goal, k).value - 1e-12 for goal, k in cases]
    assert np.mean(hits) > 0.9


def test_greedy_reach_keeps_its_guarantee():
    for seed in range(examples(5, 30)):
        goal = ReachOfSets(ties_of(seed, directed=True, n=14), worth=lambda distance: 1.0 / distance, remaining=False)
        assert best_by_search(goal, 4).value >= (1 - 1 / np.e) * best_of_all(goal, 4).value


def test_the_bound_counts_what_no_removal_can_take():
    complete = sparse.csr_array(np.ones((6, 6)) - np.eye(6))
    goal = Fragmentation(complete, by_distance=True, remaining=True)
    found = best_by_search(goal, 2)
    # Twelve of the thirty ordered pairs are left, all tied; the bound takes two of those that are lost away twice.
    assert found.value == 0
    assert goal.bound(2, []) == pytest.approx(1 - (30 - 20) / 12)
    ring = sparse.csr_array(nx.to_scipy_sparse_array(nx.complete_bipartite_graph(4, 4), format="csr"))
    shared = Fragmentation(ring, by_distance=True, remaining=True)
    # 32 tied pairs; the 24 untied ones have 4 middlemen, more than 3, so they stay at distance 2; an actor has 2 * 5.5
    assert shared.bound(3, []) == pytest.approx(1 - (32 + 12 - 3 * 11) / 20)
    assert Fragmentation(ring, by_distance=False, remaining=True).bound(4, []) == pytest.approx(1 - 0 / 12)


def test_cutting_into_blocks_does_not_matter(monkeypatch):
    goal = ReachOfSets(ties_of(1, directed=True), worth=lambda distance: 1.0 / distance, remaining=True)
    expected = best_of_all(goal, 3)
    monkeypatch.setattr(key_sets, "CELLS", 50)
    again = ReachOfSets(ties_of(1, directed=True), worth=lambda distance: 1.0 / distance, remaining=True)
    assert (again.distance == goal.distance).all()
    found = best_of_all(again, 3)
    assert (found.sets == expected.sets).all()
    assert found.value == expected.value


@pytest.mark.parametrize("directed", [True, False])
def test_one_more_actor_is_worth_what_the_set_is_worth(directed, monkeypatch):
    monkeypatch.setattr(key_sets, "COMPILED_FROM", 0)  # by loops
    for goal in goals_of(ties_of(3, directed=directed)):
        for members in ([], [4], [7, 2]):
            values = goal.with_each(np.array(members, dtype=np.int64))
            for other in sorted(set(range(goal.n)) - set(members)):
                assert values[other] == pytest.approx(goal.values(np.array([[*members, other]]))[0])


def test_of_equals_the_first_is_taken():
    pairs = sparse.csr_array(nx.to_scipy_sparse_array(nx.cycle_graph(9), format="csr"))
    goal = Fragmentation(pairs, by_distance=True, remaining=True)
    assert best_by_search(goal, 1).sets.tolist() == [[0]]
