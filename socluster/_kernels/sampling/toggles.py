"""Statistics of networks as arrays: their values, and what they change by when a dyad is toggled.

A network is a matrix of 0 and 1: n x n, symmetric if it is undirected, or first mode x second mode. Dyads are places
in that matrix (row, column), of an undirected network those above the diagonal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector

__all__ = ["Frame", "Packed", "Statistic", "Toggled", "all_dyads", "changes", "packed", "statistics"]

_NOTHING = np.zeros(0)


def _loops() -> Any:
    return load("sampling.loops_toggles")


@dataclass(frozen=True)
class Frame:
    """Which networks there may be.

    Parameters
    ----------
    rows, columns : int
        Number of actors at either end of a dyad; equal in one mode.
    directed, two_mode : bool
        What kind of network.
    """

    rows: int
    columns: int
    directed: bool = False
    two_mode: bool = False

    @property
    def n(self) -> int:
        """Number of actors, of both modes."""
        return self.rows + self.columns if self.two_mode else self.rows

    @property
    def n_dyads(self) -> int:
        """Number of dyads."""
        if self.two_mode:
            return self.rows * self.columns
        return self.rows * (self.rows - 1) // (1 if self.directed else 2)

    def nodes(self, dyads: Vector) -> Vector:
        """Return dyads as pairs of actors, those of the second mode numbered after those of the first."""
        shifted = np.array(dyads, dtype=np.int64).reshape(-1, 2)
        if self.two_mode:
            shifted[:, 1] += self.rows
        return np.ascontiguousarray(shifted)


@dataclass(frozen=True, eq=False)
class Statistic:
    """One statistic of a network, as the loops compute it.

    Parameters
    ----------
    kind : str
        What it counts:

        - constant: values[0] a tie
        - ends: values[i] + values[n + j] for the tie i -> j
        - mixing: values[marks[i] * first + marks[n + j]]
        - difference, within: |x_i - x_j| ** values[0]; whether |x_i - x_j| <= values[0]; x = values[1:]
        - matrix: values[i * first + j - second]
        - reciprocal: values[0] where j -> i is absent, values[1] where it is there; only within equal marks, if any
        - degree: values[d], by which the sum grows when a degree d grows to d + 1; first, second: whether of i, of j
        - total degree: the same of in- and outdegree together
        - two-paths, four-cycles, three-trails: how many
        - triangles: how many, first = undirected (0), transitive (1), cyclic (2), both (3); same triangles: of equal
          marks
        - partners: a function of shared partners, values[:n + 1], and its steps, values[n + 1:]; first = the kind,
          second = over ties, dyads or untied dyads
        - matched paths: paths of two ties between actors of equal marks, of the first mode (0) or the second (1)
    first, second : int
        Options of the kind.
    values : array of float
        Its numbers.
    marks : array of int
        Its categories by actor.
    at_empty : float
        Its value in the network without ties.
    """

    kind: str
    first: int = 0
    second: int = 0
    values: Vector = field(default_factory=lambda: _NOTHING)
    marks: Vector = field(default_factory=lambda: _NOTHING)
    at_empty: float = 0.0


@dataclass(frozen=True, eq=False)
class Packed:
    """Statistics as the arrays that the loops read.

    Parameters
    ----------
    terms : array of int of shape (p, 5)
        Code, options, and where values and marks begin (-1: no marks).
    values : array of float
        The numbers of all.
    marks : array of int
        The categories of all.
    at_empty : array of float of shape (p,)
        Their values in the network without ties.
    """

    terms: Vector
    values: Vector
    marks: Vector
    at_empty: Vector

    @cached_property
    def arrays(self) -> tuple[Vector, Vector, Vector]:
        """What every loop takes first."""
        return self.terms, self.values, self.marks


def packed(statistics: Sequence[Statistic]) -> Packed:
    """Return statistics as the arrays that the loops read."""
    codes = _loops().CODES
    rows, values, marks, at, mark = [], [_NOTHING], [_NOTHING], 0, 0
    for each in statistics:
        has_marks = len(each.marks) > 0
        rows.append((codes.index(each.kind), each.first, each.second, at, mark if has_marks else -1))
        values.append(np.asarray(each.values, dtype=float).ravel())
        marks.append(np.asarray(each.marks))
        at, mark = at + values[-1].size, mark + marks[-1].size
    return Packed(
        np.array(rows, dtype=np.int64).reshape(-1, 5),
        np.concatenate(values),
        np.concatenate(marks).astype(np.int64),
        np.array([each.at_empty for each in statistics], dtype=float),
    )


class Toggled:
    """A network that the loops toggle: rows of bits, and degrees.

    Parameters
    ----------
    frame : Frame
        Which networks there may be.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.rows = np.zeros((3 if frame.directed else 1, frame.n, max(1, -(-frame.n // 64))), dtype=np.uint64)
        self.degrees = np.zeros((2, frame.n), dtype=np.int64)

    def add(self, statistics: Packed, ties: Vector) -> Vector:
        """Add ties (pairs of actors), and return the statistics of the network with them."""
        total = statistics.at_empty.copy()
        _loops().build(ties, *statistics.arrays, self.rows, self.degrees, total)
        return total

    def matrix(self) -> Vector:
        """Return the network as a matrix of 0 and 1."""
        frame = self.frame
        bits = np.unpackbits(self.rows[0].view(np.uint8), axis=1, bitorder="little")[:, : frame.n]
        if frame.two_mode:
            bits = bits[: frame.rows, frame.rows :]
        return np.ascontiguousarray(bits)


def all_dyads(frame: Frame) -> Vector:
    """Return all dyads, row by row, as an array of shape (dyads, 2)."""
    if frame.two_mode:
        places = np.indices((frame.rows, frame.columns)).reshape(2, -1)
    elif frame.directed:
        places = np.array(np.nonzero(~np.eye(frame.rows, dtype=bool)))
    else:
        places = np.array(np.triu_indices(frame.rows, 1))
    return np.ascontiguousarray(places.T.astype(np.int64))


def ties_of(frame: Frame, matrix: Vector) -> Vector:
    """Return the ties of a network as pairs of actors."""
    there = np.asarray(matrix) != 0
    if not frame.two_mode and not frame.directed:
        there = np.triu(there, 1)
    return frame.nodes(np.argwhere(there))


def statistics(frame: Frame, wanted: Packed, matrix: Vector) -> Vector:
    """Return the statistics of a network, in order."""
    return Toggled(frame).add(wanted, ties_of(frame, matrix))


def changes(frame: Frame, wanted: Packed, matrix: Vector, dyads: Vector) -> Vector:
    """Return, for every dyad, the statistics with its tie minus those without it, the rest of the network as it is."""
    network = Toggled(frame)
    network.add(wanted, ties_of(frame, matrix))
    found = np.zeros((len(dyads), len(wanted.terms)))
    _loops().changes(frame.nodes(dyads), *wanted.arrays, network.rows, network.degrees, found)
    return found
