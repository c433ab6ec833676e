"""Matrices whose rows and columns change places, and their inner products with matrices that stay.

A matrix that is laid out flat is permuted by looking up its cells in another order. That order, the `index` of the
functions here, is all that they know of actors: index[c, d] is the cell of the permuted matrix that comes to the place
of cell c in draw d.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["KnownProducts", "MatrixCells", "known_products", "permuted_index", "permuted_products", "permuted_sums"]


class MatrixCells(NamedTuple):
    """Some cells of a matrix that is laid out flat, row after row, perhaps behind other matrices.

    Parameters
    ----------
    rows, columns : arrays of int of shape (cells,)
        Where they are.
    width : int
        Number of columns of the matrix.
    start : int
        Where the matrix begins.
    """

    rows: Vector
    columns: Vector
    width: int
    start: int = 0


class KnownProducts(NamedTuple):
    """Inner products over the cells that are known on both sides, in every draw; p tables and q weights.

    Parameters
    ----------
    products : array of shape (draws, p, q)
    squares : array of shape (draws, p)
        Of the permuted tables.
    grams : array of shape (draws, q, q)
        Of the weights with each other.
    cells : array of shape (draws,)
        How many cells are known on both sides.
    """

    products: Vector
    squares: Vector
    grams: Vector
    cells: Vector


def permuted_index(cells: MatrixCells, rows: Vector, columns: Vector) -> Vector:
    """Return which cell comes to the place of every cell, in every draw: array of shape (cells, draws).

    Parameters
    ----------
    cells : MatrixCells
        The places.
    rows, columns : arrays of int of shape (n, draws)
        Who takes the place of row, and of column, 0, 1, ... in every draw.
    """
    index = (rows * cells.width + cells.start).take(cells.rows, axis=0)
    index += columns.take(cells.columns, axis=0)
    return index


def permuted_sums(table: Vector, index: Vector, values: Vector) -> Vector:
    """Return the sum of values times the cells that come to their places: array of shape (draws,).

    Parameters
    ----------
    table : array of shape (all cells,)
        The permuted matrix, flat.
    index : array of shape (cells, draws)
        See `permuted_index`; of those cells only where the other matrix is not 0.
    values : array of shape (cells,)
        The other matrix there.
    """
    found = table.take(index, mode="wrap")  # indices are right; looking at each would take half the time
    if (values == values[:1]).all():
        return np.asarray(found.sum(axis=0) * values[:1].sum())
    return np.asarray((found * values[:, None]).sum(axis=0))


def permuted_products(tables: Vector, index: Vector, weights: Vector) -> Vector:
    """Return the inner products of permuted matrices with others: array of shape (draws, p, q).

    Parameters
    ----------
    tables : array of shape (all cells, p)
        The permuted matrices, flat, side by side, so that one look takes all of a cell.
    index : array of shape (cells, draws)
        See `permuted_index`.
    weights : array of shape (cells, q)
        The others, at the places.
    """
    found = tables.take(index, axis=0)
    cells, draws, p = found.shape
    return np.asarray((weights.T @ found.reshape(cells, -1)).reshape(-1, draws, p).transpose(1, 2, 0))


def known_products(tables: Vector, known: Vector, index: Vector, weights: Vector) -> KnownProducts:
    """Return inner products where cells of the permuted matrices are unknown, and whatever else then changes.

    Parameters
    ----------
    tables : array of shape (all cells, p)
        The permuted matrices, flat; 0 where unknown.
    known : array of bool of shape (all cells,)
        Which of their cells are known.
    index : array of shape (cells, draws)
        See `permuted_index`; of cells in which the weights are known.
    weights : array of shape (cells, q)
        The others, at the places.
    """
    found = tables.take(index, axis=0)
    cells, draws, p = found.shape
    products = (weights.T @ found.reshape(cells, -1)).reshape(-1, draws, p).transpose(1, 2, 0)
    is_known = known.take(index)
    grams = np.repeat((weights.T @ weights)[None], draws, axis=0)
    for draw in range(draws):
        lost = weights[~is_known[:, draw]]
        grams[draw] -= lost.T @ lost
    return KnownProducts(products, np.einsum("cdp,cdp->dp", found, found), grams, is_known.sum(axis=0))
