"""Spectra with one more actor, against decomposing the joined network anew."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

import socluster as sc
from socluster._kernels.joining import laplacians as joining_laplacians
from socluster._kernels.joining import spectral as joining_spectral
from socluster._kernels.joining.spectral import SpectralState, joined_algebraic, joined_natural
from tests._kernels.networks import path, random_network, star
from tests.examples import examples

CLOSE = {"rel": 1e-9, "abs": 1e-11}


def without_strengths(ties):
    ones = ties.copy()
    ones.data = np.ones_like(ones.data)
    return ones


def ragged(candidates):
    starts = np.cumsum([0, *map(len, candidates)])
    return starts, np.array([partner for each in candidates for partner in each], dtype=np.int64)


def joined(ties, partners):
    n = ties.shape[0]
    matrix = np.zeros((n + 1, n + 1))
    matrix[:n, :n] = ties.toarray()
    matrix[n, partners] = matrix[partners, n] = 1.0
    return matrix


def natural(matrix):
    return np.log(np.exp(np.linalg.eigvalsh(matrix)).mean())


def algebraic(matrix):
    return np.linalg.eigvalsh(np.diag(matrix.sum(axis=0)) - matrix)[1] if len(matrix) > 1 else np.nan


def check(ties, candidates):
    state = SpectralState(ties)
    matrices = [joined(ties, list(partners)) for partners in candidates]
    expected = [natural(matrix) for matrix in matrices], [algebraic(matrix) for matrix in matrices]
    found = [kernel(state, *ragged(candidates)) for kernel in (joined_natural, joined_algebraic)]
    assert found[0] == pytest.approx(expected[0], **CLOSE)
    assert found[1] == pytest.approx(expected[1], **CLOSE, nan_ok=True)


def some_candidates(n, seed=4, sizes=(0, 1, 2, 3, 5, 9)):
    rng = np.random.default_rng(seed)
    return [rng.choice(n, min(size, n), replace=False).tolist() for size in sizes for _ in range(2)]


@st.composite
def bases_and_candidates(draw):
    n = draw(st.integers(0, 14))
    pairs = [(i, j) for i in range(n) for j in range(i)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    matrix = np.zeros((n, n))
    for i, j in chosen:
        matrix[i, j] = matrix[j, i] = 1.0
    candidates = draw(st.lists(st.sets(st.integers(0, n - 1)) if n else st.just(set()), max_size=4))
    return sparse.csr_array(matrix), [sorted(each) for each in candidates]


@settings(max_examples=examples(50, 200), deadline=None)
@given(case=bases_and_candidates())
def test_any_small_network(case):
    check(*case)


@settings(max_examples=examples(100, 400), deadline=None)
@given(case=bases_and_candidates())
def test_any_small_network_by_updates(case):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joining_spectral, "SMALL", 1)  # nothing is decomposed anew,
        patch.setattr(joining_spectral, "SHARE", 0)  # however many partners there are
        check(*case)


FIXED = {
    "200 actors": without_strengths(random_network(200, 700, directed=False)),
    "pieces": without_strengths(random_network(90, 60, directed=False, isolates=7)),
    "dense": without_strengths(random_network(80, 2500, directed=False)),
    "no ties": sparse.csr_array((50, 50)),
    "path": path(70),
    "star": star(66),
    "all tied to all": sparse.csr_array(np.ones((60, 60)) - np.eye(60)),
    "ring": sparse.csr_array(nx.to_scipy_sparse_array(nx.cycle_graph(64), dtype=float)),
    "ring of groups": sparse.csr_array(nx.to_scipy_sparse_array(nx.ring_of_cliques(8, 8), dtype=float)),
    "two alike": sparse.csr_array(sparse.block_diag([path(30), path(30)])),
}


@pytest.mark.parametrize("ties", FIXED.values(), ids=FIXED)
def test_larger_networks(ties):
    n = ties.shape[0]
    check(ties, [*some_candidates(n), list(range(n)), list(range(0, n, 3)), [0, n - 1], [0], []])


def test_an_isolate_and_a_second_piece_are_joined_only_by_whom_they_are_tied_to():
    ties = sparse.csr_array(sparse.block_diag([path(45), np.zeros((1, 1)), path(4)]))
    found = joined_algebraic(SpectralState(ties), *ragged([[0, 45], [0, 45, 46], [45]]))
    assert found[[0, 2]].tolist() == [0.0, 0.0]
    assert found[1] == pytest.approx(algebraic(joined(ties, [0, 45, 46])), **CLOSE)


def test_bracketing_by_halves_gives_the_same(monkeypatch):
    ties = FIXED["200 actors"][5:][:, 5:]
    candidates = [*some_candidates(195, sizes=(17, 20)), [0], [1, 2]]
    ties = without_strengths((ties + nx.to_scipy_sparse_array(nx.path_graph(195))).tocsr())
    quick = joined_algebraic(SpectralState(ties), *ragged(candidates))
    monkeypatch.setattr(joining_laplacians, "POLISHED", 0)  # the guess alone is too rough to be proven
    halved = []
    by_halves = joining_laplacians.JoinedLaplacians._by_halves
    monkeypatch.setattr(
        joining_laplacians.JoinedLaplacians,
        "_by_halves",
        lambda self, *given: halved.append(1) or by_halves(self, *given),
    )
    slow = joined_algebraic(SpectralState(ties), *ragged(candidates))
    assert halved
    assert (quick > 0).all()
    assert slow == pytest.approx(quick, rel=1e-10)


def test_nobody_joins():
    state = SpectralState(path(50))
    for kernel in (joined_natural, joined_algebraic):
        assert kernel(state, np.array([0]), np.array([], dtype=np.int64)).shape == (0,)


def test_the_first_actor_and_the_second():
    nobody, one = SpectralState(sparse.csr_array((0, 0))), SpectralState(sparse.csr_array((1, 1)))
    assert joined_natural(nobody, *ragged([[]])).tolist() == [0.0]
    assert np.isnan(joined_algebraic(nobody, *ragged([[]]))).tolist() == [True]
    assert joined_algebraic(one, *ragged([[], [0]])) == pytest.approx([0.0, 2.0])
    assert joined_natural(one, *ragged([[], [0]])) == pytest.approx([0.0, np.log(np.cosh(1))])


def test_company_changes_no_answer():
    ties, candidates = FIXED["200 actors"], some_candidates(200)
    state = SpectralState(ties)
    for kernel in (joined_natural, joined_algebraic):
        together = kernel(state, *ragged(candidates))
        alone = [float(kernel(state, *ragged([each]))[0]) for each in candidates]
        assert together == pytest.approx(alone, rel=1e-13)


def test_joined_clusters_have_the_values_of_the_measures():
    base = sc.load_dataset("karate").flatten()
    ties = without_strengths(base.matrix(weights="binary"))
    candidates = [[0, 33], [5, 16, 20], [9]]
    for kernel, measure in (
        (joined_natural, sc.natural_connectivity),
        (joined_algebraic, sc.algebraic_connectivity),
    ):
        found = kernel(SpectralState(ties), *ragged(candidates))
        for value, partners in zip(found, candidates, strict=True):
            after = base.with_actor("new").with_ties("new", [base.labels[each] for each in partners])
            assert value == pytest.approx(measure(after), **CLOSE)
