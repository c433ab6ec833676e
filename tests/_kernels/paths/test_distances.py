import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.paths import distances
from socluster._kernels.paths.distances import reach


@pytest.fixture
def lengths():
    """0 -> 1 -> 2 of lengths 1 and 2, and 3 alone."""
    matrix = np.zeros((4, 4))
    matrix[0, 1], matrix[1, 2] = 1.0, 2.0
    return sparse.csr_array(matrix)


def test_reach_along_the_ties(lengths):
    reached, total, inverse = reach(lengths, directed=True)
    assert reached.tolist() == [2, 1, 0, 0]
    assert total.tolist() == [4, 2, 0, 0]
    assert inverse == pytest.approx([1 + 1 / 3, 1 / 2, 0, 0])


def test_reach_either_way(lengths):
    reached, total, inverse = reach(lengths, directed=False)
    assert reached.tolist() == [2, 2, 2, 0]
    assert total.tolist() == [4, 3, 5, 0]
    assert inverse == pytest.approx([1 + 1 / 3, 1 + 1 / 2, 1 / 2 + 1 / 3, 0])


@pytest.mark.parametrize("held", [1, 90, 2**22], ids=["row by row", "some blocks", "one block"])
def test_blocks_of_sources_do_not_matter(monkeypatch, held):
    matrix = sparse.random_array((30, 30), density=0.08, format="csr", rng=np.random.default_rng(2))
    expected = reach(matrix, directed=True)
    monkeypatch.setattr(distances, "DISTANCES", held)
    for found, wanted in zip(reach(matrix, directed=True), expected, strict=True):
        assert found.tolist() == wanted.tolist()


@pytest.mark.parametrize("n", [0, 1, 3])
def test_nobody_reaches_anybody_without_ties(n):
    for sums in reach(sparse.csr_array((n, n)), directed=True):
        assert sums.tolist() == [0] * n
