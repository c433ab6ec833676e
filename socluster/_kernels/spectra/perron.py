"""The leading eigenvalue and eigenvector of a matrix without negative cells, in one piece or in several."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.sparse.linalg import ArpackNoConvergence, eigs, eigsh, spsolve

from socluster._kernels.products import Matrix, Vector

__all__ = ["leading_eigenvalue", "leading_vector", "solve", "vectors_by_piece"]

LARGE = 400  # from this size on, Arnoldi iteration is faster than solving dense systems
TERMS = 2000  # of a sum, before elimination is tried
TIED = 1e-9  # pieces whose eigenvalues differ by no more than this part are equally strong
NEAR = 1e-8  # how near to the eigenvalue the resolvent is taken where several pieces are equally strong
FLOOR = 1e-200  # no part of the vector of one piece is 0, only too small to be told from it
NOISE = 1e-6  # what is smaller than this then is an effect of not being nearer


def leading_eigenvalue(matrix: Matrix) -> float:
    """Return the largest eigenvalue (the spectral radius); 0 if nothing can go round in a circle.

    Parameters
    ----------
    matrix : sparse matrix of shape (n, n)
        Without negative cells.
    """
    return max((value for _, value, _ in _pieces(matrix)), default=0.0)


def leading_vector(matrix: Matrix) -> Vector:
    """Return the eigenvector of the largest eigenvalue, of length 1; NaN if nothing can go round in a circle.

    It is what x <- x + matrix @ x tends to from equal values, up to its length. If one piece (strong component) leads,
    that is its own eigenvector, carried on to those who depend on the piece; all others have 0. If several lead, it is
    the limit of the resolvent (v I - matrix)^-1 1 as v falls to the eigenvalue, which points the same way.

    Parameters
    ----------
    matrix : sparse matrix of shape (n, n)
        Without negative cells.
    """
    n = matrix.shape[0]
    pieces = _pieces(matrix)
    if not pieces:
        return np.full(n, np.nan)
    members, value, own = max(pieces, key=lambda piece: piece[1])
    if sum(other >= value * (1 - TIED) for _, other, _ in pieces) == 1:
        vector = np.zeros(n)
        vector[members] = own
        vector = _carried_on(matrix, vector, value)
    else:
        vector = solve(matrix, 1 / (value * (1 + NEAR)), np.ones(n))
        vector[vector < NOISE * vector.max()] = 0.0
    unit: Vector = vector / np.linalg.norm(vector)
    return unit


def vectors_by_piece(matrix: Matrix) -> Vector:
    """Return lambda^2 v sum(v) for every piece of a symmetric matrix, with v its eigenvector of length 1.

    NaN if there is no piece; who is in none has 0.
    """
    pieces = _pieces(matrix)
    if not pieces:
        return np.full(matrix.shape[0], np.nan)
    vector = np.zeros(matrix.shape[0])
    for members, value, own in pieces:
        unit = own / np.linalg.norm(own)
        vector[members] = value**2 * unit * unit.sum()
    return vector


def solve(matrix: Matrix, factor: float, start: Vector) -> Vector:
    """Return the x for which x = start + factor * matrix @ x.

    Large systems are first tried as the sum start + factor * matrix @ start + ..., which ends soon unless the factor is
    very near to its limit; elimination would fill the memory.
    """
    if not matrix.nnz:
        return start.copy()
    if matrix.shape[0] >= LARGE:
        total, term = start.copy(), start
        for _ in range(TERMS):
            term = factor * (matrix @ term)
            total += term
            if np.abs(term).max() <= 1e-16 * np.abs(total).max():
                return total
    system = sparse.eye_array(matrix.shape[0], format="csc") - factor * matrix.tocsc()
    return np.asarray(spsolve(system, start))


def _pieces(matrix: Matrix) -> list[tuple[Vector, float, Vector]]:
    """Return members, largest eigenvalue and eigenvector of every strong component in which one can go round."""
    if not matrix.nnz:
        return []
    found = csgraph.connected_components(matrix, connection="strong")[1]
    order = np.argsort(found, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(found[order])) + 1)
    return [(group, *_of_one_piece(matrix[group][:, group])) for group in groups if len(group) > 1]


def _of_one_piece(block: Matrix) -> tuple[float, Vector]:
    """Return largest eigenvalue and eigenvector of a block in which everybody reaches everybody."""
    unit = block.data.max()
    block = block / unit
    if block.shape[0] >= LARGE:
        try:
            value, vector = _by_arnoldi(block)
            return value * unit, vector
        except ArpackNoConvergence:
            pass  # long thin pieces, on which the other way is fast
    value, vector = _by_inverse_iteration(block)
    return value * unit, vector


def _by_arnoldi(block: Matrix) -> tuple[float, Vector]:
    start = np.ones(block.shape[0])  # a random start would make the last digits random
    is_symmetric = (block != block.T).nnz == 0
    if is_symmetric:
        values, vectors = eigsh(block, k=1, which="LA", v0=start)
    else:
        values, vectors = eigs(block, k=1, which="LR", v0=start)
    return float(values[0].real), np.abs(vectors[:, 0].real)


def _by_inverse_iteration(block: Matrix) -> tuple[float, Vector]:
    """Noda's iteration: the largest quotient (block @ x) / x bounds the eigenvalue and falls to it quadratically."""
    size = block.shape[0]
    dense = block.toarray() if size < LARGE else None
    x = np.full(size, 1 / np.sqrt(size))
    for _ in range(100):
        quotients = (block @ x) / x
        bound = float(quotients.max())
        if bound - quotients.min() <= 1e-13 * bound:
            break
        bound *= 1 + 1e-15  # the system must stay above the eigenvalue, where it has one solution
        y = solve(block, 1 / bound, x) if dense is None else np.linalg.solve(np.eye(size) - dense / bound, x)
        x = np.maximum(np.abs(y), FLOOR)
        x /= np.linalg.norm(x)
    return bound, x


def _carried_on(matrix: Matrix, vector: Vector, value: float) -> Vector:
    """Return the vector with what follows from it for those outside the leading piece who depend on it."""
    in_piece = vector > 0
    graph = matrix.T.tocsr()  # row = on whom, column = who depends
    downstream = csgraph.breadth_first_order(graph, int(np.argmax(in_piece)), return_predecessors=False)
    others = np.setdiff1d(downstream, np.flatnonzero(in_piece))
    if len(others):
        rows = matrix[others]
        vector[others] = solve(rows[:, others], 1 / value, rows @ vector / value)
    return vector
