import numpy as np
import pytest
from scipy import sparse

from socluster._kernels import products
from socluster._kernels.products import ones_like, product_at, row_blocks, row_sums, small_product


def random_matrix(seed, n=40, density=0.1):
    return sparse.random_array((n, n), density=density, format="csr", rng=np.random.default_rng(seed))


@pytest.mark.parametrize("multiplications", [1, 20, 2**23], ids=["row by row", "some blocks", "one block"])
def test_a_product_at_some_cells_equals_the_whole_product_there(monkeypatch, multiplications):
    monkeypatch.setattr(products, "MULTIPLICATIONS", multiplications)
    left, right, where = (random_matrix(seed) for seed in (1, 2, 3))
    expected = (left.toarray() @ right.toarray()) * where.toarray()
    found = product_at(left, right, where)
    assert isinstance(found, sparse.csr_array)
    assert found.toarray() == pytest.approx(expected)


@pytest.mark.parametrize("multiplications", [1, 20, 2**23])
def test_blocks_cover_every_row_once(monkeypatch, multiplications):
    monkeypatch.setattr(products, "MULTIPLICATIONS", multiplications)
    matrix = random_matrix(4)
    rows = [row for block in row_blocks(matrix, matrix) for row in range(block.start, block.stop)]
    assert rows == list(range(40))


def test_a_block_costs_no_more_than_its_bound_and_one_row(monkeypatch):
    monkeypatch.setattr(products, "MULTIPLICATIONS", 50)
    matrix = random_matrix(5)
    steps = ones_like(matrix) @ np.diff(matrix.indptr)
    blocks = list(row_blocks(matrix, matrix))
    assert len(blocks) > 3
    assert all(steps[block].sum() <= 50 + steps.max() for block in blocks)


def test_products_of_whole_numbers_stay_whole():
    ones = ones_like(random_matrix(6))
    assert ones.dtype == product_at(ones, ones, ones).dtype == row_sums(ones).dtype == np.int64


@pytest.mark.parametrize("n", [0, 1, 3])
def test_products_of_nothing(n):
    empty = sparse.csr_array((n, n))
    assert product_at(empty, empty, empty).shape == (n, n)
    assert row_sums(empty).tolist() == [0] * n


@pytest.mark.parametrize("multiplications", [1, 100, 2**18])
def test_a_dense_product_is_made_of_blocks_of_rows(monkeypatch, multiplications):
    monkeypatch.setattr(products, "BY_ONE_THREAD", multiplications)
    rng = np.random.default_rng(5)
    for rows, middle, columns in [(7, 5, 6), (1, 3, 2), (0, 4, 4), (4, 0, 3)]:
        left, right = rng.random((rows, middle)), rng.random((middle, columns))
        np.testing.assert_allclose(small_product(left, right), left @ right)
