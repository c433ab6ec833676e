"""The leading eigenvalue and eigenvector against dense algebra, also where the matrix falls into pieces."""

import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.spectra import perron
from socluster._kernels.spectra.perron import leading_eigenvalue, leading_vector, solve, vectors_by_piece
from tests.examples import examples


def matrix_of(cells):
    return sparse.csr_array(np.asarray(cells, dtype=float))


def limit_of_passing_on(dense):
    """(I + M)^(2^22) 1, scaled at every squaring; all cells are positive, so that nothing cancels."""
    power = np.eye(len(dense)) + dense / dense.max()
    for _ in range(22):
        power = power @ power
        power /= power.max()
    vector = power @ np.ones(len(dense))
    return vector / np.linalg.norm(vector)


def random_cells(seed, *, n=12, part=0.15, symmetric=False):
    rng = np.random.default_rng(seed)
    cells = rng.random((n, n)) * (rng.random((n, n)) < part)
    np.fill_diagonal(cells, 0)
    return cells + cells.T if symmetric else cells


@pytest.mark.parametrize("symmetric", [True, False])
@pytest.mark.parametrize("seed", range(examples(8, 60)))
def test_random_matrices_of_several_pieces(seed, symmetric):
    dense = random_cells(seed, symmetric=symmetric)
    largest = abs(np.linalg.eigvals(dense)).max()
    found = leading_eigenvalue(matrix_of(dense))
    if largest < 1e-6 * dense.max():  # no closed walk; the eigenvalues of such a matrix are badly conditioned
        assert found == 0
        assert np.isnan(leading_vector(matrix_of(dense))).all()
        return
    assert found == pytest.approx(largest)
    vector = leading_vector(matrix_of(dense))
    assert np.linalg.norm(vector) == pytest.approx(1)
    assert (vector >= 0).all()
    assert dense @ vector == pytest.approx(found * vector, abs=1e-9)


def test_no_closed_walk():
    chain = matrix_of(np.triu(np.ones((4, 4)), 1))
    for nothing in (chain, matrix_of(np.zeros((3, 3)))):
        assert leading_eigenvalue(nothing) == 0
        assert np.isnan(leading_vector(nothing)).all()
    assert leading_eigenvalue(matrix_of(np.zeros((0, 0)))) == 0
    assert leading_vector(matrix_of(np.zeros((0, 0)))).shape == (0,)


PAIR = [[0, 1], [1, 0]]


def blocks(*diagonal, links=()):
    dense = sparse.block_diag([np.asarray(block, dtype=float) for block in diagonal]).toarray()
    for row, column in links:
        dense[row, column] = 1.0
    return dense


@pytest.mark.parametrize(
    "dense",
    [
        blocks(PAIR, PAIR),
        blocks(PAIR, PAIR, [[0]]),
        blocks(PAIR, PAIR, links=[(2, 0)]),  # the second pair lives on the first: a Jordan block
        blocks(PAIR, PAIR, PAIR, links=[(2, 0), (4, 3)]),
        blocks(PAIR, [[0]], PAIR, links=[(2, 0), (3, 2)]),
        blocks([[0, 1, 0], [0, 0, 1], [1, 0, 0]], PAIR),  # both go round in circles, of three and of two
    ],
    ids=["two pairs", "and an isolate", "a chain of two", "a chain of three", "over somebody else", "periods"],
)
def test_several_pieces_that_are_equally_strong(dense):
    assert leading_vector(matrix_of(dense)) == pytest.approx(limit_of_passing_on(dense), abs=2e-6)


def test_equal_pieces_share_by_size():
    # Of two triangles and a pair, the triangles lead; all six members are alike.
    triangle = np.ones((3, 3)) - np.eye(3)
    vector = leading_vector(matrix_of(blocks(triangle, PAIR, triangle)))
    assert vector == pytest.approx([1 / 6**0.5] * 3 + [0, 0] + [1 / 6**0.5] * 3, abs=1e-7)


def test_who_depends_on_the_leading_piece_has_a_part():
    # Rows look at columns: 3 looks at 0 in the triangle, 4 at 3; nobody in the triangle looks at 5.
    dense = blocks(np.ones((3, 3)) - np.eye(3), np.zeros((3, 3)), links=[(3, 0), (4, 3), (0, 5)])
    vector = leading_vector(matrix_of(dense))
    assert vector / vector[0] == pytest.approx([1, 1, 1, 1 / 2, 1 / 4, 0])


@pytest.fixture
def large(monkeypatch):
    """Matrices of more than forty rows are taken as large ones are."""
    monkeypatch.setattr(perron, "LARGE", 40)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("symmetric", [True, False])
def test_large_matrices(symmetric):
    dense = random_cells(7, n=60, symmetric=symmetric)
    found = leading_eigenvalue(matrix_of(dense))
    assert found == pytest.approx(abs(np.linalg.eigvals(dense)).max())
    vector = leading_vector(matrix_of(dense))
    assert dense @ vector == pytest.approx(found * vector, abs=1e-9)


def test_a_long_path_on_which_other_ways_are_slow():
    n = 2000
    path = sparse.diags_array([np.ones(n - 1), np.ones(n - 1)], offsets=[-1, 1], format="csr")
    assert leading_eigenvalue(path) == pytest.approx(2 * np.cos(np.pi / (n + 1)), abs=1e-12)
    expected = np.sin(np.pi * np.arange(1, n + 1) / (n + 1))
    assert leading_vector(path) == pytest.approx(expected / np.linalg.norm(expected), abs=1e-8)


@pytest.mark.usefixtures("large")
def test_what_is_found_does_not_depend_on_chance_or_unit():
    dense = random_cells(8, n=60)
    again = [leading_vector(matrix_of(dense * unit)) for unit in (1.0, 1.0, 1e-200)]
    assert again[0].tolist() == again[1].tolist()
    assert again[0] == pytest.approx(again[2], abs=1e-9)


def test_solve():
    dense = random_cells(9)
    start = np.arange(12.0)
    found = solve(matrix_of(dense), 0.1, start)
    assert found == pytest.approx(np.linalg.solve(np.eye(12) - 0.1 * dense, start))
    assert solve(matrix_of(np.zeros((3, 3))), 0.1, np.ones(3)).tolist() == [1, 1, 1]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("near", [0.85, -0.85, 0.99999])
def test_solve_large_systems(near):
    dense = random_cells(10, n=60)
    factor = near / leading_eigenvalue(matrix_of(dense))
    start = np.arange(len(dense), dtype=float)
    expected = np.linalg.solve(np.eye(len(dense)) - factor * dense, start)
    assert solve(matrix_of(dense), factor, start) == pytest.approx(expected, rel=1e-6)


def test_every_piece_has_a_vector_of_its_own():
    """A pair of strength 3 (eigenvalue 3, vector 1 / sqrt 2: 9) beside a triangle (2, 1 / sqrt 3: 4) and an isolate."""
    dense = np.zeros((6, 6))
    dense[0, 1] = dense[1, 0] = 3
    dense[2:5, 2:5] = 1 - np.eye(3)
    assert vectors_by_piece(matrix_of(dense)).tolist() == pytest.approx([9, 9, 4, 4, 4, 0])
    assert np.isnan(vectors_by_piece(matrix_of(np.zeros((2, 2))))).all()


def test_weak_ways_round_are_followed_as_exactly_as_strong_ones():
    """A cycle with strengths 1, s, s has the eigenvalue s^(2/3), and (1, s^(2/3), s^(1/3)) is its vector."""
    strength = 1e-9
    cycle = matrix_of([[0, 1, 0], [0, 0, strength], [strength, 0, 0]])
    vector = leading_vector(cycle)
    expected = np.array([1, strength ** (2 / 3), strength ** (1 / 3)])
    assert vector / vector[0] == pytest.approx(expected, rel=1e-9)
