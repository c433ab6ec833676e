import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.groups.factions import best_factions


@st.composite
def problems(draw):
    n = draw(st.integers(1, 7))
    cells = draw(st.lists(st.booleans(), min_size=n * n, max_size=n * n))
    ties = np.array(cells, dtype=float).reshape(n, n) * (1 - np.eye(n))
    return ties, draw(st.integers(1, n)), draw(st.sampled_from(["hamming", "phi"]))


@given(problems(), st.integers(1, 3))
def test_its_counts_are_those_of_its_division_and_no_faction_is_empty(problem, restarts):
    ties, k, variant = problem
    found = best_factions(sparse.csr_array(ties), k, variant, restarts, np.random.default_rng(1))
    same = np.equal.outer(found.codes, found.codes) & ~np.eye(len(ties), dtype=bool)
    assert set(found.codes.tolist()) == set(range(k))
    assert found.pairs_inside == same.sum()
    assert found.ties_inside == ties[same].sum()


@given(problems())
def test_no_single_move_is_better(problem):
    ties, k, variant = problem
    if variant == "phi":
        return
    found = best_factions(sparse.csr_array(ties), k, variant, 1, np.random.default_rng(1))

    def misplaced(codes):
        same = np.equal.outer(codes, codes) & ~np.eye(len(ties), dtype=bool)
        return (same & (ties == 0)).sum() + (~same & (ties > 0)).sum()

    lowest = misplaced(found.codes)
    for actor in range(len(ties)):
        for to in range(k):
            moved = found.codes.copy()
            moved[actor] = to
            assert len(set(moved.tolist())) < k or misplaced(moved) >= lowest


def test_more_searches_are_never_worse():
    rng = np.random.default_rng(5)
    ties = sparse.csr_array(np.triu(rng.random((30, 30)) < 0.2, 1).astype(float))
    few, many = (best_factions(ties, 4, "phi", restarts, np.random.default_rng(2)) for restarts in (1, 8))

    def phi(found):
        cells, arcs = 30 * 29, ties.nnz
        pairs, inside = found.pairs_inside, found.ties_inside
        return (cells * inside - pairs * arcs) / np.sqrt(pairs * (cells - pairs) * arcs * (cells - arcs))

    assert phi(many) >= phi(few) > 0
