"""The paths of small networks one by one, with exact fractions, against both ways of computing."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.paths import shortest_paths as kernel
from tests.examples import examples

# No two sums of a few of these inverses are nearer to each other than 1e-10 and not the same.
STRENGTHS = [1, 2, 3, 6, 205_000_000, 400_000_000, 410_000_000, 10_000]
FAR_APART = [1, 3, 10**5, 3 * 10**5, 10**9]


def all_paths(strength, start, end):
    """Every path, with its exact length."""
    to_do = [((start,), Fraction(0))]
    while to_do:
        path, length = to_do.pop()
        if path[-1] == end:
            yield path, length
            continue
        for after in np.flatnonzero(strength[path[-1]]).tolist():
            if after not in path:
                to_do.append(((*path, after), length + 1 / Fraction(int(strength[path[-1], after]))))


def literal(strength):
    """Betweenness by actor and by tie, stress, and load, by looking at all paths."""
    n = len(strength)
    by_row, by_cell, stress, load = np.zeros(n), np.zeros((n, n)), np.zeros(n), np.zeros(n)
    for start in range(n):
        for end in range(n):
            paths = list(all_paths(strength, start, end)) if start != end else []
            if not paths:
                continue
            least = min(length for _, length in paths)
            shortest = [path for path, length in paths if length == least]
            for path in shortest:
                by_row[list(path[1:-1])] += 1 / len(shortest)
                by_cell[path[:-1], path[1:]] += 1 / len(shortest)
                stress[list(path[1:-1])] += 1
                for place in range(1, len(path) - 1):
                    behind = [other for other in shortest if other[: place + 1] == path[: place + 1]]
                    load[path[place]] += float(_handed(shortest, path, place)) / len(behind)
    return by_row, by_cell, stress, load


def _handed(shortest, path, place):
    """What comes to path[place] along the beginning of this path."""
    part = Fraction(1)
    for step in range(place):
        part /= len({other[step + 1] for other in shortest if other[: step + 1] == path[: step + 1]})
    return part


@st.composite
def networks(draw, strengths):
    n = draw(st.integers(2, 6))
    matrix = np.zeros((n, n), dtype=np.int64)
    pairs = [(one, two) for one in range(n) for two in range(n) if one != two]
    for pair in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=14)):
        matrix[pair] = draw(st.sampled_from(strengths))
    return matrix


def lengths_of(strength):
    cells = sparse.csr_array(strength.astype(float))
    cells.data = 0.5 / cells.data
    return cells


@pytest.mark.parametrize("compiled_from", [0, 10**6], ids=["compiled", "all at once"])
@pytest.mark.parametrize("strengths", [STRENGTHS, FAR_APART], ids=["euros", "far apart"])
def test_all_paths_one_by_one(strengths, compiled_from):
    @settings(max_examples=examples(60, 200), deadline=None)
    @given(networks(strengths))
    def check(strength):
        by_row, by_cell, stress, load = literal(strength)
        lengths = lengths_of(strength)
        found_rows, found_cells = kernel.carried(lengths)
        assert found_rows == pytest.approx(by_row)
        cells = lengths.tocoo()
        assert found_cells == pytest.approx(by_cell[cells.row, cells.col])
        assert kernel.passing_paths(lengths)[0] == pytest.approx(stress)
        assert kernel.loads(lengths) == pytest.approx(load)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel, "COMPILED_FROM", compiled_from)
        check()


def random_lengths(seed, n, far_apart):
    random = np.random.default_rng(seed)
    matrix = sparse.random_array((n, n), density=8 / n, format="csr", rng=random)
    matrix.setdiag(0)
    matrix.eliminate_zeros()
    matrix.data = 1 / random.integers(1, 7, matrix.nnz) / 10.0 ** (far_apart * random.integers(0, 2, matrix.nnz))
    return matrix


@pytest.mark.parametrize("far_apart", [0, 3, 9])
@pytest.mark.parametrize("cells", [1, 3000, 2**20])
def test_both_ways_agree(monkeypatch, far_apart, cells):
    lengths = random_lengths(far_apart, 60, far_apart)
    monkeypatch.setattr(kernel, "COMPILED_FROM", 0)
    answers = [*kernel.carried(lengths), kernel.passing_paths(lengths)[0], kernel.loads(lengths)]
    monkeypatch.setattr(kernel, "COMPILED_FROM", 10**6)
    monkeypatch.setattr(kernel, "CELLS", cells)
    again = [*kernel.carried(lengths), kernel.passing_paths(lengths)[0], kernel.loads(lengths)]
    for one, two in zip(answers, again, strict=True):
        assert one == pytest.approx(two, rel=1e-9, abs=1e-9)


def test_a_common_way_does_not_make_branches_equal():
    """From 3, one long tie before the fork; 0-1-2 is longer than 0-2 by far less than a part of that."""
    strength = np.zeros((4, 4))
    for one, two, each in [(0, 1, 400e6), (1, 2, 410e6), (0, 2, 205e6), (2, 3, 1.0)]:
        strength[one, two] = strength[two, one] = each
    assert kernel.carried(lengths_of(strength))[0].tolist() == [0, 0, 4, 0]


def test_no_whole_tie_is_taken_for_rounding():
    strength = np.array([[0, 1e11, 1], [1e11, 0, 1], [1, 1, 0]])
    assert kernel.carried(lengths_of(strength))[0].tolist() == [0, 0, 0]


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_to_pass(n):
    nothing = sparse.csr_array((n, n))
    assert kernel.carried(nothing)[0].tolist() == kernel.loads(nothing).tolist() == [0.0] * n
    assert kernel.passing_paths(nothing)[1] == 0
