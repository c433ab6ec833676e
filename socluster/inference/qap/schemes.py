"""What is permuted in a regression: the outcome, or what the other predictors leave of a predictor or of the outcome.

Each scheme lays out its tables, which are permuted, and the columns that stay; `PermutedRegression` is the `Task` that
computes the statistic of every coefficient in every draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from socluster._kernels.sampling.likelihood_fits import column_z, outcome_z
from socluster._kernels.sampling.partial import Moments, partial_t
from socluster._kernels.sampling.permuted import (
    KnownProducts,
    MatrixCells,
    known_products,
    permuted_index,
    permuted_products,
)
from socluster.core.columns import Array
from socluster.draws.task import Rows, fingerprint_of
from socluster.inference.qap.comparison import PIECE, groups_of_draws, step_of
from socluster.inference.qap.design import Design
from socluster.inference.qap.estimates import RegressionFamily
from socluster.inference.qap.orders import Orders

__all__ = ["SCHEMES", "PermutedRegression", "Scheme", "permuted_regression"]

Scheme: TypeAlias = Literal["dsp", "y", "freedman-lane"]
SCHEMES: tuple[Scheme, ...] = ("dsp", "y", "freedman-lane")

AT_A_TIME = 2**18  # numbers looked up at a time
TOGETHER = 2**22  # numbers looked up for draws that are computed together


class RegressionLayout(NamedTuple):
    """What is permuted, and what stays.

    Parameters
    ----------
    tables : ndarray of shape (all cells, tables)
        What is permuted: flat matrices of all networks, 0 where unknown.
    known : ndarray of bool of shape (all cells,)
        Where it is known.
    cells : list of MatrixCells
        The dyads that stay, of each network.
    X : ndarray of shape (dyads, p)
        The columns there.
    y : ndarray of shape (dyads,)
        The outcome there; not a number where it is the outcome that is permuted.
    """

    tables: Array
    known: Array
    cells: list[MatrixCells]
    X: Array
    y: Array


@dataclass(frozen=True, eq=False)
class PermutedRegression:
    """The statistics of all coefficients, in every draw. Its one part has a column for each.

    Parameters
    ----------
    layout : RegressionLayout
        What is permuted, and what stays.
    scheme : {"dsp", "y", "freedman-lane"}
        How.
    family : {"linear", "logit", "poisson"}
        Of the regression.
    tested : tuple of int
        The coefficients that are tested; others are NaN.
    is_complete : bool
        Whether every dyad is known, so that only products change from draw to draw.
    orders : Orders
        Who takes whose place.
    """

    layout: RegressionLayout
    scheme: Scheme
    family: RegressionFamily
    tested: tuple[int, ...]
    is_complete: bool
    orders: Orders

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        tables, known, cells, X, y = self.layout
        orders = (self.orders.codes, self.orders.sides, self.orders.seed)
        places = [tuple(each) for each in cells]
        about = (tables, known, places, X, y, self.scheme, self.family, self.tested, orders)
        return fingerprint_of([("the regression", about)])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return PIECE

    def run(self, first: int, last: int) -> Rows:
        """Return the statistics of draws first..last-1."""
        found = []
        together = step_of(self.layout.X.size, TOGETHER if self.family == "linear" else AT_A_TIME)
        for start, stop in groups_of_draws(first, last, together):
            drawn = self._group(start, stop)
            found.append(drawn[max(first - start, 0) : last - start])
        return [np.concatenate(found)]

    def _group(self, start: int, stop: int) -> Array:
        """Return the statistics of draws that are computed together."""
        orders = self.orders.drawn(start, stop)
        step = step_of(self.layout.X.size, AT_A_TIME)
        indices = (self._index(orders, slice(first, first + step)) for first in range(0, stop - start, step))
        if self.family == "linear":
            return self._linear(_Whole.joined([self._products(index) for index in indices]))
        return np.concatenate([self._likely(index) for index in indices])

    def _index(self, orders: list[tuple[Array, Array]], part: slice) -> Array:
        """Return which cell comes to the place of every dyad, in some of the draws."""
        found = [
            permuted_index(cells, rows[:, part], columns[:, part])
            for cells, (rows, columns) in zip(self.layout.cells, orders, strict=True)
        ]
        return found[0] if len(found) == 1 else np.concatenate(found)

    @cached_property
    def _basis(self) -> _Basis:
        return _basis_of(self.layout.X, self.layout.y, with_outcome=self.scheme == "dsp")

    @cached_property
    def _squares(self) -> Array:
        """Sums of squares of the tables: where all dyads are known, the same in every draw."""
        places = [cells.start + cells.rows * cells.width + cells.columns for cells in self.layout.cells]
        return np.asarray((self.layout.tables[np.concatenate(places)] ** 2).sum(axis=0))

    def _products(self, index: Array) -> _Whole:
        tables, known = self.layout.tables, self.layout.known
        if self.is_complete:
            products = permuted_products(tables, index, self._basis.weights)
            squares = np.tile(self._squares, (len(products), 1))
            return _Whole(products, squares, np.full(len(products), len(index)), None)
        return _Whole(*_in_order(known_products(tables, known, index, self._basis.weights)))

    def _linear(self, whole: _Whole) -> Array:
        found = np.full((len(whole.products), self.layout.X.shape[1]), np.nan)
        moments = _of_predictor if self.scheme == "dsp" else _of_outcome
        for k in self.tested:
            found[:, k] = partial_t(moments(whole, self._basis, k, 0 if self.scheme == "y" else k))
        return found

    def _likely(self, index: Array) -> Array:
        tables, known, _, X, y = self.layout
        family: Literal["logit", "poisson"] = "logit" if self.family == "logit" else "poisson"
        mask = None if self.is_complete else known.take(index)
        if self.scheme == "y":
            return outcome_z(X, tables[:, 0].take(index), mask, family)
        found = np.full((index.shape[1], X.shape[1]), np.nan)
        for k in self.tested:
            found[:, k] = column_z(np.delete(X, k, axis=1), tables[:, k].take(index), mask, y, family)
        return found


class _Basis(NamedTuple):
    """Orthonormal columns that say the same as X, and the outcome in their terms.

    Parameters
    ----------
    weights : ndarray of shape (dyads, q)
        The basis of X; with the outcome, also what X leaves of it, of length 1.
    outcome : ndarray of shape (q,)
        The outcome in terms of the weights.
    own : list of ndarray of shape (p,)
        For every column, what the others leave of it, of length 1, in terms of the basis of X.
    others : list of ndarray of shape (p, p - 1)
        For every column, a basis of the others, in the same terms.
    """

    weights: Array
    outcome: Array
    own: list[Array]
    others: list[Array]


def _basis_of(X: Array, y: Array, *, with_outcome: bool) -> _Basis:
    Q, R = np.linalg.qr(X / np.sqrt((X * X).sum(axis=0)))
    inverse = np.linalg.inv(R)  # what the others leave of column k is Q times row k, but for its length
    own = list(inverse / np.sqrt((inverse * inverse).sum(axis=1, keepdims=True)))
    others = [np.linalg.qr(each[:, None], mode="complete")[0][:, 1:] for each in own]
    if not with_outcome:
        return _Basis(Q, np.empty(0), own, others)
    inside = Q.T @ y
    rest = y - Q @ inside
    length = np.sqrt(rest @ rest)
    unit = rest / length if length > 1e-10 * np.sqrt(y @ y) else np.zeros_like(rest)
    return _Basis(np.column_stack([Q, unit]), np.append(inside, unit @ y), own, others)


class _Whole(NamedTuple):
    """Inner products of some draws, as `KnownProducts`; without gram where all cells are known."""

    products: Array
    squares: Array
    cells: Array
    gram: Array | None

    @classmethod
    def joined(cls, parts: list[_Whole]) -> _Whole:
        """Return the draws of all parts, in order."""
        products, squares, cells = (np.concatenate([part[place] for part in parts]) for place in range(3))
        grams = [part.gram for part in parts if part.gram is not None]
        return cls(products, squares, cells, np.concatenate(grams) if grams else None)


def _in_order(found: KnownProducts) -> tuple[Array, Array, Array, Array]:
    return found.products, found.squares, found.cells, found.grams


def _of_predictor(whole: _Whole, basis: _Basis, k: int, table: int) -> Moments:
    """Regress the outcome on a permuted predictor and the others that stay (double semi-partialling)."""
    products, G = whole.products[:, table], whole.gram
    H, v = basis.others[k], basis.outcome
    draws, p = len(products), len(basis.own)
    xo = products[:, :p] @ H
    if G is None:
        oy, yy, oo = np.broadcast_to(v[:p] @ H, xo.shape), np.full(draws, v @ v), None
    else:
        oy, yy, oo = (G[:, :p] @ v) @ H, (G @ v) @ v, H.T @ G[:, :p, :p] @ H
    return Moments(whole.squares[:, table], products @ v, yy, xo, oy, oo, whole.cells - p)


def _of_outcome(whole: _Whole, basis: _Basis, k: int, table: int) -> Moments:
    """Regress a permuted outcome, or what the other columns leave of it, on all columns, which stay."""
    products, G = whole.products[:, table], whole.gram
    h, H = basis.own[k], basis.others[k]
    oy = products @ H
    if G is None:
        xx, xo, oo = np.ones(len(products)), np.zeros(oy.shape), None
    else:
        xx, xo, oo = (G @ h) @ h, (G @ h) @ H, H.T @ G @ H
    return Moments(xx, products @ h, whole.squares[:, table], xo, oy, oo, whole.cells - len(basis.own))


def permuted_regression(design: Design, scheme: Scheme, family: RegressionFamily, orders: Orders) -> PermutedRegression:
    """Return the regression laid out so that it can be permuted again and again."""
    chosen = design.is_complete
    X, y = design.x[chosen], design.y[chosen]
    stays = chosen
    if scheme == "y":  # an outcome that is known may come to where that of others is not
        is_known = ~np.isnan(design.y)
        tables, known = design.laid_out(design.y[is_known][:, None], is_known)
        stays = design.is_explained
        X, y = design.x[stays], np.zeros(int(stays.sum()))
    elif scheme == "dsp":
        tables, known = design.laid_out(_left_of_columns(X), chosen)
    else:
        tables, known = design.laid_out(_left_of_outcome(X, y), chosen)
    tested = tuple(range(design.n_levels if len(design.spaces) > 1 else 0, X.shape[1]))
    layout = RegressionLayout(tables, known, design.cells(stays), X, y)
    return PermutedRegression(layout, scheme, family, tested, bool(chosen.all()), orders)


def _left_of_columns(X: Array) -> Array:
    """Return what the other columns leave of each column, of shape (dyads, p)."""
    found = np.empty_like(X)
    for k in range(X.shape[1]):
        Q = np.linalg.qr(np.delete(X, k, axis=1))[0]
        found[:, k] = X[:, k] - Q @ (Q.T @ X[:, k])
    return found


def _left_of_outcome(X: Array, y: Array) -> Array:
    """Return what all columns but one leave of the outcome, for each of them: shape (dyads, p)."""
    found = np.empty_like(X)
    for k in range(X.shape[1]):
        Q = np.linalg.qr(np.delete(X, k, axis=1))[0]
        found[:, k] = y - Q @ (Q.T @ y)
    return found
