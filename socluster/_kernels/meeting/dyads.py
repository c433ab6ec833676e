"""The chance that two are tied at the end, exactly: over all ways in which they may have met, tied and parted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector

__all__ = ["Shared", "chances"]


@dataclass(frozen=True, eq=False)
class Shared:
    """At which events both of a dyad are, and whether they were tied before.

    Parameters
    ----------
    first : array of int of shape (dyads + 1,)
        The events of dyad d stand at first[d]:first[d + 1], in the order of time.
    meet : array of float
        Chance that the two meet there.
    period : array of int
        In which period it is, from 0.
    tied : array of bool of shape (dyads,)
        Whether they are tied in the beginning.
    periods : int
        Number of periods.
    """

    first: Vector
    meet: Vector
    period: Vector
    tied: Vector
    periods: int


def chances(shared: Shared, factor: Vector, formation: float, repeat: float, keep: float) -> Vector:
    """Return for each dyad the chance that it is tied at the end.

    Parameters
    ----------
    shared : Shared
        What is known of the dyads.
    factor : array of float of shape (dyads,)
        Share of the chance of a tie that barriers leave.
    formation, repeat, keep : float
        Chance at a first meeting; what it is multiplied by at each further one; share of ties that outlive a period
        without a meeting.

    Returns
    -------
    array of float of shape (dyads,)
    """
    most = int(np.diff(shared.first).max(initial=0))
    given = (shared.first, shared.meet, shared.period, shared.tied, factor)
    arrays = [np.require(each, requirements=["C", "W"]) for each in given]
    found = np.empty(len(shared.tied))
    load("meeting.loops_dyads").run(*arrays, formation, repeat, keep, shared.periods, np.empty((most + 2, 2, 2)), found)
    return found
