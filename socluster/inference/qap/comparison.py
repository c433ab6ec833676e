"""Two matrices of the same actors, laid out so that one of them can be permuted again and again; a `Task`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster._kernels.sampling.permuted import MatrixCells, permuted_index, permuted_products, permuted_sums
from socluster.core.columns import Array
from socluster.draws.task import Rows, fingerprint_of
from socluster.inference.qap.association import Association, Sums, as_statistic, prepared
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.orders import Orders

__all__ = ["PIECE", "MatrixPair", "groups_of_draws", "pair_of", "step_of"]

PIECE = 512  # draws in a piece of work
AT_A_TIME = 2**16  # cells looked up at a time, so that they stay in the processor's cache
TOGETHER = 2**20  # cells looked up for draws that are computed together


@dataclass(frozen=True, eq=False)
class MatrixPair:
    """What `qap` asks: the first matrix is permuted, the second stays. Its one part has the statistic of each draw.

    Parameters
    ----------
    x, y : ndarray of shape (rows, columns)
        The matrices as the statistic takes them; 0 where unknown.
    x_known, y_known : ndarray of bool of shape (rows, columns)
        Where they are known: x on both sides of the diagonal, y in the dyads that are looked at.
    is_complete : bool
        Whether every dyad is known in both, so that only the products change from draw to draw.
    statistic : str
        What is computed.
    orders : Orders
        Who takes whose place.
    """

    x: Array
    y: Array
    x_known: Array
    y_known: Array
    is_complete: bool
    statistic: Association
    orders: Orders

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        orders = self.orders
        about = (self.x, self.y, self.x_known, self.y_known, self.statistic, orders.codes, orders.sides, orders.seed)
        return fingerprint_of([("the matrices", about)])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return PIECE

    @property
    def observed(self) -> float:
        """The statistic of the matrices as they are."""
        return float(as_statistic(self.statistic, self._sums_of(self.x, self.x_known)))

    @property
    def n_dyads(self) -> int:
        """Number of cells that are known in both."""
        return int((self.x_known & self.y_known).sum())

    def run(self, first: int, last: int) -> Rows:
        """Return the statistics of draws first..last-1."""
        cells, sums = self._complete() if self.is_complete else self._incomplete()
        step = step_of(len(cells.rows), AT_A_TIME)
        found = []
        for start, stop in groups_of_draws(first, last, step_of(len(cells.rows), TOGETHER)):
            ((rows, columns),) = self.orders.drawn(start, stop)
            parts = [slice(begin, begin + step) for begin in range(0, stop - start, step)]
            drawn = [
                as_statistic(self.statistic, sums(permuted_index(cells, rows[:, p], columns[:, p]))) for p in parts
            ]
            found.append(np.concatenate(drawn)[max(first - start, 0) : last - start])
        return [np.concatenate(found)[:, None]]

    def _complete(self) -> tuple[MatrixCells, Callable[[Array], Sums]]:
        """Return the cells in which the matrix that stays is not 0, and how to add up what comes there."""
        flat, whole = self.x.ravel(), self._sums_of(self.x, self.x_known)
        rows, columns = np.nonzero(self.y)
        values = self.y[rows, columns]
        return MatrixCells(rows, columns, self.x.shape[1]), lambda index: whole._replace(
            xy=permuted_sums(flat, index, values)
        )

    def _incomplete(self) -> tuple[MatrixCells, Callable[[Array], Sums]]:
        """Return all known cells of the matrix that stays, and how to add up over those known in both."""
        rows, columns = np.nonzero(self.y_known)
        tables = np.stack([self.x_known, self.x, self.x**2], axis=-1).reshape(-1, 3).astype(float)
        y = self.y[rows, columns]
        weights = np.stack([np.ones_like(y), y, y**2], axis=-1)

        def sums(index: Array) -> Sums:
            found = permuted_products(tables, index, weights)
            return Sums(
                n=found[:, 0, 0], x=found[:, 1, 0], y=found[:, 0, 1], xx=found[:, 2, 0], yy=found[:, 0, 2],
                xy=found[:, 1, 1],
            )  # fmt: skip

        return MatrixCells(rows, columns, self.x.shape[1]), sums

    def _sums_of(self, x: Array, x_known: Array) -> Sums:
        both = x_known & self.y_known
        one, other = x[both], self.y[both]
        moments = (both.sum(), one.sum(), other.sum(), one @ one, other @ other, one @ other)
        return Sums(*(np.asarray(each, dtype=float) for each in moments))


def pair_of(x: Array, y: Array, space: DyadSpace, statistic: Association, orders: Orders) -> MatrixPair:
    """Return two matrices, NaN where unknown, as a pair.

    Parameters
    ----------
    x, y : ndarray of shape (rows, columns)
        The matrices; both symmetric where the dyads have no direction.
    space : DyadSpace
        Which cells are dyads.
    statistic : str
        What is computed.
    orders : Orders
        Who takes whose place.
    """
    dyads = np.zeros(space.shape, dtype=bool)
    dyads[space.cells] = True
    either_way = dyads if space.two_mode else dyads | dyads.T
    one, one_known = _filled(x, either_way, statistic)
    other, other_known = _filled(y, dyads, statistic)
    is_complete = bool((one_known == either_way).all() and (other_known == dyads).all())
    return MatrixPair(one, other, one_known, other_known, is_complete, statistic, orders)


def _filled(values: Array, dyads: Array, statistic: Association) -> tuple[Array, Array]:
    known = dyads & ~np.isnan(values)
    filled = np.zeros(values.shape)
    filled[known] = prepared(values[known], statistic)
    return filled, known


def step_of(cells: int, at_a_time: int) -> int:
    """Return how many draws to compute side by side, a power of two: as many as look up at most so many cells."""
    return int(min(PIECE, 2 ** int(np.log2(max(1, at_a_time // max(cells, 1))))))


def groups_of_draws(first: int, last: int, step: int) -> Iterator[tuple[int, int]]:
    """Yield the groups of draws, each of `step`, that hold draws first..last-1.

    What is computed side by side is rounded in one way or another, by how much there is of it. So a draw is always
    computed with the same others, even if these are not asked for.
    """
    for start in range(first - first % step, last, step):
        yield start, start + step
