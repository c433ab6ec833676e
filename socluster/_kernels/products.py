"""Products of sparse matrices that never fill the memory."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

__all__ = ["Matrix", "Vector", "ones_like", "product_at", "row_blocks", "row_sums", "small_product"]

Matrix: TypeAlias = "sparse.csr_array[Any]"
Vector: TypeAlias = "np.ndarray[Any, Any]"

MULTIPLICATIONS = 2**23  # in one block of rows; bounds the cells of an intermediate product (about 100 MB)

BY_ONE_THREAD = 2**18  # multiplications of a dense product that no library shares among threads


def small_product(left: Vector, right: Vector) -> Vector:
    """Return the product of two small dense tables by one thread.

    Linear algebra shares products of a hundred rows among threads, which then wait for each other: where another
    program holds a core, a product of .1 ms takes 10. So it is made of blocks of rows that are too small for that.
    """
    size = max(1, BY_ONE_THREAD // max(left.shape[1] * right.shape[1], 1))
    if len(left) <= size:
        return np.asarray(left @ right)
    return np.concatenate([left[first : first + size] @ right for first in range(0, len(left), size)])


def product_at(left: Matrix, right: Matrix, where: Matrix) -> Matrix:
    """Return (left @ right) * where, without ever holding the cells of the product that `where` does not have.

    In a star of 10 000 actors the product alone would have 10^8 cells, of which `where` has 20 000.
    """
    runs = list(row_blocks(left, right))
    if len(runs) < 2:  # small networks need no cutting, which costs more than the product
        return (left @ right) * where
    return sparse.csr_array(sparse.vstack([(left[rows] @ right) * where[rows] for rows in runs]))


def row_blocks(left: Matrix, right: Matrix) -> Iterator[slice]:
    """Cut the rows of `left` into runs whose product with `right` costs about the same, bounded number of steps."""
    steps = np.cumsum(ones_like(left) @ np.diff(right.indptr))
    block = steps // MULTIPLICATIONS
    edges = [*np.flatnonzero(np.diff(block, prepend=-1)).tolist(), left.shape[0]]
    for start, stop in itertools.pairwise(edges):
        yield slice(start, stop)


def ones_like(matrix: Matrix) -> Matrix:
    """Return the matrix with whole ones in the cells that it has."""
    ones = np.ones(matrix.nnz, dtype=np.int64)
    return sparse.csr_array((ones, matrix.indices, matrix.indptr), shape=matrix.shape)


def row_sums(matrix: Matrix) -> Vector:
    """Return the sum of every row as a flat array."""
    return np.asarray(matrix.sum(axis=1)).ravel()
