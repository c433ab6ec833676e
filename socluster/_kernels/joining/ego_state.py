"""What has to be known of a network so that one more actor can join it without recomputing (`ego`)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.compiling.ordered import Ordered, by_degree, in_old_order, ordered
from socluster._kernels.joining.candidates import inverse, sums
from socluster._kernels.products import Matrix, Vector

__all__ = ["EgoState", "MatrixRows", "Ties", "ego_state", "sums_by_actor"]


class MatrixRows(NamedTuple):
    """The contacts of everybody: `columns[starts[i]:starts[i + 1]]`, with the strengths `values`."""

    starts: Vector
    columns: Vector
    values: Vector


class Ties(NamedTuple):
    """Every tie once, at its less connected end i: begins[i], ..., ends[i] - 1 lead from it (`near`) to `far`."""

    begins: Vector
    ends: Vector
    far: Vector
    near: Vector
    own: Vector  # the strength


class EgoState(NamedTuple):
    """A network of undirected ties, and what is known of everybody before anybody joins.

    Parameters
    ----------
    rows : MatrixRows
    ties : Ties
    between : array of float of shape (number of ties,)
        All that runs between the ends of a tie, directly and through others (x_ij).
    contacts : array of int of shape (n,)
    total, per_total, largest : arrays of float of shape (n,)
        Sum of the strengths, 1 / sum, and largest strength; all 0 where there is no contact.
    constraint, effective_size : arrays of float of shape (n,)
        As in `ego.Holes`.
    triangles : array of int of shape (n,)
    """

    rows: MatrixRows
    ties: Ties
    between: Vector
    contacts: Vector
    total: Vector
    per_total: Vector
    largest: Vector
    constraint: Vector
    effective_size: Vector
    triangles: Vector


def ego_state(strength: Matrix) -> EgoState:
    """Return what has to be known of a network so that actors can join it.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Positive strengths; symmetric, nothing on the diagonal.
    """
    rows = MatrixRows(
        np.array(strength.indptr, np.int64), np.array(strength.indices, np.uint32), np.array(strength.data, np.float64)
    )
    contacts = np.diff(rows.starts)
    total, largest = _by_row(np.add, rows, contacts), _by_row(np.maximum, rows, contacts)
    per_total, per_largest = inverse(total), inverse(largest)
    order = by_degree(strength)
    sorted_rows = ordered(strength, order)
    triangle_sums = load("ego.loops_triangles").triangle_sums
    indirect, size, triangles = triangle_sums(*sorted_rows, per_total[order], per_largest[order])
    ties, cells = _each_once(sorted_rows, order)
    between = ties.own + indirect[cells]
    constraint = sums_by_actor((between * per_total[ties.near]) ** 2, (between * per_total[ties.far]) ** 2, ties)
    constraint[contacts == 0] = np.nan
    size, triangles = in_old_order(size, order), in_old_order(triangles, order)
    return EgoState(rows, ties, between, contacts, total, per_total, largest, constraint, size, triangles)


def _each_once(rows: Ordered, order: Vector) -> tuple[Ties, Vector]:
    """Return the ties, with the rows numbered as before, and the cell in which each is."""
    counts = rows.middles - rows.starts[:-1]  # the columns before a row are better connected
    row = np.repeat(np.arange(len(order)), np.diff(rows.starts))
    cells = np.flatnonzero(rows.columns < row)
    ends = np.cumsum(counts)
    begins, ends = in_old_order(ends - counts, order), in_old_order(ends, order)
    far, near = order[rows.columns[cells]], order[row[cells]]
    return Ties(begins, ends, far.astype(np.uint32), near.astype(np.uint32), rows.values[cells]), cells


def _by_row(combine: np.ufunc, rows: MatrixRows, contacts: Vector) -> Vector:
    """Return the sum, or the largest, of every row; 0 for rows of nothing."""
    combined = np.zeros(len(contacts))
    combined[contacts > 0] = combine.reduceat(rows.values, rows.starts[:-1][contacts > 0])
    return combined


def sums_by_actor(here: Vector, there: Vector, ties: Ties) -> Vector:
    """Sum what every tie gives its near end and its far end."""
    n = len(ties.begins)
    return sums(ties.near, here, n) + sums(ties.far, there, n)
