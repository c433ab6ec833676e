"""What the others lose when actors leave, against taking them out of a graph of networkx."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.losing import losses
from socluster._kernels.losing.losses import Breakable
from tests._kernels.networks import path, random_network

SERVICES = 3


@pytest.fixture(params=[(False, 9, 10), (True, 9, 14), (True, 70, 110)], ids=["undirected", "directed", "two words"])
def case(request):
    directed, n, number = request.param
    ties = random_network(n, number, directed=directed, isolates=1)
    provides = np.random.default_rng(4).random((n, SERVICES)) < 1.5 / n
    return ties, provides


@pytest.fixture
def breakable(case):
    ties, provides = case
    return Breakable(ties, sparse.csr_array(provides.astype(float)))


@pytest.fixture
def removed():
    return np.array(list(combinations(range(8), 2)))


def left(case, gone):
    """Reach, ties, services that are provided, and services that are reached, after a removal."""
    ties, provides = case
    n = ties.shape[0]
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    graph.remove_nodes_from(gone)
    reach, tied, chains = np.zeros((n, n), dtype=bool), np.zeros(n, dtype=bool), np.zeros((n, SERVICES), dtype=bool)
    for actor in graph:
        beyond = nx.descendants(graph, actor)
        reach[actor, list(beyond)] = True
        tied[actor] = graph.degree(actor) > 0
        chains[actor] = provides[[actor, *beyond]].any(axis=0)
    return {"reach": reach, "tied": tied, "provided": provides[list(graph)].any(axis=0), "chains": chains}


def told(breakable, remains, removal):
    return {name: breakable.unpacked(name, bits[..., removal].copy()) for name, bits in remains._asdict().items()}


def test_what_remains(case, breakable, removed):
    remains = breakable.remains(removed)
    counts = remains.counts()
    for removal, gone in enumerate(removed.tolist()):
        expected = left(case, gone)
        for name, found in told(breakable, remains, removal).items():
            assert (found == expected[name]).all(), name
            assert counts[name][removal] == expected[name].sum()


def test_at_stake_is_what_was_there_between_those_who_stay(case, breakable, removed):
    before, at_stake = left(case, []), breakable.at_stake(removed)
    for removal, gone in enumerate(removed.tolist()):
        stays = ~np.isin(np.arange(len(before["tied"])), gone)
        found = told(breakable, at_stake, removal)
        assert (found["reach"] == before["reach"] & stays & stays[:, None]).all()
        assert (found["tied"] == before["tied"] & stays).all()
        assert (found["provided"] == before["provided"]).all()
        assert (found["chains"] == before["chains"] & stays[:, None]).all()


def test_two_losses_together_leave_no_more_than_either(breakable, removed):
    one, other = (breakable.remains(removed[:, [place]]) for place in range(2))
    either, together = one.after_either(other), breakable.remains(removed)
    for name, bits in together._asdict().items():
        assert not (bits & ~getattr(either, name)).any(), name
        assert (getattr(either, name) == getattr(one, name) & getattr(other, name)).all(), name
    assert (either.at(np.array([3])).reach[..., 0] == either.reach[..., 3]).all()


def test_components_take_ties_either_way(case, breakable, removed):
    remains = breakable.remains(removed)
    graph = nx.from_scipy_sparse_array(case[0] + case[0].T)
    parts = []
    for gone in removed.tolist():
        stays = graph.copy()
        stays.remove_nodes_from(gone)
        parts.append([len(part) for part in nx.connected_components(stays)])
    assert breakable.components(removed, remains).tolist() == [len(sizes) for sizes in parts]
    assert breakable.largest(removed, remains).tolist() == [max(sizes) for sizes in parts]


def test_runs_cover_all_removals_within_memory(monkeypatch, breakable):
    monkeypatch.setattr(losses, "WORDS", 3 * breakable.own.size)
    runs = list(breakable.runs(10))
    assert [place for run in runs for place in range(run.start, run.stop)] == list(range(10))
    assert max(run.stop - run.start for run in runs) == 3


def test_the_work_of_a_step_is_a_word_for_everybody_and_each_of_their_partners():
    few, many = (Breakable(path(n), sparse.csr_array((n, SERVICES))) for n in (4, 70))
    assert few.work == 2 + 3 + 3 + 2
    assert many.work == 2 * (2 * 2 + 68 * 3)  # seventy actors take two words
