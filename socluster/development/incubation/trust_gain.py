"""How much trust a meeting brings, from what two waves say of trust."""

from __future__ import annotations

import numpy as np
from scipy import optimize, stats

from socluster._kernels.meeting.dyads import Shared
from socluster.core.columns import Array
from socluster.development.incubation.estimation import LEAST, FoundValue
from socluster.words import Phrase, counted, phrase

__all__ = ["gained", "why_not_gained"]


def why_not_gained(shared: Shared, before: Array, known: Array) -> Phrase | None:
    """Return why the data cannot tell it; None if they can.

    Parameters
    ----------
    shared : Shared
        At which events both of a dyad are.
    before : array of float of shape (dyads,)
        Trust in the first wave.
    known : array of bool of shape (dyads,)
        Which dyads are known in both waves.
    """
    if shared.periods > 1:
        return phrase("trust may have faded between periods; it can be told over one period")
    usable = int((known & (before < 1) & (_to_meet(shared) > 0)).sum())
    if usable >= LEAST:
        return None
    return counted(
        "{n} pair without full trust shares an event; at least {least} are needed",
        "{n} pairs without full trust share an event; at least {least} are needed",
        usable,
        least=str(LEAST),
    )


def gained(shared: Shared, before: Array, after: Array, known: Array, interval: float) -> FoundValue:
    """Return the share of missing trust that a meeting brings, by least squares.

    What is missing after meetings is (1 - trust before) times (1 - gain) for each of them. Who meets is not known, so
    its mean is taken: 1 - gain x chance to meet, for each shared event.

    Parameters
    ----------
    shared : Shared
        At which events both of a dyad are.
    before, after : array of float of shape (dyads,)
        Trust in the two waves.
    known : array of bool of shape (dyads,)
        Which dyads are known in both waves.
    interval : float
        Confidence of the interval.
    """
    used = known & (before < 1) & (_to_meet(shared) > 0)

    def missing(gain: float) -> Array:
        left = np.ones(len(before))
        np.multiply.at(left, np.repeat(np.arange(len(before)), np.diff(shared.first)), 1 - gain * shared.meet)
        return np.asarray((1 - before) * left)[used]

    told = (1 - after)[used]
    found = optimize.minimize_scalar(lambda gain: ((told - missing(gain)) ** 2).sum(), bounds=(0, 1), method="bounded")
    value, step = float(found.x), 1e-4
    slope = (missing(min(value + step, 1.0)) - missing(max(value - step, 0.0))) / (
        min(value + step, 1.0) - max(value - step, 0.0)
    )
    scatter = float(found.fun) / max(len(told) - 1, 1)
    error = float(np.sqrt(scatter / max((slope**2).sum(), 1e-300)))
    wide = float(stats.norm.ppf((1 + interval) / 2)) * error
    return FoundValue(value, max(value - wide, 0.0), min(value + wide, 1.0))


def _to_meet(shared: Shared) -> Array:
    """Return how often each dyad is expected to meet."""
    times = np.zeros(len(shared.tied))
    np.add.at(times, np.repeat(np.arange(len(times)), np.diff(shared.first)), shared.meet)
    return times
