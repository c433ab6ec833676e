"""One draw of meetings: who meets at which event, which ties form, and which fade."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector

__all__ = ["Chances", "Programme", "dyad_keys", "meetings"]


@dataclass(frozen=True, eq=False)
class Programme:
    """Events in the order of time, and who is there.

    Parameters
    ----------
    first : array of int of shape (events + 1,)
        Those present at event e are present[first[e]:first[e + 1]].
    present : array of int
        Places of the actors, in each event from the smallest.
    meet : array of float of shape (events,)
        Chance that two of those present meet.
    keys : array of uint64 of shape (events, 2)
        Keys of the random numbers: for meeting, and for a tie that forms.
    ends : array of int of shape (periods,)
        How many events there were by the end of every period.
    period_keys : array of uint64 of shape (periods,)
        Keys of the random numbers of fading.
    """

    first: Vector
    present: Vector
    meet: Vector
    keys: Vector
    ends: Vector
    period_keys: Vector


@dataclass(frozen=True, eq=False)
class Chances:
    """What decides about ties.

    Parameters
    ----------
    formation, repeat : float
        Chance of a tie at the first meeting, and what it is multiplied by at each further one.
    factor : array of float of shape (dyads,)
        Share of the chance that barriers leave, without that of distrust.
    distrust : float
        Share of the chance that is blocked where there is no trust at all.
    trust : array of float of shape (dyads,)
        In the beginning.
    gain : float
        Share of the missing trust that a meeting brings.
    keep : float
        Share of ties, and of trust above that of the beginning, that outlives a period without a meeting.
    enough : float
        Trust from which a dyad counts as trusting.
    """

    formation: float
    repeat: float
    factor: Vector
    distrust: float
    trust: Vector
    gain: float
    keep: float
    enough: float


def dyad_keys(actor_keys: Vector) -> Vector:
    """Return keys of all dyads, which do not depend on the order of their ends."""
    mixed = _scrambled(actor_keys)
    one, other = np.triu_indices(len(mixed), 1)
    keys: Vector = mixed[one] + mixed[other]  # what exceeds 64 bits is dropped, as is meant
    return keys


def _scrambled(values: Vector) -> Vector:
    """Scramble 64-bit integers, so that sums of two tell the two."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Vector = values ^ (values >> np.uint64(31))
    return mixed


def meetings(
    keys: Vector, draw: int, n: int, programme: Programme, chances: Chances, tied: Vector
) -> tuple[Vector, Vector]:
    """Return, for the beginning and the end of every period, which dyads are tied and which trust each other.

    Parameters
    ----------
    keys : array of uint64 of shape (dyads,)
        Keys of the dyads (`dyad_keys`).
    draw : int
        Key of the draw, of 64 bits.
    n : int
        Number of actors.
    programme, chances : Programme, Chances
        What happens.
    tied : array of bool of shape (dyads,)
        Which dyads are tied in the beginning.

    Returns
    -------
    tuple of two arrays of bool of shape (periods + 1, dyads)
    """
    states = np.empty((2, len(programme.ends) + 1, len(tied)), dtype=bool)
    states[0, 0], states[1, 0] = tied, chances.trust >= chances.enough
    load("meeting.loops_meetings").run(
        _own(keys),
        np.uint64(draw),
        n,
        _own(programme.first),
        _own(programme.present),
        _own(programme.meet),
        _own(programme.keys),
        _own(programme.ends),
        _own(programme.period_keys),
        chances.repeat,
        _own(chances.factor),
        chances.distrust,
        _own(chances.trust),
        chances.gain,
        chances.keep,
        chances.enough,
        states[0],
        states[1],
        np.empty(len(tied), dtype=np.uint64),
        np.full(len(tied), chances.formation),
        chances.trust.copy(),
        np.empty(len(tied), dtype=bool),
    )
    return states[0], states[1]


def _own(array: Vector) -> Vector:
    """Return the array as the loop takes it: in one piece, and not marked as read-only."""
    return np.require(array, requirements=["C", "W"])
