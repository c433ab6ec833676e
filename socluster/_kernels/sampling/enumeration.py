"""All networks there may be, one by one: how many have which statistics."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector
from socluster._kernels.sampling.chains import Kept
from socluster._kernels.sampling.toggles import Frame, Packed, Statistic, Toggled, packed, ties_of

__all__ = ["all_statistics"]

_AT_A_TIME = 2**15  # networks
_DECIMALS = 9  # statistics that agree so far are equal: they are sums of a few thousand numbers, rounded at the 16th


def all_statistics(
    frame: Frame, statistics: Packed, start: Vector, dyads: Vector, keep: Kept = None
) -> tuple[Vector, Vector]:
    """Return the statistics of all networks that differ from one in these dyads only, and how many have them.

    Each network differs from the one before it in one dyad (a Gray code), so that nothing is counted anew.

    Parameters
    ----------
    frame : Frame
        Which networks there may be.
    statistics : Packed
        Which statistics.
    start : array of 0 and 1
        The network that holds what is fixed.
    dyads : array of int of shape (dyads, 2)
        The dyads that are free: 2 ** dyads networks.
    keep : {None, "edges", "degrees"}
        What the networks have in common with the start.

    Returns
    -------
    (array of float of shape (kinds, p), array of int of shape (kinds,))
        Every combination of statistics that occurs, and the number of networks that have it.
    """
    kinds, numbers = np.zeros((0, len(statistics.terms))), np.zeros(0, dtype=np.int64)
    for found in _walked(frame, statistics, start, dyads, keep):
        rounded, first, counted = np.unique(found.round(_DECIMALS) + 0.0, axis=0, return_index=True, return_counts=True)
        together = np.concatenate([kinds.round(_DECIMALS) + 0.0, rounded])
        exact = np.concatenate([kinds, found[first]])
        _, first, place = np.unique(together, axis=0, return_index=True, return_inverse=True)
        numbers = np.bincount(place.ravel(), np.concatenate([numbers, counted])).astype(np.int64)
        kinds = exact[first]
    return kinds, numbers


def _walked(frame: Frame, statistics: Packed, start: Vector, dyads: Vector, keep: Kept) -> Iterator[Vector]:
    """Yield the statistics of the networks, some thousand at a time, those that do not keep what is kept left out."""
    walk = load("sampling.loops_toggles").walk
    every = _with(statistics, _kept(frame, keep))
    extra = len(every.terms) - len(statistics.terms)
    target = Toggled(frame).add(every, ties_of(frame, start))[len(statistics.terms) :]
    without = np.array(start, copy=True)
    without[tuple(np.asarray(dyads).T)] = 0
    network = Toggled(frame)
    total = network.add(every, ties_of(frame, without))
    nodes, networks = frame.nodes(dyads), 2 ** len(dyads)
    for first in range(0, networks, _AT_A_TIME):
        found = np.zeros((min(_AT_A_TIME, networks - first), len(every.terms)))
        walk(first, nodes, *every.arrays, network.rows, network.degrees, total, found)
        if extra:
            found = found[(found[:, -extra:].round() == target).all(axis=1), :-extra]
        yield found


def _kept(frame: Frame, keep: Kept) -> list[Statistic]:
    """Return statistics that tell apart what must not differ."""
    if keep is None:
        return []
    if keep == "edges":
        return [Statistic("constant", values=np.ones(1))]
    ends = (0, 1) if frame.directed else (0,)
    return [_ties_of_actor(frame, actor, end) for actor in range(frame.n) for end in ends]


def _ties_of_actor(frame: Frame, actor: int, end: int) -> Statistic:
    """Return the number of ties that leave an actor (0) or reach it (1); undirected, of all that it has."""
    values = np.zeros((2, frame.n))
    values[slice(end, end + 1) if frame.directed else slice(None), actor] = 1.0
    return Statistic("ends", values=values)


def _with(statistics: Packed, more: list[Statistic]) -> Packed:
    if not more:
        return statistics
    other = packed(more)
    terms = other.terms.copy()
    terms[:, 3] += statistics.values.size
    return Packed(
        np.concatenate([statistics.terms, terms]),
        np.concatenate([statistics.values, other.values]),
        statistics.marks,
        np.concatenate([statistics.at_empty, other.at_empty]),
    )
