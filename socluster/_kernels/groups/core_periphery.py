"""The core that fits best: the set of rows for which the cells of a matrix correlate most with an ideal pattern.

In the ideal pattern, cells between two of the core hold 1, cells between two others 0. The cells between the core and
the others hold 1 ("or"), 0 ("and"), or are left out ("missing"). The diagonal never counts. All that the correlation
needs are three numbers for the core and three for the others: how many cells there are, their sum, and the sum of their
squares. They change by simple steps when a row changes sides, so that every possible change can be tried at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from scipy import sparse

from socluster._kernels.products import Matrix, Vector
from socluster._kernels.scaling import at_most_one

__all__ = ["EXHAUSTIVE", "Found", "Pattern", "best_core"]

Pattern: TypeAlias = Literal["missing", "or", "and"]

EXHAUSTIVE = 20  # rows up to which every core is tried (a million)
LOOKAHEAD = 5  # changes for the worse that the search makes before it gives up
SAME = 1e-9  # difference up to which two correlations are the same


class Found(NamedTuple):
    """The best core that was found.

    Attributes
    ----------
    core : array of bool of shape (n,)
        Which rows are in it; none if no correlation is defined.
    correlation : float
        How well it fits, or NaN.
    proven : bool
        Whether every core was tried.
    optima : int or None
        How many cores fit as well, if every core was tried.
    """

    core: Vector
    correlation: float
    proven: bool
    optima: int | None


class _Cells(NamedTuple):
    """What the search needs of the matrix; everything in pairs: the sum of cells, and the sum of their squares."""

    between: tuple[Matrix, Matrix]  # what runs between two rows, in both directions together
    of_row: Vector  # (2, n): what a row has in all
    total: Vector  # (2,)

    @property
    def n(self) -> int:
        return len(self.of_row[0])


def best_core(strength: Matrix, pattern: Pattern, restarts: int) -> Found:
    """Return the core with the highest correlation: the true one in a small matrix, a good one in a large.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Strengths; nothing on the diagonal.
    pattern : {"missing", "or", "and"}
        What the ideal says about the cells between the core and the others.
    restarts : int
        From how many further places the search starts if the matrix is too large to try every core.

    Returns
    -------
    Found
    """
    strength = at_most_one(strength)
    squared = strength.multiply(strength)
    between = ((strength + strength.T).tocsr(), (squared + squared.T).tocsr())
    of_row = np.array([np.asarray(part.sum(axis=1)).ravel() for part in between])
    cells = _Cells(between, of_row, of_row.sum(axis=1) / 2)
    if cells.n <= EXHAUSTIVE:
        return _exhaustive(cells, pattern)
    best = Found(np.zeros(cells.n, dtype=bool), -np.inf, False, None)
    for start in _starts(cells, pattern, restarts):
        found = _climb(cells, pattern, start)
        if found.correlation > best.correlation + SAME:
            best = found
    return best if np.isfinite(best.correlation) else best._replace(correlation=float("nan"))


def _fit(cells: _Cells, pattern: Pattern, size: Vector, core: Vector, others: Vector) -> Vector:
    """Return the correlation of cores with their ideal pattern; -inf where undefined.

    Parameters
    ----------
    cells : _Cells
        The matrix.
    pattern : {"missing", "or", "and"}
        The ideal.
    size : array of shape (cores,)
        Number of rows in each core.
    core, others : array of shape (2, cores)
        Sums, and sums of squares, of the cells inside the core and among the others.
    """
    n = cells.n
    inside, outside = size * (size - 1), (n - size) * (n - size - 1)
    if pattern == "missing":
        ones, ones_sum, count, (total, squares) = inside, core[0], inside + outside, core + others
    else:
        count, (total, squares) = n * (n - 1), cells.total
        is_or = pattern == "or"
        ones, ones_sum = (count - outside, total - others[0]) if is_or else (inside, core[0])
    spread = count * squares - total**2
    with np.errstate(divide="ignore", invalid="ignore"):
        value = (count * ones_sum - ones * total) / np.sqrt(ones * (count - ones) * spread)
    defined = (ones > 0) & (ones < count) & (spread > 1e-12 * count * squares)
    fit: Vector = np.where(defined, value, -np.inf)
    return fit


# -- small matrices: every core ---------------------------------------------------------------------------------------


def _exhaustive(cells: _Cells, pattern: Pattern) -> Found:
    n = cells.n
    core = np.array([_sums_of_subsets(part.toarray()) for part in cells.between])
    size = np.zeros(1)
    for _ in range(n):
        size = np.concatenate([size, size + 1])
    fit = _fit(cells, pattern, size, core, core[:, ::-1])  # the complement of a subset is at the mirrored place
    top = fit.max()
    if not np.isfinite(top):
        return Found(np.zeros(n, dtype=bool), float("nan"), True, None)
    optima = np.flatnonzero(fit >= top - SAME)
    chosen = int(optima[np.argmin(size[optima])])
    return Found((chosen >> np.arange(n)) & 1 == 1, float(fit[chosen]), True, len(optima))


def _sums_of_subsets(matrix: Vector) -> Vector:
    """Return the sum of the cells above the diagonal within every subset of rows; bit i of the place says row i."""
    sums = np.zeros(1)
    for row in range(len(matrix)):
        gained = np.zeros(1)  # what the row adds to every subset of the rows before it
        for other in range(row):
            gained = np.concatenate([gained, gained + matrix[row, other]])
        sums = np.concatenate([sums, sums + gained])
    return sums


# -- large matrices: from several starts, one change after the other --------------------------------------------------


def _starts(cells: _Cells, pattern: Pattern, restarts: int) -> Iterator[Vector]:
    """Yield cores to start from: strong rows, then for each of the strongest those most tied to its neighbourhood."""
    strongest = np.argsort(-cells.of_row[0], kind="stable")
    yield _best_prefix(cells, pattern, strongest)
    ties = cells.between[0]
    for row in strongest[:restarts]:
        near = np.zeros(cells.n)
        near[row] = 1.0
        near[ties.indices[ties.indptr[row] : ties.indptr[row + 1]]] = 1.0
        closeness = ties @ near + near * cells.of_row[0].max()
        yield _best_prefix(cells, pattern, np.lexsort((-cells.of_row[0], -closeness)))


def _best_prefix(cells: _Cells, pattern: Pattern, order: Vector) -> Vector:
    """Return the core made of the first rows of an order, as many of them as fit best."""
    n = cells.n
    rank = np.empty(n, dtype=np.int64)
    rank[order] = np.arange(n)
    core, others = np.zeros((2, n + 1)), np.zeros((2, n + 1))
    for place, part in enumerate(cells.between):
        pairs = sparse.triu(part, k=1).tocoo()
        ranks = rank[pairs.row], rank[pairs.col]
        core[place, 1:] = np.cumsum(np.bincount(np.maximum(*ranks), pairs.data, minlength=n))
        others[place, 1:] = np.cumsum(np.bincount(np.minimum(*ranks), pairs.data, minlength=n))
    others = cells.total[:, None] - others  # a pair leaves the others as soon as one of its ends is in the core
    fit = _fit(cells, pattern, np.arange(n + 1.0), core, others)
    return rank < int(fit.argmax())


def _climb(cells: _Cells, pattern: Pattern, start: Vector) -> Found:
    """Change one row after the other, always the best one not changed since the last gain, while there are gains."""
    core = start.copy()
    into_core = np.array([part @ core.astype(float) for part in cells.between])
    size, inside, others = _sums(cells, core, into_core)
    best = Found(core.copy(), float(_fit(cells, pattern, size, inside, others)[0]), False, None)
    changed = np.zeros(cells.n, dtype=bool)
    while changed.sum() <= LOOKAHEAD:
        sign = np.where(core, -1.0, 1.0)
        to_others = cells.of_row - into_core
        fit = _fit(cells, pattern, size + sign, inside + sign * into_core, others - sign * to_others)
        fit[changed] = -np.inf
        row = int(fit.argmax())
        if not np.isfinite(fit[row]):
            break
        size, inside = size + sign[row], inside + sign[row] * into_core[:, [row]]
        others = others - sign[row] * to_others[:, [row]]
        core[row] = not core[row]
        for place, part in enumerate(cells.between):
            run = slice(part.indptr[row], part.indptr[row + 1])
            into_core[place, part.indices[run]] += sign[row] * part.data[run]
        changed[row] = True
        if fit[row] > best.correlation + 1e-12:
            best = Found(core.copy(), float(fit[row]), False, None)
            changed[:] = False
    return best


def _sums(cells: _Cells, core: Vector, into_core: Vector) -> tuple[Vector, Vector, Vector]:
    """Return the size of a core, and the sums of cells inside it and among the others."""
    inside = into_core @ core / 2
    others = cells.total - cells.of_row @ core + inside
    return np.array([core.sum()], dtype=float), inside[:, None], others[:, None]
