"""Dyads drawn one after the other from given random numbers, so that networks that differ little get the same ties."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector
from socluster._kernels.sampling.toggles import Frame, Packed, Toggled, ties_of

__all__ = ["Scan"]


class Scan:
    """Some dyads of a network, drawn given all others, which stay as they are (Gibbs sampling, in order).

    The two dyads of a pair of actors are drawn together. Where no statistic depends on more than a pair, one round is
    therefore a draw from the model itself.

    Parameters
    ----------
    frame : Frame
        Which network.
    statistics : Packed
        Which statistics.
    start : array of 0 and 1
        The network; what it holds in the dyads that are drawn does not matter.
    dyads : array of int of shape (dyads, 2)
        The dyads that are drawn.
    """

    def __init__(self, frame: Frame, statistics: Packed, start: Vector, dyads: Vector) -> None:
        self._packed = statistics
        without = np.array(start, copy=True)
        places = np.asarray(dyads).reshape(-1, 2)
        without[places[:, 0], places[:, 1]] = 0
        if not frame.directed and not frame.two_mode:
            without[places[:, 1], places[:, 0]] = 0
        self._network = Toggled(frame)
        self._network.add(statistics, ties_of(frame, without))
        self._dyads = frame.nodes(places)
        at = {(int(i), int(j)): place for place, (i, j) in enumerate(self._dyads)} if frame.directed else {}
        self._returned = np.array([at.get((int(j), int(i)), -1) for i, j in self._dyads], dtype=np.int64)

    def draw(self, theta: Vector, offset: float, uniforms: Vector) -> Vector:
        """Return which of the dyads are tied: array of bool of shape (dyads,).

        Parameters
        ----------
        theta : array of float of shape (p,)
            Coefficients.
        offset : float
            What is added to the log odds of each of these ties.
        uniforms : array of float of shape (rounds, dyads)
            A random number in [0, 1) for every dyad and every time that it is drawn.
        """
        found = np.zeros(len(self._dyads), dtype=np.uint8)
        load("sampling.loops_toggles").scan(
            self._dyads, self._returned, np.ascontiguousarray(uniforms, dtype=float), np.asarray(theta, dtype=float),
            float(offset), *self._packed.arrays, self._network.rows.copy(), self._network.degrees.copy(), found,
        )  # fmt: skip
        there: Vector = found.astype(bool)
        return there
