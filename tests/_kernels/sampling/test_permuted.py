"""Permuted matrices and their inner products, against moving whole matrices about."""

import numpy as np
import pytest

from socluster._kernels.sampling.permuted import (
    MatrixCells,
    known_products,
    permuted_index,
    permuted_products,
    permuted_sums,
)

RNG = np.random.default_rng(5)
ROWS, COLUMNS, DRAWS = 6, 4, 9


@pytest.fixture
def orders():
    return tuple(np.stack([RNG.permutation(n) for _ in range(DRAWS)], axis=1) for n in (ROWS, COLUMNS))


def every_cell(start=0):
    rows, columns = np.divmod(np.arange(ROWS * COLUMNS), COLUMNS)
    return MatrixCells(rows, columns, COLUMNS, start)


def test_the_index_says_which_cell_comes_to_which_place(orders):
    table = RNG.normal(size=(ROWS, COLUMNS))
    index = permuted_index(every_cell(), *orders)
    for draw in range(DRAWS):
        moved = table[orders[0][:, draw]][:, orders[1][:, draw]]
        np.testing.assert_array_equal(table.ravel()[index[:, draw]], moved.ravel())


def test_a_matrix_behind_another_is_found_there(orders):
    assert (permuted_index(every_cell(start=100), *orders) == permuted_index(every_cell(), *orders) + 100).all()


@pytest.mark.parametrize("values", [np.full(5, 2.0), np.arange(5.0), np.zeros(0)])
def test_sums_over_a_few_cells(orders, values):
    table = RNG.normal(size=(ROWS, COLUMNS))
    cells = MatrixCells(*(each[: len(values)] for each in every_cell()[:2]), COLUMNS)
    found = permuted_sums(table.ravel(), permuted_index(cells, *orders), values)
    for draw in range(DRAWS):
        moved = table[orders[0][:, draw]][:, orders[1][:, draw]].ravel()[: len(values)]
        assert found[draw] == pytest.approx(moved @ values)


def test_products_of_all_cells(orders):
    tables, weights = RNG.normal(size=(ROWS * COLUMNS, 3)), RNG.normal(size=(ROWS * COLUMNS, 2))
    index = permuted_index(every_cell(), *orders)
    found = permuted_products(tables, index, weights)
    assert found.shape == (DRAWS, 3, 2)
    for draw in range(DRAWS):
        np.testing.assert_allclose(found[draw], tables[index[:, draw]].T @ weights)


def test_products_where_cells_are_unknown(orders):
    known = RNG.random(ROWS * COLUMNS) < 0.7
    tables = RNG.normal(size=(ROWS * COLUMNS, 3)) * known[:, None]
    weights = RNG.normal(size=(ROWS * COLUMNS, 2))
    index = permuted_index(every_cell(), *orders)
    found = known_products(tables, known, index, weights)
    for draw in range(DRAWS):
        here = known[index[:, draw]]
        one, other = tables[index[here, draw]], weights[here]
        np.testing.assert_allclose(found.products[draw], one.T @ other)
        np.testing.assert_allclose(found.squares[draw], (one**2).sum(axis=0))
        np.testing.assert_allclose(found.grams[draw], other.T @ other)
        assert found.cells[draw] == here.sum()
